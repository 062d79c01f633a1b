"""Ballots in piles, one for each continuing option, as the tellers lay them on the table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from deliberate.decision.arithmetic import Table, total
from deliberate.decision.ballots import Ranking
from deliberate.decision.pairwise import from_top
from deliberate.decision.profile import Profile

Rows = NDArray[np.intp]


class Piles:
    """Each ballot on the pile of its first continuing option; moved only when that option leaves.

    A ballot whose first continuing rank names two or more continuing options is exhausted for good; so is one
    that names none.

    Parameters
    ----------
    profile
        Rankings.

    Notes
    -----
    A ballot is looked at once for each time its option leaves: O(n_types * n_options) in all for the usual
    count, instead of once a round.
    """

    def __init__(self, profile: Profile[Ranking]) -> None:
        self._planes = from_top(profile)
        self._weights = profile.weights
        self._piles: list[list[Rows]] = [[] for _ in profile.options]
        self.continuing: list[int] = list(range(len(profile.options)))
        self.votes: list[int] = [0] * len(profile.options)
        self.exhausted: int = 0
        self._deal(self._planes, None)

    def leave(self, columns: Iterable[int]) -> None:
        """Take options out of the count and move their ballots on.

        Parameters
        ----------
        columns
            The options' places in the profile.
        """
        leaving = list(columns)
        self.continuing = [column for column in self.continuing if column not in leaving]
        moving = [rows for column in leaving for rows in self._piles[column]]
        for column in leaving:
            self._piles[column], self.votes[column] = [], 0
        if moving:
            rows = np.concatenate(moving)
            planes = [self._planes[column].take(rows) for column in self.continuing]
            self._deal(np.stack(planes) if planes else None, rows)

    def _deal(self, planes: Table | None, rows: Rows | None) -> None:
        weights = self._weights if rows is None else self._weights[rows]
        if planes is None:
            self.exhausted += total(weights)
            return
        best = np.minimum.reduce(planes, axis=0)
        firsts = planes == best
        counts = np.add.reduce(firsts.view(np.uint8), axis=0, dtype=planes.dtype)
        # A plane holds the largest number where the option is unranked: nobody is first where that is the best.
        kept = (counts == 1) & (best != np.iinfo(planes.dtype).max)
        moved = 0
        for place, column in enumerate(self.continuing):
            chosen = np.flatnonzero(firsts[place] & kept)
            if len(chosen):
                votes = total(weights[chosen])
                self._piles[column].append(chosen if rows is None else rows[chosen])
                self.votes[column] += votes
                moved += votes
        self.exhausted += total(weights) - moved


def lowest_together(votes: Sequence[tuple[str, int]]) -> tuple[str, ...]:
    """The most options that have together fewer votes than the next one up; empty where no such group is.

    Parameters
    ----------
    votes
        Options with their votes, fewest first.

    Notes
    -----
    None of them can catch up, in whatever order they leave: batch elimination.
    """
    found: tuple[str, ...] = ()
    together = 0
    for place, (_, each) in enumerate(votes[:-1], 1):
        together += each
        if together < votes[place][1]:
            found = tuple(option for option, _ in votes[:place])
    return found
