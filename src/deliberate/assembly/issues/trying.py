"""The rules of goals: a method inside what was approved is tried freely, one outside needs a mandate of its own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from deliberate.assembly.issues.acts import ApproveEnvelope, BeginAttempt, EndAttempt, GoalAct, SetGoal
from deliberate.assembly.issues.gate import Aim, Ask
from deliberate.assembly.issues.goal import RESULTS, Envelope, Goal
from deliberate.assembly.issues.steps import AttemptBegun, AttemptEnded, EnvelopeApproved, GoalSet, GoalStep
from deliberate.assembly.reasons import Reason, refusal


def _approve(ask: Ask, act: ApproveEnvelope) -> Iterator[Reason]:
    yield from _unmet(ask, act.goal)


def _begin(ask: Ask, act: BeginAttempt) -> Iterator[Reason]:
    yield from _unmet(ask, act.goal)
    if ask.part.goals.goals[act.goal].running:
        yield refusal("attempt-running", goal=act.goal)


def _end(ask: Ask, act: EndAttempt) -> Iterator[Reason]:
    yield from _no_goal(ask, act.goal)
    if not ask.part.goals.goals[act.goal].running:
        yield refusal("no-attempt-running", goal=act.goal)


def _unmet(ask: Ask, goal: str) -> Iterator[Reason]:
    yield from _no_goal(ask, goal)
    if ask.part.goals.goals[goal].met:
        yield refusal("goal-met", goal=goal)


def _no_goal(ask: Ask, goal: str) -> Iterator[Reason]:
    if goal not in ask.part.goals.goals:
        yield refusal("unknown-goal", goal=goal)


AIMS = {
    ApproveEnvelope: Aim(
        lambda ask: (ApproveEnvelope(goal, Envelope(), "-") for goal in ask.part.goals.goals), _approve
    ),
    BeginAttempt: Aim(lambda ask: (BeginAttempt(goal, "-") for goal in ask.part.goals.goals), _begin),
    EndAttempt: Aim(lambda ask: (EndAttempt(goal, "met") for goal in ask.part.goals.goals), _end),
}


def faults(ask: Ask, act: GoalAct) -> Iterator[Reason]:
    """What stands against an act because of what it says."""
    match act:
        case SetGoal(goal, _, _, mandate):
            if goal in ask.part.goals.goals:
                yield refusal("goal-exists", goal=goal)
            yield from _no_mandate(goal, mandate)
        case ApproveEnvelope(goal, envelope, mandate):
            yield from _no_mandate(goal, mandate)
            spent = ask.part.goals.goals[goal].spent
            if envelope.budget < spent:
                yield refusal("budget-spent", goal=goal, budget=str(envelope.budget), spent=str(spent))
        case BeginAttempt(goal, method, cost):
            if cost < 0:
                yield refusal("bad-cost", method=method, cost=str(cost))
            yield from _outside(ask.part.goals.goals[goal], act)
        case EndAttempt(_, result) if result not in RESULTS:
            yield refusal("unknown-result", result=result)


def _no_mandate(goal: str, mandate: str) -> Iterator[Reason]:
    if not mandate.strip():
        yield refusal("no-mandate", goal=goal)


def _outside(goal: Goal, act: BeginAttempt) -> Iterator[Reason]:
    excess = goal.excess(act.cost, act.tags, act.risk)
    if excess:
        yield refusal(
            "outside-envelope",
            goal=goal.name,
            method=act.method,
            cost="" if excess.cost is None else str(excess.cost),
            budget=str(goal.envelope.budget),
            tags=tuple(sorted(excess.tags)),
            risk=excess.risk or "",
            most=goal.envelope.risk,
        )


def step(ask: Ask, act: GoalAct) -> GoalStep:
    """What happens where nothing stands against an act."""
    by, at, goals = ask.by, ask.at, ask.part.goals.goals
    match act:
        case SetGoal(goal, text, envelope, mandate):
            return GoalSet(goal, text, envelope, mandate, by, at)
        case ApproveEnvelope(goal, envelope, mandate):
            return EnvelopeApproved(goal, envelope, mandate, by, at)
        case BeginAttempt(goal, method, cost, tags, risk):
            return AttemptBegun(goal, len(goals[goal].attempts) + 1, method, cost, tags, risk, by, at)
        case EndAttempt(goal, result):
            attempts = goals[goal].attempts
            return AttemptEnded(goal, len(attempts), attempts[-1].method, result, by, at)
    assert_never(act)
