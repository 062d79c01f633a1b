"""Ballots that pour: each gives its weight, in equal parts, to the best of what is left on it."""

from __future__ import annotations

from math import lcm

import numpy as np
from numpy.typing import NDArray

# Below this every sum of whole weights fits into 64 bits.
FITS = 2**62


class Pouring:
    """How much flows into each suggestion while some are left.

    Parameters
    ----------
    sections
        Shape (n_ballots, n_suggestions): the section in which a suggestion stands on a ballot, from 1, the best; 0
        where the ballot does not speak of it.
    weights
        Shape (n_ballots,): whole and positive.

    Notes
    -----
    ``_flows[suggestion, among]`` is the weight of the ballots that pour into the suggestion and into so many in all.
    """

    def __init__(self, sections: NDArray[np.uint8], weights: NDArray[np.int64]) -> None:
        self._sections, self._weights = sections, weights
        self._last = int(sections.max(initial=0))
        most = max((int((sections == each).sum(axis=1).max(initial=0)) for each in range(1, self._last + 1)), default=1)
        self.whole = lcm(*range(1, most + 1))
        self._shares = _shares(most, self.whole, int(weights.sum()))
        self.left = np.ones(sections.shape[1], np.bool_)
        # The weight of the ballots that pour into anything.
        self.poured = int(weights.sum())
        # The section that each ballot pours into, 0 where nothing is left on it, and how many are left there.
        self._open = np.zeros(len(sections), np.uint8)
        self._among = np.zeros(len(sections), np.int64)
        self._flows = np.zeros((sections.shape[1], most + 1), weights.dtype)
        self._turn_to_the_next(np.arange(len(sections)))

    def copy(self) -> Pouring:
        """The same flows, to go on with by themselves."""
        other = object.__new__(Pouring)
        other.__dict__ |= self.__dict__
        other.left, other._flows = self.left.copy(), self._flows.copy()
        other._open, other._among = self._open.copy(), self._among.copy()
        return other

    def rates(self) -> list[int]:
        """What flows into each suggestion, in parts of ``whole``; nothing into those that are gone."""
        flows = self._flows if self._shares.dtype == self._flows.dtype else self._flows.astype(object)
        return [int(each) for each in flows @ self._shares]

    def without(self, place: int) -> None:
        """Let one suggestion go: what flowed into it flows into the rest.

        Notes
        -----
        Cost O(n_ballots + ballots that poured into it * n_suggestions).
        """
        ballots = np.flatnonzero((self._sections[:, place] == self._open) & (self._open > 0))
        inside = (self._sections[ballots] == self._open[ballots, None]) & self.left
        self._flow(ballots, inside, -1)
        self.left[place] = False
        self._flows[place] = 0
        inside[:, place] = False
        self._among[ballots] -= 1
        rest = self._among[ballots] > 0
        self._flow(ballots[rest], inside[rest], 1)
        self._turn_to_the_next(ballots[~rest])

    def _turn_to_the_next(self, ballots: NDArray[np.int64]) -> None:
        """Let ballots pour into the best section in which something is left."""
        for section in range(1, self._last + 1):
            if not len(ballots):
                return
            inside = (self._sections[ballots] == section) & self.left
            among = inside.sum(axis=1)
            found = among > 0
            self._open[ballots[found]], self._among[ballots[found]] = section, among[found]
            self._flow(ballots[found], inside[found], 1)
            ballots = ballots[~found]
        self._open[ballots], self._among[ballots] = 0, 0
        self.poured -= int(self._weights[ballots].sum())

    def _flow(self, ballots: NDArray[np.int64], inside: NDArray[np.bool_], sign: int) -> None:
        among = self._among[ballots]
        for each in np.flatnonzero(np.bincount(among)):
            part = among == each
            self._flows[:, each] += sign * (self._weights[ballots[part]] @ inside[part])


def _shares(most: int, whole: int, total: int) -> NDArray[np.int64]:
    """What one of so many gets of a unit of weight, in parts of the whole."""
    dtype = np.int64 if whole * total < FITS else object
    return np.array([0, *(whole // among for among in range(1, most + 1))], dtype)
