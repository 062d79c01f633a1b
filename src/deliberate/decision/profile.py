"""All ballots of one election as a table: equal ballots once, with a weight."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Generic, TypeVar, cast

import numpy as np
from attrs import define, field
from numpy.typing import ArrayLike

from deliberate.decision.arithmetic import Table, Votes, total
from deliberate.decision.ballots import Answer, Approval, Ranking, Scores
from deliberate.decision.merging import merged
from deliberate.decision.notebook import table
from deliberate.decision.tables import MARKS, POINTS, RANKS, approval_rows, laid_out, rank_rows
from deliberate.errors import ElectionError
from deliberate.quantities import whole
from deliberate.records.kinds import kind

B = TypeVar("B", Ranking, Approval, Scores, Answer)
Cast = Ranking | Approval | Scores


@kind
@define(frozen=True, eq=False, slots=False, repr=False)
class Profile(Generic[B]):
    """A table of ballots: one row for each different ballot, one column for each option.

    Make one with :meth:`from_ranks`, :meth:`from_rankings`, :meth:`from_approvals` or :meth:`from_scores`.

    Attributes
    ----------
    options
        Names in the order of the columns.
    ballot
        What a row is: :class:`Ranking`, :class:`Approval` or :class:`Scores`.
    planes
        Shape (n_options, n_types), read-only: the table with each option's values contiguous, which is how
        counting reads it.
    weights
        Shape (n_types,), in votes, read-only; int64, or Python integers where int64 is too small.

    Notes
    -----
    Rows are sorted and equal rows are one, so that a profile does not know in which order people voted, and
    two profiles of the same ballots are equal to the byte. ``+`` merges two profiles; it is associative.

    Examples
    --------
    >>> profile = Profile.from_ranks([[1, 2], [1, 2], [0, 1]], options=("lamps", "bins"))
    >>> profile.ranks.tolist(), profile.weights.tolist(), profile.total
    ([[0, 1], [1, 2]], [1, 2], 3)
    """

    options: tuple[str, ...]
    planes: Table
    weights: Votes
    ballot: type[B]
    total: int = field(init=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "total", total(self.weights))
        for array in (self.planes, self.weights):
            array.flags.writeable = False

    @classmethod
    def from_ranks(cls, ranks: ArrayLike, options: Sequence[str], weights: ArrayLike | None = None) -> Profile[Ranking]:
        """Make a profile of rankings from an array.

        Parameters
        ----------
        ranks
            Whole numbers, shape (n_ballots, n_options): 1 for first, equal numbers for a tie, 0 for unranked.
        options
            The names of the columns.
        weights
            Shape (n_ballots,), in votes, whole and not negative; None for one each.

        Raises
        ------
        ElectionError
            ``bad-table``, ``bad-weight``.
        """
        return Profile(*laid_out(ranks, options, weights, RANKS), Ranking)

    @classmethod
    def from_rankings(cls, rankings: Iterable[object], options: Sequence[str] | None = None) -> Profile[Ranking]:
        """Make a profile from rankings written out, best first, each alone or with its weight.

        Parameters
        ----------
        rankings
            :class:`Ranking` values or sequences of names and of tied names; or pairs ``(ranking, weight)``.
        options
            Where given, a ballot that names another option is refused; else the names in order of first use, tied
            ones by name.

        Examples
        --------
        >>> Profile.from_rankings([(("lamps", ("bins", "benches")), 3)]).ranks.tolist()
        [[1, 2, 2]]
        """
        return cls.from_ranks(*rank_rows(rankings, options))

    @classmethod
    def from_approvals(cls, approvals: Iterable[object], options: Sequence[str] | None = None) -> Profile[Approval]:
        """Make a profile from sets of approved options, each alone or with its weight."""
        return Profile(*laid_out(*approval_rows(approvals, options), MARKS), Approval)

    @classmethod
    def from_scores(
        cls, scores: ArrayLike, options: Sequence[str], weights: ArrayLike | None = None
    ) -> Profile[Scores]:
        """Make a profile from whole points, shape (n_ballots, n_options)."""
        return Profile(*laid_out(scores, options, weights, POINTS), Scores)

    @property
    def ranks(self) -> Table:
        """Shape (n_types, n_options), read-only: 0 = unranked, 1 = first, equal numbers = tie."""
        return self._table(Ranking)

    @property
    def approved(self) -> Table:
        """Shape (n_types, n_options), read-only: 1 = approved."""
        return self._table(Approval)

    @property
    def scores(self) -> Table:
        """Shape (n_types, n_options), read-only, in points."""
        return self._table(Scores)

    def _table(self, ballot: type[Cast]) -> Table:
        if self.ballot is not ballot:
            raise ElectionError("wrong-ballot", expected=ballot.__name__, given=self.ballot.__name__)
        return self.planes.T

    @property
    def n_types(self) -> int:
        """How many different ballots there are."""
        return len(self.weights)

    def restricted(self, options: Sequence[str]) -> Profile[B]:
        """The same ballots on some of the options only; ballots that became equal are merged."""
        columns = [self.options.index(option) for option in options]
        return Profile(tuple(options), *merged(self.planes[columns], self.weights), self.ballot)

    def ballots(self) -> Iterator[tuple[Cast, int]]:
        """Each different ballot as an object, with its weight."""
        for row, weight in zip(self.planes.T.tolist(), self.weights.tolist(), strict=True):
            yield _view(self.ballot, row, self.options), weight

    def __add__(self, other: Profile[B]) -> Profile[B]:
        if self.options != other.options or self.ballot is not other.ballot:
            raise ElectionError("profiles-differ", one=self.options, other=other.options)
        both = cast("Table", np.concatenate((self.planes, other.planes), axis=1))
        weights = cast("Votes", np.concatenate((self.weights, other.weights)))
        return Profile(self.options, *merged(both, weights), self.ballot)

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the content, as 64 hexadecimal digits: the same on every platform."""
        text = repr((self.options, self.ballot.__name__, self.weights.tolist()))
        return hashlib.sha256(text.encode() + self.planes.astype("<i8").tobytes()).hexdigest()

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Profile):
            return NotImplemented
        return (
            (self.options, self.ballot) == (other.options, other.ballot)
            and np.array_equal(self.weights, other.weights)
            and np.array_equal(self.planes, other.planes)
        )

    def __hash__(self) -> int:
        return hash(self.digest)

    def __repr__(self) -> str:
        return f"<Profile of {self.total} {self.ballot.__name__} ballots, {self.n_types} different, on {self.options}>"

    def to_json(self) -> dict[str, object]:
        """The profile as JSON data; weights past 2**53 - 1 as text."""
        weights = [weight if weight < 2**53 else str(weight) for weight in self.weights.tolist()]
        rows = self.planes.T.tolist()
        return {"ballot": self.ballot.__name__, "options": list(self.options), "table": rows, "weights": weights}

    @classmethod
    def from_json(cls, data: object, /) -> Profile[Ranking] | Profile[Approval] | Profile[Scores]:
        """The profile that the data says."""
        given = cast("dict[str, list[str]]", data)
        options, rows = given["options"], cast("list[list[int]]", given["table"])
        weights = np.array([whole(each) for each in given["weights"]], dtype=object)
        match given["ballot"]:
            case "Approval":
                return Profile(*laid_out(rows, options, weights, MARKS), Approval)
            case "Scores":
                return cls.from_scores(rows, options, weights)
        return cls.from_ranks(rows, options, weights)

    def _repr_html_(self) -> str:
        rows: list[list[int]] = np.column_stack((self.weights, self.planes.T)).tolist()
        return table(repr(self), ("votes", *self.options), rows, self.n_types)


def _view(ballot: type[object], row: Sequence[int], options: Sequence[str]) -> Cast:
    if ballot is Ranking:
        levels: list[list[str]] = [[] for _ in range(max(row, default=0))]
        for option, rank in zip(options, row, strict=True):
            if rank:
                levels[rank - 1].append(option)
        return Ranking(tuple(tuple(level) for level in levels))
    if ballot is Approval:
        return Approval(frozenset(o for o, r in zip(options, row, strict=True) if r))
    return Scores(tuple(zip(options, row, strict=True)))
