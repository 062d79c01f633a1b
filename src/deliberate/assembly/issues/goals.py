"""All goals, folded from what was set, approved and tried."""

from __future__ import annotations

from collections.abc import Mapping

import attrs
from attrs import field, frozen

from deliberate.assembly.issues.goal import Adaptivity, Attempt, Goal
from deliberate.assembly.issues.steps import AttemptBegun, AttemptEnded, EnvelopeApproved, GoalSet
from deliberate.records.kinds import Step


@frozen
class Goals:
    """All goals by name: the name stays, whatever is tried under it."""

    goals: Mapping[str, Goal] = field(factory=dict)

    @property
    def adaptivity(self) -> Adaptivity:
        """How often another method was tried where the first did not do."""
        return Adaptivity.of(self.goals.values())

    def after(self, step: Step) -> Goals:
        """The goals after one step; the same where the step is of another kind."""
        match step:
            case GoalSet():
                return self._with(Goal(step.goal, step.text, step.envelope, (step.mandate,)))
            case EnvelopeApproved():
                goal = self.goals[step.goal]
                mandates = (*goal.mandates, step.mandate)
                return self._with(attrs.evolve(goal, envelope=step.envelope, mandates=mandates))
            case AttemptBegun():
                goal = self.goals[step.goal]
                attempt = Attempt(step.method, step.cost, step.tags, step.risk, step.at)
                return self._with(attrs.evolve(goal, attempts=(*goal.attempts, attempt)))
            case AttemptEnded():
                return self._with(self.goals[step.goal].ended(step.result))
        return self

    def _with(self, goal: Goal) -> Goals:
        return Goals({**self.goals, goal.name: goal})
