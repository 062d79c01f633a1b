"""Robert's rules: one question at a time, each motion by its rank, and the majority decides after full debate."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import ClassVar

from attrs import Attribute, field, frozen
from attrs.validators import optional

from deliberate.assembly.motions.ask import Manner, zone
from deliberate.assembly.motions.meeting import Meeting
from deliberate.assembly.motions.rules import ACTS, answer, in_order, legal
from deliberate.assembly.motions.table import Motion
from deliberate.assembly.moves import Move
from deliberate.assembly.procedure import Sitting, answered
from deliberate.errors import InputError
from deliberate.records.kinds import Step, kind


def _zone(_: object, attribute: Attribute[str], value: str) -> None:
    try:
        zone(value)
    except ValueError:
        raise InputError("bad-parameter", parameter=attribute.name, value=value, known=("+08:00",)) from None


def _not_negative(_: object, attribute: Attribute[int], value: int) -> None:
    if value < 0:
        raise InputError("bad-parameter", parameter=attribute.name, value=value, known=("0, 1, 2 ...",))


@kind
@frozen
class Robert:
    """Motions are made, seconded, stated, debated, put and announced; a higher one goes before a lower one.

    Attributes
    ----------
    speeches, minutes
        How often and how long one member may speak on one question in a day.
    quorum
        How many must be present; None for more than half of the members. Where they are not, or nobody is left who
        could second, who presides may adjourn too.
    manner
        An assembly, or a small board: no second and no recognition is needed there, speeches are not counted, and
        the chair takes part.
    utc_offset
        By which clock a day begins and ends.

    Examples
    --------
    >>> from datetime import UTC, datetime
    >>> from deliberate.assembly.agenda import Agenda
    >>> from deliberate.assembly.motions import acts
    >>> noon = datetime(2026, 3, 1, 12, tzinfo=UTC)
    >>> here = ("chen", "li", "wang")
    >>> said = (
    ...     ("chen", acts.CallToOrder(here, here)),
    ...     ("li", acts.AskForTheFloor()),
    ...     ("chen", acts.Recognise("li")),
    ...     ("li", acts.MakeMotion(Motion.MAIN, "Repair the three lamps.")),
    ...     ("wang", acts.SecondMotion()),
    ...     ("chen", acts.StateQuestion()),
    ...     ("chen", acts.PutQuestion(2, 1)),
    ...     ("chen", acts.AnnounceResult()),
    ... )
    >>> moves = tuple(Move(by, noon, act) for by, act in said)
    >>> [type(step).__name__ for step in Robert().steps(Sitting(Agenda(), moves))][-1]
    'QuestionCarried'

    Notes
    -----
    One step a move, O(questions pending) each. A refused move stays in the trace and changes nothing else.

    References
    ----------
    H. M. Robert III and others, Robert's Rules of Order Newly Revised, 12th ed., 2020.
    """

    name: ClassVar[str] = "robert"

    speeches: int = field(default=2, validator=_not_negative)
    minutes: int = field(default=10, validator=_not_negative)
    quorum: int | None = field(default=None, validator=optional(_not_negative))
    manner: Manner = Manner.ASSEMBLY
    utc_offset: str = field(default="+08:00", validator=_zone)

    @property
    def acts(self) -> tuple[type, ...]:
        """The kinds of acts that it answers."""
        return ACTS

    def begin(self) -> Meeting:
        """A meeting that was not called to order yet."""
        return Meeting()

    def steps(self, sitting: Sitting, /) -> Iterator[Step]:
        """Answer every move in turn."""
        return answered(self, sitting)

    def step(self, meeting: Meeting, move: Move, /) -> Step:
        """Answer one move."""
        return answer(meeting, move, self)

    def legal(self, meeting: Meeting, member: str, at: datetime, /) -> tuple[str, ...]:
        """The names of the acts that a member may do now."""
        return legal(meeting, self, member, at)

    def in_order(self, meeting: Meeting, member: str, at: datetime) -> tuple[Motion, ...]:
        """The motions that a member may make now."""
        return in_order(meeting, self, member, at)
