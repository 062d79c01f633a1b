"""Whether the sides take turns: the runs test. Its score is a report and decides nothing."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from itertools import groupby
from math import sqrt

from attrs import frozen

from deliberate.assembly.moves import Side
from deliberate.records.kinds import kind


@kind
@frozen
class Alternation:
    """How often the side changed from one turn to the next.

    Attributes
    ----------
    turns_for, turns_against
        Turns that took no side are left out.
    runs
        How many stretches of turns on one side there were.
    expected, variance
        Of the number of runs if the same turns came in any order; None where there are none.
    """

    turns_for: int
    turns_against: int
    runs: int
    expected: Fraction | None
    variance: Fraction | None

    @property
    def score(self) -> float | None:
        """How many standard deviations more runs than expected; None where every order has as many."""
        if self.expected is None or not self.variance:
            return None
        return (self.runs - self.expected) / sqrt(self.variance)


def alternation(sides: Iterable[Side]) -> Alternation:
    """Whether the sides took turns.

    Parameters
    ----------
    sides
        Of the turns, in order.

    Notes
    -----
    O(n). With a turns for and b against, n in all: the mean is ``2ab/n + 1``, the variance
    ``2ab(2ab - n) / (n^2 (n - 1))``. A score well above 0: the sides alternate; well below: one side speaks, then the
    other.

    Examples
    --------
    >>> found = alternation(Side.FOR if sign == "+" else Side.AGAINST for sign in "+-+-+-++--")
    >>> found.runs, found.expected, found.variance, round(found.score, 4)
    (8, Fraction(6, 1), Fraction(20, 9), 1.3416)

    References
    ----------
    A. Wald, J. Wolfowitz, On a Test Whether Two Samples are from the Same Population, 1940,
    doi:10.1214/aoms/1177731909.
    """
    taken = [side for side in sides if side is not Side.NEITHER]
    runs = sum(1 for _ in groupby(taken))
    turns, pros = len(taken), taken.count(Side.FOR)
    cons = turns - pros
    twice = 2 * pros * cons
    if not turns:
        return Alternation(0, 0, 0, None, None)
    variance = Fraction(twice * (twice - turns), turns**2 * (turns - 1)) if turns > 1 else Fraction(0)
    return Alternation(pros, cons, runs, Fraction(twice, turns) + 1, variance)
