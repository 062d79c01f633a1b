"""Options compared two by two."""

from __future__ import annotations

from typing import cast

import numpy as np

from deliberate.decision.arithmetic import Table, Votes, where_less
from deliberate.decision.ballots import Ranking
from deliberate.decision.profile import Profile

UNRANKED = ("last", "no-opinion")


def preferred(profile: Profile[Ranking], unranked: str = "last") -> Votes:
    """Count for each pair the votes that rank the first option above the second.

    Parameters
    ----------
    profile
        Rankings.
    unranked
        ``last``: options that a ballot leaves out stand together at its end. ``no-opinion``: a ballot speaks
        only of pairs that it ranks both.

    Returns
    -------
    Votes
        Shape (n_options, n_options), in votes; the diagonal is 0.

    Notes
    -----
    O(n_types * n_options**2). For Debian's 2006 vote the convention decides the winner.
    """
    planes = from_top(profile)
    above = where_less(planes, profile.weights)
    if unranked == "last":
        return above
    # Take back the ballots that rank a and leave b out: they had a above b only because b stood last.
    out = np.ascontiguousarray(profile.ranks.T == 0).astype(np.uint8)
    return above - where_less(out, profile.weights)


def from_top(profile: Profile[Ranking]) -> Table:
    """Ranks counted from 0 with unranked options past the end: shape (n_options, n_types).

    In unsigned arithmetic 0 - 1 is the largest number, which is where an unranked option belongs.
    """
    ranks = np.ascontiguousarray(profile.ranks.T)
    return cast("Table", np.subtract(ranks, 1, dtype=ranks.dtype))


def margins(above: Votes) -> Votes:
    """By how many votes the first option of each pair is ahead; negative where it is behind."""
    return above - above.T
