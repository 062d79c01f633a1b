"""What can be done to speak, to let speak and to end the talk; besides ``OpenRound``, ``TakeTurn``, ``CloseRound``."""

from __future__ import annotations

from attrs import field, frozen

from deliberate.assembly.moves import CloseRound, OpenRound, Side, TakeTurn
from deliberate.assembly.talk.traits import Ground
from deliberate.identity import nfc
from deliberate.records.kinds import kind


@kind
@frozen
class InviteInterest:
    """Invite, as the chair, the people of an interest to the meeting."""

    interest: str = field(converter=nfc)


@kind
@frozen
class LayMotion:
    """Lay a motion before the meeting: something concrete that can be done; with it the talk begins."""

    text: str


@kind
@frozen
class RaiseHand:
    """Ask to speak.

    Attributes
    ----------
    side
        Which side one will take, where the form asks for it.
    """

    side: Side = field(default=Side.NEITHER, converter=Side)


@kind
@frozen
class LowerHand:
    """Ask to speak no longer."""


@kind
@frozen
class CallOn:
    """Give the floor, as the chair, to somebody who asked for it."""

    member: str = field(converter=nfc)


@kind
@frozen
class PassTurn:
    """Do not speak now, though it is one's turn."""


@kind
@frozen
class GoOnWithout:
    """Go on, as the chair, without somebody whose turn it is, or free their seat in a fishbowl that is full."""

    member: str = field(converter=nfc)


@kind
@frozen
class TakeSeat:
    """Take the empty seat of the fishbowl."""


@kind
@frozen
class LeaveSeat:
    """Leave one's seat in the fishbowl."""


@kind
@frozen
class RuleOut:
    """Rule out, as the chair, the turn just taken; the words of the ruling are recorded.

    Attributes
    ----------
    turn
        The number of the turn: a ruling that comes too late hits nobody else.
    """

    turn: int
    ground: Ground = field(converter=Ground)
    words: str


@kind
@frozen
class YieldChair:
    """Hand the chair over, as who presides."""

    to: str = field(converter=nfc)


@kind
@frozen
class TakeChairBack:
    """Preside again."""


@kind
@frozen
class AgreeToClose:
    """Say that enough has been said: with two thirds of the meeting the talk is closed."""


@kind
@frozen
class CallVote:
    """Call the vote, as the chair, on the motion that was debated."""


@kind
@frozen
class VoteByHand:
    """Vote on the motion; neither side is an abstention."""

    side: Side = field(converter=Side)


@kind
@frozen
class DeclareResult:
    """Say, as the chair, how the vote went.

    Attributes
    ----------
    side
        The chair's own vote, in forms where the chair votes last.
    """

    side: Side = field(default=Side.NEITHER, converter=Side)


TalkAct = (
    InviteInterest
    | OpenRound
    | LayMotion
    | RaiseHand
    | LowerHand
    | CallOn
    | TakeSeat
    | TakeTurn
    | PassTurn
    | LeaveSeat
    | GoOnWithout
    | RuleOut
    | YieldChair
    | TakeChairBack
    | AgreeToClose
    | CloseRound
    | CallVote
    | VoteByHand
    | DeclareResult
)
