"""The course of a meeting: which act leads from which phase to which; a table, and nothing else decides it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from attrs import frozen

from deliberate.assembly.talk.traits import INVITES, NO_VOTE_HERE, Access, Chair, Closing, Follows, Opening


class Phase(StrEnum):
    """Where a meeting stands.

    In ``CALLED`` somebody has the floor; in ``FULL`` no seat of the fishbowl is empty, in ``LATE`` a turn was taken
    since, and somebody must leave; in ``DEBATED`` the talk is over and the motion waits for its vote.
    """

    READY = "talk-ready"
    OPEN = "talk-open"
    CALLED = "talk-called"
    FULL = "talk-full"
    LATE = "talk-late"
    DEBATED = "talk-debated"
    VOTING = "talk-voting"


@frozen
class Passage:
    """One row.

    Attributes
    ----------
    only
        The traits that a form must have for this row; none: every form has it.
    """

    act: str
    before: Phase
    after: Phase
    only: tuple[str, ...] = ()


_READY, _OPEN, _CALLED, _FULL, _LATE = Phase.READY, Phase.OPEN, Phase.CALLED, Phase.FULL, Phase.LATE
_DEBATED, _VOTING = Phase.DEBATED, Phase.VOTING
_CALL, _QUEUE, _CIRCLE, _SEAT = ((each,) for each in Access)
_VOTE, _SPEAKS = (Follows.VOTE,), (Chair.SPEAKS,)
_TWO_THIRDS = Closing.TWO_THIRDS

COURSE = (
    Passage("InviteInterest", _READY, _READY, (INVITES,)),
    Passage("InviteInterest", _OPEN, _OPEN, (INVITES,)),
    Passage("OpenRound", _READY, _OPEN, (Opening.TOPIC,)),
    Passage("LayMotion", _READY, _OPEN, (Opening.MOTION,)),
    Passage("RaiseHand", _OPEN, _OPEN, _CALL),
    Passage("RaiseHand", _CALLED, _CALLED, _CALL),
    Passage("RaiseHand", _OPEN, _OPEN, _QUEUE),
    Passage("LowerHand", _OPEN, _OPEN, _CALL),
    Passage("LowerHand", _CALLED, _CALLED, _CALL),
    Passage("LowerHand", _OPEN, _OPEN, _QUEUE),
    Passage("CallOn", _OPEN, _CALLED, _CALL),
    Passage("TakeSeat", _OPEN, _OPEN, _SEAT),
    Passage("TakeSeat", _OPEN, _FULL, _SEAT),
    Passage("TakeTurn", _CALLED, _OPEN, _CALL),
    Passage("TakeTurn", _OPEN, _OPEN, _QUEUE),
    Passage("TakeTurn", _OPEN, _OPEN, _CIRCLE),
    Passage("TakeTurn", _OPEN, _OPEN, _SEAT),
    Passage("TakeTurn", _FULL, _LATE, _SEAT),
    Passage("PassTurn", _CALLED, _OPEN, _CALL),
    Passage("PassTurn", _OPEN, _OPEN, _CIRCLE),
    Passage("LeaveSeat", _OPEN, _OPEN, _SEAT),
    Passage("LeaveSeat", _FULL, _OPEN, _SEAT),
    Passage("LeaveSeat", _LATE, _OPEN, _SEAT),
    Passage("GoOnWithout", _CALLED, _OPEN, _CALL),
    Passage("GoOnWithout", _OPEN, _OPEN, _QUEUE),
    Passage("GoOnWithout", _OPEN, _OPEN, _CIRCLE),
    Passage("GoOnWithout", _FULL, _OPEN, _SEAT),
    Passage("GoOnWithout", _LATE, _OPEN, _SEAT),
    Passage("RuleOut", _OPEN, _OPEN),
    Passage("RuleOut", _FULL, _FULL, _SEAT),
    Passage("RuleOut", _LATE, _LATE, _SEAT),
    Passage("YieldChair", _READY, _READY),
    Passage("YieldChair", _OPEN, _OPEN),
    Passage("YieldChair", _FULL, _FULL, _SEAT),
    Passage("YieldChair", _LATE, _LATE, _SEAT),
    Passage("YieldChair", _DEBATED, _DEBATED, _VOTE),
    Passage("TakeChairBack", _READY, _READY),
    Passage("TakeChairBack", _OPEN, _OPEN, _SPEAKS),
    Passage("TakeChairBack", _FULL, _FULL, (*_SEAT, *_SPEAKS)),
    Passage("TakeChairBack", _LATE, _LATE, (*_SEAT, *_SPEAKS)),
    Passage("AgreeToClose", _OPEN, _OPEN, (_TWO_THIRDS,)),
    Passage("AgreeToClose", _OPEN, _DEBATED, (_TWO_THIRDS, *_VOTE)),
    Passage("AgreeToClose", _OPEN, _READY, (_TWO_THIRDS, NO_VOTE_HERE)),
    Passage("CloseRound", _OPEN, _DEBATED, _VOTE),
    Passage("CloseRound", _OPEN, _READY, (NO_VOTE_HERE,)),
    Passage("CloseRound", _FULL, _READY, (*_SEAT, NO_VOTE_HERE)),
    Passage("CloseRound", _LATE, _READY, (*_SEAT, NO_VOTE_HERE)),
    Passage("CallVote", _DEBATED, _VOTING, _VOTE),
    Passage("VoteByHand", _VOTING, _VOTING, _VOTE),
    Passage("DeclareResult", _VOTING, _READY, _VOTE),
)


def course(traits: frozenset[str]) -> tuple[Passage, ...]:
    """The rows of the table that hold in a form with these traits."""
    return tuple(row for row in COURSE if traits.issuperset(row.only))


def needs(traits: frozenset[str]) -> Mapping[str, frozenset[Phase]]:
    """For each act of a form with these traits the phases in which it can be done."""
    found: dict[str, frozenset[Phase]] = {}
    for row in course(traits):
        found[row.act] = found.get(row.act, frozenset()) | {row.before}
    return found
