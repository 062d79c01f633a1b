"""The rules of coming together: a gathering, a group by charter, a leader who agreed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from deliberate.assembly.issues.acts import AnswerLead, AskToLead, BondAct, FoundGroup, HoldGathering, JoinGroup
from deliberate.assembly.issues.gate import Aim, Ask
from deliberate.assembly.issues.steps import (
    BondStep,
    GatheringHeld,
    GroupFormed,
    GroupJoined,
    LeadAnswered,
    LeaderAsked,
)
from deliberate.assembly.issues.terms import Role
from deliberate.assembly.reasons import Reason, refusal

ANSWERS = ("accept", "decline")


def _found(ask: Ask, act: FoundGroup) -> Iterator[Reason]:
    attended = ask.part.gatherings.attended.get(act.gathering)
    if attended is None:
        yield refusal("unknown-gathering", gathering=act.gathering)
    elif ask.by not in attended:
        yield refusal("did-not-attend", member=ask.by, gathering=act.gathering)


def _join(ask: Ask, act: JoinGroup) -> Iterator[Reason]:
    yield from no_group(ask, act.group)
    if ask.by in ask.part.gatherings.bands[act.group].members:
        yield refusal("member-already", member=ask.by, group=act.group)


def _ask(ask: Ask, act: AskToLead) -> Iterator[Reason]:
    yield from no_group(ask, act.group)
    band = ask.part.gatherings.bands[act.group]
    for member in (ask.by, act.leader):
        if member not in band.members:
            yield refusal("not-in-the-group", member=member, group=act.group)
    if ask.terms.roles.get(act.leader) is not Role.GROWN:
        yield refusal("minors-advise", member=act.leader)
    if band.leader:
        yield refusal("leader-known", group=act.group, leader=band.leader)
    if band.asked:
        yield refusal("asked-already", group=act.group, leader=band.asked)


def _answer(ask: Ask, act: AnswerLead) -> Iterator[Reason]:
    yield from no_group(ask, act.group)
    if ask.part.gatherings.bands[act.group].asked != ask.by:
        yield refusal("not-asked-to-lead", member=ask.by, group=act.group)


def no_group(ask: Ask, group: str) -> Iterator[Reason]:
    """What stands against a group that there is not."""
    if group not in ask.part.gatherings.bands:
        yield refusal("unknown-group", group=group)


AIMS = {
    FoundGroup: Aim(lambda ask: (FoundGroup("-", held, "-", "-") for held in ask.part.gatherings.held), _found),
    JoinGroup: Aim(lambda ask: map(JoinGroup, ask.part.gatherings.bands), _join),
    AskToLead: Aim(lambda ask: (AskToLead(group, ask.by) for group in ask.part.gatherings.bands), _ask),
    AnswerLead: Aim(lambda ask: (AnswerLead(group, "accept") for group in ask.part.gatherings.bands), _answer),
}


def faults(ask: Ask, act: BondAct) -> Iterator[Reason]:
    """What stands against an act because of what it says."""
    match act:
        case HoldGathering(gathering, attendees):
            if gathering in ask.part.gatherings.held:
                yield refusal("gathering-held", gathering=gathering)
            for member in attendees:
                if member not in ask.terms.roll:
                    yield refusal("not-on-the-roll", member=member)
        case FoundGroup(group, _, charter, tags):
            if group in ask.part.gatherings.bands:
                yield refusal("group-exists", group=group)
            if not charter.strip() or not tags:
                yield refusal("no-charter", group=group)
        case AnswerLead(_, answer) if answer not in ANSWERS:
            yield refusal("unknown-answer", answer=answer)


def step(ask: Ask, act: BondAct) -> BondStep:
    """What happens where nothing stands against an act."""
    by, at = ask.by, ask.at
    match act:
        case HoldGathering(gathering, attendees, about):
            return GatheringHeld(gathering, attendees, about, by, at)
        case FoundGroup(group, gathering, charter, tags):
            return GroupFormed(group, gathering, charter, tags, by, at)
        case JoinGroup(group):
            return GroupJoined(group, by, at)
        case AskToLead(group, leader):
            return LeaderAsked(group, leader, by, at)
        case AnswerLead(group, answer):
            return LeadAnswered(group, answer, by, at)
    assert_never(act)
