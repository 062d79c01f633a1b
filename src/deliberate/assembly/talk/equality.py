"""How evenly something lies on people, exactly: who has nothing counts as well."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from math import exp, fsum, log

from attrs import frozen

from deliberate.records.kinds import fields, kind
from deliberate.words import say


@kind
@frozen
class Equality:
    """How evenly turns or seconds lie on people; None where there are none.

    Attributes
    ----------
    people
        How many, the silent included.
    total
        How much in all.
    gini
        From 0, all have the same, towards 1.
    effective
        How many equal speakers would be as concentrated: the square of the sum over the sum of the squares.
    top
        What the one with most has of it all.
    amounts
        In rising order, which names nobody.
    """

    people: int
    total: int
    gini: Fraction | None
    effective: Fraction | None
    top: Fraction | None
    amounts: tuple[int, ...] = ()

    @property
    def diversity(self) -> float | None:
        """How many equal speakers would be as hard to tell in advance: e to the entropy. A report, decides nothing."""
        return exp(self._entropy) if self.total else None

    @property
    def evenness(self) -> float | None:
        """The entropy over that of as many equal people, from 0 to 1; None for one alone. A report, decides nothing."""
        return self._entropy / log(self.people) if self.total and self.people > 1 else None

    @property
    def _entropy(self) -> float:
        shares = (amount / self.total for amount in self.amounts if amount)
        return fsum(-share * log(share) for share in shares)

    def explain(self, lang: str = "en") -> str:
        """The figures in words, rounded to a hundredth."""
        parts = ("gini", "effective", "top")
        told = {part: None if getattr(self, part) is None else _near(getattr(self, part)) for part in parts}
        return say("Equality", {**fields(self), **told}, lang)


def equality(amounts: Iterable[int]) -> Equality:
    """How evenly amounts lie on people.

    Parameters
    ----------
    amounts
        One for each person, the silent included; whole and not negative.

    Notes
    -----
    O(n log n). With the n amounts in rising order the Gini coefficient is ``sum((2 i - n - 1) x_i) / (n sum(x_i))``
    for i from 1; 1 / effective is the Herfindahl-Hirschman index.

    Examples
    --------
    >>> found = equality((12, 4, 2, 1, 1, 0, 0, 0))
    >>> found.gini, found.effective, found.top
    (Fraction(11, 16), Fraction(200, 83), Fraction(3, 5))
    >>> round(found.evenness, 6), round(found.diversity, 4)
    (0.556984, 3.1842)

    References
    ----------
    C. Gini, Variabilità e mutabilità, 1912.
    C. E. Shannon, A Mathematical Theory of Communication, 1948, doi:10.1002/j.1538-7305.1948.tb01338.x.
    M. Laakso, R. Taagepera, "Effective" Number of Parties: A Measure with Application to West Europe, 1979,
    doi:10.1177/001041407901200101.
    """
    rising = sorted(amounts)
    people, total = len(rising), sum(rising)
    if not total:
        return Equality(people, 0, None, None, None, tuple(rising))
    uneven = sum((2 * place - people - 1) * amount for place, amount in enumerate(rising, 1))
    return Equality(
        people,
        total,
        Fraction(uneven, people * total),
        Fraction(total**2, sum(amount**2 for amount in rising)),
        Fraction(rising[-1], total),
        tuple(rising),
    )


def median(amounts: Iterable[int]) -> Fraction:
    """The middle amount, of an even number the mean of the two in the middle; 0 of none.

    Examples
    --------
    >>> median((4, 1, 2, 12))
    Fraction(3, 1)
    """
    rising = sorted(amounts)
    middle = rising[(len(rising) - 1) // 2 : len(rising) // 2 + 1]
    return Fraction(sum(middle), len(middle)) if middle else Fraction(0)


def _near(value: Fraction) -> Fraction:
    return Fraction(round(value * 100), 100)
