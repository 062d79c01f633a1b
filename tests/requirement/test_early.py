"""Decided already: against every completion, one by one."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deliberate.requirement import Requirement, Stance, Tallies, packs, requirement
from deliberate.requirement.early import MOST
from deliberate.testing.requirements import conditions
from tests.search import a_part

SMALL = ("YES", "NO", "ABSTAIN", "ABSENT")


def by_hand(asked, sums):
    """Every absent member, one after the other, does each thing that she can do."""
    stances = [stance for stance in asked.stances if stance != Stance.ABSENT]
    absent = sums.count("head", "ABSENT")
    found = set()
    for choice in product((None, *stances), repeat=absent):
        moves = tuple((Stance.ABSENT, stance, 1) for stance in choice if stance)
        found.add(asked.rule_on(sums.moved("head", moves)).status)
    return next(iter(found)) if len(found) == 1 and "TIED" not in found else None


HEADS_ONLY = sorted(
    name
    for name, each in packs().items()
    if each.requirement().measures == {"head"} and not each.requirement().divisions
)


@pytest.mark.parametrize("one", HEADS_ONLY)
@a_part(12)
@given(counts=st.tuples(*[st.integers(0, 3)] * 3, st.integers(0, 3)))
def test_early_is_what_every_completion_gives_for_every_pack_of_one_measure(one, counts):
    asked = requirement(one)
    sums = Tallies.of({"head": dict(zip(SMALL, counts, strict=True))})
    if "curve" in str(asked.to_json()) or "reciprocal" in str(asked.to_json()):
        return
    assert by_hand(asked, sums) == asked.rule_on(sums).early


EASY = conditions(("head",)).filter(
    lambda one: not any(word in repr(one) for word in ("Grouped", "Curve", "Reciprocal"))
)


@a_part(4)
@given(EASY, EASY, st.tuples(*[st.integers(0, 3)] * 3, st.integers(0, 2)))
def test_early_is_what_every_completion_gives_whatever_is_required(valid, pass_, counts):
    asked = Requirement(pass_=pass_, valid=valid)
    sums = Tallies.of({"head": dict(zip(SMALL, counts, strict=True))})
    assert by_hand(asked, sums) == asked.rule_on(sums).early


@pytest.mark.parametrize("tie", ["reject", "sustain", "lot", "revote", {"casting": "YES"}, {"casting": "NO"}])
@a_part(5)
@given(counts=st.tuples(*[st.integers(0, 3)] * 3, st.integers(0, 2)))
def test_a_tie_that_may_still_come_is_not_decided(tie, counts):
    more = {">": [{"tally": ["head", ["YES"]]}, {"tally": ["head", ["NO"]]}]}
    asked = Requirement.from_json({"pass": more, "tie": tie})
    sums = Tallies.of({"head": dict(zip(SMALL, counts, strict=True))})
    assert by_hand(asked, sums) == asked.rule_on(sums).early


@pytest.mark.parametrize(("threshold", "early"), [("375/1000", "PASSED"), ("376/1000", None)])
def test_e35_passed_already_at_the_threshold_and_not_above(threshold, early):
    sums = {"head": {"YES": 30, "NO": 10, "ABSTAIN": 20, "ABSENT": 40}}
    ruling = requirement("cosmwasm", quorum="60/100", threshold=threshold).rule_on(sums)
    assert early == ruling.early


def test_large_rolls_are_proved_by_their_bounds_alone():
    sums = {"head": {"YES": 60_000, "NO": 5_000, "ABSENT": 50_000}}
    assert MOST < 50_000
    assert "PASSED" == requirement("robert.majority").rule_on(sums).early
    sums = {"head": {"YES": 1, "ABSENT": 10**30, "NO": 10**31}}
    assert "REJECTED" == requirement("robert.majority").rule_on(sums).early


def test_two_measures_are_decided_when_both_are():
    owners = requirement("cn.owners.2021.ordinary")
    counts = {"YES": 700, "ABSENT": 300}
    assert "PASSED" == owners.rule_on({"head": counts, "area": counts}).early
    assert owners.rule_on({"head": counts, "area": {"YES": 600, "ABSENT": 400}}).early is None


def test_groups_are_decided_before_all_their_members_have_spoken():
    asked = Requirement.from_json(
        {
            "pass": {
                "grouped": {
                    "by": "building",
                    "inner": {">": [{"tally": ["head", ["YES"]]}, {"tally": ["head", ["NO"]]}]},
                    "then": {">": [{"tally": ["unit", ["YES"]]}, {"tally": ["unit", ["NO"]]}]},
                }
            }
        }
    )
    sure, open_ = {"head": {"YES": 60, "NO": 10, "ABSENT": 30}}, {"head": {"YES": 1, "ABSENT": 90}}
    assert "PASSED" == asked.rule_on(groups={"building": {"a": sure, "b": sure, "c": open_}}).early
    assert asked.rule_on(groups={"building": {"a": sure, "b": open_, "c": open_}}).early is None


def test_who_stands_back_may_not_still_come_where_nobody_counts_them():
    node = {"share": {"of": {"tally": ["head", "roll"]}, "part": {"tally": ["head", ["YES"]]}, "is": "1/2"}}
    asked = Requirement.from_json({"pass": node, "base": "unrecused"})
    assert asked.rule_on({"head": {"YES": 3, "NO": 3, "RECUSED": 1, "ABSENT": 1}}).early is None
    assert "PASSED" == asked.rule_on({"head": {"YES": 4, "NO": 3, "RECUSED": 1, "ABSENT": 1}}).early
