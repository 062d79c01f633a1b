"""What is asked of every act: readable texts, a moment that is not past, a meeting that sits, a member who is here."""

from __future__ import annotations

from collections.abc import Iterator

from deliberate.assembly.motions.acts import (
    AnnounceResult,
    AskForTheFloor,
    BeginCommittee,
    CallToOrder,
    Debate,
    GiveRuling,
    LetMotionFall,
    MakeMotion,
    MotionAct,
    PutQuestion,
    Recognise,
    RuleMotionOut,
    SecondMotion,
    StateQuestion,
    TakeAttendance,
    TakeUp,
)
from deliberate.assembly.motions.ask import Ask
from deliberate.assembly.motions.meeting import Sits
from deliberate.assembly.motions.table import Motion
from deliberate.assembly.reasons import Reason, refusal
from deliberate.assembly.usable import unusable

CHAIRS = (
    AnnounceResult,
    BeginCommittee,
    GiveRuling,
    LetMotionFall,
    PutQuestion,
    Recognise,
    RuleMotionOut,
    StateQuestion,
    TakeAttendance,
    TakeUp,
)
# An impartial chair takes no part in these.
_PARTISAN = (AskForTheFloor, MakeMotion, SecondMotion, Debate)


def gate(ask: Ask, act: MotionAct) -> Iterator[Reason]:
    """What stands against an act whoever does it and whatever is pending."""
    meeting = ask.meeting
    yield from unusable(act, ask.at, meeting.last)
    if isinstance(act, CallToOrder):
        yield from _calling(ask, act)
        return
    if meeting.sits is not Sits.OPEN:
        yield refusal("meeting-does-not-sit")
    if ask.by not in meeting.present:
        yield refusal("not-present" if ask.by in meeting.members else "not-on-the-roll", member=ask.by)
    if isinstance(act, CHAIRS) and ask.by != meeting.chair:
        yield refusal("chair-of-the-meeting-only", chair=meeting.chair)
    if isinstance(act, _PARTISAN) and ask.by == meeting.chair and not (ask.is_board or _may_all_the_same(ask, act)):
        yield refusal("chair-takes-no-part", chair=meeting.chair)
    yield from _everybody(ask, act)


def _may_all_the_same(ask: Ask, act: MotionAct) -> bool:
    """Who presides gives reasons for a ruling appealed from, and adjourns where nobody else might be there to do so."""
    if isinstance(act, MakeMotion):
        return act.motion is Motion.ADJOURN and ask.is_deserted
    return isinstance(act, Debate) and ask.top is not None and ask.top.motion is Motion.APPEAL


def _calling(ask: Ask, act: CallToOrder) -> Iterator[Reason]:
    meeting = ask.meeting
    if meeting.sits is Sits.OPEN:
        yield refusal("meeting-sits-already")
    body = frozenset(act.members)
    if meeting.members and ask.by not in meeting.members:
        yield refusal("not-on-the-roll", member=ask.by)
    for member in (ask.by, *act.present):
        if member not in body:
            yield refusal("not-on-the-roll", member=member)
    if meeting.goes_on and body != frozenset(meeting.members):
        yield refusal("roll-of-the-session", members=meeting.members)
    if ask.by not in act.present:
        yield refusal("not-present", member=ask.by)
    if meeting.sits is Sits.RECESS and meeting.resumes is not None and ask.at < meeting.resumes:
        yield refusal("time-not-come", until=meeting.resumes)


def _everybody(ask: Ask, act: MotionAct) -> Iterator[Reason]:
    """Names that an act gives are names of members, and the chair is here while she presides."""
    known = frozenset(ask.meeting.members) if isinstance(act, TakeAttendance | PutQuestion) else frozenset()
    match act:
        case TakeAttendance(present):
            for member in present:
                if member not in known:
                    yield refusal("not-on-the-roll", member=member)
            if ask.by not in present:
                yield refusal("not-present", member=ask.by)
        case PutQuestion(_, _, ayes, noes):
            for member in (*ayes, *noes):
                if member not in ask.meeting.present:
                    yield refusal("not-present" if member in known else "not-on-the-roll", member=member)
