"""The business of a meeting: the stack, what was decided, put off, noted and ruled, folded from the steps."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import assert_never

import attrs
from attrs import field, frozen

from deliberate.assembly.motions.acts import Matter
from deliberate.assembly.motions.stack import (
    ChairRuling,
    Decided,
    Key,
    Parked,
    Pending,
    Stack,
    freed,
    of_number,
    pending,
    sameness,
)
from deliberate.assembly.motions.steps import (
    CommitteeBegun,
    MotionFallen,
    MotionMade,
    MotionRuledOut,
    MotionSeconded,
    MotionWithdrawn,
    NoticeGiven,
    QuestionPut,
    QuestionStated,
    QuestionTakenUp,
    ReconsiderationCalledUp,
    ReconsiderationNoted,
    RecountDemanded,
    RulingGiven,
    SpeechMade,
)
from deliberate.assembly.motions.table import Group, Motion

EntryStep = ReconsiderationNoted | NoticeGiven | CommitteeBegun | QuestionTakenUp
BusinessStep = (
    MotionMade
    | ReconsiderationCalledUp
    | MotionSeconded
    | MotionFallen
    | MotionRuledOut
    | MotionWithdrawn
    | QuestionStated
    | SpeechMade
    | QuestionPut
    | RecountDemanded
    | RulingGiven
    | EntryStep
)


@frozen
class Business:
    """Where the questions of a meeting stand; numbers and sums of votes only, no clock.

    Attributes
    ----------
    stack
        The pending questions; the last is immediately pending.
    made
        The number of the last motion.
    decided
        By number, in the order of the votes.
    adopted
        The main motions that were adopted and not rescinded, in the order of the votes.
    settled
        What was decided, and by which question: it may not be moved again in the session.
    parked
        What was laid on the table, postponed or referred, by the number of its main question.
    noted
        Motions to reconsider that wait to be called up, by the number of the question to reconsider.
    ruling
        The last ruling, as long as an appeal is in time.
    ruled_out
        What the chair ruled to be not germane.
    notices
        By question, the day on which notice was given to rescind or amend it.
    suspended
        The rules that are suspended while the main question is pending, by their refusal's code.
    """

    stack: Stack = ()
    made: int = 0
    decided: Mapping[int, Decided] = field(factory=dict)
    adopted: tuple[int, ...] = ()
    settled: Mapping[Key, int] = field(factory=dict)
    parked: Mapping[int, Parked] = field(factory=dict)
    noted: Mapping[int, ReconsiderationNoted] = field(factory=dict)
    ruling: ChairRuling | None = None
    ruled_out: frozenset[Key] = frozenset()
    notices: Mapping[int, date] = field(factory=dict)
    suspended: frozenset[str] = frozenset()

    @property
    def top(self) -> Pending | None:
        """The question immediately pending."""
        return self.stack[-1] if self.stack else None

    def pending(self, number: int | None) -> Pending | None:
        """The pending question of this number."""
        return of_number(self.stack, number)

    def key_of(self, question: Pending) -> Key:
        """What makes another motion the same question."""
        return sameness(self.stack, question.motion, question.target, question.text)

    def after(self, step: BusinessStep) -> Business:
        """The business after one step that is no result of a vote."""
        match step:
            case MotionMade():
                return self._made(step)
            case ReconsiderationCalledUp():
                return self._called_up(step)
            case MotionSeconded(_, _, by):
                return self._with((*self.stack[:-1], attrs.evolve(self.stack[-1], seconder=by, seconded=True)))
            case MotionFallen() | MotionWithdrawn():
                return self._with(self.stack[:-1])
            case QuestionStated():
                return self._stated(step)
            case SpeechMade():
                return self._heard(step)
            case QuestionPut():
                return self._with((*self.stack[:-1], attrs.evolve(self.stack[-1], votes=step)))
            case RecountDemanded():
                return self._with((*self.stack[:-1], attrs.evolve(self.stack[-1], votes=None, recounted=True)))
            case MotionRuledOut() | RulingGiven():
                return self._ruled(step)
            case _:
                return self._entered(step)

    def _entered(self, step: EntryStep) -> Business:
        """The business after what changes no pending question."""
        match step:
            case ReconsiderationNoted(number, question):
                return attrs.evolve(self, made=number, noted={**self.noted, question: step})
            case NoticeGiven(question, _, day):
                return attrs.evolve(self, notices={question: day, **self.notices})
            case CommitteeBegun(question):
                begun = attrs.evolve(self.parked[question], begun=True)
                return attrs.evolve(self, parked={**self.parked, question: begun})
            case QuestionTakenUp(question):
                return self.brought_back(question)
        assert_never(step)

    def _with(self, stack: Stack) -> Business:
        return attrs.evolve(self, stack=stack)

    def _moves_on(self, motion: Motion) -> ChairRuling | None:
        """The ruling, unless other business has begun: an appeal comes at once."""
        appealing = motion is Motion.APPEAL or any(each.motion is Motion.APPEAL for each in self.stack)
        return self.ruling if appealing else None

    def _made(self, step: MotionMade) -> Business:
        stack = (*self.stack, pending(step))
        return attrs.evolve(self, stack=stack, made=step.number, ruling=self._moves_on(step.motion))

    def _called_up(self, step: ReconsiderationCalledUp) -> Business:
        question = Pending(
            step.number, Motion.RECONSIDER, step.mover, step.question, seconded=step.seconded, voted=step.voted
        )
        noted = {number: each for number, each in self.noted.items() if number != step.question}
        ruling = self._moves_on(Motion.RECONSIDER)
        return attrs.evolve(self, stack=(*self.stack, question), noted=noted, ruling=ruling)

    def _stated(self, step: QuestionStated) -> Business:
        """To state a subsidiary motion begins the consideration of what is below; to lay on the table does not."""
        below, top = self.stack[:-1], attrs.evolve(self.stack[-1], stated=True)
        if top.row.group is Group.SUBSIDIARY and top.motion is not Motion.LAY:
            below = tuple(attrs.evolve(each, begun=True) for each in below)
        return attrs.evolve(self, stack=(*below, top), ruling=self._moves_on(step.motion))

    def _heard(self, step: SpeechMade) -> Business:
        *below, top = self.stack
        stack = (*below, top.heard(step.by, step.day))
        return attrs.evolve(self, stack=stack, ruling=self._moves_on(top.motion))

    def _ruled(self, step: MotionRuledOut | RulingGiven) -> Business:
        question, stack = self.stack[-1], self.stack[:-1]
        out = question if isinstance(step, MotionRuledOut) else None
        # A ruling made while an appeal is pending cannot be appealed from.
        appealing = any(each.motion is Motion.APPEAL for each in stack)
        ruling = self.ruling if appealing else ChairRuling(step.matter, out)
        barred = {self.key_of(question)} if out and step.matter is Matter.GERMANENESS else set()
        return attrs.evolve(self, stack=stack, ruling=ruling, ruled_out=self.ruled_out | barred)

    def brought_back(self, number: int) -> Business:
        """The business with what was put off on the stack again."""
        put_off = self.parked[number]
        parked = {each: other for each, other in self.parked.items() if each != number}
        ruling = put_off.ruling or self.ruling
        return attrs.evolve(self, stack=(*self.stack, *put_off.stack), parked=parked, ruling=ruling)

    def in_another_session(self) -> Business:
        """The business without what holds for one session: orders about debate, rulings that a text is not germane."""
        parked = {number: attrs.evolve(each, stack=freed(each.stack)) for number, each in self.parked.items()}
        return attrs.evolve(self, stack=freed(self.stack), parked=parked, suspended=frozenset(), ruled_out=frozenset())
