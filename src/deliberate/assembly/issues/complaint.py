"""Complaints handed to the group that owns them, its answers, and who took the work on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

import attrs
from attrs import field, frozen

from deliberate.assembly.issues.entries import Entries
from deliberate.assembly.issues.steps import ComplaintAnswered, ComplaintHandedTo, TaskTaken
from deliberate.records.kinds import Step

REPLIES = ("accept", "decline", "counter")
WAITING = "waiting"
ESCALATED = "escalated"


@frozen
class Complaint:
    """One handing of an issue to a group.

    Attributes
    ----------
    answer
        None while there is none.
    """

    handed: ComplaintHandedTo
    answer: ComplaintAnswered | None = None

    def state(self, at: datetime) -> str:
        """How it stands at a moment: ``waiting``, the answer, or ``escalated`` from the end of the time on.

        Nothing happens by itself: an unanswered complaint has gone up as soon as somebody asks late enough.
        """
        if self.answer is not None and self.answer.at <= at:
            return self.answer.answer
        return ESCALATED if at >= self.handed.answer_by else WAITING


@frozen
class Complaints:
    """All complaints and the work taken on for them.

    Attributes
    ----------
    handings
        For each issue its handings, the newest last; one that was declined, countered or escalated may be handed
        over again.
    tasks
        For each issue the pieces of work by name.
    unanswered, accepted
        The issues whose newest handing has no answer, and those whose newest handing was accepted.
    """

    handings: Mapping[str, tuple[Complaint, ...]] = field(factory=dict)
    tasks: Mapping[str, Entries[str, TaskTaken]] = field(factory=dict)
    unanswered: frozenset[str] = frozenset()
    accepted: frozenset[str] = frozenset()

    def latest(self, issue: str) -> Complaint | None:
        """The newest handing of an issue; None where it was never handed over."""
        return self.handings[issue][-1] if issue in self.handings else None

    def states(self, at: datetime) -> Iterator[str]:
        """How every handing until a moment stands at that moment."""
        every = (complaint for handings in self.handings.values() for complaint in handings)
        return (complaint.state(at) for complaint in every if complaint.handed.at <= at)

    def taken(self, at: datetime) -> tuple[TaskTaken, ...]:
        """The work taken on until a moment."""
        return tuple(task for tasks in self.tasks.values() for task in tasks.values() if task.at <= at)

    def after(self, step: Step) -> Complaints:
        """The complaints after one step; the same where the step is of another kind."""
        match step:
            case ComplaintHandedTo():
                earlier = self.handings.get(step.issue, ())
                grown = {**self.handings, step.issue: (*earlier, Complaint(step))}
                return attrs.evolve(self, handings=grown, unanswered=self.unanswered | {step.issue})
            case ComplaintAnswered():
                return self._answered(step)
            case TaskTaken():
                tasks = self.tasks.get(step.issue, Entries[str, TaskTaken]()).with_(step.task, step)
                return attrs.evolve(self, tasks={**self.tasks, step.issue: tasks})
        return self

    def _answered(self, step: ComplaintAnswered) -> Complaints:
        *earlier, last = self.handings[step.issue]
        return attrs.evolve(
            self,
            handings={**self.handings, step.issue: (*earlier, attrs.evolve(last, answer=step))},
            unanswered=self.unanswered - {step.issue},
            accepted=self.accepted | {step.issue} if step.answer == "accept" else self.accepted,
        )
