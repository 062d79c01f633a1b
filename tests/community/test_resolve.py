"""Names in, whose ballot counts out; and what is told to those whose delegation reached none."""

import numpy as np
import pytest

from deliberate.community.delegation import Delegation, DelegationRule
from deliberate.community.resolution import FATES, Fate, Undelivered
from deliberate.community.resolve import resolve, resolve_columns
from deliberate.errors import InputError, RollError

NAMES = ("an", "bao", "chen", "ding", "er")


def given(text):
    """``"chen>bao, bao>an ding"``: who delegates to whom, most wanted first."""
    pairs = (each.strip().split(">") for each in text.split(",") if each.strip())
    return [Delegation(giver, to.split()) for giver, to in pairs]


def ends(text, direct, rule=None, names=NAMES):
    resolution = resolve(names, given(text), direct.split(), rule or DelegationRule())
    return {names[place]: names[end] for place, end in enumerate(resolution.ends.tolist()) if end >= 0}


def told(text, direct, rule=None, names=NAMES):
    resolution = resolve(names, given(text), direct.split(), rule or DelegationRule())
    return {each.member: each.why for each in resolution.undelivered(names)}


def test_a_chain_is_followed_to_whoever_votes():
    assert {"an": "an", "bao": "an", "chen": "an"} == ends("chen>bao, bao>an", "an")


def test_who_votes_in_person_takes_along_who_delegated_to_them():
    assert {"an": "an", "bao": "bao", "chen": "bao"} == ends("chen>bao, bao>an", "an bao")


def test_a_circle_and_whoever_is_led_into_it_are_absent_and_told():
    assert {"bao": Fate.CIRCULAR, "chen": Fate.CIRCULAR, "ding": Fate.CIRCULAR} == told(
        "bao>chen, chen>bao, ding>bao", "an"
    )


def test_a_direct_vote_opens_the_circle():
    assert {"bao": "bao", "chen": "bao", "ding": "bao"} == ends("bao>chen, chen>bao, ding>chen", "bao")


def test_a_chain_that_ends_at_somebody_absent_is_lost():
    assert {"bao": Fate.LOST, "chen": Fate.LOST} == told("chen>bao, bao>er", "an")


def test_who_neither_voted_nor_delegated_is_told_nothing():
    assert {} == told("", "an")


def test_a_chain_longer_than_the_depth_is_told():
    rule = DelegationRule(depth=2)
    chain = "bao>an, chen>bao, ding>chen, er>ding"
    assert {"an": "an", "bao": "an", "chen": "an"} == ends(chain, "an", rule)
    assert {"ding": Fate.TOO_DEEP, "er": Fate.TOO_DEEP} == told(chain, "an", rule)


def test_the_cap_keeps_the_nearest_and_then_the_first_on_the_roll():
    rule = DelegationRule(most=3)
    chosen = "bao>ding, chen>an, ding>an, er>an"
    assert {"an": "an", "chen": "an", "ding": "an"} == ends(chosen, "an", rule)
    assert {"bao": Fate.OVER_CAP, "er": Fate.OVER_CAP} == told(chosen, "an", rule)


def test_a_cap_of_one_leaves_everybody_their_own_ballot_only():
    assert {"an": "an", "ding": "ding"} == ends("bao>an, chen>ding", "an ding", DelegationRule(most=1))


def test_the_next_choice_stands_in_where_the_first_leads_nowhere():
    assert {"ding": "ding", "bao": "ding"} == ends("bao>er ding", "ding")


def test_the_later_choice_is_taken_where_its_chain_is_shorter():
    """Breadth first: bao reaches ding in one hop, an by two; depth first: the most wanted, however far."""
    chosen = "bao>chen ding, chen>an"
    assert "ding" == ends(chosen, "an ding")["bao"]
    assert "an" == ends(chosen, "an ding", DelegationRule("depth-first"))["bao"]


def test_depth_first_two_members_leave_a_third_by_different_ways():
    """Bao's first choice is chen and chen's is bao; each goes on by the other, and neither chain has a circle."""
    chosen = "bao>chen an, chen>bao ding"
    assert {"bao": "ding", "chen": "an"} == {
        giver: end
        for giver, end in ends(chosen, "an ding", DelegationRule("depth-first")).items()
        if giver in {"bao", "chen"}
    }
    assert ("an", "ding") == tuple(ends(chosen, "an ding")[giver] for giver in ("bao", "chen"))


@pytest.mark.parametrize("why", ["lost", "circular", "too-deep", "over-cap"])
def test_every_reason_is_told_in_both_languages(why):
    english, chinese = (Undelivered("陈", Fate(why)).explain(lang) for lang in ("en", "zh"))
    assert english.startswith("陈's delegation ")
    assert chinese.startswith("陈")
    assert chinese.endswith("未能计入。")


