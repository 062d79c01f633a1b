"""Every node of the algebra: what it gives, and what it refuses."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deliberate.errors import RequirementError
from deliberate.records.convert import from_dict, to_dict
from deliberate.requirement import (
    AtLeast,
    Casting,
    Comparison,
    Constant,
    Curve,
    Facts,
    Floor,
    Grouped,
    Product,
    Reciprocal,
    Requirement,
    SecondCall,
    Stance,
    Tallies,
    Tally,
)
from deliberate.requirement.policies import more_yes
from deliberate.testing.requirements import curves
from tests.search import a_part

YES, NO = (Tally("head", frozenset({stance})) for stance in (Stance.YES, Stance.NO))
MORE = more_yes("head")
BUILDINGS = {"building": {"a": {"head": {"YES": 9, "NO": 1}}, "b": {"head": {"YES": 4, "NO": 5}}}}


def heads(**counts):
    return {"head": counts}


def passes(condition, tallies, **given):
    return Requirement(pass_=condition).rule_on(tallies, **given).status == "PASSED"


def test_a_floor_rounds_a_fraction_down_and_leaves_a_whole_number():
    least = Comparison(YES, Floor(Product((Constant("4/100"), Tally("head", frozenset(Stance))))), strict=False)
    assert passes(least, heads(YES=4, ABSENT=97))
    assert not passes(least, heads(YES=3, ABSENT=97))
    assert passes(least, heads(YES=4, ABSENT=96))


def test_a_step_of_a_curve_holds_from_its_own_moment_on():
    step = Curve(((0, 1), (5, 1), (5, "1/2"), (9, "1/4")))
    assert [1, 1, Fraction(1, 2), Fraction(3, 8), Fraction(1, 4)] == [
        step.at(Fraction(t)) for t in ("-1", "9/2", "5", "7", "90")
    ]


@a_part(3)
@given(curves(), st.fractions(0, 40), st.fractions(0, 40))
def test_a_curve_stays_between_its_points(curve, one, other):
    if isinstance(curve, Curve):
        values = [value for _, value in curve.points]
        assert min(values) <= curve.at(one) <= max(values)
    else:
        early, late = sorted((one, other))
        assert curve.at(late) <= curve.at(early)


def test_a_curve_needs_its_moment():
    falling = Requirement(pass_=Comparison(YES, Curve(((0, 1), (10, 0))), strict=False))
    with pytest.raises(RequirementError) as caught:
        falling.rule_on(heads(YES=1))
    assert "no-moment" == caught.value.code
    assert "REJECTED" == falling.rule_on(heads(NO=1), t=0).status
    assert "PASSED" == falling.rule_on(heads(NO=1), t="10").status


def test_a_curve_is_not_asked_before_it_is_defined():
    with pytest.raises(RequirementError) as caught:
        Reciprocal(1, "-1/2", 0).at(Fraction(1, 2))
    assert "no-reciprocal" == caught.value.code


@pytest.mark.parametrize(("points", "code"), [((), "curve-without-points"), (((1, 1), (0, 1)), "curve-out-of-order")])
def test_a_curve_runs_forward(points, code):
    with pytest.raises(RequirementError) as caught:
        Curve(points)
    assert code == caught.value.code


@pytest.mark.parametrize(("k", "holds"), [(0, True), (1, True), (2, True), (3, False)])
def test_at_least_so_many_of_the_parts_hold(k, holds):
    parts = (Comparison(YES, Constant(1), strict=False), Comparison(YES, Constant(5), strict=False), MORE)
    assert holds == passes(AtLeast(k, parts), heads(YES=2, NO=1))


@pytest.mark.parametrize("k", [-1, 2])
def test_at_least_more_than_there_are_parts_is_refused(k):
    with pytest.raises(RequirementError) as caught:
        AtLeast(k, (MORE,))
    assert "bad-at-least" == caught.value.code


def grouped(**weights):
    return Grouped("building", MORE, more_yes("unit"), weights)


def test_the_groups_are_counted_by_their_weights():
    assert not passes(grouped(), None, groups=BUILDINGS)
    assert passes(grouped(a=2), None, groups=BUILDINGS)
    assert not passes(grouped(a=2, b=2), None, groups=BUILDINGS)


def test_a_tied_group_and_an_empty_group_say_no():
    always = Grouped("building", Comparison(YES, NO, strict=False), more_yes("unit"))
    tied = {"building": {"a": heads(YES=1, NO=1)}}
    assert not passes(grouped(), None, groups=tied)
    assert passes(always, None, groups=tied)
    empty = {"building": {"a": heads(YES=1), "b": heads(), "c": heads()}}
    ruling = Requirement(pass_=always).rule_on(groups=empty)
    assert ({"a": True, "b": False, "c": False}, "REJECTED") == (ruling.tree()["pass"]["units"], ruling.status)


def test_what_the_groups_say_stands_beside_the_tallies_of_all():
    people_and_cantons = Requirement.from_json(
        {
            "pass": {
                "grouped": {
                    "by": "canton",
                    "inner": {">": [{"tally": ["head", ["YES"]]}, {"tally": ["head", ["NO"]]}]},
                    "then": {
                        "all": [
                            {">": [{"tally": ["unit", ["YES"]]}, {"tally": ["unit", ["NO"]]}]},
                            {">": [{"tally": ["head", ["YES"]]}, {"tally": ["head", ["NO"]]}]},
                        ]
                    },
                }
            }
        }
    )
    cantons = {"canton": {"a": heads(YES=2, NO=1), "b": heads(YES=2, NO=1), "c": heads(YES=0, NO=9)}}
    assert "REJECTED" == people_and_cantons.rule_on(groups=cantons).status
    cantons["canton"]["c"] = heads(YES=0, NO=1)
    assert "PASSED" == people_and_cantons.rule_on(groups=cantons).status


REFUSED_GROUPS = [
    ({}, "no-groups"),
    ({"canton": BUILDINGS["building"]}, "no-groups"),
    ({"building": {"b": heads(YES=1)}}, "group-missing"),
    ({"building": {"a": heads(JA=1)}}, "unknown-status"),
    ({"building": 3}, "bad-node"),
]


@pytest.mark.parametrize(("groups", "code"), REFUSED_GROUPS)
def test_groups_that_cannot_be_counted_are_refused(groups, code):
    with pytest.raises(RequirementError) as caught:
        Requirement(pass_=grouped(a=2)).rule_on(None if groups else heads(YES=1), groups=groups)
    assert code == caught.value.code


def test_groups_are_together_the_whole():
    with pytest.raises(RequirementError) as caught:
        Facts.of(heads(YES=14, NO=6), groups=BUILDINGS)
    assert ("groups-do-not-sum", "groups.building") == (caught.value.code, caught.value.where)
    assert Facts.of(heads(YES=13, NO=6), groups=BUILDINGS) == Facts.of(groups=BUILDINGS)


def test_a_group_is_not_divided_again():
    with pytest.raises(RequirementError) as caught:
        Grouped("street", grouped(), more_yes("unit"))
    assert "grouped-twice" == caught.value.code


def test_half_a_weight_is_no_weight():
    with pytest.raises(RequirementError) as caught:
        Grouped("canton", MORE, MORE, {"a": -1})
    assert "bad-unit-weight" == caught.value.code


@pytest.mark.parametrize(("answer", "status"), [("YES", "PASSED"), ("NO", "REJECTED")])
def test_the_chair_decides_a_tie(answer, status):
    ruling = Requirement(pass_=MORE, tie=Casting(answer)).rule_on(heads(YES=3, NO=3))
    assert (status, True) == (ruling.status, ruling.tie)


def test_the_chair_does_not_abstain_from_her_casting_vote():
    with pytest.raises(RequirementError) as caught:
        Casting("ABSTAIN")
    assert "bad-policy" == caught.value.code


def test_a_second_call_asks_less():
    half = Comparison(Tally("head", frozenset({Stance.YES, Stance.NO})), Constant(10), strict=False)
    first = Requirement(pass_=MORE, valid=half, no_quorum=SecondCall(Requirement(pass_=MORE)))
    counted = heads(YES=3, NO=2, ABSENT=20)
    assert "NO_QUORUM" == first.rule_on(counted).status
    assert "PASSED" == first.second_call.rule_on(counted).status
    assert first == Requirement.from_json(first.to_json())
    assert Requirement(pass_=MORE).second_call is None


@pytest.mark.parametrize(("base", "status"), [("roll", "REJECTED"), ("unrecused", "PASSED")])
def test_e38_who_stands_back_is_in_the_base_or_not_as_the_requirement_says(base, status):
    node = {"share": {"of": {"tally": ["head", "roll"]}, "part": {"tally": ["head", ["YES"]]}, "is": "1/2"}}
    requirement = Requirement.from_json({"pass": node, "base": base})
    assert status == requirement.rule_on(heads(YES=3, NO=3, RECUSED=1)).status
    assert requirement == Requirement.from_json(requirement.to_json())


def test_facts_know_their_groups_and_their_moment():
    facts = Facts.of(groups=BUILDINGS, t="1/2")
    assert (Fraction(1, 2), 13) == (facts.t, facts.tallies.count("head", "YES"))
    assert Tallies.of(heads(YES=4, NO=5)) == dict(facts.within("building"))["b"]
    with pytest.raises(RequirementError) as caught:
        Facts.of(heads(YES=1), t="soon")
    assert ("not-a-number", "t") == (caught.value.code, caught.value.where)
    with pytest.raises(RequirementError) as caught:
        Facts.of()
    assert "missing-key" == caught.value.code


def test_a_ruling_on_groups_at_a_moment_comes_back_from_its_record():
    share = Comparison(Tally("unit", frozenset({Stance.YES})), Curve(((0, 2), (10, 1))), strict=False)
    ruling = Requirement(pass_=Grouped("building", MORE, share)).rule_on(groups=BUILDINGS, t="19/2")
    back = from_dict(to_dict(ruling))
    assert ruling == back
    assert ("REJECTED", ruling.tree()) == (back.status, back.tree())


def test_a_plain_ruling_is_written_as_ever():
    written = to_dict(Requirement(pass_=MORE).rule_on(heads(YES=1)))
    assert {"kind", "requirement", "tallies"} == set(written)
    assert "PASSED" == from_dict(written).status
