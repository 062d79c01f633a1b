"""What the minutes are written from: the talk, what the secretary noted, the moves with their times, one language."""

from __future__ import annotations

from datetime import datetime
from functools import cached_property

from attrs import frozen

from deliberate.assembly.confer import Deliberation
from deliberate.assembly.moves import Move
from deliberate.errors import InputError
from deliberate.report.minutes_head import MinutesHead
from deliberate.report.secrecy import Kept
from deliberate.words import show
from deliberate.words.show import CHINA


@frozen(slots=False)
class Sheet:
    """All that one pair of minutes is written from.

    Attributes
    ----------
    moves
        One for each step, or none: then a step has the time that it knows itself.

    Raises
    ------
    InputError
        ``moves-beside-steps``.
    """

    talk: Deliberation
    head: MinutesHead
    lang: str
    moves: tuple[Move, ...]

    def __attrs_post_init__(self) -> None:
        if self.moves and len(self.moves) != len(self.talk.trace):
            raise InputError("moves-beside-steps", moves=len(self.moves), steps=len(self.talk.trace))

    @cached_property
    def kept(self) -> Kept:
        """What is kept back."""
        return Kept.of(self.talk.procedure)

    @cached_property
    def end(self) -> datetime:
        """When the meeting ended, as far as anybody knows: supporters are counted and deadlines looked at then."""
        if self.head.closed is not None:
            return self.head.closed
        known = map(self.moment, reversed(range(len(self.talk.trace))))
        return next((at for at in known if at is not None), self.head.opened)

    def moment(self, place: int) -> datetime | None:
        """When a step happened; None where neither the moves nor the step say it."""
        at: datetime | None = self.moves[place].at if self.moves else getattr(self.talk.trace[place], "at", None)
        return at

    def clock(self, place: int) -> str:
        """The time of day of a step, the day as well where it is not the day of the meeting; empty where unknown."""
        at = self.moment(place)
        if at is None or self.kept.hides_moment(self.talk.trace[place]):
            return ""
        here = at.astimezone(CHINA)
        same = here.date() == self.head.opened.astimezone(CHINA).date()
        return f"{here:%H:%M}" if same else show(at, self.lang)
