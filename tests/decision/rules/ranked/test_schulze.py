"""The laws of the menu cover Schulze's rule already; here are its two conventions."""

import pytest

import deliberate as d
from deliberate.decision.steps import PairsCompared, PathsFound

STRENGTHS = ("margins", "winning-votes")


@pytest.mark.parametrize(("strength", "winner"), [("margins", "b"), ("winning-votes", "c")])
def test_margins_and_winning_votes_can_choose_differently(strength, winner):
    """A circle: a beats b 7:6, b beats c 6:3, c beats a 9:4; the narrow victory of a is not the one of fewest votes."""
    outcome = d.decide(d.ranked("4: a; 6: b > c; 3: c > a", options="abc"), d.rule("schulze", strength=strength))
    [paths] = outcome.steps(PathsFound)
    assert ((winner,), strength) == (outcome.chosen, paths.strength)


def test_where_unranked_is_no_opinion_only_pairs_ranked_on_one_ballot_count():
    election = d.ranked("3: a; 2: b > a", options="ab")
    last, no_opinion = (d.decide(election, d.rule("schulze", unranked=each)) for each in ("last", "no-opinion"))
    assert ((("a",), ("b",))) == (last.chosen, no_opinion.chosen)
    [pairs] = no_opinion.steps(PairsCompared)
    assert (((0, 0), (2, 0)), "no-opinion") == (pairs.above, pairs.unranked)


def test_victories_of_any_size_are_compared_exactly():
    """One vote in 2**63 decides, though a float would not see it."""
    most = 2**63 + 1025
    for text in (f"{most}: c > b; {most - 1}: b > c", f"{most - 1}: b > c; {most}: c > b"):
        for strength in STRENGTHS:
            outcome = d.decide(d.ranked(text, options="abc"), d.rule("schulze", strength=strength))
            assert (("c",), ()) == (outcome.chosen, outcome.ties)
