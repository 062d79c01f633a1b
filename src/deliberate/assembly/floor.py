"""The floor: where the deliberation stands, folded from its steps."""

from __future__ import annotations

from collections.abc import Iterable

import attrs
from attrs import frozen

from deliberate.assembly.steps import (
    HandoverAnswered,
    IssueHandedOver,
    IssueRaised,
    ProposalDrafted,
    ProposalRevised,
    RoundClosed,
    RoundOpened,
    SupportGiven,
    TurnTaken,
)
from deliberate.records.kinds import Step


@frozen
class Version:
    """One text of a proposal."""

    number: int
    text: str
    hash: str
    supporters: tuple[str, ...] = ()


@frozen
class Proposal:
    """A proposal with all its texts, the newest last."""

    name: str
    by: str
    versions: tuple[Version, ...]

    @property
    def latest(self) -> Version:
        """The text that counts."""
        return self.versions[-1]


@frozen
class Floor:
    """Where the deliberation stands.

    Attributes
    ----------
    round
        The number of the round that is open; 0 between rounds.
    """

    issue: IssueRaised | None = None
    handed_to: IssueHandedOver | None = None
    answer: HandoverAnswered | None = None
    proposals: tuple[Proposal, ...] = ()
    rounds: int = 0
    round: int = 0
    turns: tuple[TurnTaken, ...] = ()

    @property
    def slate(self) -> tuple[Proposal, ...]:
        """The proposals on the table, in the order in which they came."""
        return self.proposals

    def proposal(self, name: str) -> Proposal | None:
        """The proposal of this name."""
        return next((each for each in self.proposals if each.name == name), None)

    def turns_of(self, member: str) -> int:
        """How often a member has spoken in the open round."""
        return sum(turn.by == member for turn in self.turns)

    @property
    def speakers(self) -> tuple[str, ...]:
        """Who has spoken in the open round, in the order of their first turn."""
        return tuple(dict.fromkeys(turn.by for turn in self.turns))

    def after(self, step: Step) -> Floor:
        """The floor after one step."""
        match step:
            case IssueRaised():
                return attrs.evolve(self, issue=step)
            case IssueHandedOver():
                return attrs.evolve(self, handed_to=step, answer=None)
            case HandoverAnswered():
                return attrs.evolve(self, answer=step)
            case ProposalDrafted(proposal, by, text, hash_):
                one = Proposal(proposal, by, (Version(1, text, hash_),))
                return attrs.evolve(self, proposals=(*self.proposals, one))
            case ProposalRevised(proposal, version, text, hash_):
                return self._with(proposal, Version(version, text, hash_))
            case SupportGiven(proposal, _, by):
                return self._supported(proposal, by)
            case RoundOpened(number):
                return attrs.evolve(self, rounds=number, round=number, turns=())
            case TurnTaken():
                return attrs.evolve(self, turns=(*self.turns, step))
            case RoundClosed():
                return attrs.evolve(self, round=0, turns=())
        return self

    def _with(self, name: str, version: Version) -> Floor:
        grown = tuple(
            attrs.evolve(each, versions=(*each.versions, version)) if each.name == name else each
            for each in self.proposals
        )
        return attrs.evolve(self, proposals=grown)

    def _supported(self, name: str, by: str) -> Floor:
        changed = []
        for each in self.proposals:
            if each.name == name:
                latest = attrs.evolve(each.latest, supporters=(*each.latest.supporters, by))
                changed.append(attrs.evolve(each, versions=(*each.versions[:-1], latest)))
            else:
                changed.append(each)
        return attrs.evolve(self, proposals=tuple(changed))


def floor_of(trace: Iterable[Step]) -> Floor:
    """The floor that a trace leads to."""
    floor = Floor()
    for step in trace:
        floor = floor.after(step)
    return floor
