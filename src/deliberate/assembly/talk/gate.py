"""What a move is judged by: who asks what of where the talk stands; one gate for each act."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta
from typing import Generic, TypeVar

from attrs import frozen

from deliberate.assembly.moves import Side
from deliberate.assembly.reasons import Reason, refusal
from deliberate.assembly.talk.discussion import Discussion
from deliberate.assembly.talk.form import Form
from deliberate.assembly.talk.part import Talk
from deliberate.assembly.talk.queue import Queue
from deliberate.assembly.talk.steps import TalkStep
from deliberate.assembly.talk.terms import TalkTerms
from deliberate.assembly.talk.traits import Before, Chair, Clause

A = TypeVar("A")
Reasons = Iterator[Reason]


@frozen
class Ask:
    """Somebody wants to do something, at a moment, where the talk stands so, by the rules of a form."""

    part: Talk
    form: Form
    terms: TalkTerms
    by: str
    at: datetime

    @property
    def matter(self) -> Discussion:
        """What is under discussion; asked for only where something is."""
        assert self.part.floor is not None  # noqa: S101 - the phase says so: reasons stand in order
        return self.part.floor

    @property
    def presides(self) -> str:
        """Who presides now."""
        return self.part.chair or self.terms.chair

    @property
    def time_over(self) -> datetime | None:
        """When the time of the whole talk was over; None where it is not."""
        if self.form.minutes is None or self.part.floor is None:
            return None
        end = self.part.floor.opened + timedelta(minutes=self.form.minutes)
        return end if self.at >= end else None


@frozen
class Gate(Generic[A]):
    """What stands before one act, and what happens behind it.

    Attributes
    ----------
    tries
        The act with such contents that one of them is accepted wherever any is.
    against
        Why the act is refused, the first reason first; what comes later may rely on what came before.
    step
        What happens where nothing is against it.
    """

    tries: Callable[[Ask], Iterable[A]]
    against: Callable[[Ask, A], Reasons]
    step: Callable[[Ask, A], TalkStep]

    def opens(self, ask: Ask) -> bool:
        """Whether there is a way to do the act against which there is no reason."""
        return any(next(self.against(ask, act), None) is None for act in self.tries(ask))


def chair_only(ask: Ask) -> Reasons:
    """Why somebody cannot do what only who presides does."""
    if ask.by != ask.presides:
        yield refusal("chair-only", chair=ask.presides)


def may_speak(ask: Ask) -> Reasons:
    """Why somebody is not heard here at all: they preside, they have no stake, their turns or the time are spent."""
    if ask.form.chair is Chair.YIELDS and ask.by == ask.presides:
        yield refusal("chair-must-yield")
    if ask.terms.turn_of(ask.by, ask.form) is None:
        yield refusal("not-heard-here", member=ask.by)
    if ask.form.turns is not None and ask.part.here(ask.by) >= ask.form.turns:
        yield refusal("turns-spent", turns=str(ask.form.turns))
    if ask.time_over is not None:
        yield refusal("time-over", closed=ask.time_over)


def side_first(ask: Ask, side: Side) -> Reasons:
    """Why one does not speak without having said for which side."""
    if ask.form.has(Clause.SIDE_FIRST) and side is Side.NEITHER:
        yield refusal("side-first")


def out_of_turn(queue: Queue, member: str) -> Reasons:
    """Why somebody who waits is not the next one: which rule puts whom before them."""
    hand, first = queue.hands.get(member), queue.next
    if hand is None or first is None:
        yield refusal("no-hand", member=member)
    elif hand is not first:
        apart = (each for each in queue.order if queue.rank(hand, each) != queue.rank(first, each))
        yield from (_SAYS[before](first.member) for before in apart)
        yield refusal("not-next", next=first.member)


_SAYS: dict[Before, Callable[[str], Reason]] = {
    Before.FIRST_TIMER: lambda first: refusal("first-timer-waits", member=first),
    Before.OTHER_SIDE: lambda first: refusal("other-side-waits", member=first),
    Before.FEWER_TURNS: lambda first: refusal("fewer-turns-first", member=first),
}
