"""Trust: who may delegate or hold a proxy, and what of it a vote freezes at its opening."""

from __future__ import annotations

from deliberate.community.delegation import Delegation, applicable
from deliberate.community.proxy import Proxies
from deliberate.community.roll import Roll
from deliberate.errors import Refused
from deliberate.hall.acts import Delegate, RegisterProxies, WithdrawDelegation
from deliberate.hall.gates import is_clerk
from deliberate.hall.policy import CHANNELS
from deliberate.hall.state import Community, Matter


def entrusted(community: Community, actor: str, act: Delegate | WithdrawDelegation) -> Delegate | WithdrawDelegation:
    """A delegation that may be given, or taken back.

    Raises
    ------
    Refused
        ``not-on-the-roll``, ``not-your-delegation``, ``unknown-channel``, ``paper-needs-clerk``: by the giver alone,
        or on paper. To give one: ``no-delegation-here``; ``no-vote-here`` where the giver or somebody named has no
        vote. To take one back: ``no-such-delegation``.
    """
    said = act.delegation if isinstance(act, Delegate) else act
    _check_hand(community, actor, said.giver, act.channel)
    if isinstance(said, Delegation):
        if community.policy.delegation is None:
            raise Refused("no-delegation-here")
        for member in (said.giver, *said.to):
            if member not in community.roll or not community.roll.member(member).votes:
                raise Refused("no-vote-here", member=member)
    elif not any(_is_of(said, each) for each in community.delegations):
        scope = (said.matter,) if said.matter else tuple(sorted(said.tags))
        raise Refused("no-such-delegation", giver=said.giver, scope=scope)
    return act


def _is_of(act: WithdrawDelegation, delegation: Delegation) -> bool:
    scope = (delegation.giver, delegation.matter, delegation.tags)
    return (act.giver, act.matter, act.tags) == scope


def _check_hand(community: Community, actor: str, giver: str, channel: str) -> None:
    known = community.policy.precedence or CHANNELS
    if channel not in known:
        raise Refused("unknown-channel", channel=channel, known=known)
    if actor not in community.roll:
        raise Refused("not-on-the-roll", member=actor)
    clerk = channel == "paper" and is_clerk(community, actor)
    if actor != giver and not clerk:
        raise Refused("not-your-delegation", member=giver)
    if channel == "paper" and not clerk:
        raise Refused("paper-needs-clerk", keeper=community.keeper)


def delegations_of(matter: Matter, roll: Roll) -> tuple[Delegation, ...]:
    """Of each voter the delegation that speaks of the matter, by its id and the tags of its issue.

    Notes
    -----
    None where the matter's policy knows no delegation. Whoever was named and has left the roll since stays in it, so
    that the giver can be told. O(n log n) for all that were ever given.
    """
    if matter.policy.delegation is None:
        return ()
    tags = matter.floor.issue.tags if matter.floor.issue else frozenset()
    speaking = applicable(matter.community.delegations, matter.id, tags)
    return tuple(each for each in speaking if each.giver in roll)


def registered(matter: Matter, act: RegisterProxies) -> RegisterProxies:
    """A list of proxies that may be published.

    Raises
    ------
    Refused
        ``proxy-elsewhere``: one is written for another matter.
    RollError
        What :meth:`~deliberate.community.proxy.Proxies.of` finds wrong with the list.
    """
    for proxy in act.given:
        if proxy.matter not in {"", matter.id}:
            raise Refused("proxy-elsewhere", giver=proxy.giver, matter=proxy.matter)
    Proxies.of(matter.community.roll, act.given, matter.policy.proxies_most)
    return act
