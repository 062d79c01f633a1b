"""Exact sums of votes at the speed of floating point, where a bound proves that they are exact."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Votes = NDArray[np.int64] | NDArray[np.object_]
# Ranks are uint8 (uint16 past 255 options), approvals uint8, points int32.
Table = NDArray[np.uint8] | NDArray[np.uint16] | NDArray[np.int32]

# Whole numbers up to these are exact in the two kinds of float, and so are sums that stay below them.
SINGLE = 2**24
DOUBLE = 2**53
LONG = 2**63

# Rows that fit into the second-level cache together with their comparison.
CHUNK = 1 << 14


def total(weights: Votes) -> int:
    """All votes together, however large."""
    if weights.dtype == object or len(weights) == 0:
        return sum(weights.tolist())
    if int(weights.max()) * len(weights) < LONG:
        return int(weights.sum())
    return sum(weights.tolist())


def summed(mask: NDArray[np.bool_], weights: Votes) -> int:
    """The votes of the rows that are marked."""
    return total(weights[mask])


def where_less(planes: Table, weights: Votes) -> Votes:
    """For each pair of columns, the votes of the rows in which the first is less than the second.

    Parameters
    ----------
    planes
        Shape (n_options, n_rows), each option's values contiguous.
    weights
        Shape (n_rows,), in votes.

    Returns
    -------
    Votes
        Shape (n_options, n_options), in votes: int64 while the total allows it, else Python integers.

    Notes
    -----
    O(n_options**2 * n_rows). A comparison is a column of zeros and ones; its product with the weights is one
    dot product in float32 for a block whose votes stay below 2**24, in float64 below 2**53, else in integers.
    """
    n_options, n_rows = planes.shape
    large = weights.dtype == object or total(weights) >= LONG
    result = np.zeros((n_options, n_options), dtype=object if large else np.int64)
    for start in range(0, n_rows, CHUNK):
        block = planes[:, start : start + CHUNK]
        votes, number = _exact_floats(weights[start : start + CHUNK])
        for option in range(n_options):
            less = block[option] < block
            if number is None:
                sums = [summed(row, weights[start : start + CHUNK]) for row in less]
                result[option] += np.array(sums, dtype=result.dtype)
            else:
                # As objects the sums are Python integers: numpy's own would turn to floats beside larger ones.
                result[option] += (less.astype(number) @ votes).astype(np.int64).astype(result.dtype)
    return result


def _exact_floats(
    weights: Votes,
) -> tuple[Votes, None] | tuple[NDArray[np.floating], type[np.float32] | type[np.float64]]:
    votes = total(weights)
    if weights.dtype != object and votes < SINGLE:
        return weights.astype(np.float32), np.float32
    if weights.dtype != object and votes < DOUBLE:
        return weights.astype(np.float64), np.float64
    return weights, None
