"""Equal rows of a table made one: packed into 64-bit keys, sorted once."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from deliberate.decision.arithmetic import LONG, Table, Votes, total

WORD = 64


def merged(planes: Table, weights: Votes | None) -> tuple[Table, Votes]:
    """Merge equal columns of a table that holds one option a row.

    Parameters
    ----------
    planes
        Shape (n_options, n_ballots), whole numbers.
    weights
        Shape (n_ballots,), in votes; None for one each.

    Returns
    -------
    planes, weights
        Shapes (n_options, n_types) and (n_types,), the ballots in ascending order of their first options'
        values, so that the same ballots in any order give the same table.

    Notes
    -----
    O(n_ballots log n_ballots). A ballot of ten options takes four bits an option and fits into one 64-bit
    key; longer ones take several keys and a lexicographic sort.
    """
    low, bits = _range(planes)
    keys = _packed(planes, low, bits)
    order: NDArray[np.intp] | None
    if len(keys) == 1 and weights is None:
        order, keys = None, [np.sort(keys[0])]
    else:
        order = np.argsort(keys[0], kind="stable") if len(keys) == 1 else np.lexsort(keys[::-1])
        keys = [key[order] for key in keys]
    starts = _starts(keys)
    summed = _summed(weights, order, starts, len(keys[0]))
    firsts = [key[starts] for key in keys]
    return _unpacked(firsts, low, bits, planes), summed


def _range(planes: Table) -> tuple[int, int]:
    if planes.size == 0:
        return 0, 1
    low, high = min(0, int(planes.min())), int(planes.max())
    return low, max(1, (high - low).bit_length())


def _packed(planes: Table, low: int, bits: int) -> list[NDArray[np.uint64]]:
    per_key = max(1, WORD // bits)
    keys = []
    for start in range(0, max(1, len(planes)), per_key):
        key = np.zeros(planes.shape[1], np.uint64)
        for plane in planes[start : start + per_key]:
            key <<= np.uint64(bits % WORD)
            key |= plane if plane.dtype == np.uint8 else (plane.astype(np.int64) - low).astype(np.uint64)
        keys.append(key)
    return keys


def _unpacked(keys: list[NDArray[np.uint64]], low: int, bits: int, like: Table) -> Table:
    per_key = max(1, WORD // bits)
    mask = np.uint64((1 << bits) - 1)
    planes = np.empty((len(like), len(keys[0])), like.dtype)
    for place in range(len(like)):
        group, offset = divmod(place, per_key)
        in_group = min(per_key, len(like) - group * per_key)
        shift = np.uint64((in_group - 1 - offset) * bits % WORD)
        values = keys[group] >> shift & mask
        planes[place] = values if low == 0 else values.astype(np.int64) + low
    return planes


def _starts(keys: list[NDArray[np.uint64]]) -> NDArray[np.intp]:
    new = np.zeros(len(keys[0]), bool)
    new[:1] = True
    for key in keys:
        new[1:] |= key[1:] != key[:-1]
    return np.flatnonzero(new)


def _summed(weights: Votes | None, order: NDArray[np.intp] | None, starts: NDArray[np.intp], size: int) -> Votes:
    if weights is None:
        return np.diff(starts, append=size)
    ordered = weights if order is None else weights[order]
    if len(starts) == 0:
        return ordered
    exact = ordered.astype(object) if total(weights) >= LONG else ordered
    return np.add.reduceat(exact, starts)
