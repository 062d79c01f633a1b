"""Delegations as members give them: their scopes, and what cannot be given."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import deliberate as d
from deliberate.community.delegation import Delegation, DelegationRule, applicable
from deliberate.errors import InputError, RollError

GENERAL = Delegation("li", "wang")
PET = Delegation("li", "chen", tags="pet")
COURTYARD = Delegation("li", "zhao", tags="courtyard")
BOTH = Delegation("li", "sun", tags={"pet", "courtyard"})
LAMPS = Delegation("li", "qian", matter="lamps")


def chosen(delegations, matter="", tags=()):
    return [each.to[0] for each in applicable(delegations, matter, tags)]


def test_one_name_may_be_given_as_text():
    assert ("wang",) == Delegation("li", "wang").to
    assert frozenset({"pet"}) == Delegation("li", "wang", tags="pet").tags


def test_a_delegation_for_the_matter_comes_before_one_for_its_tags():
    assert ["qian"] == chosen((GENERAL, BOTH, LAMPS), "lamps", {"pet", "courtyard"})


def test_a_delegation_for_another_matter_does_not_speak_of_this_one():
    assert [] == chosen((LAMPS,), "bins")


def test_a_delegation_for_tags_comes_before_one_for_everything():
    assert ["chen"] == chosen((GENERAL, PET), tags={"pet"})


def test_a_delegation_for_tags_speaks_of_matters_that_have_all_of_them():
    assert ["zhao"] == chosen((BOTH, COURTYARD), tags="courtyard")


def test_of_several_for_tags_the_one_with_most_tags_counts():
    assert ["sun"] == chosen((PET, COURTYARD, BOTH), tags={"pet", "courtyard", "noise"})


def test_among_equally_many_tags_those_that_come_first_by_code_point_count():
    assert ["zhao"] == chosen((PET, COURTYARD), tags={"pet", "courtyard"})


@given(
    st.permutations((GENERAL, PET, COURTYARD, BOTH, LAMPS, Delegation("an", "li"), Delegation("an", "bo", tags="pet")))
)
def test_the_order_in_which_they_were_given_does_not_matter(given_):
    for matter, tags in (("lamps", {"pet"}), ("", {"pet", "courtyard"}), ("", {"noise"})):
        assert applicable(given_, matter, tags) == applicable(sorted(given_, key=str), matter, tags)


def test_each_giver_has_at_most_one():
    found = applicable((GENERAL, PET, Delegation("an", "li")), tags="pet")
    assert [("an", ("li",)), ("li", ("chen",))] == [(each.giver, each.to) for each in found]


def test_tags_that_are_equal_after_nfc_are_one_tag():
    assert ["wang"] == chosen((Delegation("li", "wang", tags="caf\u00e9"),), tags="cafe\u0301")


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda: Delegation("li", ()), "delegates-to-nobody"),
        (lambda: Delegation("li", ("wang", "li")), "delegates-to-self"),
        (lambda: Delegation("caf\u00e9", "cafe\u0301"), "delegates-to-self"),
        (lambda: Delegation("li", ("wang", "wang")), "same-name-twice"),
        (lambda: Delegation("li", ""), "empty-name"),
        (lambda: Delegation("li", "wang", tags="pet", matter="lamps"), "two-scopes"),
        (lambda: applicable((PET, Delegation("li", "sun", tags="pet")), tags="noise"), "delegation-twice"),
        (lambda: applicable((GENERAL, Delegation("li", "sun"))), "delegation-twice"),
        (lambda: DelegationRule(order="widest-first"), "bad-parameter"),
        (lambda: DelegationRule(depth=0), "bad-parameter"),
        (lambda: DelegationRule(most=True), "bad-parameter"),
        (lambda: DelegationRule(damping=0), "bad-parameter"),
        (lambda: DelegationRule(damping="10/9"), "bad-parameter"),
        (lambda: DelegationRule(damping=0.5), "not-a-number"),
    ],
)
def test_what_cannot_be_given_is_a_typed_error(make, code):
    with pytest.raises(InputError) as error:
        make()
    assert code == error.value.code
    assert error.value.told("en") != error.value.told("zh")


def test_a_scope_given_twice_is_named():
    with pytest.raises(RollError) as error:
        applicable((BOTH, BOTH))
    assert "“li” delegates twice for the same thing: courtyard, pet." == error.value.message("en")
    assert "“li”就同一范围委托了两次：courtyard、pet。" == error.value.message("zh")


@pytest.mark.parametrize(
    "record", [BOTH, LAMPS, Delegation("li", ("wang", "chen")), DelegationRule(depth=3, damping="9/10")]
)
def test_delegations_and_their_rule_travel_as_json(record):
    assert record == d.from_dict(d.to_dict(record))
