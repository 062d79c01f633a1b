"""Requirements worked by hand: who counts in which base, and what the boundary itself does.

The numbers E1 to E44 are those of the house's list of worked examples.
"""

import pytest

import deliberate as d
from deliberate.decision.rules.majority.consent import Consent
from deliberate.decision.rules.majority.majority import Majority

ROBERT, ORDINARY, MAJOR = "robert.majority", "cn.owners.2021.ordinary", "cn.owners.2021.major"


def heads(yes, no, abstain, roll=None):
    absent = 0 if roll is None else roll - yes - no - abstain
    return {"YES": yes, "NO": no, "ABSTAIN": abstain, "ABSENT": absent}


def ruled(pack, **measures):
    return d.requirement(pack).rule_on(measures)


def test_e1_abstentions_are_ignored_where_yes_is_set_against_no():
    assert "PASSED" == ruled(ROBERT, head=heads(7, 6, 9)).status


def test_e2_as_many_yes_as_no_is_a_tie_and_a_tie_is_lost():
    ruling = ruled(ROBERT, head=heads(7, 7, 0))
    assert ("REJECTED", True) == (ruling.status, ruling.tie)


OWNERS = {
    "e9_ordinary": (ORDINARY, heads(50, 8, 8, 99), heads(5000, 900, 700, 9900), "PASSED"),
    "e10_major": (MAJOR, heads(50, 8, 8, 99), heads(5000, 900, 700, 9900), "PASSED"),
    "e11_area_short_of_three_quarters": (MAJOR, heads(50, 8, 8, 99), heads(4900, 1000, 700, 9900), "REJECTED"),
    "e12_area_one_short_of_two_thirds": (ORDINARY, heads(60, 6, 0, 99), heads(5000, 1599, 0, 9900), "NO_QUORUM"),
    "e13_exactly_half_of_the_heads": (ORDINARY, heads(33, 30, 3, 99), heads(5000, 1000, 600, 9900), "REJECTED"),
}


@pytest.mark.parametrize("example", OWNERS)
def test_owners_decide_by_two_measures_at_once(example):
    pack, head, area, status = OWNERS[example]
    assert status == ruled(pack, head=head, area=area).status


def test_e9_takes_part_with_exactly_two_thirds_twice():
    ruling = ruled(ORDINARY, head=heads(50, 8, 8, 99), area=heads(5000, 900, 700, 9900))
    assert [0, 0] == [part.margin for part in ruling.valid.parts]


def test_e11_fails_by_area_alone():
    ruling = ruled(MAJOR, head=heads(50, 8, 8, 99), area=heads(4900, 1000, 700, 9900))
    by_measure = {part.condition.part.measure: part.holds for part in ruling.pass_.parts}
    assert {"area": False, "head": True} == by_measure
    assert 50 == ruling.needed["area"].switch


def test_e12_is_one_square_decimetre_short():
    ruling = ruled(ORDINARY, head=heads(60, 6, 0, 99), area=heads(5000, 1599, 0, 9900))
    assert 1 == ruling.needed["area"].join


def consent(yes, aside, objections, roll=48):
    return {"YES": yes, "STAND_ASIDE": aside, "OBJECTION": objections, "ABSENT": roll - yes - aside - objections}


def test_e30_two_objections_stop_the_proposal():
    assert "REJECTED" == ruled("s3.consent", head=consent(40, 6, 2)).status


def test_e31_standing_aside_does_not():
    assert "PASSED" == ruled("s3.consent", head=consent(41, 7, 0)).status


@pytest.mark.parametrize("pack", [ROBERT, ORDINARY, MAJOR, "cn.residents.2026", "s3.consent"])
def test_e44_an_empty_roll_is_no_quorum(pack):
    assert "NO_QUORUM" == ruled(pack, head={}, area={}).status


@pytest.mark.parametrize(("yes", "aside", "objections", "status"), [(40, 6, 2, "rejected"), (41, 7, 0, "decided")])
def test_e30_and_e31_by_the_rule_over_answers(yes, aside, objections, status):
    stances = ["YES"] * yes + ["STAND_ASIDE"] * aside + ["OBJECTION"] * objections
    members = {f"m{number}": stance for number, stance in enumerate(stances)}
    outcome = d.decide(d.Election(d.Answers.of(members, roll=dict.fromkeys(members, (1,)))), Consent())
    assert status == outcome.status


def test_e10_by_the_rule_over_answers():
    stances = ["YES"] * 50 + ["NO"] * 8 + ["ABSTAIN"] * 8 + ["ABSENT"] * 33
    areas = [100] * 50 + [112, 112, 112, 112, 113, 113, 113, 113] + [87, 87, 87, 87, 88, 88, 88, 88] + [100] * 33
    members = [f"m{number}" for number in range(99)]
    roll = {member: (1, area) for member, area in zip(members, areas, strict=True)}
    answers = d.Answers.of(dict(zip(members, stances, strict=True)), roll=roll, measures=("head", "area"))
    assert (900, 700) == tuple(answers.tallies().count("area", each) for each in ("NO", "ABSTAIN"))
    outcome = d.decide(d.Election(answers), Majority(MAJOR))
    assert ("decided", ("proposal",)) == (outcome.status, outcome.chosen)
