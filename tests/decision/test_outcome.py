"""An outcome is its rule and its trace; the rest is read from the trace."""

import pytest

import deliberate as d
from deliberate.decision.outcome import Outcome
from deliberate.decision.steps import Chosen, Tallied, Undecided


def test_nothing_but_rule_and_trace_is_stored():
    outcome = d.decide(d.ranked("2: a > b; 1: b"), d.rule("plurality"))
    assert outcome == Outcome(d.rule("plurality"), outcome.trace)
    assert hash(outcome) == hash(Outcome(d.rule("plurality"), outcome.trace))


def test_all_else_is_read_from_the_trace():
    outcome = d.decide(d.ranked("2: a > b; 2: b", lot="ba"), d.rule("plurality"))
    assert ("decided", ("b",), (("a", "b"),)) == (outcome.status, outcome.chosen, outcome.ranking)
    assert (((("a", 2), ("b", 2))),) == outcome.tallies
    assert ["b"] == [tie.kept for tie in outcome.ties]


@pytest.mark.parametrize("status", ["rejected", "inquorate", "tied"])
def test_what_is_not_decided_is_a_status_and_no_error(status):
    outcome = Outcome(d.rule("plurality"), (Undecided(status),))
    assert (status, (), None, ()) == (outcome.status, outcome.chosen, outcome.ranking, outcome.ties)


def test_an_empty_trace_chooses_nothing():
    assert () == Outcome(d.rule("plurality"), ()).chosen


def test_the_explanation_has_the_rule_first_and_then_a_line_for_each_step():
    outcome = Outcome(d.rule("plurality"), (Tallied((("a", 2),)), Chosen(("a",))))
    assert 3 == len(outcome.explain("en").splitlines()) == len(outcome.explain("zh").splitlines())
    assert outcome.explain() == outcome.explain("en")


def test_a_notebook_shows_the_trace_escaped():
    profile = d.Profile.from_ranks([[1, 2]], ("<i>", "b"))
    shown = d.decide(d.Election(profile), d.rule("plurality"))._repr_html_()
    assert "&lt;i&gt;" in shown
    assert "<i>" not in shown
