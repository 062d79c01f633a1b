"""How much weight delegation heaps on few: measured exactly, told plainly."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
from attrs import frozen
from numpy.typing import ArrayLike

from deliberate.community.resolution import Resolution
from deliberate.records.kinds import fields, kind
from deliberate.words import say


@kind
@frozen
class Concentration:
    """How unevenly the counted weight lies on those who voted in person.

    Attributes
    ----------
    direct
        How many voted in person.
    delegated
        How many are carried by somebody else's ballot.
    circular
        How many stand in a circle or are led into one.
    longest
        The longest chain that reached a ballot, in hops.
    largest
        The weight of the heaviest ballot, in the measure's unit.
    share
        That weight as a part of all that was counted; None where nothing was.
    gini
        The Gini coefficient of the ballots' weights, from 0 (all weigh the same) towards 1; None where nothing was
        counted.
    effective
        How many ballots of one weight would be as concentrated: the square of the sum over the sum of the squares;
        None where nothing was counted.
    """

    direct: int
    delegated: int
    circular: int
    longest: int
    largest: int
    share: Fraction | None
    gini: Fraction | None
    effective: Fraction | None

    def explain(self, lang: str = "en") -> str:
        """The measurement in words; shares are rounded to a tenth of a percent, the others to a hundredth."""
        told = {
            "share": None if self.share is None else _rounded(self.share * 100, 10),
            "gini": None if self.gini is None else _rounded(self.gini, 100),
            "effective": None if self.effective is None else _rounded(self.effective, 100),
        }
        return say("Concentration", {**fields(self), **told}, lang)


def concentration(resolution: Resolution, weights: ArrayLike) -> Concentration:
    """How unevenly the counted weight lies on those who voted in person.

    Parameters
    ----------
    resolution
        Who votes for whom.
    weights
        Shape (n,), in the unit of one measure, whole and not negative: what each line of the roll weighs.

    Raises
    ------
    RollError
        ``resolution-does-not-fit``, ``bad-weight``.

    Notes
    -----
    O(n log n), in whole numbers; Python's where int64 is too small. Damping is left out: this is the weight that
    was entrusted. With the weights of the v ballots in rising order, the Gini coefficient is
    ``sum((2 i - v - 1) w_i) / (v sum(w_i))`` for i from 1.

    Examples
    --------
    >>> from deliberate.community.delegation import Delegation
    >>> from deliberate.community.resolve import resolve
    >>> resolution = resolve(("an", "bao", "chen", "ding"), [Delegation("chen", "an")], direct={"an", "bao", "ding"})
    >>> found = concentration(resolution, (1, 1, 1, 1))
    >>> found.largest, found.share, found.gini, found.effective
    (2, Fraction(1, 2), Fraction(1, 6), Fraction(8, 3))

    References
    ----------
    C. Gini, Variabilità e mutabilità, 1912.
    M. Laakso, R. Taagepera, "Effective" Number of Parties: A Measure with Application to West Europe, 1979,
    doi:10.1177/001041407901200101.
    """
    ballots: list[int] = np.sort(resolution.gathered(weights)[resolution.direct]).tolist()
    total, voters = sum(ballots), len(ballots)
    uneven = sum((2 * rank - voters - 1) * weight for rank, weight in enumerate(ballots, 1))
    return Concentration(
        direct=voters,
        delegated=int(np.count_nonzero(resolution.carried)),
        circular=int(np.count_nonzero(resolution.circular)),
        longest=int(resolution.depths.max(initial=0)),
        largest=ballots[-1] if ballots else 0,
        share=Fraction(ballots[-1], total) if total else None,
        gini=Fraction(uneven, voters * total) if total else None,
        effective=Fraction(total**2, sum(weight**2 for weight in ballots)) if total else None,
    )


def _rounded(value: Fraction, parts: int) -> Fraction:
    return Fraction(round(value * parts), parts)
