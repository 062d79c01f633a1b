"""How far estimates lie apart: quartiles and variance, exact."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from fractions import Fraction

from attrs import frozen

from deliberate.errors import InputError
from deliberate.quantities import Amount, exact
from deliberate.records.kinds import kind
from deliberate.words import say


@kind
@frozen
class Spread:
    """Median, quartiles, mean and variance of some estimates.

    Attributes
    ----------
    count
        How many estimates.
    variance
        Of the sample: the squares are divided by ``count - 1``; 0 for a single estimate.
    """

    count: int
    first_quartile: Fraction
    median: Fraction
    third_quartile: Fraction
    mean: Fraction
    variance: Fraction

    @property
    def iqr(self) -> Fraction:
        """How wide the middle half is."""
        return self.third_quartile - self.first_quartile

    @property
    def cv(self) -> float | None:
        """Standard deviation by mean, for reading only; None where the mean is 0, or next to nothing beside it."""
        if not self.variance:
            return float(0)
        try:
            return math.sqrt(self.variance / self.mean**2) if self.mean else None
        except OverflowError:
            return None

    def cv_below(self, most: Fraction) -> bool:
        """Whether the standard deviation is less than so much of the mean; compared in squares, exactly."""
        return not self.variance or self.variance < (most * self.mean) ** 2

    def outside(self, value: Amount) -> bool:
        """Whether an estimate lies outside the middle half."""
        return not self.first_quartile <= value <= self.third_quartile

    def explain(self, lang: str = "en") -> str:
        """The figures in a sentence."""
        told = {
            "count": self.count,
            "first": self.first_quartile,
            "median": self.median,
            "third": self.third_quartile,
            "iqr": self.iqr,
            "cv": self.cv,
        }
        return say("Spread", told, lang)


def quantile(values: Iterable[Amount], share: Fraction) -> Fraction:
    """The value below which a share of the values lies, by linear interpolation.

    Parameters
    ----------
    values
        At least one.
    share
        Between 0 and 1.

    Raises
    ------
    InputError
        ``no-values``; ``bad-parameter`` for a share that is none.

    Examples
    --------
    >>> [str(quantile([2, 3, 5, 7, 8, 9, 4, 6], Fraction(n, 4))) for n in (1, 2, 3)]
    ['15/4', '11/2', '29/4']

    Notes
    -----
    The definition that numpy calls ``linear``, in exact fractions. Cost O(n log n).

    References
    ----------
    R. J. Hyndman, Y. Fan, Sample quantiles in statistical packages, 1996, doi:10.1080/00031305.1996.10473566: type 7.
    """
    ordered = sorted(values)
    if not ordered:
        raise InputError("no-values")
    if not 0 <= share <= 1:
        raise InputError("bad-parameter", parameter="share", value=str(share), known=())
    place = share * (len(ordered) - 1)
    below = math.floor(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])


def spread(values: Sequence[Amount | str]) -> Spread:
    """How far some estimates lie apart.

    Raises
    ------
    InputError
        ``no-values``, ``not-a-number``.

    Examples
    --------
    >>> found = spread([5, 5, 6, 6, 7, 7, 6, 5])
    >>> str(found.iqr), round(found.cv, 4)
    ('5/4', 0.142)
    """
    amounts = [exact(value) for value in values]
    first, median, third = (quantile(amounts, Fraction(n, 4)) for n in (1, 2, 3))
    mean = Fraction(sum(amounts), len(amounts))
    squares = sum(((value - mean) ** 2 for value in amounts), Fraction(0))
    variance = squares / (len(amounts) - 1) if len(amounts) > 1 else Fraction(0)
    return Spread(len(amounts), first, median, third, mean, variance)
