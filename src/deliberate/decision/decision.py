"""The record of the beat: what was talked over, what was put to the vote, and what came of it."""

from __future__ import annotations

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
    """

    deliberation: Deliberation
    election: AnyElection
    outcome: Outcome
    before: Decision | None = None

    @property
    def adopted(self) -> str | None:
        """The proposal adopted; None where nothing was, and where the status quo was kept."""
        chosen = self.outcome.chosen
        table = self.election.table
        if isinstance(table, Answers):
            return table.options[0] if chosen == (table.options[0],) else None
        # What was never proposed, such as leaving things as they are, is not adopted by winning.
        proposed = {proposal.name for proposal in self.deliberation.slate}
        return chosen[0] if chosen and (not proposed or chosen[0] in proposed) else None

    @property
    def agenda(self) -> Agenda:
        """What failed comes back: a proposal rejected, a vote that too few took part in, a tie."""
        if self.outcome.status == "decided":
            return Agenda()
        title = self.election.title or self.deliberation.issue
        return Agenda((AgendaItem(title, self.outcome.status),))

    @property
    def counts(self) -> tuple[Decision, ...]:
        """The decisions of the matter so far, the first one first."""
        return (*(self.before.counts if self.before else ()), self)
