"""What follows from a meeting: what is decided elsewhere, published, answered, looked at again, and by when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from deliberate.assembly.allegations.docket import Allegations
from deliberate.assembly.circle.circle import Circle
from deliberate.assembly.circle.steps import CircleConsented
from deliberate.assembly.confer import Deliberation
from deliberate.assembly.delphi.order import DelphiPhase
from deliberate.assembly.delphi.panel import Panel
from deliberate.assembly.floor import Floor
from deliberate.assembly.issues.part import Issues
from deliberate.assembly.issues.steps import ComplaintAnswered, ComplaintHandedTo, PledgeBroken, PledgeKept, PledgeMade
from deliberate.assembly.liquid.part import Liquid
from deliberate.assembly.liquid.timeline import phase
from deliberate.assembly.mediation.case import MediationCase
from deliberate.assembly.mediation.order import ORDER
from deliberate.assembly.motions.business import Business
from deliberate.assembly.motions.meeting import Meeting
from deliberate.assembly.motions.table import Group
from deliberate.assembly.procedure import Part
from deliberate.assembly.proposals.part import Proposals
from deliberate.assembly.talk.part import Talk
from deliberate.assembly.talk.steps import FloorClosed, FloorOpened
from deliberate.assembly.talk.traits import Follows
from deliberate.report.plain import heading, one_line
from deliberate.report.texts import parts_of
from deliberate.words import say


def follows(talk: Deliberation, at: datetime, lang: str) -> Iterator[str]:
    """A line for each thing that is not done at the end of a meeting."""
    for part in parts_of(talk.part):
        for key, about in _of(talk, part, at):
            yield one_line(say(f"minutes.follow.{key}", about, lang))


Following = tuple[str, dict[str, object]]


def _of(talk: Deliberation, part: Part, at: datetime) -> Iterator[Following]:
    match part:
        case Floor(handed_to=handed, answer=None) if handed is not None:
            yield "answer", {"group": handed.group, "due": handed.answer_by, "issue": talk.issue}
        case Talk():
            yield from _of_talk(talk, part)
        case Meeting():
            yield from _of_meeting(part)
        case Proposals():
            yield from _of_proposals(part, at)
        case Issues():
            yield from _of_issues(talk, at)
        case MediationCase(phase=stands) if part.parties and stands not in ORDER.ends:
            yield "stands", {"phase": stands}
        case Circle():
            yield from _of_circle(part)
        case Panel(phase=stands) if part.round and stands is not DelphiPhase.ENDED:
            yield "stands", {"phase": stands}
        case Liquid() if part.opening is not None:
            yield "phase", {"phase": phase(part, max(at, part.last or at))}
        case Allegations():
            yield from _of_allegations(part, at)


def _of_talk(talk: Deliberation, part: Talk) -> Iterator[Following]:
    topics = {step.number: heading(step.topic) for step in talk.steps(FloorOpened)}
    for closed in talk.steps(FloorClosed):
        if closed.follows is Follows.LATER:
            yield "elsewhere", {"topic": topics.get(closed.number, "")}
        if closed.publishes:
            yield "publish", {"publishes": closed.publishes}
    if part.floor is not None:
        yield "open", {"topic": heading(part.floor.topic), "phase": part.phase}


def _of_meeting(meeting: Meeting) -> Iterator[Following]:
    yield from _of_business(meeting.business)
    until = meeting.resumes or meeting.continues
    if until is not None:
        yield "continues", {"until": until}


def _of_business(business: Business) -> Iterator[Following]:
    for number, put_off in business.parked.items():
        about = {"number": number, "text": heading(put_off.question.text)}
        yield "put-off", {**about, "by": put_off.by, "until": put_off.until}
    # The parts of a divided question are pending side by side.
    lowest = [each for each in business.stack if each.row.pending_group is Group.MAIN] or business.stack[:1]
    for each in lowest:
        yield "pending", {"number": each.number, "text": heading(each.text)}
    for noted in business.noted.values():
        yield "noted", {"number": noted.number, "question": noted.question}


def _of_proposals(part: Proposals, at: datetime) -> Iterator[Following]:
    if part.live:
        yield "table", {"proposals": tuple(draft.name for draft in part.live)}
    for draft in part.live:
        backing = draft.backing
        if backing.asked and backing.until is not None and at < backing.until:
            about = {"proposal": draft.name, "number": draft.latest.number, "asked": backing.asked}
            yield "silence", {**about, "until": backing.until}
        waiting = tuple(part.amendments.adopted_of(draft.name).spans)
        if waiting:
            yield "consolidate", {"proposal": draft.name, "amendments": waiting}
    for name in part.amendments.asked:
        yield "accept", {"amendment": name, "until": part.amendments.named[name].until}
    for name, merger in part.drafts.mergers.items():
        yield "merge", {"proposal": name, "waits_for": merger.waits_for}


def _of_issues(talk: Deliberation, at: datetime) -> Iterator[Following]:
    answered = {step.issue for step in talk.steps(ComplaintAnswered)}
    for handed in talk.steps(ComplaintHandedTo):
        if handed.issue not in answered:
            waits = "answer" if at < handed.answer_by else "gone-up"
            yield waits, {"group": handed.group, "due": handed.answer_by, "issue": handed.issue}
    reported = {step.pledge for step in talk.trace if isinstance(step, PledgeKept | PledgeBroken)}
    for pledge in talk.steps(PledgeMade):
        if pledge.pledge not in reported:
            yield "pledge", {"by": pledge.by, "until": pledge.until, "act": pledge.act}


def _of_circle(circle: Circle) -> Iterator[Following]:
    match circle.end:
        case CircleConsented(proposal=proposal, review=review):
            yield "review", {"proposal": proposal, "review": review}
        case None if circle.driver:
            yield "stands", {"phase": circle.phase}


def _of_allegations(docket: Allegations, at: datetime) -> Iterator[Following]:
    for announced in docket.assignments.values():
        if at < announced.until:
            yield "notice", {"member": announced.member, "task": announced.task, "until": announced.until}
    for number, one in docket.allegations.items():
        if one.answered is None and one.finding is None:
            yield "accused", {"accused": one.made.accused, "allegation": number, "due": one.made.due}
        elif one.finding is None:
            yield "finding", {"allegation": number}
