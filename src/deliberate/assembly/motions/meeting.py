"""A meeting: who presides, who is here, who has the floor, and the business, folded from the steps."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from typing import get_args

import attrs
from attrs import field, frozen

from deliberate.assembly.motions.business import Business, BusinessStep
from deliberate.assembly.motions.effects import decided
from deliberate.assembly.motions.stack import Decided
from deliberate.assembly.motions.steps import (
    AttendanceTaken,
    CalledToOrder,
    FloorAsked,
    FloorGiven,
    FloorYielded,
    MotionMade,
    MotionStep,
    QuestionCarried,
    QuestionLost,
    SpeechMade,
)
from deliberate.assembly.motions.table import Motion
from deliberate.records.kinds import Step

_STEPS = get_args(MotionStep)
_BUSINESS = get_args(BusinessStep)


class Sits(StrEnum):
    """Whether the meeting sits."""

    NOT_YET = "not-yet"
    OPEN = "open"
    RECESS = "recess"
    ADJOURNED = "adjourned"


@frozen
class Meeting:
    """Where a meeting stands.

    Attributes
    ----------
    chair
        Who presides.
    members
        The whole body.
    present
        Who is here.
    session
        Meetings that a fixed time joins are one session.
    resumes
        In a recess, until when.
    continues
        The time to which to adjourn, where it was fixed.
    waiting
        Who asked for the floor, in the order in which they asked.
    floor
        Who has the floor; empty where nobody has.
    given
        When the floor was given: whoever does not use it in time keeps it from nobody.
    last
        The moment of the last step.
    """

    chair: str = ""
    members: tuple[str, ...] = ()
    present: frozenset[str] = frozenset()
    sits: Sits = Sits.NOT_YET
    session: int = 0
    resumes: datetime | None = None
    continues: datetime | None = None
    waiting: tuple[str, ...] = ()
    floor: str = ""
    given: datetime | None = None
    business: Business = field(factory=Business)
    last: datetime | None = None

    @property
    def goes_on(self) -> bool:
        """Whether the next call to order goes on with the session: after a recess, at the time that was fixed."""
        return self.sits is Sits.RECESS or self.continues is not None

    def after(self, step: Step) -> Meeting:
        """The meeting after one step; as it is where the step is of another area.

        Notes
        -----
        O(questions pending) and a copy of the tables that the step changes.
        """
        if not isinstance(step, _STEPS):
            return self
        return attrs.evolve(self._after(step), last=step.at)

    def _after(self, step: MotionStep) -> Meeting:
        match step:
            case CalledToOrder(chair, members, present, session):
                here = frozenset(present)
                business = self.business if session == self.session else self.business.in_another_session()
                called = attrs.evolve(self, chair=chair, members=members, present=here, sits=Sits.OPEN, session=session)
                return attrs.evolve(called, resumes=None, continues=None, waiting=(), floor="", business=business)
            case AttendanceTaken(present):
                here = frozenset(present)
                waiting = tuple(each for each in self.waiting if each in here)
                return attrs.evolve(self, present=here, waiting=waiting, floor=self.floor if self.floor in here else "")
            case FloorAsked(by):
                return attrs.evolve(self, waiting=(*self.waiting, by))
            case FloorYielded(by):
                return self._without(by)
            case FloorGiven(member, at):
                return attrs.evolve(self._without(member), floor=member, given=at)
            case QuestionCarried() | QuestionLost():
                return self._voted(step)
        return self._went_on(step) if isinstance(step, _BUSINESS) else self

    def _without(self, member: str) -> Meeting:
        waiting = tuple(each for each in self.waiting if each != member)
        return attrs.evolve(self, waiting=waiting, floor="" if self.floor == member else self.floor)

    def _went_on(self, step: BusinessStep) -> Meeting:
        """Who made a motion or spoke has used the floor."""
        used = isinstance(step, MotionMade | SpeechMade) and step.by == self.floor
        return attrs.evolve(self, business=self.business.after(step), floor="" if used else self.floor)

    def _voted(self, step: QuestionCarried | QuestionLost) -> Meeting:
        question = self.business.stack[-1]
        voted = attrs.evolve(self, business=decided(self.business, step, self.session))
        if isinstance(step, QuestionLost):
            return voted
        match question.motion:
            case Motion.FIX_TIME:
                return attrs.evolve(voted, continues=question.until)
            case Motion.RECESS:
                return attrs.evolve(voted, sits=Sits.RECESS, resumes=question.until, waiting=(), floor="")
            case Motion.ADJOURN:
                return attrs.evolve(voted, sits=Sits.ADJOURNED, waiting=(), floor="")
            case Motion.RECONSIDER:
                was = self.business.decided[question.target or 0]
                fixed = was.question.motion is Motion.FIX_TIME and was.carried
                return attrs.evolve(voted, continues=voted.fixed_but_for(was, step.at)) if fixed else voted
        return voted

    def fixed_but_for(self, undone: Decided, at: datetime) -> datetime | None:
        """The time to come that another vote of this session fixed last; None where none did."""
        votes = (each for number, each in self.business.decided.items() if number != undone.question.number)
        fixed = [each for each in votes if each.carried and each.question.motion is Motion.FIX_TIME]
        times = [each.question.until for each in fixed if each.session == self.session]
        return next((until for until in reversed(times) if until is not None and until > at), None)


def meeting_of(trace: Iterable[Step]) -> Meeting:
    """The meeting that a trace leads to."""
    meeting = Meeting()
    for step in trace:
        meeting = meeting.after(step)
    return meeting
