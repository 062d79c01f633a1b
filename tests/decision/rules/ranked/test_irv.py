"""The laws of the menu cover instant runoff already; here are its overvotes, skipped ranks and batches."""

import deliberate as d
from deliberate.decision.steps import Eliminated, Tallied


def rounds(text, **parameters):
    outcome = d.decide(d.ranked(text), d.rule("irv", **parameters))
    return [(dict(step.tallies), step.exhausted) for step in outcome.steps(Tallied)]


def left(text, **parameters):
    return [step.options for step in d.decide(d.ranked(text), d.rule("irv", **parameters)).steps(Eliminated)]


def test_a_majority_at_once_ends_the_count():
    assert [({"a": 3, "b": 2}, 0)] == rounds("3: a > b; 2: b > a")


def test_exactly_half_is_no_majority():
    assert [{"a": 2, "b": 1, "c": 1}, {"a": 2, "b": 2}, {"a": 2}] == [
        votes for votes, _ in rounds("2: a; 1: b; 1: c > b")
    ]


def test_ballots_without_a_next_choice_are_exhausted_and_counted_as_such():
    assert [({"a": 3, "b": 3, "c": 2}, 0), ({"a": 3, "b": 4}, 1)] == rounds("3: a; 3: b; 1: c > b; 1: c")


def test_two_continuing_options_on_one_rank_exhaust_the_ballot_for_good():
    assert [({"a": 2, "b": 1, "c": 0}, 2)] == rounds("2: a > b; 1: b; 2: a = b > c")


def test_an_overvote_of_which_one_continues_counts_for_that_one():
    text = "4: a; 3: b; 2: c > d = b; 1: d > c"
    assert [("d",), ("c",)] == left(text)
    assert ({"a": 4, "b": 5}, 1) == rounds(text)[-1]


def test_a_skipped_rank_passes_on():
    profile = d.Profile.from_ranks([[1, 0, 3], [0, 1, 0], [0, 0, 4]], "abc", [1, 3, 2])
    outcome = d.decide(d.Election(profile), d.rule("irv"))
    assert [{"a": 1, "b": 3, "c": 2}, {"b": 3, "c": 3}] == [dict(tally) for tally in outcome.tallies][:2]


def test_a_batch_of_hopeless_options_leaves_at_once():
    text = "9: a; 8: b; 2: c > b; 1: d > b"
    assert [("d",), ("c",)] == left(text)
    assert [{"d", "c"}] == [set(each) for each in left(text, elimination="batch")]


def test_a_batch_never_takes_those_who_could_still_catch_up():
    text = "9: a; 4: b; 3: c > b; 2: d > c"
    assert [("d",), ("b",)] == left(text)
    assert [("d",), ("b",)] == left(text, elimination="batch")


def test_options_without_a_vote_leave_one_by_one_and_the_lot_is_asked():
    outcome = d.decide(d.ranked("2: a > b; 2: b > a; 1: c", options="abcde"), d.rule("irv"))
    assert ("d", "e") == outcome.ties[0].between
