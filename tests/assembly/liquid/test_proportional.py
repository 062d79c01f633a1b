"""The order of suggestions: the worked examples with their scores, and the laws of pouring."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deliberate.assembly.liquid.proportional import ProportionalOrder, SuggestionBallot, proportional
from deliberate.assembly.liquid.steps import ScoresRose, SuggestionPlaced
from deliberate.errors import InputError
from deliberate.records.convert import from_dict, to_dict
from tests.oracles.test_liquid import ballots

FIRST = (SuggestionBallot((("A", "B"), "C"), 5), SuggestionBallot(("C", "D"), 3), SuggestionBallot(("D",), 2))
SECOND = (SuggestionBallot((("A", "B", "D"),), 6), SuggestionBallot(("C",), 4))


def test_the_first_worked_example():
    assert tuple("ACBD") == proportional("ABCD", FIRST).order


def test_the_first_worked_example_with_its_scores():
    rose, then, placed, *_ = proportional("ABCD", FIRST).steps
    assert Fraction(1, 3) == rose.share
    assert {"A": Fraction(5, 6), "B": Fraction(5, 6), "C": 1, "D": Fraction(2, 3)} == dict(rose.scores)
    assert Fraction(1, 15) == then.share
    assert ("A", "B") == then.safe
    assert SuggestionPlaced("D", 4, ("A", "B")) == placed


def test_the_second_worked_example_in_which_counting_would_put_c_last():
    assert tuple("ACBD") == proportional("ABCD", SECOND).order


def test_it_is_told_in_both_languages():
    order = proportional("ABCD", FIRST)
    assert order.explain().splitlines()[:3] == [
        "For place 4, 10 votes give 1/3 each: A 5/6, B 5/6, C 1, D 2/3. Safe: C.",
        "For place 4, 10 votes give 1/15 each: A 1, B 1, D 1. Safe: A, B.",
        "D takes place 4; A, B came as far and are older.",
    ]
    assert order.explain("zh").splitlines()[2] == "“D”排第 4 位；A、B同时到达，因提出在先而排在前面。"


def test_suggestions_without_an_opinion_come_last_the_older_before_the_newer():
    order = proportional("XYAB", (SuggestionBallot(("B",)),))
    assert tuple("BXYA") == order.order
    assert [("A", 4), ("Y", 3), ("X", 2), ("B", 1)] == [
        (step.suggestion, step.place) for step in order.steps if isinstance(step, SuggestionPlaced)
    ]


def test_no_suggestion_makes_an_empty_order():
    assert () == proportional((), ()).order
    assert "" == proportional((), ()).explain()


def test_one_suggestion_takes_the_first_place():
    assert ("A",) == proportional("A", ()).order


@given(ballots(), st.randoms(use_true_random=False))
def test_the_order_of_the_ballots_does_not_matter(cast, chance):
    mixed = list(cast)
    chance.shuffle(mixed)
    assert proportional("ABCDE", cast) == proportional("ABCDE", mixed)


@given(ballots())
def test_a_ballot_of_two_is_two_ballots(cast):
    doubled = [SuggestionBallot(ballot.sections, 2 * ballot.weight) for ballot in cast]
    assert proportional("ABCDE", doubled) == proportional("ABCDE", [*cast, *cast])


@given(ballots(), st.integers(2, 7))
def test_all_weights_times_the_same_change_nothing(cast, times):
    scaled = [SuggestionBallot(ballot.sections, times * ballot.weight) for ballot in cast]
    assert proportional("ABCDE", cast).order == proportional("ABCDE", scaled).order


@given(ballots())
def test_every_suggestion_has_one_place(cast):
    assert sorted("ABCDE") == sorted(proportional("ABCDE", cast).order)


@given(ballots(suggestions="ABCD", most=4))
def test_what_the_ballots_give_is_what_the_suggestions_get(cast):
    scores = dict.fromkeys("ABCD", Fraction(0))
    for step in proportional("ABCD", cast).steps:
        if isinstance(step, SuggestionPlaced):
            del scores[step.suggestion]
            scores = dict.fromkeys(scores, Fraction(0))
        else:
            assert isinstance(step, ScoresRose)
            got = sum(score - scores[name] for name, score in step.scores)
            assert step.share * step.poured == got
            assert all(0 <= score <= 1 for _, score in step.scores)
            assert step.safe
            scores |= dict(step.scores)


@given(ballots(suggestions="ABCD", most=4))
def test_who_is_safe_is_full_and_who_is_not_is_not_but_for_equals(cast):
    last = {}
    for step in proportional("ABCD", cast).steps:
        if isinstance(step, SuggestionPlaced):
            reached = last.get(step.suggestion, 0)
            assert all(last.get(name, 0) == reached for name in step.equals)
            assert step.equals or reached < 1
            last = {}
        else:
            assert all(dict(step.scores)[name] == 1 for name in step.safe)
            last = dict(step.scores)


def test_it_travels_as_json():
    order = proportional("ABCD", FIRST)
    assert order == from_dict(to_dict(order))
    steps = tuple(order.steps)
    assert steps == from_dict(to_dict(steps))


def test_a_lone_text_is_one_suggestion_and_names_are_in_their_one_form():
    assert (("bins",), (), (), ()) == SuggestionBallot(("bins",)).sections
    assert ("\u00e9t\u00e9",) == proportional(["e\u0301te\u0301"], [SuggestionBallot(("\u00e9te\u0301",))]).order


def test_equal_ballots_are_one():
    assert ProportionalOrder(("A",), (SuggestionBallot(("A",), 3),)) == proportional(
        "A", [SuggestionBallot(("A",), 1), SuggestionBallot((["A"], ()), 2)]
    )


@pytest.mark.parametrize(
    ("code", "count"),
    [
        ("same-name-twice", lambda: proportional("AA", ())),
        ("same-name-twice", lambda: SuggestionBallot(("A", "A"))),
        ("unknown-suggestion", lambda: proportional("A", [SuggestionBallot(("B",))])),
        ("bad-weight", lambda: SuggestionBallot(("A",), 0)),
        ("bad-parameter", lambda: SuggestionBallot(("A", "B", "C", "D", "E"))),
    ],
)
def test_what_cannot_be_counted_is_refused(code, count):
    with pytest.raises(InputError) as error:
        count()
    assert code == error.value.code
    assert error.value.told("zh") != error.value.told("en")
