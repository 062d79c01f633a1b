"""Where the talk stands, folded from its steps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import get_args

import attrs
from attrs import field, frozen

from deliberate.assembly.talk.course import Phase
from deliberate.assembly.talk.discussion import Discussion
from deliberate.assembly.talk.steps import (
    ChairTakenBack,
    ChairYielded,
    FloorClosed,
    FloorOpened,
    InterestInvited,
    MotionLaid,
    ResultDeclared,
    TalkStep,
    TurnSpoken,
)
from deliberate.assembly.talk.traits import Follows
from deliberate.records.kinds import Step
from deliberate.records.pile import Pile

_STEPS = get_args(TalkStep)


@frozen
class Voice:
    """How often and how long somebody has spoken.

    Attributes
    ----------
    turns, seconds
        In the whole meeting.
    floor, here
        The last matter they spoke on, and how often on that one.
    """

    turns: int = 0
    seconds: int = 0
    floor: int = 0
    here: int = 0

    def after(self, turn: TurnSpoken) -> Voice:
        """The same with one more turn."""
        return Voice(self.turns + 1, self.seconds + turn.seconds, turn.floor, turn.turns)


_SILENT = Voice()


@frozen
class Talk:
    """A meeting: who presides, who was invited, what is under discussion, who has spoken how much.

    Attributes
    ----------
    chair
        To whom the chair was handed over; empty where it was not.
    floors
        How many matters were opened.
    floor
        The matter under discussion or being voted on; None between matters.
    voices
        Everybody who has spoken, in the order of their first turn.
    turns
        Every turn.
    results
        The motions that were decided.
    last
        The moment of the last step.
    """

    chair: str = ""
    invited: frozenset[str] = frozenset()
    floors: int = 0
    floor: Discussion | None = None
    voices: Mapping[str, Voice] = field(factory=dict)
    turns: Pile[TurnSpoken] = field(factory=Pile)
    results: tuple[ResultDeclared, ...] = ()
    last: datetime | None = None

    @property
    def phase(self) -> Phase:
        """Where the meeting stands."""
        return Phase.READY if self.floor is None else self.floor.phase

    def voice(self, member: str) -> Voice:
        """How much somebody has spoken."""
        return self.voices.get(member, _SILENT)

    def here(self, member: str) -> int:
        """How often somebody has spoken on the matter under discussion."""
        voice = self.voice(member)
        return voice.here if self.floor is not None and voice.floor == self.floor.number else 0

    def after(self, step: Step) -> Talk:
        """The meeting after one step; as it is where the step is of another area.

        Notes
        -----
        O(who has spoken + who waits): small tables are copied. The turns are not.
        """
        return self._after(step, step.at) if isinstance(step, _STEPS) else self

    def _after(self, step: TalkStep, at: datetime) -> Talk:
        floor = self.floor.after(step) if self.floor is not None else None
        match step:
            case TurnSpoken():
                voices = {**self.voices, step.by: self.voice(step.by).after(step)}
                return attrs.evolve(self, voices=voices, turns=self.turns.with_(step), floor=floor, last=at)
            case InterestInvited(interest):
                return attrs.evolve(self, invited=self.invited | {interest}, last=at)
            case ChairYielded(to=to):
                return attrs.evolve(self, chair=to, last=at)
            case ChairTakenBack():
                return attrs.evolve(self, chair="", last=at)
            case FloorOpened() | MotionLaid():
                return attrs.evolve(self, floors=step.number, floor=Discussion.begun(step), last=at)
            case FloorClosed(follows=Follows.NONE | Follows.LATER):
                return attrs.evolve(self, floor=None, last=at)
            case ResultDeclared():
                return attrs.evolve(self, floor=None, results=(*self.results, step), last=at)
        return attrs.evolve(self, floor=floor, last=at)


def talk_of(trace: Iterable[Step]) -> Talk:
    """Where a trace leads to."""
    part = Talk()
    for step in trace:
        part = part.after(step)
    return part
