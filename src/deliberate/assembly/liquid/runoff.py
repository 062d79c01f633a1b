"""One place in the proportional order: everybody's score rises until only one is below 1."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import gcd

import numpy as np
from attrs import frozen

from deliberate.assembly.liquid.pouring import Pouring


@frozen
class Round:
    """From one moment at which somebody is full to the next.

    Attributes
    ----------
    time
        How long ballots poured, as two whole numbers: what each unit of weight has given.
    poured
        The weight that was pouring.
    lacks, scale
        What each suggestion in the race lacks of 1 at the end, in parts of the scale.
    safe
        Who is safe from now on.
    """

    time: tuple[int, int]
    poured: int
    lacks: tuple[tuple[int, int], ...]
    scale: int
    safe: tuple[int, ...]

    @property
    def share(self) -> Fraction:
        """What each unit of weight has given."""
        return Fraction(*self.time)

    @property
    def scores(self) -> tuple[tuple[int, Fraction], ...]:
        """The scores at the end."""
        return tuple((place, Fraction(self.scale - lack, self.scale)) for place, lack in self.lacks)


class Runoff:
    """The last to be full among those that are left takes the last free place.

    Parameters
    ----------
    pouring
        Is used up.

    Notes
    -----
    With rates r and lacks p, the next to be full is the one with the least p/r; call it p*, r*. Then every p becomes
    p - r p*/r*, which in a scale that is r* times as fine is the whole number p r* - r p*. So no fraction is ever
    brought to lowest terms.
    """

    def __init__(self, pouring: Pouring) -> None:
        self._pouring = pouring
        self._lacks = {int(place): 1 for place in np.flatnonzero(pouring.left)}
        self._scale = 1
        # Who was full at the very moment at which the loser would have been.
        self.equals: tuple[int, ...] = ()

    @property
    def loser(self) -> int:
        """Who is left, once all rounds are over."""
        return max(self._lacks)

    def rounds(self) -> Iterator[Round]:
        """Pour until one is left; of equals the one with the highest number."""
        while len(self._lacks) > 1:
            rates = self._pouring.rates()
            pace = gcd(*(rates[place] for place in self._lacks))
            if pace == 0:
                # Nobody has an opinion on those that are left.
                self._settle(tuple(self._lacks))
                return
            yield self._round({place: rates[place] // pace for place in self._lacks}, pace)

    def _round(self, rates: dict[int, int], pace: int) -> Round:
        lack, rate = self._next(rates)
        time = (lack * self._pouring.whole, self._scale * rate * pace)
        poured = self._pouring.poured
        lacks = {place: each * rate - rates[place] * lack for place, each in self._lacks.items()}
        common = gcd(rate, *lacks.values())
        self._lacks = {place: each // common for place, each in lacks.items()}
        self._scale = self._scale * rate // common
        reached, full = tuple(self._lacks.items()), tuple(place for place, each in self._lacks.items() if each == 0)
        self._settle(full)
        return Round(time, poured, reached, self._scale, tuple(place for place in full if place not in self._lacks))

    def _next(self, rates: dict[int, int]) -> tuple[int, int]:
        """What is lacked by the next to be full, and how fast it fills."""
        best, pace = 1, 0
        for place, lack in self._lacks.items():
            if lack * pace < best * rates[place]:
                best, pace = lack, rates[place]
        return best, pace

    def _settle(self, full: tuple[int, ...]) -> None:
        """Let those go that are full, the earliest first, as long as one is left."""
        if len(full) == len(self._lacks):
            full = full[:-1]
            self.equals = full
        for place in full:
            del self._lacks[place]
        for place in full if len(self._lacks) > 1 else ():
            self._pouring.without(place)


def placements(pouring: Pouring) -> Iterator[int]:
    """Who takes each place, from the last to the first; uses the flows up."""
    while pouring.left.any():
        runoff = Runoff(pouring.copy())
        for _ in runoff.rounds():
            pass
        yield runoff.loser
        pouring.without(runoff.loser)
