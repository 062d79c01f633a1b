"""Properties that a rule does not have under its conventions, each with the smallest ballots that show it."""

import pytest

import deliberate as d
from deliberate.decision.claims import Claim
from deliberate.testing.claims import holds


def possible(election, rule):
    return {outcome.chosen for outcome in d.universes(election, rule)}


@pytest.mark.parametrize("elimination", ["single", "batch"])
def test_a_condorcet_loser_can_win_irv_where_overvotes_exhaust(elimination):
    """c loses to a and to b by 2 to 1; the two ballots that say so are exhausted by their overvote."""
    election = d.ranked("2: a = b; 1: c")
    rule = d.rule("irv", elimination=elimination)
    assert {("c",)} == possible(election, rule)
    assert not holds(Claim.CONDORCET_LOSER, rule, election)
    assert Claim.CONDORCET_LOSER not in rule.satisfies


def test_an_option_that_nobody_prefers_can_win_plurality_where_all_ballots_are_overvotes():
    """Everybody ranks a above c, and nobody's ballot counts: a, b and c are tied with no vote."""
    election, rule = d.ranked("1: a = b > c"), d.rule("plurality")
    assert {("a",), ("b",), ("c",)} == possible(election, rule)
    assert not holds(Claim.PARETO, rule, election)
    assert Claim.PARETO not in rule.satisfies


def test_irv_is_not_monotone():
    """17 voters: a wins; two who put b first move a to the top, and c wins."""
    before = d.ranked("6: a > b > c; 5: c > a > b; 4: b > c > a; 2: b > a > c")
    after = d.ranked("6: a > b > c; 5: c > a > b; 4: b > c > a; 2: a > b > c")
    assert (("a",), ("c",)) == tuple(d.decide(each, d.rule("irv")).chosen for each in (before, after))
    assert not holds(Claim.MONOTONE, d.rule("irv"), before)


def test_a_majority_favourite_can_lose_borda():
    election = d.ranked("3: a > b > c; 2: b > c > a")
    assert {("b",)} == possible(election, d.rule("borda"))
    assert not holds(Claim.MAJORITY, d.rule("borda"), election)
    assert not holds(Claim.CONDORCET, d.rule("borda"), election)


@pytest.mark.parametrize("strength", ["margins", "winning-votes"])
@pytest.mark.parametrize(
    ("claim", "text", "options"),
    [
        (Claim.MAJORITY, "3: a; 2: b > a", "ab"),
        (Claim.MONOTONE, "1: a", "ab"),
    ],
)
def test_where_unranked_is_no_opinion_schulze_loses_what_speaks_of_whole_ballots(strength, claim, text, options):
    """A ballot that ranks a alone says nothing of a against b: three such voters are no majority.

    And whoever adds b below a speaks for the first time of b, against it: moved up from nowhere, b loses.
    """
    rule, election = d.rule("schulze", strength=strength, unranked="no-opinion"), d.ranked(text, options=options)
    assert not holds(claim, rule, election)
    assert holds(claim, d.rule("schulze", strength=strength), election)
    assert claim not in rule.satisfies
