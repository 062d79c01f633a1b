"""Mayor of Burlington, Vermont, 2009: the count of the city, and what the pairs say of it."""

import pytest

import deliberate as d
from deliberate.decision.pairwise import preferred
from deliberate.decision.steps import Eliminated, Tallied
from deliberate.io.door import read

ROUNDS = [
    (
        {
            "Kurt Wright": 2951,
            "Bob Kiss": 2585,
            "Andy Montroll": 2063,
            "Dan Smith": 1306,
            "Write-In": 36,
            "James Simpson": 35,
        },
        4,
    ),
    ({"Kurt Wright": 3294, "Bob Kiss": 2981, "Andy Montroll": 2554}, 151),
    ({"Bob Kiss": 4313, "Kurt Wright": 4061}, 606),
]


@pytest.fixture(scope="module")
def election(data):
    return read(data / "ranked/burlington-2009-mayor/00005-00000002.toi")


def rounds(outcome):
    return [(dict(step.tallies), step.exhausted) for step in outcome.steps(Tallied)]


def test_the_file_holds_every_ballot(election):
    assert (8980, 384, 6) == (election.profile.total, election.profile.n_types, len(election.options))


def test_batch_elimination_gives_the_three_rounds_of_the_city_and_its_winner(election):
    outcome = d.decide(election, d.rule("irv", elimination="batch"))
    assert ROUNDS == rounds(outcome)
    assert (("Bob Kiss",), "decided", ()) == (outcome.chosen, outcome.status, outcome.ties)


def test_the_three_who_cannot_catch_up_leave_together(election):
    outcome = d.decide(election, d.rule("irv", elimination="batch"))
    first = next(outcome.steps(Eliminated))
    assert {"Dan Smith", "Write-In", "James Simpson"} == set(first.options)


def test_one_by_one_the_rounds_of_the_city_are_rounds_1_4_and_5(election):
    outcome = d.decide(election, d.rule("irv", elimination="single"))
    counted = rounds(outcome)
    assert (5, ROUNDS) == (len(counted), [counted[0], counted[3], counted[4]])
    assert ("Bob Kiss",) == outcome.chosen


def test_montroll_beats_everybody_and_plurality_elects_wright(election):
    assert ("Andy Montroll",) == d.decide(election, d.rule("schulze")).chosen
    assert ("Kurt Wright",) == d.decide(election, d.rule("plurality")).chosen


@pytest.mark.parametrize(
    ("one", "other", "votes"),
    [
        ("Andy Montroll", "Bob Kiss", (4067, 3477)),
        ("Andy Montroll", "Kurt Wright", (4597, 3668)),
        ("Andy Montroll", "Dan Smith", (4573, 2998)),
        ("Bob Kiss", "Kurt Wright", (4314, 4064)),
    ],
)
def test_the_pairs_are_those_of_the_literature(election, one, other, votes):
    above = preferred(election.profile)
    a, b = election.options.index(one), election.options.index(other)
    assert votes == (above[a, b], above[b, a])
