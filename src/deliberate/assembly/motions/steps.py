"""What happened in a meeting under Robert's rules."""

from __future__ import annotations

from datetime import date, datetime

from attrs import frozen

from deliberate.assembly.motions.acts import Matter, Ruling, Voted
from deliberate.assembly.motions.table import Motion
from deliberate.records.kinds import kind


@kind
@frozen
class CalledToOrder:
    """The meeting was opened, or went on.

    Attributes
    ----------
    session
        Meetings that a fixed time joins are one session: what it decided may not be moved again in it.
    """

    chair: str
    members: tuple[str, ...]
    present: tuple[str, ...]
    session: int
    at: datetime


@kind
@frozen
class AttendanceTaken:
    """The chair said who is here."""

    present: tuple[str, ...]
    at: datetime


@kind
@frozen
class FloorAsked:
    """Somebody asked to be recognised."""

    by: str
    at: datetime


@kind
@frozen
class FloorYielded:
    """Somebody gave the floor back, or asks no longer."""

    by: str
    at: datetime


@kind
@frozen
class FloorGiven:
    """The chair recognised somebody."""

    member: str
    at: datetime


@kind
@frozen
class MotionMade:
    """A motion was made.

    Attributes
    ----------
    number
        What the question is called by from now on.
    question
        The number of the question that it is applied to; None where there is none.
    seconded
        Whether it needs no second, or none any more.
    stated
        Whether it needs not be stated: the chair rules on it, or one member's demand suffices.
    """

    number: int
    motion: Motion
    by: str
    at: datetime
    question: int | None = None
    text: str = ""
    until: datetime | None = None
    speeches: int | None = None
    minutes: int | None = None
    voted: Voted = Voted.UNSAID
    seconded: bool = False
    stated: bool = False


@kind
@frozen
class ReconsiderationNoted:
    """A motion to reconsider was made while it cannot be considered: it waits to be called up."""

    number: int
    question: int
    by: str
    voted: Voted
    at: datetime


@kind
@frozen
class ReconsiderationCalledUp:
    """A motion to reconsider that was made before is considered now."""

    number: int
    question: int
    mover: str
    by: str
    voted: Voted
    seconded: bool
    at: datetime


@kind
@frozen
class MotionSeconded:
    """A motion was seconded."""

    number: int
    motion: Motion
    by: str
    at: datetime


@kind
@frozen
class MotionFallen:
    """A motion fell because nobody seconded it."""

    number: int
    motion: Motion
    at: datetime


@kind
@frozen
class MotionRuledOut:
    """The chair ruled a motion out of order."""

    number: int
    motion: Motion
    mover: str
    matter: Matter
    at: datetime
    reason: str = ""


@kind
@frozen
class MotionWithdrawn:
    """The mover took a motion back before it belonged to the assembly."""

    number: int
    motion: Motion
    by: str
    at: datetime


@kind
@frozen
class QuestionStated:
    """The chair stated the question."""

    number: int
    motion: Motion
    text: str
    at: datetime


@kind
@frozen
class SpeechMade:
    """Somebody spoke on the question.

    Attributes
    ----------
    day
        Speeches are counted for each question and day.
    """

    number: int
    by: str
    text: str
    seconds: int
    day: date
    at: datetime


@kind
@frozen
class QuestionPut:
    """The assembly voted; the result is not announced yet."""

    number: int
    motion: Motion
    yes: int
    no: int
    at: datetime
    ayes: tuple[str, ...] = ()
    noes: tuple[str, ...] = ()


@kind
@frozen
class RecountDemanded:
    """One member doubted the vote: it is taken again."""

    number: int
    by: str
    at: datetime


@kind
@frozen
class QuestionCarried:
    """The answer of the assembly was yes, and has effect.

    Attributes
    ----------
    number
        The question; an objection asks whether to consider, an appeal whether the ruling stands.
    """

    number: int
    motion: Motion
    yes: int
    no: int
    text: str
    day: date
    at: datetime


@kind
@frozen
class QuestionLost:
    """The answer of the assembly was no."""

    number: int
    motion: Motion
    yes: int
    no: int
    text: str
    day: date
    at: datetime


@kind
@frozen
class RulingGiven:
    """The chair ruled on what was raised."""

    number: int
    motion: Motion
    ruling: Ruling
    matter: Matter
    at: datetime
    reason: str = ""


@kind
@frozen
class NoticeGiven:
    """Notice was given of a motion to rescind or amend what was adopted."""

    question: int
    by: str
    day: date
    at: datetime


@kind
@frozen
class CommitteeBegun:
    """The committee has begun with a question."""

    question: int
    at: datetime


@kind
@frozen
class QuestionTakenUp:
    """A question came back: its time has come, or the committee reports."""

    question: int
    at: datetime


MotionStep = (
    CalledToOrder
    | AttendanceTaken
    | FloorAsked
    | FloorYielded
    | FloorGiven
    | MotionMade
    | ReconsiderationNoted
    | ReconsiderationCalledUp
    | MotionSeconded
    | MotionFallen
    | MotionRuledOut
    | MotionWithdrawn
    | QuestionStated
    | SpeechMade
    | QuestionPut
    | RecountDemanded
    | QuestionCarried
    | QuestionLost
    | RulingGiven
    | NoticeGiven
    | CommitteeBegun
    | QuestionTakenUp
)
