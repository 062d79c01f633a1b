"""All ballots of one election as a table: equal ballots once, with a weight."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Generic, TypeVar, cast

import numpy as np
from attrs import define, field
from numpy.typing import ArrayLike, NDArray

from deliberate.decision.arithmetic import LONG, Table, Votes, total
from deliberate.decision.ballots import Answer, Approval, Ranking, Scores
from deliberate.decision.merging import merged
from deliberate.decision.notebook import table
from deliberate.errors import ElectionError
from deliberate.identity import names
from deliberate.quantities import exact
from deliberate.records.kinds import kind

B = TypeVar("B", Ranking, Approval, Scores, Answer)
Cast = Ranking | Approval | Scores

_BALLOTS: Mapping[str, type[Cast]] = {"Ranking": Ranking, "Approval": Approval, "Scores": Scores}


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
    ballot: type[B]
    planes: Table
    weights: Votes
    total: int = field(init=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "total", total(self.weights))
        for array in (self.planes, self.weights):
            array.flags.writeable = False

    @classmethod
    def from_ranks(
        cls, ranks: ArrayLike, options: Sequence[str], weights: ArrayLike | None = None
    ) -> Profile[Ranking]:
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
        return _profile(Ranking, ranks, options, weights, low=0, high=2**16 - 1)

    @classmethod
    def from_rankings(cls, rankings: Iterable[object], options: Sequence[str] | None = None) -> Profile[Ranking]:
        """Make a profile from rankings written out, best first, each alone or with its weight.

        Parameters
        ----------
        rankings
            :class:`Ranking` values or sequences of names and of tied names; or pairs ``(ranking, weight)``.
        options
            Where given, a ballot that names another option is refused; else the names in order of first use.

        Examples
        --------
        >>> Profile.from_rankings([(("lamps", ("bins", "benches")), 3)]).ranks.tolist()
        [[2, 2, 1]]
        """
        pairs = [_weighed(each, Ranking) for each in rankings]
        known = _options([option for ballot, _ in pairs for level in ballot.levels for option in level], options)
        rows = [_ranks(ballot, known, place) for place, (ballot, _) in enumerate(pairs, 1)]
        return cls.from_ranks(_array(rows, known), tuple(known), [weight for _, weight in pairs])

    @classmethod
    def from_approvals(cls, approvals: Iterable[object], options: Sequence[str] | None = None) -> Profile[Approval]:
        """Make a profile from sets of approved options, each alone or with its weight."""
        pairs = [_weighed(each, Approval) for each in approvals]
        known = _options([option for ballot, _ in pairs for option in sorted(ballot.options)], options)
        rows = []
        for place, (ballot, _) in enumerate(pairs, 1):
            row = [0] * len(known)
            for option in ballot.options:
                row[_column(known, option, place)] = 1
            rows.append(row)
        return _profile(Approval, _array(rows, known), tuple(known), [weight for _, weight in pairs], low=0, high=1)

    @classmethod
    def from_scores(
        cls, scores: ArrayLike, options: Sequence[str], weights: ArrayLike | None = None
    ) -> Profile[Scores]:
        """Make a profile from whole points, shape (n_ballots, n_options)."""
        return _profile(Scores, scores, options, weights, low=-(2**31), high=2**31 - 1)

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
        return Profile(tuple(options), self.ballot, *merged(self.planes[columns], self.weights))

    def ballots(self) -> Iterator[tuple[Cast, int]]:
        """Each different ballot as an object, with its weight."""
        for row, weight in zip(self.planes.T.tolist(), self.weights.tolist(), strict=True):
            yield _view(self.ballot, row, self.options), weight

    def __add__(self, other: Profile[B]) -> Profile[B]:
        if self.options != other.options or self.ballot is not other.ballot:
            raise ElectionError("profiles-differ", one=self.options, other=other.options)
        dtype = np.result_type(self.planes, other.planes)
        both = np.concatenate((self.planes.astype(dtype), other.planes.astype(dtype)), axis=1)
        return Profile(self.options, self.ballot, *merged(both, np.concatenate((self.weights, other.weights))))

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
        options, rows, weights = tuple(given["options"]), given["table"], [exact(each) for each in given["weights"]]
        match given["ballot"]:
            case "Approval":
                return _profile(Approval, _array(rows, options), options, weights, low=0, high=1)
            case "Scores":
                return cls.from_scores(_array(rows, options), options, weights)
        return cls.from_ranks(_array(rows, options), options, weights)

    def _repr_html_(self) -> str:
        rows = ((weight, *row) for row, weight in zip(self.planes.T.tolist(), self.weights.tolist(), strict=True))
        return table(repr(self), ("votes", *self.options), rows, self.n_types)


def _profile(
    ballot: type[B], table: ArrayLike, options: Sequence[str], weights: ArrayLike | None, *, low: int, high: int
) -> Profile[B]:
    array = np.asarray(table)
    columns = names(options, where="options")
    if array.ndim != 2 or array.shape[1] != len(columns) or array.dtype.kind not in "uib":
        raise ElectionError("bad-table", shape=array.shape, columns=len(columns), dtype=str(array.dtype))
    if array.size and (int(array.min()) < low or int(array.max()) > high):
        raise ElectionError("bad-value", low=low, high=high, least=int(array.min()), most=int(array.max()))
    number = np.uint8 if low == 0 and (array.size == 0 or array.max() < 2**8) else np.uint16 if low == 0 else np.int32
    planes = np.ascontiguousarray(array.astype(number, copy=False).T)
    votes = None if weights is None else _weights(weights, len(array))
    if votes is not None and not votes.all():
        planes, votes = np.ascontiguousarray(planes[:, votes > 0]), votes[votes > 0]
    return Profile(columns, ballot, *merged(planes, votes))


def _weights(weights: ArrayLike, n_ballots: int) -> Votes:
    given = weights if isinstance(weights, np.ndarray) else np.array(weights, dtype=object)
    if given.shape != (n_ballots,) or given.dtype.kind not in "uiO":
        raise ElectionError("bad-weight", weight=f"{given.dtype}, {given.shape}")
    if given.dtype.kind == "u":
        given = given.astype(object)
    if given.dtype.kind == "O":
        for weight in given:
            if isinstance(weight, bool) or not isinstance(weight, int):
                raise ElectionError("bad-weight", weight=repr(weight))
        if all(-LONG <= weight < LONG for weight in given):
            given = given.astype(np.int64)
    if len(given) and given.min() < 0:
        raise ElectionError("bad-weight", weight=str(given.min()))
    return cast("Votes", given if given.dtype == object else given.astype(np.int64))


def _array(rows: object, columns: Sequence[str] | Mapping[str, int]) -> NDArray[np.integer]:
    try:
        return np.array(rows, dtype=np.int64).reshape(-1, len(columns))
    except (ValueError, OverflowError, TypeError) as error:
        raise ElectionError("bad-table", shape=str(error), columns=len(columns), dtype="") from None


def _weighed(entry: object, ballot: type[Cast]) -> tuple[Cast, int]:
    match entry:
        case (given, int() as weight) if not isinstance(weight, bool):
            return _ballot(given, ballot), weight
    return _ballot(entry, ballot), 1


def _ballot(given: object, ballot: type[Cast]) -> Cast:
    if isinstance(given, ballot):
        return given
    if isinstance(given, str) or not isinstance(given, Iterable):
        raise ElectionError("not-a-ballot", given=repr(given), expected=ballot.__name__)
    return ballot(given)


def _options(used: Sequence[str], options: Sequence[str] | None) -> dict[str, int]:
    columns = names(dict.fromkeys(used) if options is None else options, where="options")
    return {option: column for column, option in enumerate(columns)}


def _column(known: Mapping[str, int], option: str, place: int) -> int:
    column = known.get(names((option,))[0])
    if column is None:
        raise ElectionError("unknown-option", where=f"ballot {place}", option=option, known=tuple(known))
    return column


def _ranks(ballot: Ranking, known: Mapping[str, int], place: int) -> list[int]:
    row = [0] * len(known)
    for rank, level in enumerate(ballot.levels, 1):
        for option in level:
            column = _column(known, option, place)
            if row[column]:
                raise ElectionError("option-twice", where=f"ballot {place}", option=option)
            row[column] = rank
    return row


def _view(ballot: type[Cast], row: Sequence[int], options: Sequence[str]) -> Cast:
    if ballot is Ranking:
        levels: list[list[str]] = [[] for _ in range(max(row, default=0))]
        for option, rank in zip(options, row, strict=True):
            if rank:
                levels[rank - 1].append(option)
        return Ranking(tuple(tuple(level) for level in levels))
    if ballot is Approval:
        return Approval(frozenset(o for o, r in zip(options, row, strict=True) if r))
    return Scores(tuple(zip(options, row, strict=True)))

