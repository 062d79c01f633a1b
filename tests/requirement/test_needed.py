"""How many are still needed: one less does not do, and that many does."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from deliberate.requirement import All, Requirement, Stance, packs, requirement
from deliberate.requirement.conditions import restricted
from deliberate.requirement.findings import examine
from deliberate.requirement.needed import MOST_TRIED, switching
from deliberate.testing import facts, requirements
from deliberate.testing.requirements import conditions
from tests.search import a_part

PACKS = {name: pack.requirement() for name, pack in packs().items()}


def by_hand(ruling, measure):
    """Every number in turn, from none to all."""
    asked = [restricted(each, measure) for each in (ruling.requirement.valid, ruling.requirement.pass_)]
    if None in asked:
        return None, None, None
    condition = All(tuple(asked))
    known = ruling.facts.without(Stance.RECUSED) if ruling.requirement.base == "unrecused" else ruling.facts
    sums = known.tallies

    def holds(moved):
        return examine(condition, type(known)(moved, known.groups, known.t)).holds

    def first(most, enough):
        return next((units for units in range(most + 1) if enough(units)), None)

    def moved(origin, target):
        return lambda units: holds(sums.moved(measure, ((origin, target, units),)))

    return (
        first(sums.count(measure, "NO", "ABSTAIN"), lambda units: holds(switching(sums, measure, units))),
        first(sums.count(measure, "ABSENT"), moved(Stance.ABSENT, Stance.YES)),
        first(sums.count(measure, "YES"), lambda units: not moved(Stance.YES, Stance.NO)(units)),
    )


@pytest.mark.parametrize("one", PACKS)
@a_part(16)
@given(data=st.data())
def test_needed_is_exact_for_every_pack(one, data):
    ruling = PACKS[one].rule_on(data.draw(facts(PACKS[one], most=25)))
    for measure, found in ruling.needed.items():
        assert by_hand(ruling, measure) == (found.switch, found.join, found.lose)


@a_part(4)
@given(requirements(), st.data())
def test_needed_is_exact_whatever_is_required(asked, data):
    ruling = asked.rule_on(data.draw(facts(asked, most=12)))
    for measure, found in ruling.needed.items():
        assert by_hand(ruling, measure) == (found.switch, found.join, found.lose)


@a_part(5)
@given(conditions(("head",)), st.data())
def test_who_is_passed_with_one_measure_needs_nothing(condition, data):
    asked = Requirement(pass_=condition)
    ruling = asked.rule_on(data.draw(facts(asked, most=12)))
    assume(ruling.status == "PASSED" and "head" in ruling.needed)
    assert ruling.needed["head"].switch in {0, None}
    assert ruling.needed["head"].join in {0, None}


def test_a_curved_side_is_tried_up_to_a_bound_and_then_left_open():
    squares = requirement("polkadot.supermajority_approve")
    few = squares.rule_on({"head": {"YES": 50, "NO": 60, "ABSENT": 100}})
    assert few.needed["head"].switch > 0
    many = squares.rule_on({"head": {"YES": 1, "NO": 10 * MOST_TRIED, "ABSENT": 1}})
    assert many.needed["head"].switch is None


def test_what_would_turn_a_ruling_is_told():
    ordinary = requirement("cn.owners.2021.ordinary")
    sums = {"head": {"YES": 50, "NO": 8, "ABSTAIN": 8, "ABSENT": 33}}
    sums["area"] = {"YES": 500000, "NO": 90000, "ABSTAIN": 70000, "ABSENT": 330000}
    passed = ordinary.rule_on(sums)
    assert {"head": 17, "area": 170000} == {measure: each.lose for measure, each in passed.needed.items()}
    assert "It would fail if 17 (heads) had said no instead of yes." in passed.explain()
    assert "如有 1700 平方米（面积）由赞成改为反对，即不能通过。" in passed.explain("zh")
