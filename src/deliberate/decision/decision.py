"""The record of the beat: what was talked over, what was put to the vote, and what came of it."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from deliberate.assembly.agenda import Agenda, AgendaItem
from deliberate.assembly.confer import Deliberation
from deliberate.decision.answers import Answers
from deliberate.decision.election import AnyElection
from deliberate.decision.outcome import Outcome
from deliberate.records.kinds import kind


@kind
@frozen
class Decision:
    """A decision that can be walked back to the words that caused it.

    Attributes
    ----------
    deliberation
        The talk before the vote.
    election
        The ballots.
    outcome
        The count.
    before
        The matter's previous decision, where it took several counts (rank, then consent; a vote on new text).
    next_reading
        From which day on the same text must pass once more before it is adopted; None where it need not.
    review
        The day on which what was adopted is looked at again; None where none is set.
    """

    deliberation: Deliberation
    election: AnyElection
    outcome: Outcome
    before: Decision | None = None
    next_reading: date | None = None
    review: date | None = None

    @property
    def adopted(self) -> str | None:
        """The proposal adopted; None where nothing is, or not yet, and where the status quo was kept."""
        return self.passed if self.next_reading is None else None

    @property
    def passed(self) -> str | None:
        """The proposal that this count chose, adopted by it or waiting for another reading; None where none."""
        chosen = self.outcome.chosen
        table = self.election.table
        if isinstance(table, Answers):
            return table.options[0] if chosen == (table.options[0],) else None
        # What was never proposed, such as leaving things as they are, is not adopted by winning.
        proposed = {proposal.name for proposal in self.deliberation.slate}
        return chosen[0] if chosen and (not proposed or chosen[0] in proposed) else None

    @property
    def agenda(self) -> Agenda:
        """What comes next: what failed comes back, what passed once is read again, what was adopted is reviewed."""
        title = self.election.title or self.deliberation.issue
        if self.outcome.status != "decided":
            return Agenda((AgendaItem(title, self.outcome.status),))
        if self.next_reading is not None:
            return Agenda((AgendaItem(title, "next-reading", self.next_reading),))
        return Agenda((AgendaItem(title, "review", self.review),) if self.review else ())

    @property
    def counts(self) -> tuple[Decision, ...]:
        """The decisions of the matter so far, the first one first."""
        return (*(self.before.counts if self.before else ()), self)
