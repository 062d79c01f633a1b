"""One vote: what was frozen at its opening, the ballots, and the outcome that follows from them."""

from __future__ import annotations

from datetime import datetime

import attrs
from attrs import field, frozen

from deliberate.community.channels import Counted, counted
from deliberate.community.concentration import Concentration, concentration
from deliberate.community.delegation import Delegation
from deliberate.community.proxy import Proxies
from deliberate.community.resolution import Resolution, Undelivered
from deliberate.community.roll import Roll
from deliberate.decision.ballots import Answer
from deliberate.decision.decide import decide
from deliberate.decision.election import AnyElection, Election
from deliberate.decision.outcome import Outcome
from deliberate.decision.rule import AnyRule
from deliberate.errors import Refused
from deliberate.hall.acts import Ballot, CastBallot, RecordResult
from deliberate.hall.count import Count, divided, summed_up
from deliberate.hall.extension import Extension, requirement_of, stance_of
from deliberate.hall.policy import CHANNELS, Policy
from deliberate.hall.urn import Urn
from deliberate.identity import canonical, text_hash
from deliberate.lot import Draw, draw
from deliberate.records.convert import to_dict

NO_PROXIES = Proxies()
Question = tuple[tuple[tuple[str, str], ...], AnyRule, str]


@frozen
class Vote:
    """A vote in the half-open interval from its opening to its close.

    Attributes
    ----------
    until
        When it closes by its opening; :attr:`closes` is later where a late quorum extended it.
    texts
        Each proposal on the slate with the hash of its frozen text.
    policy
        As it was when the matter began.
    said
        How many steps of the deliberation came before it.
    among
        The group that votes; empty for the whole electorate.
    delegations
        Of each voter the one that speaks of this matter, as it was at the opening; the policy's rule follows them
        when the ballots are counted.
    proxies
        The published list of those whose ballot somebody else may cast.
    result
        Recorded at the first accepted command at or after the close.

    Notes
    -----
    Where the policy seals a vote until its close, the ballots and all that is counted from them are refused
    until it has its result (``vote-sealed``); how many have voted is told at any time. The seal is on what the
    hall tells: who keeps the journal can read it.

    A ballot of somebody who is not on the frozen roll, such as a minor's, is advice: it lies in a pile of its own and
    reaches no count that decides.
    """

    opened: datetime
    until: datetime
    rule: AnyRule
    roll: Roll
    texts: tuple[tuple[str, str], ...]
    policy: Policy
    seed: str
    context: str
    title: str
    said: int
    among: str = ""
    delegations: tuple[Delegation, ...] = ()
    proxies: Proxies = NO_PROXIES
    _extension: Extension | None = field(default=None, repr=False)
    _urn: Urn = field(repr=False)
    _advice: Urn = field(repr=False)
    result: RecordResult | None = None

    @_urn.default
    @_advice.default
    def _empty(self) -> Urn:
        return Urn(self.policy.channels)

    @property
    def options(self) -> tuple[str, ...]:
        """The proposals and the status quo."""
        return (*(proposal for proposal, _ in self.texts), self.policy.status_quo)

    @property
    def status_quo(self) -> str:
        """What "as it is" is called on the ballot."""
        return self.policy.status_quo

    @property
    def question(self) -> Question:
        """What is asked, by which rule, of whom: two votes on one question are two readings of it."""
        return self.texts, self.rule, self.among

    @property
    def closes(self) -> datetime:
        """The first moment at which a ballot is late."""
        return self._extension.deadline(self.until) if self._extension else self.until

    @property
    def channels(self) -> tuple[str, ...]:
        """How one may vote, the channel first that counts before the others where the policy ranks them."""
        return self.policy.precedence or CHANNELS

    @property
    def lot(self) -> Draw:
        """The published order of the options."""
        return draw(self.seed, self.options, self.context)

    @property
    def casts(self) -> Urn:
        """Every ballot, in the order in which they came, those that do not count included."""
        return self._unsealed(self._urn)

    @property
    def counted(self) -> dict[str, Ballot]:
        """The ballot of each member that counts, as the policy says which."""
        return self._unsealed(self._urn).counted

    @property
    def standing(self) -> dict[str, Ballot]:
        """The ballot that counts for each member: their own, or that of the member whom they trust."""
        return self._counted().standing

    @property
    def slots(self) -> Counted[CastBallot]:
        """The ballots that count, those that others stand above, and the figures of each channel."""
        return counted(self._unsealed(self._urn), self.policy.channels)

    @property
    def turnout(self) -> int:
        """How many members have voted, each counted once; told of a sealed vote as well."""
        return self._urn.turnout

    @property
    def resolution(self) -> Resolution | None:
        """Whose ballot counts for each line of the roll; None where the policy knows no delegation."""
        return self._counted().resolution

    @property
    def undelivered(self) -> tuple[Undelivered, ...]:
        """Whose delegation reached no ballot, each with the reason that its giver is told."""
        return self._counted().undelivered

    @property
    def concentration(self) -> Concentration | None:
        """How unevenly the ballots weigh, in persons; None where the policy knows no delegation."""
        resolution = self.resolution
        return None if resolution is None else concentration(resolution, [1] * len(self.roll))

    @property
    def advice(self) -> Urn:
        """The ballots of minors, in the order in which they came: told apart, and never counted with the others."""
        return self._unsealed(self._advice)

    @property
    def advised(self) -> tuple[tuple[str, int], ...]:
        """How many minors gave each answer, or ranked each option first."""
        return summed_up(self.advice.counted.values(), self.options)

    @property
    def carried(self) -> str:
        """The proposal that the recorded result chose; empty where it chose none, or the status quo."""
        chosen = self.result.chosen if self.result and self.result.status == "decided" else ()
        return chosen[0] if chosen and chosen[0] in dict(self.texts) else ""

    def is_open(self, now: datetime) -> bool:
        """Whether a ballot is in time: one stamped exactly at the close is late."""
        return self.result is None and self.opened <= now < self.closes

    def is_due(self, now: datetime) -> bool:
        """Whether the time is over and the result not yet recorded."""
        return self.result is None and now >= self.closes

    def accepts(self, member: str, channel: str) -> bool:
        """Whether a member may hand in a ballot by this channel: once, where the policy lets nobody vote again."""
        return (self._urn if member in self.roll else self._advice).accepts(member, channel)

    def has_voted(self, member: str) -> bool:
        """Whether a ballot of this member is in the urn; told of a sealed vote as well."""
        return self._urn.standing(member) is not None

    def with_(self, cast: CastBallot, at: datetime) -> Vote:
        """The vote with one more ballot; one that has its result takes none."""
        if self.result is not None:
            return self
        if cast.member not in self.roll:
            return attrs.evolve(self, advice=self._advice.with_(cast))
        urn = self._urn.with_(cast)
        extension = self._extension
        if extension is not None:
            stances = (stance_of(self._urn.standing(cast.member)), stance_of(urn.standing(cast.member)))
            extension = extension.after(cast.member, stances, at)
        return attrs.evolve(self, urn=urn, extension=extension)

    def election(self) -> AnyElection:
        """The ballots as an election, under the frozen roll, delegations and lot."""
        return self._election(self._counted())

    def outcome(self) -> Outcome:
        """Count the ballots."""
        return decide(self.election(), self.rule)

    def record(self, now: datetime) -> RecordResult:
        """The result as the journal keeps it: for the hall, at the close, when no seal holds any more.

        Raises
        ------
        Refused
            ``vote-sealed``, ``vote-open``: before the close there is no result.
        """
        if now < self.closes:
            raise self._sealed() if self.is_sealed else Refused("vote-open", until=self.closes)
        outcome = decide(self._election(self._count(self._urn)), self.rule)
        text = canonical(to_dict(outcome)).decode()
        return RecordResult(outcome.status, outcome.chosen, text, text_hash(text))

    @property
    def is_sealed(self) -> bool:
        """Whether the policy seals the ballots and the vote has no result yet."""
        return self.policy.sealed == "until-close" and self.result is None

    def _sealed(self) -> Refused:
        return Refused("vote-sealed", until=self.closes)

    def _unsealed(self, urn: Urn) -> Urn:
        if self.is_sealed:
            raise self._sealed()
        return urn

    def _counted(self) -> Count:
        return self._count(self._unsealed(self._urn))

    def _count(self, urn: Urn) -> Count:
        requirement = requirement_of(self.rule)
        asked = requirement.divisions if requirement is not None else ()
        return Count(
            ballots=urn.counted,
            roll=self.roll,
            options=self.options,
            divisions=divided(self.roll, self.policy.levels, asked),
            delegations=self.delegations,
            following=self.policy.delegation,
            ranked=self.rule.ballot is not Answer,
        )

    def _election(self, count: Count) -> AnyElection:
        electorate = len(self.roll)
        if not count.ranked:
            return Election[Answer](count.answers, lot=self.lot, electorate=electorate, title=self.title)
        profile, invalid = count.rankings
        return Election(profile, lot=self.lot, electorate=electorate, title=self.title, invalid=invalid)
