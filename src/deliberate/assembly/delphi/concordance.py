"""Kendall's W: how far several orders of the same things agree, exact."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from fractions import Fraction

from attrs import frozen

from deliberate.errors import InputError
from deliberate.quantities import Amount, exact
from deliberate.records.kinds import kind
from deliberate.words import say

STRONG = Fraction(7, 10)


@kind
@frozen
class Concordance:
    """How far some judges agree on an order.

    Attributes
    ----------
    judges, things
        How many judges ordered how many things.
    w
        From 0 to 1; None where nobody tells any two things apart.
    """

    judges: int
    things: int
    w: Fraction | None

    @property
    def chi_squared(self) -> Fraction | None:
        """What a test against chance looks up, with ``things - 1`` degrees of freedom."""
        return None if self.w is None else self.judges * (self.things - 1) * self.w

    @property
    def is_strong(self) -> bool:
        """Whether W is at least 7/10."""
        return self.w is not None and self.w >= STRONG

    def explain(self, lang: str = "en") -> str:
        """The figures in a sentence."""
        told = {"judges": self.judges, "things": self.things, "w": self.w, "chi": self.chi_squared}
        return say("Concordance", told, lang)


def places(values: Sequence[Amount | str]) -> tuple[Fraction, ...]:
    """The place of each value, the smallest 1; equal values share the mean of their places.

    Examples
    --------
    >>> [str(place) for place in places([1, 2, 2, 4])]
    ['1', '5/2', '5/2', '4']
    """
    amounts = [exact(value) for value in values]
    ordered, tied = sorted(amounts), Counter(amounts)
    first = {value: place for place, value in reversed(tuple(enumerate(ordered, start=1)))}
    return tuple(first[value] + Fraction(tied[value] - 1, 2) for value in amounts)


def concordance(orders: Iterable[Sequence[Amount | str]]) -> Concordance:
    """Kendall's W of several orders.

    Parameters
    ----------
    orders
        For each judge a number for each thing, the same things in the same order; only the order of the numbers
        counts, equal numbers are a tie.

    Raises
    ------
    InputError
        ``orders-differ`` where there is none, or they are not of the same length; ``not-a-number``.

    Examples
    --------
    >>> found = concordance([(1, 2, 3, 4), (1, 3, 2, 4), (2, 1, 3, 4)])
    >>> str(found.w), found.chi_squared
    ('7/9', Fraction(7, 1))

    Notes
    -----
    With R the sums of places of m judges on n things, S the squares of R about their mean and t the sizes of ties,
    ``W = 12 S / (m^2 (n^3 - n) - m sum(t^3 - t))``. Cost O(m n log n).

    References
    ----------
    M. G. Kendall, B. Babington Smith, The problem of m rankings, 1939, doi:10.1214/aoms/1177732186.
    R. C. Schmidt, Managing Delphi surveys using nonparametric statistical techniques, 1997,
    doi:10.1111/j.1540-5915.1997.tb01330.x: 0.7 is strong.
    """
    given = [places(order) for order in orders]
    if not given or len({len(order) for order in given}) > 1 or not given[0]:
        raise InputError("orders-differ", sizes=tuple(len(order) for order in given))
    judges, things = len(given), len(given[0])
    sums = [sum(column, Fraction(0)) for column in zip(*given, strict=True)]
    mean = Fraction(judges * (things + 1), 2)
    squares = sum(((each - mean) ** 2 for each in sums), Fraction(0))
    ties = sum(size**3 - size for order in given for size in Counter(order).values())
    most = judges**2 * (things**3 - things) - judges * ties
    return Concordance(judges, things, 12 * squares / most if most else None)
