"""Several delegates in order of preference: which chain is followed where there is more than one."""

from __future__ import annotations

import numpy as np

from deliberate.community.chains import Mask, Places, followed


def breadth_first(choices: Places, direct: Mask) -> tuple[Places, Places, Mask]:
    """Follow the shortest chain of each member; among those, the ranks that come first in the dictionary's order.

    Parameters
    ----------
    choices
        Shape (n, n_choices): the places of those chosen, most wanted first, -1 for none.
    direct
        Shape (n,): who votes in person.

    Returns
    -------
    ends, depths, circular
        As :func:`~deliberate.community.chains.followed` gives them. Whoever reaches no direct voter by any chain is
        told as their first choices lead.

    Notes
    -----
    Of those one hop nearer to a direct voter, each follows the one most wanted: then the chain of a member is
    the first hop and the chain of whoever is met there, and nobody carries fewer for receiving one delegation more.
    O(m log m) for m choices, and one round of numpy calls for each hop of the longest chain.

    References
    ----------
    G. Kotsialou, L. Riley, Incentivising Participation in Liquid Democracy with Breadth-First Delegation, 2020,
    arXiv:1811.03710.
    """
    distance = _distances(choices, direct)
    nearer = (choices >= 0) & (distance[choices] == distance[:, None] - 1)
    return followed(_first(nearer, choices), direct)


def depth_first(choices: Places, direct: Mask) -> tuple[Places, Places, Mask]:
    """Follow, of all chains without a circle, the one whose ranks come first in the dictionary's order.

    Parameters
    ----------
    choices, direct
        As for :func:`breadth_first`.

    Returns
    -------
    ends, depths, circular
        As for :func:`breadth_first`.

    Notes
    -----
    Two members may leave a third by different ways, so that a chain is not always the first hop and the chain of
    whoever is met there. Where the first choices that lead to somebody at all make no circle, they are the
    answer, found for all at once; each of the c members led into a circle then searches alone, in Python:
    O(m log m + c * m) for m choices.

    References
    ----------
    M. Brill, T. Delemazure, A.-M. George, M. Lackner, U. Schmidt-Kraepelin, Liquid Democracy with Ranked
    Delegations, 2022, doi:10.1609/aaai.v36i5.20417.
    """
    reaches = _distances(choices, direct) >= 0
    leading = (choices >= 0) & reaches[choices]
    ends, depths, circular = followed(_first(leading, choices), direct)
    for place in np.flatnonzero(circular & reaches).tolist():
        ends[place], depths[place] = _search(place, choices, leading, direct)
        circular[place] = False
    return ends, depths, circular


def _first(allowed: Mask, choices: Places) -> Places:
    """The one most wanted of those allowed; where none is, the one most wanted of all."""
    asked = np.where(allowed.any(axis=1, keepdims=True), allowed, choices >= 0)
    return np.asarray(choices[np.arange(len(choices)), asked.argmax(axis=1)])


def _distances(choices: Places, direct: Mask) -> Places:
    """Hops to the nearest direct voter, -1 where there is none: layer after layer, against the arrows."""
    givers, ranks = np.nonzero((choices >= 0) & ~direct[:, None])
    chosen = choices[givers, ranks]
    by_chosen = chosen.argsort(kind="stable")
    givers = givers[by_chosen]
    starts = chosen[by_chosen].searchsorted(np.arange(len(choices) + 1))
    distance = np.full(len(choices), -1, np.int64)
    layer, hops = np.flatnonzero(direct), 0
    while len(layer):
        distance[layer] = hops
        sizes = starts[layer + 1] - starts[layer]
        within = np.arange(sizes.sum()) - (sizes.cumsum() - sizes).repeat(sizes)
        near = givers[starts[layer].repeat(sizes) + within]
        layer, hops = np.unique(near[distance[near] < 0]), hops + 1
    return distance


def _search(start: int, choices: Places, leading: Mask, direct: Mask) -> tuple[int, int]:
    """The end and the hops of one member's chain.

    A member met before and left again leads nowhere except through those who stand on the chain still, so that
    nobody need be met twice.
    """
    met = {start}
    chain = [iter(choices[start, leading[start]].tolist())]
    while True:
        place = next((each for each in chain[-1] if each not in met), None)
        if place is None:
            chain.pop()
        elif direct[place]:
            return place, len(chain)
        else:
            met.add(place)
            chain.append(iter(choices[place, leading[place]].tolist()))
