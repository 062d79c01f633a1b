"""Ballots as somebody gives them, checked and laid out as a table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from numbers import Integral
from typing import TypeVar, cast

import numpy as np
from numpy.typing import ArrayLike, NDArray

from deliberate.decision.arithmetic import LONG, Table, Votes
from deliberate.decision.ballots import Approval, Ranking
from deliberate.decision.merging import merged
from deliberate.errors import ElectionError
from deliberate.identity import name, names

T = TypeVar("T", Ranking, Approval)
Rows = tuple[list[list[int]], tuple[str, ...], list[int]]
RANKS = (0, 2**16 - 1)
MARKS = (0, 1)
POINTS = (-(2**31), 2**31 - 1)


def laid_out(
    rows: ArrayLike, options: Sequence[str], weights: ArrayLike | None, bounds: tuple[int, int]
) -> tuple[tuple[str, ...], Table, Votes]:
    """Check an array of ballots and merge equal ones.

    Parameters
    ----------
    rows
        Whole numbers, shape (n_ballots, n_options).
    options
        The names of the columns.
    weights
        Shape (n_ballots,), in votes; None for one each. Ballots of weight 0 are left out.
    bounds
        The least and the greatest value.

    Returns
    -------
    options, planes, weights
        As :class:`~deliberate.decision.profile.Profile` holds them.
    """
    columns = names(options, where="options")
    array = _array(rows, len(columns))
    low, high = bounds
    if array.size and (int(array.min()) < low or int(array.max()) > high):
        raise ElectionError("bad-value", low=low, high=high, least=int(array.min()), most=int(array.max()))
    planes = _planes(array, signed=low < 0)
    votes = None if weights is None else _votes(weights, len(array))
    if votes is not None and not votes.all():
        planes, votes = cast("Table", np.ascontiguousarray(planes[:, votes > 0])), votes[votes > 0]
    return columns, *merged(planes, votes)


def rank_rows(rankings: Iterable[object], options: Sequence[str] | None) -> Rows:
    """Lay rankings out as rows of ranks, with the options and the weights."""
    pairs = [_weighed(each, Ranking) for each in rankings]
    known = _columns((option for ballot, _ in pairs for level in ballot.levels for option in level), options)
    rows = [_ranks(ballot, known, place) for place, (ballot, _) in enumerate(pairs, 1)]
    return rows, tuple(known), [weight for _, weight in pairs]


def approval_rows(approvals: Iterable[object], options: Sequence[str] | None) -> Rows:
    """Lay approvals out as rows of 0 and 1, with the options and the weights."""
    pairs = [_weighed(each, Approval) for each in approvals]
    known = _columns((option for ballot, _ in pairs for option in sorted(ballot.options)), options)
    rows = []
    for place, (ballot, _) in enumerate(pairs, 1):
        approved = {_column(known, option, place) for option in ballot.options}
        rows.append([int(column in approved) for column in range(len(known))])
    return rows, tuple(known), [weight for _, weight in pairs]


def _array(rows: ArrayLike, n_columns: int) -> NDArray[np.int64]:
    try:
        array = np.asarray(rows)
    except (ValueError, OverflowError) as error:
        raise ElectionError("bad-table", shape=str(error), columns=n_columns, dtype="") from None
    if array.size == 0:
        array = np.zeros((len(array) if array.ndim else 0, n_columns), np.int64)
    if array.ndim != 2 or array.shape[1] != n_columns or array.dtype.kind not in "uib":
        raise ElectionError("bad-table", shape=array.shape, columns=n_columns, dtype=str(array.dtype))
    return cast("NDArray[np.int64]", array)


def _planes(array: NDArray[np.int64], *, signed: bool) -> Table:
    if signed:
        return np.ascontiguousarray(array.T.astype(np.int32))
    if array.size == 0 or int(array.max()) < 2**8:
        return np.ascontiguousarray(array.astype(np.uint8, copy=False).T)
    return np.ascontiguousarray(array.T.astype(np.uint16))


def _votes(weights: ArrayLike, n_ballots: int) -> Votes:
    given = weights if isinstance(weights, np.ndarray) else np.array(weights, dtype=object)
    if given.shape != (n_ballots,) or given.dtype.kind not in "uiO":
        raise ElectionError("bad-weight", weight=f"{given.dtype} {given.shape}")
    if given.dtype.kind == "i":
        votes: Votes = given.astype(np.int64)
    else:
        whole = [_vote(weight) for weight in given.tolist()]
        votes = np.array(whole, dtype=np.int64 if all(weight < LONG for weight in whole) else object)
    if len(votes) and votes.min() < 0:
        raise ElectionError("bad-weight", weight=str(votes.min()))
    return votes


def _vote(weight: object) -> int:
    if isinstance(weight, bool) or not isinstance(weight, Integral) or weight < 0:
        raise ElectionError("bad-weight", weight=repr(weight)[:40])
    return int(weight)


def _weighed(entry: object, ballot: type[T]) -> tuple[T, int]:
    match entry:
        case (given, int() as weight) if not isinstance(weight, bool):
            return _ballot(given, ballot), weight
    return _ballot(entry, ballot), 1


def _ballot(given: object, ballot: type[T]) -> T:
    if isinstance(given, ballot):
        return given
    if isinstance(given, str) or not isinstance(given, Iterable):
        raise ElectionError("not-a-ballot", given=repr(given)[:40], expected=ballot.__name__)
    return ballot(given)


def _columns(used: Iterable[str], options: Sequence[str] | None) -> dict[str, int]:
    given = dict.fromkeys(map(name, used)) if options is None else options
    return {option: column for column, option in enumerate(names(given, where="options"))}


def _column(known: Mapping[str, int], option: str, place: int) -> int:
    column = known.get(name(option))
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
