"""Pledges 承诺: promised for everybody to see, kept or broken, and who was moved by a child's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from fractions import Fraction

import attrs
from attrs import field, frozen

from deliberate.assembly.issues.entries import Entries
from deliberate.assembly.issues.steps import ParentLinked, PledgeBroken, PledgeKept, PledgeMade
from deliberate.records.kinds import Step, fields, kind
from deliberate.records.pile import Pile
from deliberate.words import say

KEPT = "kept"
BROKEN = "broken"
OPEN = "open"


@frozen
class Pledge:
    """One promise and what was reported of it.

    Attributes
    ----------
    report
        The first report settles it; None while there is none.
    """

    made: PledgeMade
    report: PledgeKept | PledgeBroken | None = None

    def state(self, at: datetime) -> str:
        """How it stands at a moment: ``kept``, ``broken`` or ``open``; no date makes a pledge kept by itself."""
        if self.report is None or self.report.at > at:
            return OPEN
        return KEPT if isinstance(self.report, PledgeKept) else BROKEN

    @property
    def witnessed(self) -> bool:
        """Whether somebody else than the one who promised reported it."""
        return self.report is not None and self.report.by != self.made.by


@kind
@frozen
class PledgeFigures:
    """How many pledges were kept, broken, or are open at a moment."""

    kept: int
    broken: int
    open: int

    @property
    def rate(self) -> Fraction | None:
        """The kept as a share of the settled ones; None where none is settled: the open ones are in no base."""
        settled = self.kept + self.broken
        return Fraction(self.kept, settled) if settled else None

    def explain(self, lang: str = "en") -> str:
        """The figures in words."""
        return say("PledgeFigures", {**fields(self), "rate": self.rate}, lang)


@frozen
class Pledges:
    """All pledges, their reports, and which child belongs to which adult.

    Attributes
    ----------
    reports
        The report that settled a pledge, by its number.
    parents
        Pairs of a child and an adult.
    first_open
        No pledge of a smaller number is open.
    """

    made: Pile[PledgeMade] = field(factory=Pile)
    reports: Entries[int, PledgeKept | PledgeBroken] = field(factory=Entries)
    parents: Entries[tuple[str, str], ParentLinked] = field(factory=Entries)
    first_open: int = 1

    def __contains__(self, pledge: int) -> bool:
        return 1 <= pledge <= len(self.made)

    def pledge(self, number: int) -> Pledge:
        """The pledge of this number."""
        return Pledge(self.made[number - 1], self.reports.get(number))

    def __iter__(self) -> Iterator[Pledge]:
        return (self.pledge(step.pledge) for step in self.made)

    def figures(self, at: datetime) -> PledgeFigures:
        """How many of the pledges made until a moment are kept, broken or open at that moment."""
        states = Counter(pledge.state(at) for pledge in self if pledge.made.at <= at)
        return PledgeFigures(states[KEPT], states[BROKEN], states[OPEN])

    def after(self, step: Step) -> Pledges:
        """The pledges after one step; the same where the step is of another kind."""
        match step:
            case PledgeMade():
                return attrs.evolve(self, made=self.made.with_(step))
            case PledgeKept() | PledgeBroken():
                reports, first = self.reports.with_(step.pledge, step), self.first_open
                while first in reports:
                    first += 1
                return attrs.evolve(self, reports=reports, first_open=first)
            case ParentLinked():
                return attrs.evolve(self, parents=self.parents.with_((step.child, step.parent), step))
        return self
