"""What can be done in a meeting under Robert's rules."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from attrs import field, frozen

from deliberate.assembly.motions.table import Motion
from deliberate.identity import names, nfc
from deliberate.records.kinds import kind


class Matter(StrEnum):
    """What a ruling of the chair is about; on decorum and priority an appeal is not debated."""

    RULES = "rules-of-order"
    GERMANENESS = "germaneness"
    DECORUM = "decorum"
    PRIORITY = "priority-of-business"


class Ruling(StrEnum):
    """How the chair rules on a point of order, a question of privilege, a call for the orders of the day."""

    GRANTED = "granted"
    DENIED = "denied"


class Voted(StrEnum):
    """How a member says to have voted; where the vote was called by name, the names count."""

    YES = "voted-yes"
    NO = "voted-no"
    UNSAID = ""


@kind
@frozen
class CallToOrder:
    """Open the meeting, or go on after a recess; who calls it to order presides.

    Attributes
    ----------
    members
        The whole body; who is present is counted against it.
    present
        Who is here.
    """

    members: tuple[str, ...] = field(converter=names)
    present: tuple[str, ...] = field(converter=names)


@kind
@frozen
class TakeAttendance:
    """Say, as the chair, who is here now."""

    present: tuple[str, ...] = field(converter=names)


@kind
@frozen
class AskForTheFloor:
    """Ask to be recognised."""


@kind
@frozen
class YieldTheFloor:
    """Give the floor back, or ask no longer."""


@kind
@frozen
class Recognise:
    """Give the floor, as the chair, to somebody who asked for it."""

    member: str = field(converter=nfc)


@kind
@frozen
class MakeMotion:
    """Make a motion.

    Attributes
    ----------
    motion
        Which one.
    text
        What is moved, each line a part that can stand alone; of an amendment the whole text as it would then read; of
        a motion to suspend the rules the code of the refusal to suspend.
    question
        The number of the question that it is applied to; None where the pending questions say it.
    until
        To when: a recess, a postponement, the next meeting; by when a committee reports.
    speeches, minutes
        The limits of debate that are moved; None where a limit stays as it is.
    voted
        To reconsider: how the mover says to have voted.
    """

    motion: Motion
    text: str = ""
    question: int | None = None
    until: datetime | None = None
    speeches: int | None = None
    minutes: int | None = None
    voted: Voted = Voted.UNSAID


@kind
@frozen
class SecondMotion:
    """Second the motion just made."""


@kind
@frozen
class LetMotionFall:
    """Let a motion fall, as the chair, that nobody seconded."""


@kind
@frozen
class RuleMotionOut:
    """Rule, as the chair, that the motion just made is out of order; the assembly may appeal."""

    matter: Matter = Matter.GERMANENESS
    reason: str = ""


@kind
@frozen
class StateQuestion:
    """State the question, as the chair: from now on it belongs to the assembly."""


@kind
@frozen
class Debate:
    """Speak on the question immediately pending.

    Attributes
    ----------
    seconds
        How long it took.
    """

    text: str
    seconds: int = 0


@kind
@frozen
class PutQuestion:
    """Put the question, as the chair, and say how many voted yes and no.

    Attributes
    ----------
    ayes, noes
        Who voted how, where the vote was called by name; empty where it was not.
    """

    yes: int
    no: int
    ayes: tuple[str, ...] = ()
    noes: tuple[str, ...] = ()


@kind
@frozen
class AnnounceResult:
    """Announce, as the chair, what the vote came to; only now it has effect."""


@kind
@frozen
class GiveRuling:
    """Rule, as the chair, on what was raised."""

    ruling: Ruling
    matter: Matter = Matter.RULES
    reason: str = ""


@kind
@frozen
class CallUpReconsideration:
    """Take up a motion to reconsider that was made while it could not be considered."""

    question: int


@kind
@frozen
class GiveNotice:
    """Give notice that one will move, on a later day, to rescind or amend what was adopted."""

    question: int


@kind
@frozen
class BeginCommittee:
    """Say, as the chair, that the committee has begun with what was referred to it."""

    question: int


@kind
@frozen
class TakeUp:
    """Bring back, as the chair, what was postponed to now, or what the committee reports on."""

    question: int


# What is done about the question immediately pending.
TopAct = (
    SecondMotion | LetMotionFall | RuleMotionOut | StateQuestion | Debate | PutQuestion | AnnounceResult | GiveRuling
)
MotionAct = (
    CallToOrder
    | TakeAttendance
    | AskForTheFloor
    | YieldTheFloor
    | Recognise
    | MakeMotion
    | TopAct
    | CallUpReconsideration
    | GiveNotice
    | BeginCommittee
    | TakeUp
)
