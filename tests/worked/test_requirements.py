"""Worked examples judged over single answers, by the rules that hold a requirement.

The list of worked examples on sums, E1 to E44, is ``test_e1_to_e44.py``.
"""

import pytest

import deliberate as d
from deliberate.decision.rules.majority.consent import Consent
from deliberate.decision.rules.majority.majority import Majority

MAJOR = "cn.owners.2021.major"


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
