"""One vote: what was frozen at its opening, the ballots, and the outcome that follows from them."""

from __future__ import annotations

from datetime import datetime

from attrs import field, frozen

from deliberate.community.roll import Roll
from deliberate.decision.answers import Answers
from deliberate.decision.ballots import Answer, Approval, Ranking, Scores
from deliberate.decision.decide import decide
from deliberate.decision.election import AnyElection, Election
from deliberate.decision.outcome import Outcome
from deliberate.decision.profile import Profile
from deliberate.decision.rule import AnyRule
from deliberate.hall.acts import CastBallot, RecordResult
from deliberate.identity import canonical, text_hash
from deliberate.lot import Draw, draw
from deliberate.records.convert import to_dict
from deliberate.records.pile import Pile
from deliberate.requirement.statuses import Stance


@frozen
class Vote:
    """A vote in the half-open interval from its opening to its close.

    Attributes
    ----------
    texts
        Each proposal on the slate with the hash of its frozen text.
    said
        How many steps of the deliberation came before it.
    result
        Recorded at the first accepted command at or after the close.
    """

    opened: datetime
    closes: datetime
    rule: AnyRule
    roll: Roll
    texts: tuple[tuple[str, str], ...]
    status_quo: str
    seed: str
    context: str
    title: str
    said: int
    casts: Pile[CastBallot] = field(factory=Pile)
    result: RecordResult | None = None

    @property
    def options(self) -> tuple[str, ...]:
        """The proposals and the status quo."""
        return (*(proposal for proposal, _ in self.texts), self.status_quo)

    @property
    def lot(self) -> Draw:
        """The published order of the options."""
        return draw(self.seed, self.options, self.context)

    @property
    def counted(self) -> dict[str, Answer | Approval | Ranking | Scores]:
        """The ballot of each member that counts: the last one."""
        return {cast.member: cast.ballot for cast in self.casts}

    def is_open(self, now: datetime) -> bool:
        """Whether a ballot is in time: one stamped exactly at the close is late."""
        return self.result is None and self.opened <= now < self.closes

    def is_due(self, now: datetime) -> bool:
        """Whether the time is over and the result not yet recorded."""
        return self.result is None and now >= self.closes

    def election(self) -> AnyElection:
        """The ballots as an election, under the frozen roll and lot."""
        ballots = self.counted
        electorate = len(self.roll)
        if self.rule.ballot is Answer:
            stances = {member: each.stance for member, each in ballots.items() if isinstance(each, Answer)}
            options = (self.options[0], self.status_quo)
            answers = Answers.of(stances, self.roll.weights, self.roll.measures, options)
            return Election[Answer](answers, lot=self.lot, electorate=electorate, title=self.title)
        rankings = [each for each in ballots.values() if isinstance(each, Ranking)]
        invalid = sum(isinstance(each, Answer) and each.stance is Stance.INVALID for each in ballots.values())
        profile = Profile.from_rankings(rankings, self.options)
        return Election(profile, lot=self.lot, electorate=electorate, title=self.title, invalid=invalid)

    def outcome(self) -> Outcome:
        """Count the ballots."""
        return decide(self.election(), self.rule)

    def record(self) -> RecordResult:
        """The result as the journal keeps it."""
        outcome = self.outcome()
        text = canonical(to_dict(outcome)).decode()
        return RecordResult(outcome.status, outcome.chosen, text, text_hash(text))
