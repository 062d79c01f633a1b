"""What only the packs say: the house's list (``test_e1_to_e44.py``) and each pack's own examples say the rest."""

import json
from fractions import Fraction
from pathlib import Path

import pytest

import deliberate as d
from deliberate.requirement import Grouped, pack

CASES = json.loads(Path(__file__).with_name("e1_to_e44.json").read_text("utf-8"))
# E37 gives Bravo another number; E41 and E42 are about delegation.
ELSEWHERE = {"E37", "E41", "E42"}
HALF = {"OW", "NW", "BS", "BL", "AR", "AI"}


def head(yes, no, abstain, roll):
    return {"head": {"YES": yes, "NO": no, "ABSTAIN": abstain, "ABSENT": roll - yes - no - abstain}}


def row(named):
    """The number in the house's list: E10 of ``E10-three-quarters`` and of ``E10 exactly three quarters``."""
    return named.replace("-", " ").split()[0]


def test_every_worked_example_of_a_pack_stands_in_the_pack_itself():
    asked = {(case["file"]["pack"], row(case["id"])) for case in CASES if "pack" in case["file"]}
    told = {(name, row(case.id)) for name, _ in asked for case in pack(name).examples}
    assert set() == {(name, number) for name, number in asked - told if number not in ELSEWHERE}


def test_six_of_the_twenty_six_cantons_have_half_a_vote():
    [cantons] = [part for part in d.requirement("ch.double").pass_.parts if isinstance(part, Grouped)]
    weights = dict(cantons.weights)
    assert (26, 23) == (len(weights), Fraction(sum(weights.values()), 2))
    assert HALF == {canton for canton, weight in weights.items() if weight == 1}


@pytest.mark.parametrize(("t", "approval", "support"), [("0", 1, "1/2"), ("1/7", "4/5", "3/7"), ("1", "1/2", 0)])
def test_the_root_track_of_opengov_falls_from_unanimity_to_a_half(t, approval, support):
    root = d.requirement("polkadot.opengov")
    opinions, everybody = 7000, 700_000
    enough = int(Fraction(approval) * opinions)
    abstain = max(int(Fraction(support) * everybody) - enough, 0)
    at_the_line = head(enough, opinions - enough, abstain, everybody)
    assert "PASSED" == root.rule_on(at_the_line, t=t).status
    assert "REJECTED" == root.rule_on(head(enough - 1, opinions - enough + 1, abstain + 1, everybody), t=t).status
    if abstain:
        assert "REJECTED" == root.rule_on(head(enough, opinions - enough, abstain - 1, everybody), t=t).status


def test_the_same_owners_are_ruled_otherwise_before_and_since_2021():
    sums = {"head": {"YES": 60, "NO": 6, "ABSENT": 33}, "area": {"YES": 4900, "NO": 1700, "ABSENT": 3300}}
    assert "REJECTED" == d.requirement("cn.owners.2007").rule_on(sums).status
    assert "PASSED" == d.requirement("cn.owners.2021.ordinary").rule_on(sums).status


def test_an_election_without_spoiled_ballots_is_judged_alike_under_both_readings():
    counted = ("YES", "NO", "ABSTAIN", "BLANK", "INVALID")
    for votes, status in ((301, "PASSED"), (300, "REJECTED")):
        sums = head(votes, 600 - votes, 0, 1000)
        assert status == d.requirement("cn.election.2026").rule_on(sums).status
        assert status == d.requirement("cn.election.2026", taking_part=counted).rule_on(sums).status
