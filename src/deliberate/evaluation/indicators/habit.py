"""Habit: enough days in a row at half of what it was, and still so after two months."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise
from typing import ClassVar

from attrs import field, frozen

from deliberate.duty.follow import Followed, Report
from deliberate.evaluation.periods import periods, positive
from deliberate.evaluation.reading import Reading
from deliberate.evaluation.steps import HabitState, Proposed, Read
from deliberate.quantities import Amount, exact, meets, whole
from deliberate.records.kinds import Step, kind


class Habit(StrEnum):
    """How far a habit has come."""

    TRYING = "TRYING"
    HOLDING = "HOLDING"
    CONSOLIDATED = "CONSOLIDATED"
    RELAPSED = "RELAPSED"


@kind
@frozen
class HalfBaselineRun:
    """Whether a series has come down to a share of its baseline, and stays there.

    Attributes
    ----------
    series
        What was observed.
    start
        Day 1.
    share
        Of the mean before the start: the level to hold, the level itself included.
    run
        How many days in a row make a habit that holds.
    consolidated_day
        From this day on a habit that holds is consolidated.

    Notes
    -----
    TRYING until the level was held on ``run`` days in a row, then HOLDING; from there CONSOLIDATED with a full run on
    ``consolidated_day`` or later. A day above the level is a relapse from either, and a full run leads back to HOLDING.
    A day that nobody reported breaks the run, and is no relapse: it says nothing. 21 days are a
    story: the median was 66 days, from 18 to 254.

    References
    ----------
    P. Lally, C. van Jaarsveld, H. Potts, J. Wardle, How are habits formed, 2010, doi:10.1002/ejsp.674.
    """

    name: ClassVar[str] = "habit"

    series: str
    start: date
    share: Amount = field(default=Fraction(1, 2), converter=exact)
    run: int = field(default=7, converter=whole)
    consolidated_day: int = field(default=66, converter=whole)

    def __attrs_post_init__(self) -> None:
        positive(self.share, "share")
        positive(self.run, "run")
        positive(self.consolidated_day, "consolidated_day")

    def steps(self, followed: Followed, /) -> Iterator[Step]:
        """Follow the days; say each change of state, the run at the end, and when to look again."""
        two = periods(followed, self.series, self.start)
        baseline = two.mean_before
        if not baseline or not two.after:
            yield Read(Reading("habit", None, len(two.after), unit="days", series=self.series))
            return
        level = exact(self.share * baseline)
        states = tuple(self.states(two.after, level))
        yield from changes(states)
        yield Read(Reading("habit", states[-1].run, len(two.after), level, "days", series=self.series))
        yield from self._review(states[-1], two.after[-1].day, followed.mandate.matter)

    def states(self, reports: tuple[Report, ...], level: Amount) -> Iterator[HabitState]:
        """The state on the first day and after each report.

        Parameters
        ----------
        reports
            From the start on, in the order of time.
        level
            The most that a day may have.
        """
        now = HabitState(Habit.TRYING, since_day=1, run=0, series=self.series)
        yield now
        yesterday = 0
        for report in reports:
            day = self.day(report.day)
            held = meets(level, report.value, strict=False)
            run = (now.run if day == yesterday + 1 else 0) + 1 if held else 0
            state = self._next(Habit(now.state), day, run)
            now = HabitState(state, now.since_day if state == now.state else day, run, self.series)
            yield now
            yesterday = day

    def day(self, on: date) -> int:
        """The number of a day; the start is day 1."""
        return (on - self.start).days + 1

    def _next(self, state: Habit, day: int, run: int) -> Habit:
        if run == 0 and state in {Habit.HOLDING, Habit.CONSOLIDATED}:
            return Habit.RELAPSED
        if run < self.run:
            return state
        if state in {Habit.TRYING, Habit.RELAPSED}:
            return Habit.HOLDING
        return Habit.CONSOLIDATED if day >= self.consolidated_day else state

    def _review(self, last: HabitState, today: date, matter: str) -> Iterator[Proposed]:
        review = self.start + timedelta(days=self.consolidated_day - 1)
        match last.state:
            case Habit.CONSOLIDATED:
                return
            case Habit.RELAPSED:
                yield Proposed(matter, "habit-relapsed")
            case _:
                yield Proposed(matter, "habit-review", review if review > today else None)


def changes(states: tuple[HabitState, ...]) -> Iterator[HabitState]:
    """The first state, and every one that differs from the one before it."""
    yield states[0]
    for before, now in pairwise(states):
        if now.state != before.state:
            yield now
