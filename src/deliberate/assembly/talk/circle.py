"""The circle and the fishbowl: who is next all round, and who sits inside."""

from __future__ import annotations

from collections.abc import Iterable

import attrs
from attrs import field, frozen

from deliberate.assembly.talk.steps import GoneOnWithout, SeatLeft, SeatTaken, TurnPassed, TurnSpoken
from deliberate.records.kinds import Step
from deliberate.records.pile import Pile


@frozen
class Circle:
    """Everybody once, one after the other; who passes is asked once more at the end.

    Attributes
    ----------
    order
        Who is asked after whom, those who passed once more at the end.
    place
        How many have been asked.

    Examples
    --------
    >>> from datetime import UTC, datetime
    >>> noon = datetime(2026, 3, 1, 12, tzinfo=UTC)
    >>> circle = Circle.of(("li", "wang")).after(TurnPassed("li", noon))
    >>> circle.next, circle.left
    ('wang', 2)
    """

    order: Pile[str] = field(factory=Pile)
    members: frozenset[str] = frozenset()
    place: int = 0
    passed: frozenset[str] = frozenset()

    @classmethod
    def of(cls, order: Iterable[str]) -> Circle:
        """A circle that begins."""
        members = tuple(order)
        return cls(Pile(members), frozenset(members))

    @property
    def next(self) -> str:
        """Whose turn it is; empty where all were asked."""
        return self.order[self.place] if self.left else ""

    @property
    def left(self) -> int:
        """How many are still to be asked."""
        return len(self.order) - self.place

    def after(self, step: Step) -> Circle:
        """The circle after one step; as it is where the step is none of its own.

        Notes
        -----
        O(1), a passed turn apart, which is O(passed turns).
        """
        match step:
            case TurnSpoken() | GoneOnWithout():
                return attrs.evolve(self, place=self.place + 1)
            case TurnPassed(by):
                return attrs.evolve(self, order=self.order.with_(by), place=self.place + 1, passed=self.passed | {by})
        return self


@frozen
class Bowl:
    """The inner seats of a fishbowl, one of which is kept empty.

    Attributes
    ----------
    seats
        How many, the empty one included.
    late
        Whether a turn was taken since the last seat was filled: now somebody must leave.
    """

    seats: int
    seated: tuple[str, ...] = ()
    late: bool = False

    @property
    def full(self) -> bool:
        """Whether no seat is empty."""
        return len(self.seated) == self.seats

    def after(self, step: Step) -> Bowl:
        """The seats after one step; as they are where the step is none of theirs."""
        match step:
            case SeatTaken(by):
                return attrs.evolve(self, seated=(*self.seated, by))
            case SeatLeft(member) | GoneOnWithout(member):
                return attrs.evolve(self, seated=tuple(each for each in self.seated if each != member), late=False)
            case TurnSpoken():
                return attrs.evolve(self, late=self.full)
        return self
