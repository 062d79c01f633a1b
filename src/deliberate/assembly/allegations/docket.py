"""Declared interests, public assignments and allegations, folded from the steps; how they were dealt with."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from fractions import Fraction

import attrs
from attrs import field, frozen

from deliberate.assembly.allegations.allegation import Allegation
from deliberate.assembly.allegations.steps import (
    AllegationMade,
    AllegationStep,
    AssignmentAnnounced,
    InterestsDeclared,
)
from deliberate.records.kinds import Step
from deliberate.words import say


@frozen
class AllegationFigures:
    """How allegations were dealt with until a moment.

    Attributes
    ----------
    due
        How many had to be answered by then.
    in_time
        How many of these were answered in time.
    unresolved
        How many have no finding.
    """

    made: int
    due: int
    in_time: int
    unresolved: int

    @property
    def rate(self) -> Fraction | None:
        """The part answered in time of what had to be answered; None where nothing had."""
        return Fraction(self.in_time, self.due) if self.due else None

    def explain(self, lang: str = "en") -> str:
        """The figures in a sentence."""
        return say("AllegationFigures", {**attrs.asdict(self), "rate": self.rate}, lang)


@frozen
class Allegations:
    """Who declared what, who shall do what, and what was said against it.

    Attributes
    ----------
    interests
        For each person the last declaration.
    assignments
        By task.
    allegations
        By number.
    """

    interests: Mapping[str, InterestsDeclared] = field(factory=dict)
    assignments: Mapping[str, AssignmentAnnounced] = field(factory=dict)
    allegations: Mapping[int, Allegation] = field(factory=dict)
    last: datetime | None = None

    def after(self, step: Step) -> Allegations:
        """Where things stand after one step; as they are where the step is of another area."""
        if not isinstance(step, AllegationStep):
            return self
        docket = attrs.evolve(self, last=step.at)
        match step:
            case InterestsDeclared(by):
                return attrs.evolve(docket, interests={**self.interests, by: step})
            case AssignmentAnnounced(task):
                return attrs.evolve(docket, assignments={**self.assignments, task: step})
            case AllegationMade(number):
                return attrs.evolve(docket, allegations={**self.allegations, number: Allegation(step)})
        changed = self.allegations[step.allegation].after(step)
        return attrs.evolve(docket, allegations={**self.allegations, step.allegation: changed})

    def figures(self, at: datetime) -> AllegationFigures:
        """How the allegations were dealt with until a moment."""
        made = [each for each in self.allegations.values() if each.made.at <= at]
        in_time = [each for each in made if each.answered and each.answered.in_time and each.answered.at <= at]
        due = [each for each in made if each in in_time or at > each.made.due]
        found = [each for each in made if each.finding and each.finding.at <= at]
        return AllegationFigures(len(made), len(due), len(in_time), len(made) - len(found))
