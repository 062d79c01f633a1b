"""Scenario (d): where the charging shed goes; 420 households, by the law on residents' committees.

More than half must take part; more than half of those who take part must agree. 196 is not "rejected".
"""

import pytest

import deliberate as d
from deliberate.decision.rules.majority.majority import Majority

PACK = "cn.residents.2026"


def ruled(yes, no, abstain, roll=420):
    sums = {"YES": yes, "NO": no, "ABSTAIN": abstain, "ABSENT": roll - yes - no - abstain}
    return d.requirement(PACK).rule_on({"head": sums})


@pytest.mark.parametrize(
    ("yes", "no", "abstain", "status"),
    [
        (100, 70, 26, "NO_QUORUM"),
        (128, 92, 23, "PASSED"),
        (121, 99, 23, "REJECTED"),
        (122, 98, 23, "PASSED"),
        (210, 0, 0, "NO_QUORUM"),
        (211, 0, 0, "PASSED"),
    ],
)
def test_households_taking_part_and_agreeing(yes, no, abstain, status):
    assert status == ruled(yes, no, abstain).status


def test_v1_is_fifteen_households_short_of_the_quorum():
    assert 15 == ruled(100, 70, 26).needed["head"].join


def test_121_against_99_is_rejected_since_abstainers_take_part():
    ruling = ruled(121, 99, 23)
    assert "121.5" in ruling.explain("en")
    assert 1 == ruling.needed["head"].switch


def test_the_majority_rule_tells_a_thin_meeting_from_a_lost_vote():
    stances = ["YES"] * 100 + ["NO"] * 70 + ["ABSTAIN"] * 26 + ["ABSENT"] * 224
    members = {f"h{number}": stance for number, stance in enumerate(stances)}
    answers = d.Answers.of(members, roll=dict.fromkeys(members, (1,)))
    outcome = d.decide(d.Election(answers), Majority(PACK))
    assert ("inquorate", ()) == (outcome.status, outcome.chosen)
