"""Where chains end: every chain of a roll followed at once, by pointer doubling."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Places = NDArray[np.int64]
Mask = NDArray[np.bool_]

# Half the memory to walk through, wherever the places of the roll fit.
SMALL = 2**31


def followed(delegate: Places, direct: Mask) -> tuple[Places, Places, Mask]:
    """Follow each chain of single delegates to its end.

    Parameters
    ----------
    delegate
        Shape (n,): the place of the one chosen, -1 for none. It is not asked where ``direct`` holds.
    direct
        Shape (n,): who votes in person.

    Returns
    -------
    ends
        Shape (n,): the place of the direct voter at the end of the chain, -1 where there is none.
    depths
        Shape (n,), in hops; 0 where there is no end.
    circular
        Shape (n,): who stands in a circle or is led into one.

    Notes
    -----
    O(n log d) for a longest chain of d hops. In round k everybody looks 2**k hops ahead, or to the end where that
    is nearer, and only those who have not arrived look further. A chain of more than 2**k hops passes through
    members at every distance below its own, so that a round in which nobody arrives is the last: the others
    go round in circles.

    References
    ----------
    J. JáJá, An Introduction to Parallel Algorithms, 1992, section 2.2 (pointer jumping).
    """
    n = len(delegate)
    places = np.arange(n, dtype=np.int32 if n < SMALL else np.int64)
    ahead = np.where(direct | (delegate < 0), places, delegate).astype(places.dtype)
    at_end = ahead == places
    depths = (~at_end).astype(places.dtype)
    waiting = np.flatnonzero(~at_end)
    while True:
        further = waiting[~at_end[ahead[waiting]]]
        if len(further) == len(waiting):
            break
        waiting, via = further, ahead[further]
        depths[waiting] += depths[via]
        ahead[waiting] = ahead[via]
    circular = np.zeros(n, np.bool_)
    circular[waiting] = True
    arrives = direct[ahead] & ~circular
    return np.where(arrives, ahead, -1).astype(np.int64), np.where(arrives, depths, 0).astype(np.int64), circular
