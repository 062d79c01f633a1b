"""A meeting of ten for the tests: chen presides, everybody else may move, second and speak."""

from datetime import UTC, datetime, timedelta

from deliberate.assembly.motions import acts
from deliberate.assembly.motions.table import Motion
from deliberate.assembly.moves import Move
from deliberate.assembly.procedures.robert import Robert
from deliberate.assembly.steps import MoveRefused

CHAIR = "chen"
MEMBERS = (CHAIR, "li", "wang", "zhao", "sun", "zhou", "wu", "zheng", "feng", "han")
NOON = datetime(2026, 3, 1, 4, tzinfo=UTC)
ROBERT = Robert()
TIMED = {Motion.FIX_TIME, Motion.POSTPONE}


class Room:
    """Moves made one after the other, a minute apart, with what they led to."""

    def __init__(self, rules=ROBERT, members=MEMBERS, present=MEMBERS):
        self.rules, self.now = rules, NOON
        self.meeting, self.trace = rules.begin(), []
        self.do(CHAIR, acts.CallToOrder(members, present))

    def do(self, by, act, after=timedelta(minutes=1)):
        """What the move is answered with."""
        self.now += after
        step = self.rules.step(self.meeting, Move(by, self.now, act))
        self.meeting = self.meeting.after(step)
        self.trace.append(step)
        return step

    def ok(self, by, act, after=timedelta(minutes=1)):
        step = self.do(by, act, after)
        assert not isinstance(step, MoveRefused), step
        return step

    def code(self, by, act):
        """The code of the refusal, and that nothing else changed."""
        before = self.meeting
        step = self.do(by, act)
        assert isinstance(step, MoveRefused), step
        assert before == self.meeting
        return step.code

    def quiet(self):
        if self.meeting.floor:
            self.ok(self.meeting.floor, acts.YieldTheFloor())

    def floor(self, by):
        if self.meeting.floor != by:
            self.quiet()
            self.ok(by, acts.AskForTheFloor())
            self.ok(CHAIR, acts.Recognise(by))

    def made(self, motion, text="", by="li", **more):
        """The motion, made by one who has the floor; not seconded."""
        self.floor(by)
        if motion in TIMED:
            more.setdefault("until", self.now + timedelta(days=7))
        return self.ok(by, acts.MakeMotion(motion, text, **more))

    def moved(self, motion, text="", by="li", **more):
        """The number of the motion: made, seconded where it needs to be, stated."""
        number = self.made(motion, text, by, **more).number
        top = self.meeting.business.top
        if top.is_bare:
            self.ok("wang" if by != "wang" else "li", acts.SecondMotion())
        if not self.meeting.business.top.stated:
            self.ok(CHAIR, acts.StateQuestion())
        return number

    def main(self, text="Repair the three lamps."):
        return self.moved(Motion.MAIN, text)

    def vote(self, yes, no, **names):
        self.quiet()
        self.ok(CHAIR, acts.PutQuestion(yes, no, **names))
        return self.ok(CHAIR, acts.AnnounceResult())

    def stack(self):
        return tuple(each.motion for each in self.meeting.business.stack)

    def top(self):
        return self.meeting.business.top

    def in_order(self, member):
        return set(self.rules.in_order(self.meeting, member, self.now))

    def legal(self, member):
        return self.rules.legal(self.meeting, member, self.now)
