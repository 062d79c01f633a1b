"""The door of the area: a move in, a step or a refusal out, and what a member may do now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import cast, get_args

from deliberate.assembly.issues import advising, bonding, handing, listing, pledging, trying
from deliberate.assembly.issues.acts import (
    AdviceAct,
    BondAct,
    ComplaintAct,
    IssueAct,
    ListAct,
    PledgeAct,
)
from deliberate.assembly.issues.gate import Aim, Ask
from deliberate.assembly.issues.order import BY_ACT
from deliberate.assembly.issues.part import Issues
from deliberate.assembly.issues.steps import IssueStep
from deliberate.assembly.issues.terms import IssueTerms, Role
from deliberate.assembly.moves import Move
from deliberate.assembly.reasons import Reason, not_done_here, refusal, turned_down
from deliberate.assembly.steps import MoveRefused
from deliberate.assembly.usable import untimely, unusable

# Each act with what it aims at; one that is not here aims at nothing and is open to whoever may do it at all.
AIMS: Mapping[type, Aim[IssueAct]] = cast(
    "Mapping[type, Aim[IssueAct]]",
    {**listing.AIMS, **bonding.AIMS, **handing.AIMS, **pledging.AIMS, **advising.AIMS, **trying.AIMS},
)
ACTS: tuple[type[IssueAct], ...] = get_args(IssueAct)


def answer(part: Issues, move: Move, terms: IssueTerms) -> IssueStep | MoveRefused:
    """Answer a move: what happens, or the first rule that it breaks.

    Notes
    -----
    Cost O(length of the texts), and for a merger O(chain of mergers). A refusal leaves everything as it is.
    """
    act: object = move.act
    if not isinstance(act, IssueAct):
        return not_done_here(move.by, move.act)
    ask = Ask(part, terms, move.by, move.at)
    reason = next(_against(ask, act), None)
    return _step(ask, act) if reason is None else turned_down(move.by, reason)


def legal(part: Issues, member: str, at: datetime, terms: IssueTerms) -> tuple[str, ...]:
    """The names of the acts of this area that a member may do now: there is a way to do each that is accepted.

    Notes
    -----
    Cost O(acts) where the first thing to aim at is a good one; at worst O(issues * groups).
    """
    ask = Ask(part, terms, member, at)
    if next(untimely(at, part.last), None) is not None or member not in terms.roles:
        return ()
    return tuple(act.__name__ for act in ACTS if _open(ask, act))


def _open(ask: Ask, act: type[IssueAct]) -> bool:
    if next(_rights(ask, act.__name__), None) is not None:
        return False
    return act not in AIMS or AIMS[act].open_to(ask)


def _against(ask: Ask, act: IssueAct) -> Iterator[Reason]:
    """What stands against a move, the first reason first; what comes later may rely on what came before."""
    yield from unusable(act, ask.at, ask.part.last)
    yield from _rights(ask, type(act).__name__)
    if type(act) in AIMS:
        yield from AIMS[type(act)].against(ask, act)
    yield from _faults(ask, act)


def _rights(ask: Ask, act: str) -> Iterator[Reason]:
    role = ask.terms.roles.get(ask.by)
    if role is None:
        yield refusal("not-on-the-roll", member=ask.by)
    elif role not in BY_ACT[act].who:
        yield refusal("minors-advise" if role is Role.MINOR else "companions-guide", member=ask.by)


def _faults(ask: Ask, act: IssueAct) -> Iterator[Reason]:
    if isinstance(act, ListAct):
        return listing.faults(ask, act)
    if isinstance(act, BondAct):
        return bonding.faults(ask, act)
    if isinstance(act, ComplaintAct):
        return handing.faults(ask, act)
    if isinstance(act, PledgeAct):
        return pledging.faults(ask, act)
    if isinstance(act, AdviceAct):
        return advising.faults(ask, act)
    return trying.faults(ask, act)


def _step(ask: Ask, act: IssueAct) -> IssueStep:
    if isinstance(act, ListAct):
        return listing.step(ask, act)
    if isinstance(act, BondAct):
        return bonding.step(ask, act)
    if isinstance(act, ComplaintAct):
        return handing.step(ask, act)
    if isinstance(act, PledgeAct):
        return pledging.step(ask, act)
    if isinstance(act, AdviceAct):
        return advising.step(ask, act)
    return trying.step(ask, act)
