"""The questions of a meeting: those pending, one above the other, and those that left the stack."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime

import attrs
from attrs import field, frozen

from deliberate.assembly.motions.acts import Matter, Voted
from deliberate.assembly.motions.steps import MotionMade, QuestionPut
from deliberate.assembly.motions.table import ROWS, Cell, Motion, Row
from deliberate.identity import text_hash


@frozen
class Content:
    """What a vote on another question can change about a question."""

    text: str = ""
    until: datetime | None = None
    speeches: int | None = None
    minutes: int | None = None
    closed: bool = False

    def amended(self, by: Content) -> Content:
        """What the content says after an amendment; what the amendment leaves out stays."""
        return Content(
            by.text or self.text,
            self.until if by.until is None else by.until,
            self.speeches if by.speeches is None else by.speeches,
            self.minutes if by.minutes is None else by.minutes,
            self.closed,
        )

    def undone(self, before: Content, after: Content) -> Content:
        """What it says without one vote, which changed the one into the other."""
        return Content(
            self.text if before.text == after.text else before.text,
            self.until if before.until == after.until else before.until,
            self.speeches if before.speeches == after.speeches else before.speeches,
            self.minutes if before.minutes == after.minutes else before.minutes,
            self.closed if before.closed == after.closed else before.closed,
        )

    def keeps(self, before: Content, after: Content) -> bool:
        """Whether what that vote changed has not changed since: to do it again changes nothing."""
        return self.undone(after, before) == self


@frozen
class Pending:
    """A question on the stack.

    Attributes
    ----------
    target
        The number of the question that it is applied to; None where there is none.
    seconder
        Empty until seconded, and where it needs no second.
    seconded
        Whether it has its second or needs none.
    text, until, speeches, minutes
        What is moved; of a question whose debate was limited or extended, its limits.
    closed
        Whether the previous question was ordered on it.
    votes
        The vote that was taken and is not announced yet.
    spoken, day
        How often each member has spoken on it that day.
    begun
        Whether its consideration has begun: an objection comes too late.
    recounted
        Whether the vote was taken again: nobody can demand that a second time.
    """

    number: int
    motion: Motion
    mover: str
    target: int | None = None
    seconder: str = ""
    seconded: bool = False
    stated: bool = False
    text: str = ""
    until: datetime | None = None
    speeches: int | None = None
    minutes: int | None = None
    voted: Voted = Voted.UNSAID
    closed: bool = False
    votes: QuestionPut | None = None
    spoken: Mapping[str, int] = field(factory=dict)
    day: date | None = None
    begun: bool = False
    recounted: bool = False

    @property
    def row(self) -> Row:
        """Its characteristics."""
        return ROWS[self.motion]

    @property
    def is_bare(self) -> bool:
        """Whether it waits for a second."""
        return not self.seconded

    @property
    def content(self) -> Content:
        """What a vote on another question can change about it."""
        return Content(self.text, self.until, self.speeches, self.minutes, self.closed)

    def saying(self, content: Content) -> Pending:
        """The question with another content."""
        return attrs.evolve(
            self,
            text=content.text,
            until=content.until,
            speeches=content.speeches,
            minutes=content.minutes,
            closed=content.closed,
        )

    @property
    def parts(self) -> tuple[str, ...]:
        """The lines of the text, each of which can stand alone."""
        return tuple(line for line in map(str.strip, self.text.splitlines()) if line)

    def spoken_by(self, member: str, day: date) -> int:
        """How often a member has spoken on it on this day."""
        return self.spoken.get(member, 0) if self.day == day else 0

    def heard(self, member: str, day: date) -> Pending:
        """The question after one more speech."""
        spoken = self.spoken if self.day == day else {}
        return attrs.evolve(self, spoken={**spoken, member: spoken.get(member, 0) + 1}, day=day, begun=True)


Stack = tuple[Pending, ...]


@frozen
class Decided:
    """A question that was voted on.

    Attributes
    ----------
    question
        As it was put.
    carried
        Whether the answer was yes.
    ayes, noes
        Who voted how, where that is known.
    debatable
        Whether it was: to reconsider it is as debatable.
    before, after
        The stack as the vote found it and as it left it: to reconsider goes back from the one to the other.
    again
        Whether it was reconsidered; once is enough.
    ruling
        Of an appeal, the ruling.
    """

    question: Pending
    carried: bool
    day: date
    session: int
    debatable: bool
    before: Stack
    after: Stack
    ayes: tuple[str, ...] = ()
    noes: tuple[str, ...] = ()
    again: bool = False
    ruling: ChairRuling | None = None

    @property
    def prevailing(self) -> Voted:
        """The side that prevailed; on a tie, whichever side the tie served."""
        return Voted.YES if self.carried else Voted.NO

    @property
    def gone(self) -> Stack:
        """What the vote took from the stack, lowest first, itself last."""
        left = {each.number for each in self.after}
        return tuple(each for each in self.before if each.number not in left)

    @property
    def lead(self) -> Pending:
        """The lowest question that would be pending again."""
        return self.gone[0]

    def changed(self) -> Mapping[int, tuple[Content, Content]]:
        """The questions still pending that the vote changed: what was moved, before and after it, by number."""
        was = {each.number: each.content for each in self.before}
        pairs = {each.number: (was[each.number], each.content) for each in self.after if each.number in was}
        return {number: pair for number, pair in pairs.items() if pair[0] != pair[1]}


@frozen
class Parked:
    """Questions that were put off, with all that adhered to them.

    Attributes
    ----------
    by
        The motion that did it: laid on the table, postponed, referred.
    begun
        Whether the committee has begun.
    vote
        The number of that motion.
    ruling
        The ruling that an appeal among them is about.
    """

    by: Motion
    stack: Stack
    until: datetime | None = None
    begun: bool = False
    vote: int = 0
    ruling: ChairRuling | None = None

    @property
    def question(self) -> Pending:
        """The main question."""
        return self.stack[0]


@frozen
class ChairRuling:
    """The last ruling of the chair, as long as an appeal is in time.

    Attributes
    ----------
    ruled_out
        The motion that was ruled out of order; None where it was another ruling.
    """

    matter: Matter
    ruled_out: Pending | None = None


Key = tuple[Motion, int, str, str]


def pending(step: MotionMade) -> Pending:
    """The question that a motion brings."""
    return Pending(
        step.number,
        step.motion,
        step.by,
        step.question,
        seconded=step.seconded,
        stated=step.stated,
        text=step.text,
        until=step.until,
        speeches=step.speeches,
        minutes=step.minutes,
        voted=step.voted,
    )


def of_number(stack: Iterable[Pending], number: int | None) -> Pending | None:
    """The question of this number; None where it is not there."""
    return next((each for each in stack if each.number == number), None)


def sameness(stack: Stack, motion: Motion, target: int | None, text: str) -> Key:
    """What makes two motions the same question: an amendment, that it makes the same of the same text."""
    amended = of_number(stack, target) if motion is Motion.AMEND else None
    return motion, target or 0, text_hash(amended.text if amended else ""), text_hash(text)


def amended_at_last(stack: Stack, question: Pending) -> Pending:
    """What an amendment, or the amendment that it amends, is applied to; any other question itself."""
    target: Pending | None = question
    while target is not None and target.motion is Motion.AMEND:
        question, target = target, of_number(stack, target.target)
    return target or question


def freed(stack: Stack) -> Stack:
    """The questions without what was ordered about their debate; what is moved about limits stays."""
    moved = (amended_at_last(stack, each).motion is Motion.LIMIT for each in stack)
    return tuple(
        attrs.evolve(each, closed=False) if keeps else attrs.evolve(each, closed=False, speeches=None, minutes=None)
        for each, keeps in zip(stack, moved, strict=True)
    )


def depth(stack: Stack, question: Pending | None) -> int:
    """How many amendments stand one on the other: 0 for what is no amendment, 1 primary, 2 secondary."""
    steps = 0
    while question is not None and question.motion is Motion.AMEND:
        steps, question = steps + 1, of_number(stack, question.target)
    return steps


def amendable(stack: Stack, question: Pending) -> bool:
    """Whether an amendment can be applied to the question."""
    cell = question.row.amendable
    return cell is Cell.YES or (cell is Cell.ONCE and depth(stack, question) < 2)
