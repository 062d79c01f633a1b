"""Advisory polls: a vote that binds nobody, whose ballots no binding tally can read.

An :class:`AdvisoryBallot` is none of the ballots that a rule counts and has no stance and no weight; an
:class:`AdviceCount` has no measures. Neither can be turned into ``Tallies``, a ``Profile`` or ``Answers``, and a
requirement or a rule that is given one refuses it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

import attrs
from attrs import field, frozen

from deliberate.assembly.issues.entries import Entries
from deliberate.assembly.issues.steps import AdviceGiven, AdvisoryPollOpened
from deliberate.community.party import Standing
from deliberate.records.kinds import Step, fields, kind
from deliberate.words import say

Counts = tuple[tuple[str, int], ...]


@kind
@frozen
class AdvisoryBallot:
    """One person's advice: a type of its own, so that it cannot stray into a count that binds."""

    poll: str
    member: str
    choice: str


@kind
@frozen
class AdviceCount:
    """What was advised, for people to look at.

    Attributes
    ----------
    counts
        Each option with how many advised it, most advised first; level ones in the order of the poll.
    minors
        How many of them are minors, for each option.
    """

    poll: str
    counts: Counts
    minors: Counts

    @property
    def total(self) -> int:
        """How many gave advice."""
        return sum(n for _, n in self.counts)

    def explain(self, lang: str = "en") -> str:
        """The count in words; it says that it binds nobody."""
        return say("AdviceCount", {**fields(self), "total": self.total}, lang)


@frozen
class AdvisoryPoll:
    """A question, and the advice given so far.

    Attributes
    ----------
    given
        The advice of each member; the first stays.
    advised
        How many advised each option, in the order of the poll.
    by_minors
        How many of them are minors.
    """

    opened: AdvisoryPollOpened
    given: Entries[str, AdviceGiven] = field(factory=Entries)
    advised: Mapping[str, int] = field(factory=dict)
    by_minors: Mapping[str, int] = field(factory=dict)

    def is_open(self, at: datetime) -> bool:
        """Whether advice is taken at a moment: until just before the poll closes."""
        return at < self.opened.closes

    @property
    def ballots(self) -> Iterator[AdvisoryBallot]:
        """The advice as ballots, in the order in which it came."""
        return (AdvisoryBallot(each.poll, each.by, each.choice) for each in self.given.values())

    def count(self) -> AdviceCount:
        """Count the advice."""
        ordered = sorted(self.opened.options, key=lambda option: -self.advised.get(option, 0))
        counts, minors = (
            tuple((option, known.get(option, 0)) for option in ordered) for known in (self.advised, self.by_minors)
        )
        return AdviceCount(self.opened.poll, counts, minors)

    def after(self, step: AdviceGiven) -> AdvisoryPoll:
        """The poll with one more advice."""
        minor = step.standing is Standing.MINOR
        return attrs.evolve(
            self,
            given=self.given.with_(step.by, step),
            advised={**self.advised, step.choice: self.advised.get(step.choice, 0) + 1},
            by_minors={**self.by_minors, step.choice: self.by_minors.get(step.choice, 0) + 1}
            if minor
            else self.by_minors,
        )


@frozen
class Polls:
    """All advisory polls by name."""

    polls: Mapping[str, AdvisoryPoll] = field(factory=dict)

    def after(self, step: Step) -> Polls:
        """The polls after one step; the same where the step is of another kind."""
        match step:
            case AdvisoryPollOpened():
                return Polls({**self.polls, step.poll: AdvisoryPoll(step)})
            case AdviceGiven():
                return Polls({**self.polls, step.poll: self.polls[step.poll].after(step)})
        return self
