"""The rules of pledges: anybody who lives here promises, the promiser or a witness reports."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from deliberate.assembly.issues.acts import BreakPledge, KeepPledge, LinkParent, MakePledge, PledgeAct
from deliberate.assembly.issues.gate import Aim, Ask
from deliberate.assembly.issues.steps import ParentLinked, PledgeBroken, PledgeKept, PledgeMade, PledgeStep
from deliberate.assembly.issues.terms import Role
from deliberate.assembly.reasons import Reason, refusal


def _report(ask: Ask, act: KeepPledge | BreakPledge) -> Iterator[Reason]:
    pledges = ask.part.pledges
    if act.pledge not in pledges:
        yield refusal("unknown-pledge", pledge=act.pledge)
    elif act.pledge in pledges.reports:
        yield refusal("pledge-settled", pledge=act.pledge, by=pledges.reports[act.pledge].by)


def _link(ask: Ask, act: LinkParent) -> Iterator[Reason]:
    roles = ask.terms.roles
    for member in (act.child, act.parent):
        if member not in roles:
            yield refusal("not-on-the-roll", member=member)
    if roles[act.child] is not Role.MINOR:
        yield refusal("not-a-minor", member=act.child)
    if roles[act.parent] is not Role.GROWN:
        yield refusal("not-grown", member=act.parent)
    if ask.by not in {act.child, act.parent}:
        yield refusal("not-your-family", member=ask.by)
    if (act.child, act.parent) in ask.part.pledges.parents:
        yield refusal("linked-already", child=act.child, parent=act.parent)


def _links(ask: Ask) -> Iterator[LinkParent]:
    if ask.terms.roles[ask.by] is Role.MINOR:
        return (LinkParent(ask.by, parent) for parent in ask.terms.grown)
    return (LinkParent(child, ask.by) for child in ask.terms.minors)


KEEP: Aim[KeepPledge | BreakPledge] = Aim(lambda ask: (KeepPledge(ask.part.pledges.first_open),), _report)
AIMS = {KeepPledge: KEEP, BreakPledge: KEEP, LinkParent: Aim(_links, _link)}


def faults(ask: Ask, act: PledgeAct) -> Iterator[Reason]:
    """What stands against an act because of what it says."""
    if isinstance(act, MakePledge):
        if not act.act.strip():
            yield refusal("says-nothing")
        if act.until <= ask.at:
            yield refusal("until-passed", until=act.until)


def step(ask: Ask, act: PledgeAct) -> PledgeStep:
    """What happens where nothing stands against an act."""
    by, at, pledges = ask.by, ask.at, ask.part.pledges
    match act:
        case MakePledge():
            standing = ask.terms.roll.member(by).standing
            return PledgeMade(len(pledges.made) + 1, act.act, act.until, standing, by, at)
        case KeepPledge(number):
            made = pledges.made[number - 1]
            return PledgeKept(number, made.act, made.by, by, at)
        case BreakPledge(number):
            made = pledges.made[number - 1]
            return PledgeBroken(number, made.act, made.by, by, at)
        case LinkParent(child, parent):
            return ParentLinked(child, parent, by, at)
    assert_never(act)
