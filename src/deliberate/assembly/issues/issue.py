"""The list of issues: what was seen, what was raised by whom through which channel, what stands for what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

import attrs
from attrs import field, frozen

from deliberate.assembly.issues.entries import Entries
from deliberate.assembly.issues.steps import IssueListed, IssueShared, IssuesMerged, IssueUnmerged, Observed
from deliberate.assembly.moves import RaiseIssue
from deliberate.records.kinds import Step
from deliberate.records.pile import Pile


@frozen
class Raising:
    """One person's raising of one issue: it stays with the issue that it was made for.

    Attributes
    ----------
    issue
        Which issue was raised; another one may stand for it since.
    """

    issue: str
    member: str
    channel: str
    at: datetime


Raisings = Mapping[str, Entries[str, Raising]]


@frozen
class IssueList:
    """All observations and issues, and which issue stands for which.

    Attributes
    ----------
    observations
        In the order in which they came; number 1 is the first.
    issues
        Each issue by its title, the merged ones included.
    raisings
        For each issue its own raisings by member; merging moves none of them.
    merged
        What stands for each merged issue.
    """

    observations: Pile[Observed] = field(factory=Pile)
    issues: Mapping[str, IssueListed] = field(factory=dict)
    raisings: Raisings = field(factory=dict)
    merged: Mapping[str, str] = field(factory=dict)

    @property
    def standing(self) -> Iterator[str]:
        """The issues that stand for themselves, in the order in which they came."""
        return (issue for issue in self.issues if issue not in self.merged)

    def stands_for(self, issue: str) -> tuple[str, ...]:
        """The issue and all that were merged into it, and into those, in the order in which they came.

        Notes
        -----
        Cost O(issues).
        """
        return tuple(each for each in self.issues if self.root(each) == issue or each == issue)

    def root(self, issue: str) -> str:
        """What stands for an issue in the end: itself where it was not merged."""
        while issue in self.merged:
            issue = self.merged[issue]
        return issue

    def raised(self, issue: str) -> tuple[Raising, ...]:
        """Every raising that counts for an issue, each with the issue that it was made for."""
        return tuple(raising for each in self.stands_for(issue) for raising in self.raisings[each].values())

    def raisers(self, issue: str) -> tuple[str, ...]:
        """Who raised an issue, or one that it stands for: each person once, in the order of the list."""
        return tuple(dict.fromkeys(raising.member for raising in self.raised(issue)))

    def has_raised(self, member: str, issue: str) -> bool:
        """Whether somebody raised this very issue."""
        return member in self.raisings[issue]

    def for_matter(self, issue: str) -> RaiseIssue:
        """The act that puts a listed issue before the assembly as the issue of a matter."""
        listed = self.issues[issue]
        return RaiseIssue(listed.issue, listed.text, listed.tags, listed.channel)

    def after(self, step: Step) -> IssueList:
        """The list after one step; the same list where the step is of another kind."""
        match step:
            case Observed():
                return attrs.evolve(self, observations=self.observations.with_(step))
            case IssueListed():
                listed = attrs.evolve(self, issues={**self.issues, step.issue: step})
                return listed._with(Raising(step.issue, step.by, step.channel, step.at))
            case IssueShared():
                return self._with(Raising(step.issue, step.by, step.channel, step.at))
            case IssuesMerged():
                return attrs.evolve(self, merged={**self.merged, step.merged: step.into})
            case IssueUnmerged():
                kept = {issue: into for issue, into in self.merged.items() if issue != step.merged}
                return attrs.evolve(self, merged=kept)
        return self

    def _with(self, raising: Raising) -> IssueList:
        known = self.raisings.get(raising.issue, Entries[str, Raising]())
        grown = {**self.raisings, raising.issue: known.with_(raising.member, raising)}
        return attrs.evolve(self, raisings=grown)
