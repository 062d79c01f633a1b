"""Where everything stands that comes before a matter, folded from the steps."""

from __future__ import annotations

from datetime import datetime

import attrs
from attrs import field, frozen

from deliberate.assembly.issues.advice import Polls
from deliberate.assembly.issues.complaint import Complaints
from deliberate.assembly.issues.entries import Entries
from deliberate.assembly.issues.gathering import Gatherings
from deliberate.assembly.issues.goals import Goals
from deliberate.assembly.issues.issue import IssueList
from deliberate.assembly.issues.pledge import Pledges
from deliberate.assembly.issues.steps import GatheringHeld, IssueStep, ParentLinked, PledgeMade
from deliberate.community.party import Standing
from deliberate.records.kinds import Step


@frozen
class Issues:
    """The list of issues, gatherings and groups, complaints, pledges, advisory polls and goals.

    Attributes
    ----------
    last
        The moment of the last step; None before the first.
    count
        How many steps there were.
    active
        For everybody who has done something the number of their first step; to be linked to a child is not doing.
    pledged
        For every minor who has pledged the number of the step of their first pledge.
    """

    listed: IssueList = field(factory=IssueList)
    gatherings: Gatherings = field(factory=Gatherings)
    complaints: Complaints = field(factory=Complaints)
    pledges: Pledges = field(factory=Pledges)
    polls: Polls = field(factory=Polls)
    goals: Goals = field(factory=Goals)
    last: datetime | None = None
    count: int = 0
    active: Entries[str, int] = field(factory=Entries)
    pledged: Entries[str, int] = field(factory=Entries)

    def after(self, step: Step) -> Issues:
        """Where things stand after one step; as they are where the step is of another area."""
        if not isinstance(step, IssueStep):
            return self
        return attrs.evolve(
            self,
            listed=self.listed.after(step),
            gatherings=self.gatherings.after(step),
            complaints=self.complaints.after(step),
            pledges=self.pledges.after(step),
            polls=self.polls.after(step),
            goals=self.goals.after(step),
            last=step.at,
            count=self.count + 1,
            active=self._active(step),
            pledged=self._pledged(step),
        )

    def _active(self, step: IssueStep) -> Entries[str, int]:
        active = self.active
        match step:
            case ParentLinked():
                return active
            case GatheringHeld():
                for member in step.attendees:
                    active = active.with_(member, self.count + 1)
        return active.with_(step.by, self.count + 1)

    def _pledged(self, step: IssueStep) -> Entries[str, int]:
        if isinstance(step, PledgeMade) and step.standing is Standing.MINOR:
            return self.pledged.with_(step.by, self.count + 1)
        return self.pledged
