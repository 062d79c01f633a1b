"""One matter under discussion: how one comes to speak on it, who wants to end it, how the vote stands."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum

import attrs
from attrs import field, frozen

from deliberate.assembly.moves import Side
from deliberate.assembly.talk.circle import Bowl, Circle
from deliberate.assembly.talk.course import Phase
from deliberate.assembly.talk.queue import Queue
from deliberate.assembly.talk.steps import (
    ClosingAgreed,
    FloorClosed,
    FloorOpened,
    MotionLaid,
    TurnRuledOut,
    TurnSpoken,
    VoteCalled,
    VotedByHand,
)
from deliberate.assembly.talk.traits import Access
from deliberate.records.kinds import Step


class Stage(StrEnum):
    """How far a matter has come."""

    TALK = "talk"
    DEBATED = "debated"
    VOTING = "voting"


@frozen
class Discussion:
    """A matter from the opening of the talk to its end.

    Attributes
    ----------
    topic
        The topic, or the text of the motion.
    mover
        Who laid the motion; empty where there is none.
    way
        The queue, the circle or the seats.
    turn
        The number of the last turn on the matter; 0 before the first.
    speaker
        Who took it.
    speakers
        How many have spoken on the matter.
    ruling
        The ruling on that turn; None where it stands.
    agreed
        Who thinks that enough has been said.
    votes
        Who voted how.
    """

    number: int
    topic: str
    opened: datetime
    way: Queue | Circle | Bowl
    mover: str = ""
    stage: Stage = Stage.TALK
    turn: int = 0
    speaker: str = ""
    speakers: int = 0
    ruling: TurnRuledOut | None = None
    agreed: frozenset[str] = frozenset()
    votes: Mapping[str, Side] = field(factory=dict)

    @classmethod
    def begun(cls, step: FloorOpened | MotionLaid) -> Discussion:
        """A matter of which nobody has spoken yet."""
        match step:
            case MotionLaid():
                return cls(step.number, step.text, step.at, Queue(step.order), step.by)
            case FloorOpened(access=Access.CIRCLE):
                return cls(step.number, step.topic, step.at, Circle.of(step.circle))
            case FloorOpened(access=Access.SEAT):
                return cls(step.number, step.topic, step.at, Bowl(step.seats or 0))
        return cls(step.number, step.topic, step.at, Queue(step.order))

    @property
    def phase(self) -> Phase:
        """Where the meeting stands."""
        match self.stage, self.way:
            case Stage.DEBATED, _:
                return Phase.DEBATED
            case Stage.VOTING, _:
                return Phase.VOTING
            case _, Queue(called=called) if called is not None:
                return Phase.CALLED
            case _, Bowl(full=True, late=late):
                return Phase.LATE if late else Phase.FULL
        return Phase.OPEN

    def count(self, side: Side) -> int:
        """How many voted for one side."""
        return sum(vote is side for vote in self.votes.values())

    def after(self, step: Step) -> Discussion:
        """The matter after one step; as it is where the step is none of its own."""
        match step:
            case TurnSpoken(number=number, by=by):
                way, speakers = self.way.after(step), self.speakers + (step.turns == 1)
                return attrs.evolve(self, turn=number, speaker=by, speakers=speakers, ruling=None, way=way)
            case TurnRuledOut():
                return attrs.evolve(self, ruling=step)
            case ClosingAgreed(by):
                return attrs.evolve(self, agreed=self.agreed | {by})
            case FloorClosed():
                return attrs.evolve(self, stage=Stage.DEBATED)
            case VoteCalled():
                return attrs.evolve(self, stage=Stage.VOTING)
            case VotedByHand(by, side):
                return attrs.evolve(self, votes={**self.votes, by: side})
        way = self.way.after(step)
        return self if way is self.way else attrs.evolve(self, way=way)
