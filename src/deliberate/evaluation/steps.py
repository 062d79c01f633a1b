"""What can happen while a record is judged, each a frozen step; the trace of them is the evaluation."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from deliberate.assembly.agenda import AgendaItem
from deliberate.evaluation.reading import Reading
from deliberate.quantities import Amount
from deliberate.records.kinds import kind


@kind
@frozen
class Read:
    """An indicator was read."""

    reading: Reading


@kind
@frozen
class CourseFound:
    """What was observed since the start was compared with what was observed before.

    Attributes
    ----------
    course
        ``better``, ``worse`` or ``unchanged``.
    """

    series: str
    course: str


@kind
@frozen
class TargetMet:
    """A target that was set before the start was held against what came of it.

    Attributes
    ----------
    target
        The most that the mean since the start may be, as a share of the mean before.
    value
        What it is, as a share of the mean before.
    reached
        Whether value is no more than target.
    """

    target: Amount
    value: Amount
    reached: bool
    series: str = ""


@kind
@frozen
class HabitState:
    """A habit came into a state.

    Attributes
    ----------
    state
        ``TRYING``, ``HOLDING``, ``CONSOLIDATED`` or ``RELAPSED``.
    since_day
        The day on which it did; the start is day 1.
    run
        How many days in a row the level was held by then.
    """

    state: str
    since_day: int
    run: int
    series: str = ""


@kind
@frozen
class Judged:
    """The verdict 结论 was given.

    Attributes
    ----------
    verdict
        ``keep``, ``amend`` or ``repeal``.
    reason
        A code with words: why.
    """

    verdict: str
    reason: str


@kind
@frozen
class Proposed:
    """A matter was put on the next agenda.

    Attributes
    ----------
    title, reason, due
        As in :class:`~deliberate.assembly.agenda.AgendaItem`.
    """

    title: str
    reason: str
    due: date | None = None

    @property
    def item(self) -> AgendaItem:
        """The matter as the assembly takes it up."""
        return AgendaItem(self.title, self.reason, self.due)
