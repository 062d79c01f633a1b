"""Every outcome that some lot allows, found without trying every lot."""

from itertools import permutations

import pytest
from hypothesis import given, settings

import deliberate as d
from deliberate.decision.rules.majority.majority import Majority
from deliberate.errors import TooManyUniverses
from deliberate.requirement import Requirement
from deliberate.testing import elections

LOT = Requirement.from_json({"pass": {">": [{"tally": ["head", ["YES"]]}, {"tally": ["head", ["NO"]]}]}, "tie": "lot"})


def with_lot(election, order):
    return d.Election(
        election.table, seats=election.seats, lot=order, withdrawn=election.withdrawn, invalid=election.invalid
    )


@settings(max_examples=60)
@given(elections(most_options=5, most_types=4))
def test_trying_every_lot_finds_the_same(election):
    for name in ("irv", "schulze", "plurality"):
        rule = d.rule(name)
        every = {d.decide(with_lot(election, order), rule).chosen for order in permutations(election.table.options)}
        assert every == {outcome.chosen for outcome in d.universes(election, rule)}


def test_earlier_answers_of_the_lot_bind_the_later_ones():
    """All three tie for the fewest; whoever the lot put last left, so it cannot put them before anyone later."""
    cycle = d.ranked("1: a > b > c; 1: b > c > a; 1: c > a > b")
    for outcome in d.universes(cycle, d.rule("irv")):
        left = [tie.dropped for tie in outcome.ties if tie.dropped]
        assert len(left) == len(set(left))


def test_outcomes_are_sorted_and_without_doubles():
    found = [outcome.chosen for outcome in d.universes(d.ranked("1: c; 1: a; 1: b"), d.rule("irv"))]
    assert [("a",), ("b",), ("c",)] == found


def test_the_elections_own_lot_does_not_matter():
    text = "1: a > b > c; 1: b > c > a; 1: c > a > b"
    one, other = (d.universes(d.ranked(text, options="abc", lot=lot), d.rule("irv")) for lot in ("abc", "cba"))
    assert [each.chosen for each in one] == [each.chosen for each in other]


def test_past_the_bound_one_is_asked_for_a_lot():
    with pytest.raises(TooManyUniverses) as caught:
        d.universes(d.ranked("1: a; 1: b; 1: c; 1: d"), d.rule("irv"), bound=5)
    assert ("too-many-universes", 5) == (caught.value.code, caught.value.fields["bound"])


def test_a_tied_answer_left_to_the_lot_has_two_universes():
    answers = d.Answers.of({"li": "YES", "wang": "NO"}, roll={"li": (1,), "wang": (1,)})
    outcomes = d.universes(d.Election(answers), Majority(LOT))
    assert {("proposal",), ("status quo",)} == {outcome.chosen for outcome in outcomes}
    assert {"decided"} == {outcome.status for outcome in outcomes}


def test_a_tied_answer_left_to_a_new_vote_is_tied():
    requirement = Requirement.from_json({**LOT.to_json(), "tie": "revote"})
    answers = d.Answers.of({"li": "YES", "wang": "NO"}, roll={"li": (1,), "wang": (1,)})
    outcome = d.decide(d.Election(answers), Majority(requirement))
    assert ("tied", ()) == (outcome.status, outcome.chosen)


def test_two_seats_among_three_equals_have_three_universes():
    outcomes = d.universes(d.ranked("1: a; 1: b; 1: c", seats=2), d.rule("plurality"))
    assert [{"a", "b"}, {"a", "c"}, {"b", "c"}] == [set(outcome.chosen) for outcome in outcomes]
