"""What was counted: for each measure and each stance an exact sum."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from deliberate.errors import RequirementError
from deliberate.quantities import whole
from deliberate.records.kinds import kind
from deliberate.requirement.statuses import STANCES, Stance

Counts = tuple[tuple[Stance, int], ...]


@kind
@frozen
class Tallies:
    """Sums by measure and stance.

    Attributes
    ----------
    measures
        Pairs of a measure (``head``, ``area`` in 0.01 m2, ...) and its counts, stances in their own order.

    Examples
    --------
    >>> tallies = Tallies.of({"head": {"YES": 7, "NO": 6, "ABSTAIN": 9}})
    >>> tallies.count("head", "YES"), tallies.roll("head")
    (7, 22)
    """

    measures: tuple[tuple[str, Counts], ...]

    @classmethod
    def of(cls, counts: Mapping[str, Mapping[str, object]], *, where: str = "tallies") -> Tallies:
        """Read sums written out.

        Raises
        ------
        RequirementError
            ``unknown-status``, ``bad-tally`` (negative or not whole), with the path.
        """
        if not isinstance(counts, Mapping):
            raise RequirementError("bad-node", where=where, found=type(counts).__name__)
        return cls(tuple((measure, _counts(each, f"{where}.{measure}")) for measure, each in counts.items()))

    @classmethod
    def from_columns(cls, stances: NDArray[np.uint8], weights: NDArray[np.int64], measures: Sequence[str]) -> Tallies:
        """Sum a column of stances against columns of weights.

        Parameters
        ----------
        stances
            Shape (n_voters,): the place of the stance in ``STANCES``.
        weights
            Shape (n_voters, n_measures), whole and not negative.
        measures
            The names of the columns.

        Notes
        -----
        O(n_voters * n_measures). ``bincount`` sums in float64, exact below 2**53; larger totals are summed in
        Python integers.
        """
        columns = []
        for measure, column in zip(measures, weights.T, strict=True):
            if len(column) and int(column.max()) * len(column) >= 2**53:
                sums = [sum(column[stances == code].tolist()) for code in range(len(STANCES))]
            else:
                sums = [int(each) for each in np.bincount(stances, weights=column, minlength=len(STANCES))]
            columns.append(
                (measure, tuple((stance, votes) for stance, votes in zip(STANCES, sums, strict=True) if votes))
            )
        return cls(tuple(columns))

    @property
    def names(self) -> tuple[str, ...]:
        """The measures counted."""
        return tuple(measure for measure, _ in self.measures)

    def counts(self, measure: str) -> Mapping[Stance, int]:
        """The sums of one measure by stance; a stance that nobody took is missing."""
        for name, counts in self.measures:
            if name == measure:
                return dict(counts)
        raise RequirementError("unknown-measure", measure=measure, known=self.names)

    def count(self, measure: str, *stances: Stance | str) -> int:
        """The sum of a measure over some stances."""
        counts = self.counts(measure)
        return sum(counts.get(Stance(stance), 0) for stance in stances)

    def roll(self, measure: str) -> int:
        """The sum of a measure over all stances: everybody entitled."""
        return sum(self.counts(measure).values())

    def moved(self, measure: str, moves: Iterable[tuple[Stance, Stance, int]]) -> Tallies:
        """The tallies if so many units of one measure took another stance."""
        counts = dict(self.counts(measure))
        for origin, target, units in moves:
            counts[origin] = counts.get(origin, 0) - units
            counts[target] = counts.get(target, 0) + units
        new = tuple((stance, counts[stance]) for stance in STANCES if counts.get(stance))
        return Tallies(tuple((name, new if name == measure else old) for name, old in self.measures))


def _counts(counts: Mapping[str, object], where: str) -> Counts:
    if not isinstance(counts, Mapping):
        raise RequirementError("bad-node", where=where, found=type(counts).__name__)
    read: dict[Stance, int] = {}
    for status, units in counts.items():
        if status not in STANCES:
            raise RequirementError("unknown-status", where=where, status=str(status), known=tuple(map(str, STANCES)))
        amount = whole(units, where=f"{where}.{status}")
        if amount < 0:
            raise RequirementError("bad-tally", where=f"{where}.{status}", amount=amount)
        read[Stance(status)] = amount
    return tuple((stance, read[stance]) for stance in STANCES if read.get(stance))
