"""Scenario (b): 36 dog households rank bag stations A, walking hours B, a patrol C and fines D.

Three rules, three winners on the same ballots: hence the rule is fixed before the vote opens.
"""

import deliberate as d
from deliberate.decision.steps import Eliminated, PairsCompared, Tallied

BALLOTS = "13: D > A > B > C; 9: C > A > B > D; 8: B > A > C > D; 6: A > C > B > D"
ELECTION = d.ranked(BALLOTS, options="ABCD", electorate=48)


def tallies(outcome):
    return [dict(step.tallies) for step in outcome.steps(Tallied)]


def test_plurality_chooses_the_fines():
    outcome = d.decide(ELECTION, d.rule("plurality"))
    assert ("D",) == outcome.chosen
    assert [{"A": 6, "B": 8, "C": 9, "D": 13}] == tallies(outcome)


def test_instant_runoff_chooses_the_patrol():
    outcome = d.decide(ELECTION, d.rule("irv"))
    assert ("C",) == outcome.chosen
    assert [{"A": 6, "B": 8, "C": 9, "D": 13}, {"B": 8, "C": 15, "D": 13}, {"C": 23, "D": 13}] == tallies(outcome)
    assert [("A",), ("B",)] == [step.options for step in outcome.steps(Eliminated)]


def test_schulze_chooses_the_bag_stations_which_beat_everything_in_pairs():
    outcome = d.decide(ELECTION, d.rule("schulze"))
    assert ("A",) == outcome.chosen
    [pairs] = outcome.steps(PairsCompared)
    assert (0, 28, 27, 23) == pairs.above[0]
    assert [0, 8, 9, 13] == [row[0] for row in pairs.above]


def test_borda_chooses_the_bag_stations():
    outcome = d.decide(ELECTION, d.rule("borda"))
    assert ("A",) == outcome.chosen
    assert [{"A": 78, "B": 52, "C": 47, "D": 39}] == tallies(outcome)


def test_no_lot_is_asked_by_any_of_them():
    for name in ("plurality", "irv", "schulze", "borda"):
        assert () == d.decide(ELECTION, d.rule(name)).ties


def test_with_the_status_quo_left_out_on_each_ballot_the_winner_holds_against_it():
    election = d.ranked(BALLOTS, options=("A", "B", "C", "D", "status quo"), electorate=48)
    half = {"part": {"tally": ["head", ["YES", "NO", "ABSTAIN"]]}, "of": {"tally": ["head", "roll"]}, "is": "1/2"}
    more = {">": [{"tally": ["head", ["YES"]]}, {"tally": ["head", ["NO"]]}]}
    requirement = type(d.requirement("s3.consent")).from_json({"valid": {"share": half}, "pass": more})
    outcome = d.decide(election, d.Tested(requirement, d.rule("schulze")))
    assert ("decided", ("A",)) == (outcome.status, outcome.chosen)
