"""The laws of the menu cover Borda already; here is only what is Borda's own."""

from fractions import Fraction

import pytest

import deliberate as d
from deliberate.decision.rules.ranked.borda import Borda
from deliberate.decision.steps import Tallied, TieBroken


def points(text):
    [tallied] = [step for step in d.decide(d.ranked(text), Borda()).trace if isinstance(step, Tallied)]
    return dict(tallied.tallies)


def test_a_ballot_gives_a_point_for_each_option_below():
    assert {"a": 2, "b": 1, "c": 0} == points("1: a > b > c")


def test_options_ranked_equal_share_their_points():
    assert {"a": 2, "b": Fraction(1, 2), "c": Fraction(1, 2)} == points("1: a > b = c")


def test_options_left_out_stand_together_at_the_end():
    assert {"a": 2, "b": Fraction(3, 2), "c": Fraction(5, 2)} == points("1: a; 1: c > b")


@pytest.mark.parametrize("weight", [2**53 + 1, 2**61, 2**62, 2**63 - 1, 2**63, 2**100])
def test_points_of_any_size_are_exact(weight):
    """Three times 2**62 is past what 64 bits hold, though the votes themselves are not."""
    assert {"a": 3 * weight, "b": 2 * weight, "c": weight, "d": 0} == points(f"{weight}: a > b > c > d")


def test_a_tie_is_told_and_the_lot_decides_it():
    outcome = d.decide(d.ranked("1: a > b; 1: b > a", lot=("b", "a")), Borda())
    assert ("b",) == outcome.chosen
    assert (TieBroken(between=("a", "b"), kept="b"),) == outcome.ties
