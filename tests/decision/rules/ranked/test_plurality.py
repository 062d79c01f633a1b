"""The laws of the menu cover plurality already; here are its overvotes and its seats."""

import deliberate as d
from deliberate.decision.steps import Tallied


def test_two_first_choices_count_for_neither():
    outcome = d.decide(d.ranked("2: a = b; 1: c > a"), d.rule("plurality"))
    [tallied] = outcome.steps(Tallied)
    assert ({"a": 0, "b": 0, "c": 1}, 2) == (dict(tallied.tallies), tallied.exhausted)


def test_the_first_rank_that_is_used_is_the_first_choice():
    profile = d.Profile.from_ranks([[0, 3, 5]], "abc")
    assert ("b",) == d.decide(d.Election(profile), d.rule("plurality")).chosen


def test_several_seats_are_the_single_non_transferable_vote():
    outcome = d.decide(d.ranked("5: a > b; 3: b; 4: c", seats=2), d.rule("plurality"))
    assert ("a", "c") == outcome.chosen
