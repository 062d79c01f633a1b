"""The runs test."""

from fractions import Fraction
from itertools import permutations

import pytest

from deliberate.assembly.talk.alternation import alternation
from tests.assembly.talk.meeting import AGAINST, FOR, NEITHER

SIDES = {"+": FOR, "-": AGAINST, "0": NEITHER}


def of(signs):
    return alternation(SIDES[sign] for sign in signs)


@pytest.mark.parametrize(
    ("signs", "runs", "score"),
    [("+-+-+-++--", 8, 1.3416), ("+++++-----", 2, -2.6833), ("+0-+-0+-++0--", 8, 1.3416)],
)
def test_the_worked_examples(signs, runs, score):
    found = of(signs)
    assert (runs, 6, Fraction(20, 9)) == (found.runs, found.expected, found.variance)
    assert score == round(found.score, 4)


@pytest.mark.parametrize("signs", ["++--", "+++-", "++---"])
def test_mean_and_variance_are_those_of_all_orders(signs):
    runs = [of(order).runs for order in permutations(signs)]
    mean = Fraction(sum(runs), len(runs))
    found = of(signs)
    assert mean == found.expected
    assert Fraction(sum((each - mean) ** 2 for each in runs), len(runs)) == found.variance


@pytest.mark.parametrize("signs", ["", "0", "+", "+++"])
def test_where_every_order_has_as_many_runs_there_is_no_score(signs):
    assert None is of(signs).score
