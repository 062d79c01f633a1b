"""Where an issue stands: the fold of everything that happened to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import cached_property

import attrs
from attrs import field, frozen

from deliberate.assembly.floor import Proposal, Version
from deliberate.assembly.liquid.contingents import Entry, Post
from deliberate.assembly.liquid.degrees import Opinion
from deliberate.assembly.liquid.harmonic import Backed, HarmonicOrder, harmonic
from deliberate.assembly.liquid.initiative import Draft, Initiative, Suggestion
from deliberate.assembly.liquid.policy import LiquidPolicy
from deliberate.assembly.liquid.steps import (
    InitiativeRedrafted,
    InitiativeRevoked,
    InitiativeStarted,
    InitiativeSupported,
    InterestDropped,
    InterestShown,
    IssueBrokenOff,
    IssueOpened,
    OpinionDropped,
    SuggestionMade,
    SuggestionRated,
    SupportDropped,
    VoteCounted,
)
from deliberate.records.kinds import Step

LiquidStep = (
    IssueOpened
    | InitiativeStarted
    | InitiativeRedrafted
    | InitiativeRevoked
    | InitiativeSupported
    | SupportDropped
    | SuggestionMade
    | SuggestionRated
    | OpinionDropped
    | InterestShown
    | InterestDropped
    | VoteCounted
    | IssueBrokenOff
)


@frozen
class Opening:
    """What an issue began with."""

    at: datetime
    policy: LiquidPolicy
    area: frozenset[str]


@frozen
class Liquid:
    """One issue with its rival initiatives.

    Attributes
    ----------
    opening
        What it began with; None before the first initiative.
    interested
        Who has shown interest; whoever supports something has.
    population
        How many are counted: those of the area, and whoever shows interest.
    accepted
        When the quorum of the issue was reached.
    emptied
        When the last live initiative was taken back; None while there is one.
    posts
        What each member has posted here, in the order of time.
    count
        What was written down of the vote.
    broken_off
        When it was broken off.
    last
        When the last thing happened; nothing happens before it.
    """

    opening: Opening | None = None
    initiatives: Mapping[str, Initiative] = field(factory=dict)
    interested: frozenset[str] = frozenset()
    population: int = 0
    accepted: datetime | None = None
    emptied: datetime | None = None
    posts: Mapping[str, tuple[Post, ...]] = field(factory=dict)
    count: VoteCounted | None = None
    broken_off: datetime | None = None
    last: datetime | None = None

    @cached_property
    def live(self) -> tuple[Initiative, ...]:
        """The initiatives that were not taken back, in the order in which they came."""
        return tuple(each for each in self.initiatives.values() if each.is_live)

    @property
    def slate(self) -> tuple[Proposal, ...]:
        """The live initiatives with their drafts, potential supporters included."""
        return tuple(_slated(each) for each in self.live)

    @cached_property
    def admitted(self) -> tuple[str, ...]:
        """The initiatives with enough satisfied supporters, as things stand; final once voting has begun."""
        if self.opening is None:
            return ()
        policy = self.opening.policy
        return tuple(each.name for each in self.live if policy.admits_initiative(len(each.satisfied), self.population))

    @property
    def any_admitted(self) -> bool:
        """Whether there is anything to vote on, as things stand; asks only about the best supported."""
        best = max((len(each.satisfied) for each in self.live), default=0)
        return self.opening is not None and self.opening.policy.admits_initiative(best, self.population)

    def potential_order(self, weights: Mapping[str, int] | None = None) -> HarmonicOrder:
        """The live initiatives by harmonic weight, potential supporters included: before voting begins."""
        return harmonic((Backed(each.name, each.number, tuple(each.supporters)) for each in self.live), weights)

    def slate_order(self, weights: Mapping[str, int] | None = None) -> HarmonicOrder:
        """The same once it is settled which are admitted: for these only satisfied supporters count."""
        admitted = frozenset(self.admitted)
        backed = (
            Backed(each.name, each.number, each.satisfied if each.name in admitted else tuple(each.supporters))
            for each in self.live
        )
        return harmonic(backed, weights, admitted=admitted)

    def after(self, step: Step) -> Liquid:
        """Where the issue stands after one step; itself where the step is not about it.

        Notes
        -----
        Cost O(supporters of the initiative) at most.
        """
        match step:
            case IssueOpened():
                opening = Opening(step.at, step.policy, step.area)
                return attrs.evolve(self, opening=opening, population=len(step.area))._started(step)._settled(step.at)
            case InitiativeStarted():
                return self._started(step)._settled(step.at)
            case InterestShown(by, at):
                return self._with_interest(by)._settled(at)
            case InterestDropped(by, at):
                left = {each.name: each.without_support(by) for each in self.initiatives.values()}
                return attrs.evolve(self._without_interest(by), initiatives=left)._settled(at)
            case VoteCounted():
                return attrs.evolve(self, count=step, last=step.at)
            case IssueBrokenOff():
                return attrs.evolve(self, broken_off=step.at, last=step.at)
            case InitiativeRedrafted() | SuggestionMade() | InitiativeRevoked():
                return self._on_texts(step)
            case InitiativeSupported() | SupportDropped() | SuggestionRated() | OpinionDropped():
                return self._on_support(step)
        return self

    def _started(self, step: IssueOpened | InitiativeStarted) -> Liquid:
        draft = Draft(step.text, step.hash, step.at)
        one = Initiative(step.initiative, len(self.initiatives) + 1, step.by, (draft,), {step.by: 1})
        part = self._with(one)._posted(step.by, Post(step.at, Entry.INITIATIVE))
        return attrs.evolve(part._with_interest(step.by), emptied=None)

    def _on_texts(self, step: InitiativeRedrafted | SuggestionMade | InitiativeRevoked) -> Liquid:
        one = self.initiatives[step.initiative]
        if isinstance(step, InitiativeRevoked):
            part = self._with(attrs.evolve(one, revoked=step.at))
            return attrs.evolve(part, emptied=None if part.live else step.at)._settled(step.at)
        if isinstance(step, InitiativeRedrafted):
            changed = attrs.evolve(one, drafts=(*one.drafts, Draft(step.text, step.hash, step.at)))
        else:
            suggestion = Suggestion(step.suggestion, step.by, step.text, step.at)
            changed = attrs.evolve(one, suggestions={**one.suggestions, suggestion.name: suggestion})
            changed = changed.with_opinion(step.by, suggestion.name, Opinion(step.degree))
        return self._with(changed)._posted(step.by, Post(step.at, Entry.TEXT))._settled(step.at)

    def _on_support(self, step: InitiativeSupported | SupportDropped | SuggestionRated | OpinionDropped) -> Liquid:
        one = self.initiatives[step.initiative]
        match step:
            case InitiativeSupported():
                return self._with(one.with_support(step.by))._with_interest(step.by)._settled(step.at)
            case SupportDropped():
                return self._with(one.without_support(step.by))._settled(step.at)
            case SuggestionRated():
                opinion = Opinion(step.degree, step.fulfilment)
                return self._with(one.with_opinion(step.by, step.suggestion, opinion))._settled(step.at)
        return self._with(one.without_opinion(step.by, step.suggestion))._settled(step.at)

    def _with(self, one: Initiative) -> Liquid:
        return attrs.evolve(self, initiatives={**self.initiatives, one.name: one})

    def _with_interest(self, member: str) -> Liquid:
        if member in self.interested:
            return self
        joins = self.opening is not None and member not in self.opening.area
        return attrs.evolve(self, interested=self.interested | {member}, population=self.population + joins)

    def _without_interest(self, member: str) -> Liquid:
        leaves = self.opening is not None and member not in self.opening.area
        return attrs.evolve(self, interested=self.interested - {member}, population=self.population - leaves)

    def _posted(self, member: str, post: Post) -> Liquid:
        return attrs.evolve(self, posts={**self.posts, member: (*self.posts.get(member, ()), post)})

    def _settled(self, at: datetime) -> Liquid:
        """The time noted, and the issue accepted where its quorum is reached now."""
        if self.accepted is not None or self.opening is None:
            return attrs.evolve(self, last=at)
        most = max((len(each.supporters) for each in self.live), default=0)
        reached = bool(self.live) and self.opening.policy.admits_issue(most, self.population)
        return attrs.evolve(self, last=at, accepted=at if reached else None)


def _slated(one: Initiative) -> Proposal:
    *before, latest = (Version(number, each.text, each.hash) for number, each in enumerate(one.drafts, start=1))
    return Proposal(one.name, one.by, (*before, attrs.evolve(latest, supporters=tuple(one.supporters))))


def liquid_of(trace: Iterable[Step]) -> Liquid:
    """Where a trace leads to."""
    part = Liquid()
    for step in trace:
        part = part.after(step)
    return part
