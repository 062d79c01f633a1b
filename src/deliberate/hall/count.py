"""The count: what an election is made of, from ballots, a roll, delegations and places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

import attrs
from attrs import field, frozen

from deliberate.community.delegation import Delegation, DelegationRule
from deliberate.community.resolution import Fate, Resolution, Undelivered
from deliberate.community.resolve import resolve
from deliberate.community.roll import Roll
from deliberate.decision.answers import Answers
from deliberate.decision.ballots import Answer, Ranking
from deliberate.decision.delegated import delegated, resolved
from deliberate.decision.profile import Profile
from deliberate.decision.rule import AnyRule
from deliberate.hall.acts import Ballot
from deliberate.requirement.statuses import STANCES, Stance

Divisions = tuple[tuple[str, tuple[str, ...]], ...]


@frozen(slots=False)
class Count:
    """The ballots of one vote beside all that says how far each of them counts.

    Attributes
    ----------
    ballots
        The ballot of each member that counts.
    options
        The proposals, then the status quo.
    divisions
        Pairs of how the roll is divided and the group of each line.
    delegations
        As they were frozen: at most one for each giver.
    following
        How they are followed; None where nobody may delegate.
    ranked
        Whether the ballots rank the options; else they answer to one proposal.
    """

    ballots: Mapping[str, Ballot] = field(repr=False)
    roll: Roll = field(repr=False)
    options: tuple[str, ...]
    divisions: Divisions = ()
    delegations: tuple[Delegation, ...] = ()
    following: DelegationRule | None = None
    ranked: bool = False

    @cached_property
    def resolution(self) -> Resolution | None:
        """Whose ballot counts for each line of the roll; None where nobody may delegate.

        Notes
        -----
        Whoever has a ballot votes in person, one that cannot be read included. A delegate who has no vote in this
        matter is passed over.
        """
        if self.following is None:
            return None
        trust = tuple(self._within_reach())
        if self.ranked:
            return resolve(self.roll.members, trust, self.ballots.keys(), self.following)
        return resolved(self._own, trust, self.following)

    @property
    def undelivered(self) -> tuple[Undelivered, ...]:
        """Whose delegation reached no ballot, and why, in the order of the roll."""
        if self.resolution is None:
            return ()
        told = {each.member: each for each in self.resolution.undelivered(self.roll.members)}
        for each in self.delegations:
            # All whom they named have no vote here: that reaches nobody who votes, too.
            if each.giver not in self.ballots and not any(member in self.roll for member in each.to):
                told[each.giver] = Undelivered(each.giver, Fate.LOST)
        return tuple(told[member] for member in self.roll.members if member in told)

    @property
    def standing(self) -> dict[str, Ballot]:
        """The ballot that counts for each member: their own, or that of the member who carries them."""
        own = dict(self.ballots)
        if self.resolution is None:
            return own
        members = self.roll.members
        pairs = zip(members, self.resolution.ends.tolist(), strict=True)
        return own | {member: own[members[end]] for member, end in pairs if end >= 0}

    @property
    def answers(self) -> Answers:
        """The table of answers, whoever is carried in the stance of the ballot that carries them."""
        return self._own if self.resolution is None else delegated(self._own, self.resolution)

    @property
    def rankings(self) -> tuple[Profile[Ranking], int]:
        """The ranked ballots, each with the heads that it counts for, and for how many heads an invalid one stands."""
        heads = dict.fromkeys(self.ballots, 1)
        if self.resolution is not None:
            gathered = self.resolution.gathered([1] * len(self.roll)).tolist()
            heads = dict(zip(self.roll.members, gathered, strict=True))
        ranked = [(each, heads[member]) for member, each in self.ballots.items() if isinstance(each, Ranking)]
        invalid = sum(heads[member] for member, each in self.ballots.items() if is_invalid(each))
        return Profile.from_rankings(ranked, self.options), invalid

    @cached_property
    def _own(self) -> Answers:
        """The answers before anybody is carried."""
        stances = {member: each.stance for member, each in self.ballots.items() if isinstance(each, Answer)}
        options = (self.options[0], self.options[-1])
        answers = Answers.of(stances, self.roll.weights, self.roll.measures, options)
        return attrs.evolve(answers, divisions=self.divisions)

    def _within_reach(self) -> Iterator[Delegation]:
        for each in self.delegations:
            to = tuple(member for member in each.to if member in self.roll)
            if to:
                yield attrs.evolve(each, to=to)


def is_invalid(ballot: Ballot) -> bool:
    """Whether a ballot was handed in that cannot be counted."""
    return isinstance(ballot, Answer) and ballot.stance is Stance.INVALID


def divided(roll: Roll, levels: tuple[str, ...], by: Iterable[str]) -> Divisions:
    """The group of each line of the roll, for each level of the place that is asked for.

    A group is called by its whole path, so that entrance 1 of one building is not entrance 1 of another.
    """
    return tuple(
        (level, tuple(" ".join(line.member.place[: levels.index(level) + 1]) for line in roll.lines))
        for level in by
        if level in levels
    )


def unanswered(rule: AnyRule, roll: Roll, divisions: Divisions) -> Answers:
    """The table of a vote in which nobody has voted yet, in the measures that its rule is judged by."""
    if rule.ballot is Answer:
        weights, measures = roll.weights, roll.measures
    else:
        # Where options are ranked a requirement counts heads, one a member, as `Tested` does.
        weights, measures = dict.fromkeys(roll.members, (1,)), ("head",)
    return attrs.evolve(Answers.of({}, weights, measures), divisions=divisions)


def summed_up(ballots: Iterable[Ballot], options: tuple[str, ...]) -> tuple[tuple[str, int], ...]:
    """How many gave each answer, or ranked each option first: a plain sum of advice, which decides nothing.

    Options that share the first place have one each.
    """
    found = Counter(said for ballot in ballots for said in _said(ballot))
    return tuple((said, found[said]) for said in (*options, *map(str, STANCES)) if found[said])


def _said(ballot: Ballot) -> tuple[str, ...]:
    match ballot:
        case Answer():
            return (str(ballot.stance),)
        case Ranking(levels=(first, *_)):
            return tuple(first)
    return ()
