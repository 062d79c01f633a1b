"""Delegations in, a resolution out: with names for a community, with columns for a million members."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from deliberate.community.chains import Mask, Places, followed
from deliberate.community.delegation import BREADTH_FIRST, Delegation, DelegationRule
from deliberate.community.ranked_delegation import breadth_first, depth_first
from deliberate.community.resolution import FATES, Fate, Resolution
from deliberate.errors import RollError
from deliberate.identity import names

_DEFAULT = DelegationRule()


def resolve(
    members: Sequence[str],
    delegations: Iterable[Delegation],
    direct: Collection[str],
    rule: DelegationRule = _DEFAULT,
) -> Resolution:
    """Whose ballot counts for each member of the roll.

    Parameters
    ----------
    members
        The ids, in the order of the roll.
    delegations
        At most one for each giver: what :func:`~deliberate.community.delegation.applicable` leaves for the matter.
    direct
        Who voted in person. They are not asked whether they delegated, and they take along who delegated to them.
    rule
        In what order chains are followed, and how far.

    Raises
    ------
    RollError
        ``not-on-the-roll``, ``delegation-twice``.

    Notes
    -----
    Members in a circle are absent, and so are those whose chain is too long, who would be one too many on a ballot,
    or whose chain ends at somebody who is absent; :meth:`Resolution.undelivered` says which. The names are looked
    up one by one, O(n); the chains are followed as :func:`resolve_columns` says.

    Examples
    --------
    Chen trusts Bao and Bao trusts An, who votes:

    >>> delegations = (Delegation("chen", "bao"), Delegation("bao", "an"))
    >>> resolve(("an", "bao", "chen"), delegations, direct={"an"}).ends.tolist()
    [0, 0, 0]

    Then Bao votes in person, and takes Chen along:

    >>> resolve(("an", "bao", "chen"), delegations, direct={"an", "bao"}).ends.tolist()
    [0, 1, 1]
    """
    places = {member: place for place, member in enumerate(names(members, where="roll"))}
    given = tuple(delegations)
    choices = np.full((len(places), max((len(each.to) for each in given), default=1)), -1, np.int64)
    for each in given:
        row = choices[_place(each.giver, places)]
        if row[0] >= 0:
            raise RollError("delegation-twice", giver=each.giver, scope=())
        row[: len(each.to)] = [_place(member, places) for member in each.to]
    voted = np.zeros(len(places), np.bool_)
    voted[[_place(member, places) for member in direct]] = True
    return resolve_columns(choices, voted, rule)


def resolve_columns(delegate: Places, direct: Mask, rule: DelegationRule = _DEFAULT) -> Resolution:
    """Whose ballot counts for each line, from columns of places.

    Parameters
    ----------
    delegate
        Shape (n,), whole numbers: the place of the one chosen, -1 for none. Or shape (n, n_choices): several, most
        wanted first.
    direct
        Shape (n,), bool: who voted in person.
    rule
        In what order chains are followed, and how far. Caps are judged on the chain that the order chose: first the
        depth; then, where more than ``most`` persons remain on one ballot, the nearest are kept first, among
        equally near ones those who come first on the roll.

    Raises
    ------
    RollError
        ``bad-delegates`` (shape, a place that is none of the roll's), ``delegates-to-self``.

    Notes
    -----
    O(n log d) where nobody named several and the longest chain has d hops, and one sort of those on crowded ballots
    where ``most`` is set. For several choices see :mod:`~deliberate.community.ranked_delegation`.
    """
    choices = _checked(delegate, direct)
    if choices.shape[1] == 1:
        ends, depths, circular = followed(choices[:, 0], direct)
    else:
        follow = breadth_first if rule.order == BREADTH_FIRST else depth_first
        ends, depths, circular = follow(choices, direct)
    delegated = (choices >= 0).any(axis=1)
    fates = np.select(
        [direct, circular, ends >= 0, delegated],
        [_code(Fate.DIRECT), _code(Fate.CIRCULAR), _code(Fate.CARRIED), _code(Fate.LOST)],
        _code(Fate.SILENT),
    ).astype(np.uint8)
    if rule.depth is not None:
        _dropped(depths > rule.depth, Fate.TOO_DEEP, ends, depths, fates)
    if rule.most is not None:
        _dropped(_too_many(ends, depths, rule.most), Fate.OVER_CAP, ends, depths, fates)
    return Resolution(rule, ends, depths, fates)


def _place(member: str, places: dict[str, int]) -> int:
    place = places.get(member)
    if place is None:
        raise RollError("not-on-the-roll", member=member)
    return place


def _checked(delegate: Places, direct: Mask) -> Places:
    n = len(direct)
    whole = delegate.dtype.kind in "iu" and delegate.ndim in {1, 2} and len(delegate) == n
    if not whole or direct.dtype != np.bool_ or direct.ndim != 1 or (delegate.ndim == 2 and not delegate.shape[1]):
        raise RollError("bad-delegates", shape=delegate.shape, dtype=str(delegate.dtype), lines=n)
    choices = delegate.reshape(n, -1) if n else np.full((0, 1), -1, np.int64)
    if choices.size and not -1 <= int(choices.min()) <= int(choices.max()) < n:
        raise RollError("bad-delegates", shape=delegate.shape, dtype=str(delegate.dtype), lines=n)
    own = np.flatnonzero((choices == np.arange(n)[:, None]).any(axis=1))
    if len(own):
        raise RollError("delegates-to-self", giver=str(own[0]))
    return choices.astype(np.int64, copy=False)


def _code(fate: Fate) -> int:
    return FATES.index(fate)


def _dropped(out: Mask, fate: Fate, ends: Places, depths: Places, fates: NDArray[np.uint8]) -> None:
    ends[out], depths[out], fates[out] = -1, 0, _code(fate)


def _too_many(ends: Places, depths: Places, most: int) -> Mask:
    """Who stands behind the first ``most`` persons on one ballot, the nearest first, then in the roll's order."""
    counted = np.flatnonzero(ends >= 0)
    crowded = np.bincount(ends[counted], minlength=len(ends)) > most
    aboard = counted[crowded[ends[counted]]]
    # A stable sort leaves equally near ones in the order of the roll.
    aboard = aboard[np.lexsort((depths[aboard], ends[aboard]))]
    ballots = ends[aboard]
    rank = np.arange(len(aboard)) - ballots.searchsorted(ballots)
    out = np.zeros(len(ends), np.bool_)
    out[aboard[rank >= most]] = True
    return out
