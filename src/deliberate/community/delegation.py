"""Delegation: whom a member trusts to vote in their place, on what, and how far such trust reaches."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import Final

from attrs import field, frozen

from deliberate.errors import RollError
from deliberate.identity import name, names
from deliberate.quantities import exact
from deliberate.records.kinds import kind

BREADTH_FIRST: Final = "breadth-first"
DEPTH_FIRST: Final = "depth-first"
ORDERS = (BREADTH_FIRST, DEPTH_FIRST)


def _chosen(to: str | Iterable[str]) -> tuple[str, ...]:
    return (to,) if isinstance(to, str) else tuple(to)


def _tagged(tags: str | Iterable[str]) -> frozenset[str]:
    return frozenset(name(each) for each in _chosen(tags))


@kind
@frozen
class Delegation:
    """One member's trust in others 委托, for everything, for some tags, or for one matter.

    Attributes
    ----------
    giver
        Who delegates.
    to
        Who is to vote in their place, most wanted first: the later ones stand in where the earlier lead nowhere.
        Usually one; a single name may be given as text, and so may a single tag.
    tags
        It speaks of matters that have all of these; none means every matter.
    matter
        It speaks of this matter only; empty for all that the tags allow.

    Raises
    ------
    RollError
        ``delegates-to-nobody``, ``delegates-to-self``, ``two-scopes`` (tags and a matter at once).

    Examples
    --------
    >>> Delegation("li", "wang", tags="pet")
    Delegation(giver='li', to=('wang',), tags=frozenset({'pet'}), matter='')
    """

    giver: str = field(converter=name)
    to: tuple[str, ...] = field(converter=_chosen)
    tags: frozenset[str] = field(default=frozenset(), converter=_tagged)
    matter: str = ""

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "to", names(self.to, where=self.giver))
        if not self.to:
            raise RollError("delegates-to-nobody", giver=self.giver)
        if self.giver in self.to:
            raise RollError("delegates-to-self", giver=self.giver)
        if self.tags and self.matter:
            raise RollError("two-scopes", giver=self.giver, matter=self.matter, tags=tuple(sorted(self.tags)))

    @property
    def scope(self) -> tuple[str, ...]:
        """What it speaks of, in an order of its own: the matter, or the tags; empty for everything."""
        return (self.matter,) if self.matter else tuple(sorted(self.tags))

    def speaks_of(self, matter: str, tags: frozenset[str]) -> bool:
        """Whether it is meant for a matter with these tags.

        A body may decide only what lies wholly inside its scope. Trust is asked the other way round: who trusts
        somebody in all that concerns pets does so, too, where a matter concerns pets and the courtyard.
        """
        return self.matter == matter if self.matter else self.tags <= tags


def applicable(
    delegations: Iterable[Delegation], matter: str = "", tags: str | Iterable[str] = ()
) -> tuple[Delegation, ...]:
    """The delegation that counts for a matter, for each giver who has one.

    Parameters
    ----------
    delegations
        All that are in force, in any order.
    matter
        The id of the matter.
    tags
        What the matter is about.

    Returns
    -------
    tuple
        At most one for each giver, in the order of their names. One for this matter comes before one for tags, and
        that before one for everything. Of several for tags the one with the most tags counts; among equally many,
        the one whose sorted tags come first in the order of Unicode's code points.

    Raises
    ------
    RollError
        ``delegation-twice``: one giver, two delegations of the same scope.

    Notes
    -----
    O(n log n) for n delegations.

    Examples
    --------
    >>> given = (Delegation("li", "wang"), Delegation("li", "chen", tags="pet"))
    >>> [each.to for each in applicable(given, tags={"pet", "courtyard"})]
    [('chen',)]
    >>> [each.to for each in applicable(given, tags={"parking"})]
    [('wang',)]
    """
    about = _tagged(tags)
    best: dict[str, Delegation] = {}
    seen: set[tuple[str, str, frozenset[str]]] = set()
    for each in delegations:
        scope = (each.giver, each.matter, each.tags)
        if scope in seen:
            raise RollError("delegation-twice", giver=each.giver, scope=each.scope)
        seen.add(scope)
        known = best.get(each.giver)
        if each.speaks_of(matter, about) and (known is None or _nearness(each) < _nearness(known)):
            best[each.giver] = each
    return tuple(best[giver] for giver in sorted(best))


def _nearness(delegation: Delegation) -> tuple[bool, int, tuple[str, ...]]:
    return not delegation.matter, -len(delegation.tags), delegation.scope


def _share(value: object) -> Fraction:
    return Fraction(exact(value, where="damping"))


@kind
@frozen
class DelegationRule:
    """How delegations are followed: in what order, how far, how many to one person, and what fades on the way.

    Attributes
    ----------
    order
        For those who named several: ``"breadth-first"`` (the shortest chain, then the one most wanted) or
        ``"depth-first"`` (the one most wanted, however long the chain).
    depth
        The longest chain that is followed, in hops, at least 1; None for any.
    most
        How many persons one ballot may count for, its owner included, at least 1; None for any. It is judged on
        persons, never on areas or shares: trust is placed by persons, and so it means the same in every measure.
    damping
        What is left of a vote after each hop (viscous democracy), more than 0 and at most 1.

    Raises
    ------
    RollError
        ``bad-parameter``.

    Examples
    --------
    >>> DelegationRule(most=3, damping="9/10").damping
    Fraction(9, 10)
    """

    order: str = BREADTH_FIRST
    depth: int | None = None
    most: int | None = None
    damping: Fraction = field(default=Fraction(1), converter=_share)

    def __attrs_post_init__(self) -> None:
        if self.order not in ORDERS:
            raise RollError("bad-parameter", parameter="order", value=self.order, known=ORDERS)
        for parameter, cap in (("depth", self.depth), ("most", self.most)):
            if cap is not None and (type(cap) is not int or cap < 1):
                raise RollError("bad-parameter", parameter=parameter, value=str(cap), known=())
        if not 0 < self.damping <= 1:
            raise RollError("bad-parameter", parameter="damping", value=str(self.damping), known=())