@pytest.mark.parametrize(
    ("names", "delegations", "direct", "code"),
    [
        (NAMES, given("fu>an"), (), "not-on-the-roll"),
        (NAMES, given("an>fu"), (), "not-on-the-roll"),
        (NAMES, (), {"fu"}, "not-on-the-roll"),
        (NAMES, given("an>bao, an>chen"), (), "delegation-twice"),
        (("an", "an"), (), (), "same-name-twice"),
    ],
)
def test_names_that_do_not_fit_are_a_typed_error(names, delegations, direct, code):
    with pytest.raises(InputError) as error:
        resolve(names, delegations, direct)
    assert code == error.value.code


@pytest.mark.parametrize(
    ("delegate", "direct", "code"),
    [
        ([1, -1], [False], "bad-delegates"),
        ([2, -1], [False, True], "bad-delegates"),
        ([-2, -1], [False, True], "bad-delegates"),
        ([0, -1], [False, True], "delegates-to-self"),
        ([1.0, -1.0], [False, True], "bad-delegates"),
        ([1, -1], [0, 1], "bad-delegates"),
        ([[[1]], [[-1]]], [False, True], "bad-delegates"),
        ([[], []], [False, True], "bad-delegates"),
    ],
)
def test_columns_that_do_not_fit_are_a_typed_error(delegate, direct, code):
    with pytest.raises(RollError) as error:
        resolve_columns(np.array(delegate), np.array(direct))
    assert code == error.value.code


def test_an_empty_roll_resolves_to_nothing():
    assert "<Resolution of 0: >" == repr(resolve((), (), ()))


def test_the_columns_given_are_left_as_they_were():
    delegate, direct = np.array([1, 2, -1]), np.array([False, False, True])
    resolve_columns(delegate, direct, DelegationRule(depth=1, most=1))
    assert ([1, 2, -1], [False, False, True]) == (delegate.tolist(), direct.tolist())
    assert delegate.flags.writeable


def test_small_integers_are_places_too():
    assert [2, 2, 2] == resolve_columns(np.array([1, 2, -1], np.int8), np.array([False, False, True])).ends.tolist()


def test_equal_inputs_give_equal_resolutions():
    one, other = (resolve(NAMES, given("bao>an"), {"an"}) for _ in range(2))
    assert one == other
    assert hash(one) == hash(other)
    assert one != resolve(NAMES, given("bao>an"), {"an", "bao"})
    assert one != "a resolution"
    assert "<Resolution of 5: 1 direct, 1 carried, 3 silent>" == repr(one)


def test_a_resolution_cannot_be_written_to():
    with pytest.raises(ValueError, match="read-only"):
        resolve(NAMES, (), ()).ends[0] = 3


def test_every_line_meets_exactly_one_fate():
    rule = DelegationRule(depth=1, most=1)
    resolution = resolve(NAMES, given("bao>an, chen>bao, ding>er, er>ding"), {"an"}, rule)
    assert ["direct", "over-cap", "too-deep", "circular", "circular"] == [str(FATES[code]) for code in resolution.fates]
    masks = (
        resolution.direct,
        resolution.carried,
        resolution.lost,
        resolution.circular,
        resolution.too_deep,
        resolution.over_cap,
    )
    assert [1] * 5 == np.sum(masks, axis=0).tolist()


def test_gathered_weights_stand_with_the_ballot():
    resolution = resolve(NAMES, given("bao>an, chen>er"), {"an", "ding"})
    assert [30, 0, 0, 5, 0] == resolution.gathered((10, 20, 40, 5, 7)).tolist()


def test_gathered_weights_stay_whole_past_int64():
    resolution = resolve(NAMES[:2], given("bao>an"), {"an"})
    assert [2**64, 0] == resolution.gathered(np.array([2**63, 2**63], np.uint64)).tolist()
    assert [2**63, 0] == resolution.gathered(np.array([2**62, 2**62])).tolist()


@pytest.mark.parametrize(
    ("weights", "code"),
    [
        ((1,) * 4, "resolution-does-not-fit"),
        (3, "resolution-does-not-fit"),
        ((1, 1, 1, 1, -1), "bad-weight"),
        ((1, 1, 1, 1, 0.5), "bad-weight"),
        (np.ones(5), "bad-weight"),
    ],
)
def test_weights_that_do_not_fit_are_a_typed_error(weights, code):
    with pytest.raises(RollError) as error:
        resolve(NAMES, (), ()).gathered(weights)
    assert code == error.value.code
