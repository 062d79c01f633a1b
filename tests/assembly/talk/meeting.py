"""A meeting for the tests: chen presides, the others speak; moves are made one after the other, a minute apart."""

from datetime import UTC, datetime, timedelta

import attrs

from deliberate.assembly.moves import CloseRound, Move, OpenRound, Side, TakeTurn
from deliberate.assembly.procedures.council import Council
from deliberate.assembly.procedures.fishbowl import Fishbowl
from deliberate.assembly.procedures.hearing import Hearing
from deliberate.assembly.procedures.nantang import Nantang
from deliberate.assembly.procedures.open_floor import OpenFloor
from deliberate.assembly.procedures.open_talk import OpenTalk
from deliberate.assembly.procedures.own_form import OwnForm
from deliberate.assembly.procedures.radish import Radish
from deliberate.assembly.procedures.structured_round import StructuredRound
from deliberate.assembly.steps import MoveRefused
from deliberate.assembly.talk.acts import CallOn, LayMotion, RaiseHand
from deliberate.assembly.talk.forms import RADISH
from deliberate.assembly.talk.terms import Interest, TalkTerms
from deliberate.assembly.talk.traits import Clause, Stake
from deliberate.lot import Lot

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
FOR, AGAINST, NEITHER = Side.FOR, Side.AGAINST, Side.NEITHER
CHAIR = "chen"
OTHERS = ("li", "wang", "zhao", "sun", "wu")
MEMBERS = (CHAIR, *OTHERS)
DRAWN = Lot(("wu", "sun", "zhao", "wang", "li", CHAIR))
INTERESTS = (
    Interest("dog owners", Stake.AFFECTED, ("li", "wang")),
    Interest("shop owners", Stake.AFFECTED, ("qian",)),
    Interest("committee", Stake.DECIDING, ("zhao",)),
    Interest("council", Stake.STANDING, ("sun", "wu", CHAIR)),
    Interest("street office", Stake.OFFICIAL, ("zhao", "feng")),
)
TERMS = TalkTerms(MEMBERS, CHAIR, INTERESTS, lot=DRAWN)
PROCEDURES = (
    OpenFloor(TERMS),
    OpenFloor(TERMS, turns=2, seconds=60),
    StructuredRound(TERMS, seconds=60),
    Fishbowl(TERMS, seats=4, minutes=30),
    Radish(TERMS),
    Nantang(TERMS),
    Council(TERMS),
    Hearing(TERMS),
    OpenTalk(TERMS),
    OwnForm(attrs.evolve(RADISH, name="yard-evening", clauses=RADISH.clauses | {Clause.AFFECTED_HEARD}), TERMS),
)


class Meeting:
    """Moves made one after the other, with what they led to."""

    def __init__(self, procedure):
        self.procedure, self.now = procedure, NOON
        self.talk, self.trace = procedure.begin(), []

    def do(self, by, act, after=MINUTE):
        """What the move is answered with."""
        self.now += after
        step = self.procedure.step(self.talk, Move(by, self.now, act))
        self.talk = self.talk.after(step)
        self.trace.append(step)
        return step

    def ok(self, by, act, after=MINUTE):
        step = self.do(by, act, after)
        assert not isinstance(step, MoveRefused), step
        return step

    def refused(self, by, act, after=MINUTE):
        """The refusal, and that nothing changed."""
        before = self.talk
        step = self.do(by, act, after)
        assert isinstance(step, MoveRefused), step
        assert before is self.talk
        return step

    def code(self, by, act, after=MINUTE):
        return self.refused(by, act, after).code

    def legal(self, member):
        return self.procedure.legal(self.talk, member, self.now)

    def hands(self, *pairs):
        for by, side in pairs:
            self.ok(by, RaiseHand(side))

    def speak(self, by, side, text="Because.", seconds=30):
        """Asked, called on, spoken."""
        if by not in self.talk.floor.way.hands:
            self.ok(by, RaiseHand(side))
        self.ok(self.talk.chair or CHAIR, CallOn(by))
        return self.ok(by, TakeTurn(text, side=side, seconds=seconds))

    def close(self, by=CHAIR):
        return self.ok(by, CloseRound())


def moved(procedure=PROCEDURES[4], text="Repair the three lamps."):
    """A meeting with a motion before it."""
    meeting = Meeting(procedure)
    meeting.ok("li", LayMotion(text))
    return meeting


def opened(procedure, topic="lamps"):
    """A meeting with an open floor."""
    meeting = Meeting(procedure)
    meeting.ok(CHAIR, OpenRound(topic))
    return meeting
