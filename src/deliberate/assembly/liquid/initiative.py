"""One initiative: its drafts, its supporters, the suggestions to it and what supporters think of them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import cached_property
from typing import TypeVar

import attrs
from attrs import field, frozen

from deliberate.assembly.liquid.degrees import Opinion
from deliberate.assembly.liquid.proportional import ProportionalOrder, SuggestionBallot, proportional

V = TypeVar("V")


@frozen
class Draft:
    """One text of an initiative."""

    text: str
    hash: str
    at: datetime


@frozen
class Suggestion:
    """A change that a supporter suggested."""

    name: str
    by: str
    text: str
    at: datetime


@frozen
class Initiative:
    """One of the rivals in an issue.

    Attributes
    ----------
    number
        Its place in the order of time, from 1.
    supporters
        Which draft each supporter knows.
    opinions
        For each supporter who has any, the opinions by suggestion.
    revoked
        When it was taken back; None where it was not.
    """

    name: str
    number: int
    by: str
    drafts: tuple[Draft, ...]
    supporters: Mapping[str, int]
    suggestions: Mapping[str, Suggestion] = field(factory=dict)
    opinions: Mapping[str, Mapping[str, Opinion]] = field(factory=dict)
    revoked: datetime | None = None

    @property
    def is_live(self) -> bool:
        """Whether it was not taken back."""
        return self.revoked is None

    @property
    def latest(self) -> Draft:
        """The draft that counts."""
        return self.drafts[-1]

    def opinion(self, member: str, suggestion: str) -> Opinion | None:
        """What a member thinks of a suggestion."""
        return self.opinions.get(member, {}).get(suggestion)

    @cached_property
    def satisfied(self) -> tuple[str, ...]:
        """The supporters who are more than potential: no must of theirs is unmet, no must-not met.

        Notes
        -----
        Cost O(supporters + opinions), once.
        """
        critical = {
            member for member, each in self.opinions.items() if any(opinion.is_critical for opinion in each.values())
        }
        return tuple(member for member in self.supporters if member not in critical)

    def suggestion_order(self, weights: Mapping[str, int] | None = None) -> ProportionalOrder:
        """The suggestions in proportional order.

        Parameters
        ----------
        weights
            What each supporter's opinion weighs, delegations included; 1 where nothing is said.
        """
        known = weights or {}
        weighed = ((known.get(member, 1), each) for member, each in self.opinions.items())
        return proportional(self.suggestions, (_ballot(each, weight) for weight, each in weighed if weight))

    def with_support(self, member: str) -> Initiative:
        """The initiative once a member supports its latest draft."""
        return attrs.evolve(self, supporters={**self.supporters, member: len(self.drafts)})

    def without_support(self, member: str) -> Initiative:
        """The initiative once a member supports it no more, and has no say on its suggestions."""
        if member not in self.supporters:
            return self
        return attrs.evolve(
            self, supporters=_without(self.supporters, member), opinions=_without(self.opinions, member)
        )

    def with_opinion(self, member: str, suggestion: str, opinion: Opinion) -> Initiative:
        """The initiative with an opinion."""
        own = {**self.opinions.get(member, {}), suggestion: opinion}
        return attrs.evolve(self, opinions={**self.opinions, member: own})

    def without_opinion(self, member: str, suggestion: str) -> Initiative:
        """The initiative without an opinion."""
        own = _without(self.opinions[member], suggestion)
        opinions = {**self.opinions, member: own} if own else _without(self.opinions, member)
        return attrs.evolve(self, opinions=opinions)


def _ballot(opinions: Mapping[str, Opinion], weight: int) -> SuggestionBallot:
    sections: tuple[list[str], ...] = ([], [], [], [])
    for suggestion, opinion in opinions.items():
        sections[opinion.section - 1].append(suggestion)
    return SuggestionBallot(sections, weight)


def _without(entries: Mapping[str, V], key: str) -> dict[str, V]:
    return {each: value for each, value in entries.items() if each != key}
