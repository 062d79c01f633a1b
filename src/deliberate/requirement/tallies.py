"""What was counted: for each measure and each stance an exact sum."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from deliberate.errors import RequirementError
from deliberate.quantities import Amount, whole
from deliberate.records.kinds import kind
from deliberate.requirement.statuses import STANCES, Stance

# Whole where they were counted; a vote that fades with the length of its chain leaves fractions.
Counts = tuple[tuple[Stance, Amount], ...]


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
        [tallies] = cls.by_group(stances, weights, measures, np.zeros(len(stances), np.int64))
        return tallies

    @classmethod
    def by_group(
        cls,
        stances: NDArray[np.uint8],
        weights: NDArray[np.int64],
        measures: Sequence[str],
        groups: NDArray[np.int64],
    ) -> tuple[Tallies, ...]:
        """Sum a column of stances against columns of weights, each group for itself.

        Parameters
        ----------
        stances, weights, measures
            As for :meth:`from_columns`.
        groups
            Shape (n_voters,): the number of each voter's group, from 0.

        Notes
        -----
        O(n_voters * n_measures), however many groups there are.
        """
        kinds, n_groups = len(STANCES), int(groups.max(initial=0)) + 1
        slots = groups * kinds + stances
        sums = [_summed(slots, column, n_groups * kinds) for column in weights.T]
        return tuple(
            cls(
                tuple(
                    (measure, _ordered(dict(zip(STANCES, each[start : start + kinds], strict=True))))
                    for measure, each in zip(measures, sums, strict=True)
                )
            )
            for start in range(0, n_groups * kinds, kinds)
        )

    @property
    def names(self) -> tuple[str, ...]:
        """The measures counted."""
        return tuple(measure for measure, _ in self.measures)

    @classmethod
    def together(cls, parts: Iterable[Tallies]) -> Tallies:
        """The sum of several tallies; a measure that a part does not have is nothing there.

        Examples
        --------
        >>> Tallies.together([Tallies.of({"head": {"YES": 2}}), Tallies.of({"head": {"YES": 1}})]).roll("head")
        3
        """
        sums: dict[str, dict[Stance, Amount]] = {}
        for part in parts:
            for measure, counts in part.measures:
                into = sums.setdefault(measure, {})
                for stance, units in counts:
                    into[stance] = into.get(stance, 0) + units
        return cls(tuple((measure, _ordered(counts)) for measure, counts in sums.items()))

    def without(self, stance: Stance) -> Tallies:
        """The tallies as if nobody of this stance were on the roll."""
        return Tallies(
            tuple((name, tuple(each for each in counts if each[0] != stance)) for name, counts in self.measures)
        )

    def counts(self, measure: str) -> Mapping[Stance, Amount]:
        """The sums of one measure by stance; a stance that nobody took is missing."""
        for name, counts in self.measures:
            if name == measure:
                return dict(counts)
        raise RequirementError("unknown-measure", measure=measure, known=self.names)

    def count(self, measure: str, *stances: Stance | str) -> Amount:
        """The sum of a measure over some stances."""
        counts = self.counts(measure)
        return sum(counts.get(Stance(stance), 0) for stance in stances)

    def roll(self, measure: str) -> Amount:
        """The sum of a measure over all stances: everybody entitled."""
        return sum(self.counts(measure).values())

    def tree(self) -> dict[str, dict[str, object]]:
        """The sums by measure and stance, as JSON data: whole numbers, and fractions as text."""
        return {
            measure: {str(stance): units if isinstance(units, int) else str(units) for stance, units in counts}
            for measure, counts in self.measures
        }

    def moved(self, measure: str, moves: Iterable[tuple[Stance, Stance, Amount]]) -> Tallies:
        """The tallies if so many units of one measure took another stance."""
        counts = dict(self.counts(measure))
        for origin, target, units in moves:
            counts[origin] = counts.get(origin, 0) - units
            counts[target] = counts.get(target, 0) + units
        new = _ordered(counts)
        return Tallies(tuple((name, new if name == measure else old) for name, old in self.measures))


def _summed(slots: NDArray[np.int64], column: NDArray[np.int64], size: int) -> list[int]:
    if not len(column) or int(column.max()) * len(column) < 2**53:
        return [int(each) for each in np.bincount(slots, weights=column, minlength=size)]
    sums = [0] * size
    for slot, weight in zip(slots.tolist(), column.tolist(), strict=True):
        sums[slot] += weight
    return sums


def _counts(counts: Mapping[str, object], where: str) -> Counts:
    if not isinstance(counts, Mapping):
        raise RequirementError("bad-node", where=where, found=type(counts).__name__)
    read: dict[Stance, Amount] = {}
    for status, units in counts.items():
        if status not in STANCES:
            raise RequirementError("unknown-status", where=where, status=str(status), known=tuple(map(str, STANCES)))
        amount = whole(units, where=f"{where}.{status}")
        if amount < 0:
            raise RequirementError("bad-tally", where=f"{where}.{status}", amount=amount)
        read[Stance(status)] = amount
    return _ordered(read)


def _ordered(counts: Mapping[Stance, Amount]) -> Counts:
    """In the stances' own order, nothing where nobody is, so that equal sums are equal values."""
    return tuple((stance, counts[stance]) for stance in STANCES if counts.get(stance))
