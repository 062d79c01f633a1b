"""Proxies as the law on residents' committees has them, with caps that are parameters."""

import pytest

from deliberate.community.party import Member, Standing
from deliberate.community.proxy import Proxies, Proxy
from deliberate.community.roll import Roll, RollLine
from deliberate.errors import InputError

VOTERS = ("li", "wang", "zhao", "qian", "sun", "zhou")
ROLL = Roll(
    ("head",),
    (
        *(RollLine(Member(voter), (1,)) for voter in VOTERS),
        RollLine(Member("he", Standing.COMPANION), (1,)),
        RollLine(Member("bao", Standing.MINOR), (1,)),
    ),
)


def given(*pairs):
    return [Proxy(giver, holder) for giver, holder in pairs]


def test_the_list_is_published_sorted_by_holder_whatever_the_order_of_the_papers():
    pairs = (("wang", "zhao"), ("qian", "li"), ("sun", "zhao"))
    proxies = Proxies.of(ROLL, given(*pairs))
    assert (("qian", "li"), ("sun", "zhao"), ("wang", "zhao")) == tuple((p.giver, p.holder) for p in proxies.given)
    assert proxies == Proxies.of(ROLL, given(*reversed(pairs)))


def test_the_holder_casts_for_the_giver_and_the_giver_may_still_come_in_person():
    proxies = Proxies.of(ROLL, given(("wang", "zhao")))
    assert (True, False, True, True) == (
        proxies.may_cast("zhao", "wang"),
        proxies.may_cast("li", "wang"),
        proxies.may_cast("wang", "wang"),
        proxies.may_cast("li", "li"),
    )
    assert (("wang",), ()) == (proxies.held_by("zhao"), proxies.held_by("wang"))


def test_three_proxies_are_accepted_and_a_fourth_is_one_too_many():
    three = given(("wang", "li"), ("zhao", "li"), ("qian", "li"))
    assert 3 == len(Proxies.of(ROLL, three).given)
    with pytest.raises(InputError) as caught:
        Proxies.of(ROLL, [*three, Proxy("sun", "li")])
    assert ("too-many-proxies", {"holder": "li", "held": 4, "most": 3}) == (caught.value.code, caught.value.fields)
    assert 4 == len(Proxies.of(ROLL, [*three, Proxy("sun", "li")], most=4).given)


@pytest.mark.parametrize(
    ("pairs", "code", "fields"),
    [
        ((("he", "li"),), "no-vote-here", {"member": "he"}),
        ((("li", "he"),), "no-vote-here", {"member": "he"}),
        ((("li", "bao"),), "no-vote-here", {"member": "bao"}),
        ((("li", "a stranger"),), "no-vote-here", {"member": "a stranger"}),
        ((("li", "zhou"),), "proxy-to-candidate", {"holder": "zhou", "giver": "li"}),
        ((("li", "wang"), ("li", "zhao")), "proxy-given-twice", {"giver": "li"}),
        ((("li", "wang"), ("li", "wang")), "proxy-given-twice", {"giver": "li"}),
        ((("li", "wang"), ("wang", "zhao")), "proxy-chain", {"holder": "wang", "to": "zhao"}),
        ((("li", "wang"), ("wang", "li")), "proxy-chain", {"holder": "li", "to": "wang"}),
    ],
)
def test_each_violation_names_the_person_and_the_rule(pairs, code, fields):
    with pytest.raises(InputError) as caught:
        Proxies.of(ROLL, given(*pairs), never="zhou")
    assert (code, fields) == (caught.value.code, caught.value.fields)
    for lang in ("en", "zh"):
        assert all(name in caught.value.told(lang) for name in fields.values())


def test_nobody_gives_a_proxy_to_themselves():
    with pytest.raises(InputError) as caught:
        Proxy("li ", "li")
    assert "proxy-to-oneself" == caught.value.code
    assert "li" in caught.value.told("zh")


def test_a_candidate_may_give_a_proxy_and_holds_none():
    assert ("zhou",) == Proxies.of(ROLL, given(("zhou", "li")), never=["zhou"]).held_by("li")


def test_where_representatives_elect_there_are_no_proxies_and_an_empty_list_is_fine():
    assert () == Proxies.of(ROLL, [], most=0).given
    with pytest.raises(InputError) as caught:
        Proxies.of(ROLL, given(("li", "wang")), most=0)
    assert "no-proxies-here" == caught.value.code
    assert "in person" in caught.value.told("en")
    assert "不得委托" in caught.value.told("zh")


def test_a_cap_below_nothing_is_refused():
    with pytest.raises(InputError) as caught:
        Proxies((), most=-1)
    assert "bad-parameter" == caught.value.code


def test_one_list_is_of_one_vote():
    lift, lamps = Proxy("li", "wang", "lift"), Proxy("zhao", "wang", "lamps")
    with pytest.raises(InputError) as caught:
        Proxies.of(ROLL, [lift, lamps])
    assert ("proxies-of-two-matters", ("lamps", "lift")) == (caught.value.code, caught.value.fields["matters"])
    assert 2 == len(Proxies.of(ROLL, [lift, Proxy("zhao", "wang")]).given)


def test_a_list_from_a_file_is_checked_again():
    with pytest.raises(InputError) as caught:
        Proxies((Proxy("li", "wang"), Proxy("wang", "zhao")))
    assert "proxy-chain" == caught.value.code
