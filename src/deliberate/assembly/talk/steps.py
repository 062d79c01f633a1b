"""What happened while people spoke."""

from __future__ import annotations

from datetime import datetime

from attrs import frozen

from deliberate.assembly.moves import Side
from deliberate.assembly.talk.traits import Access, Before, Closing, Follows, Ground, Paper, Result, Stake
from deliberate.records.kinds import kind


@kind
@frozen
class InterestInvited:
    """The people of an interest were invited."""

    interest: str
    stake: Stake
    members: tuple[str, ...]
    by: str
    at: datetime


@kind
@frozen
class FloorOpened:
    """The talk on a topic began.

    Attributes
    ----------
    circle
        In a circle: who speaks after whom.
    seats
        In a fishbowl: how many.
    """

    number: int
    topic: str
    access: Access
    by: str
    at: datetime
    order: tuple[Before, ...] = ()
    circle: tuple[str, ...] = ()
    seats: int | None = None


@kind
@frozen
class MotionLaid:
    """The talk on a motion began."""

    number: int
    text: str
    access: Access
    by: str
    at: datetime
    order: tuple[Before, ...] = ()


@kind
@frozen
class HandRaised:
    """Somebody asked to speak.

    Attributes
    ----------
    turns
        How often they have spoken on the matter so far.
    lot
        Their place in the lot, which decides between hands of one moment.
    """

    by: str
    side: Side
    turns: int
    lot: int
    at: datetime


@kind
@frozen
class HandLowered:
    """Somebody asks to speak no longer."""

    by: str
    at: datetime


@kind
@frozen
class CalledOn:
    """The chair gave the floor to somebody."""

    member: str
    by: str
    at: datetime


@kind
@frozen
class TurnSpoken:
    """Somebody spoke.

    Attributes
    ----------
    number
        The turns of a meeting are numbered from 1.
    floor
        The number of the matter.
    turns
        How often the speaker has spoken on the matter, this turn included.
    """

    number: int
    floor: int
    by: str
    turns: int
    side: Side
    text: str
    seconds: int
    at: datetime
    proposal: str = ""


@kind
@frozen
class TurnPassed:
    """Somebody did not speak, though it was their turn."""

    by: str
    at: datetime


@kind
@frozen
class GoneOnWithout:
    """The chair went on without somebody."""

    member: str
    by: str
    at: datetime


@kind
@frozen
class SeatTaken:
    """Somebody took a seat in the fishbowl."""

    by: str
    at: datetime


@kind
@frozen
class SeatLeft:
    """Somebody left their seat in the fishbowl."""

    by: str
    at: datetime


@kind
@frozen
class TurnRuledOut:
    """The chair ruled a turn out: it stays in the record, and so do the words of the ruling."""

    number: int
    member: str
    ground: Ground
    words: str
    by: str
    at: datetime


@kind
@frozen
class ChairYielded:
    """The chair was handed over."""

    by: str
    to: str
    at: datetime


@kind
@frozen
class ChairTakenBack:
    """Who had handed over the chair presides again."""

    by: str
    at: datetime


@kind
@frozen
class ClosingAgreed:
    """Somebody said that enough has been said, and there are not two thirds yet.

    Attributes
    ----------
    agreed
        How many have said so.
    needed
        How many are two thirds of the meeting.
    """

    by: str
    agreed: int
    needed: int
    at: datetime


@kind
@frozen
class FloorClosed:
    """The talk was closed.

    Attributes
    ----------
    ended
        In which of the ways of the form.
    follows
        Whether a vote may follow, and where.
    publishes
        What the form asks to be published.
    """

    number: int
    by: str
    ended: Closing
    follows: Follows
    at: datetime
    summary: str = ""
    publishes: tuple[Paper, ...] = ()


@kind
@frozen
class VoteCalled:
    """The vote on the motion began."""

    number: int
    by: str
    at: datetime


@kind
@frozen
class VotedByHand:
    """Somebody voted."""

    by: str
    side: Side
    at: datetime


@kind
@frozen
class ResultDeclared:
    """The vote is over.

    Attributes
    ----------
    yes, no
        The chair's own vote included.
    side
        The chair's vote, where the chair voted last.
    """

    number: int
    motion: str
    yes: int
    no: int
    result: Result
    by: str
    side: Side
    at: datetime


TalkStep = (
    InterestInvited
    | FloorOpened
    | MotionLaid
    | HandRaised
    | HandLowered
    | CalledOn
    | TurnSpoken
    | TurnPassed
    | GoneOnWithout
    | SeatTaken
    | SeatLeft
    | TurnRuledOut
    | ChairYielded
    | ChairTakenBack
    | ClosingAgreed
    | FloorClosed
    | VoteCalled
    | VotedByHand
    | ResultDeclared
)
