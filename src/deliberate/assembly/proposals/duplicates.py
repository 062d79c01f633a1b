"""Proposals that say nearly the same: shown to those who began them, who may merge; nothing is merged for them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

from attrs import frozen

from deliberate.assembly.proposals.drafts import Draft
from deliberate.assembly.proposals.part import Proposals
from deliberate.assembly.shingles import shingles
from deliberate.records.kinds import kind
from deliberate.words import say

NEAR = Fraction(1, 2)


@kind
@frozen
class Likeness:
    """Two proposals that share much of their wording.

    Attributes
    ----------
    share
        Of the short runs of words in either, those in both.
    tell
        Who began them.
    """

    one: str
    other: str
    share: Fraction
    tell: tuple[str, ...]

    def explain(self, lang: str = "en") -> str:
        """The likeness in words."""
        told = {"one": self.one, "other": self.other, "share": self.share, "tell": self.tell}
        return say("likeness", told, lang)


def alike(part: Proposals, least: Fraction = NEAR) -> tuple[Likeness, ...]:
    """Pairs of live proposals that share at least so much, the most alike first.

    Parameters
    ----------
    least
        Above 0.

    Examples
    --------
    >>> from datetime import UTC, datetime
    >>> from deliberate.assembly.proposals.steps import TextProposed
    >>> noon = datetime(2026, 3, 1, 12, tzinfo=UTC)
    >>> part = Proposals().after(TextProposed("灯", "li", noon, "修好三号楼的三盏路灯", "..."))
    >>> part = part.after(TextProposed("路灯", "wang", noon, "修好三号楼的路灯", "..."))
    >>> print(alike(part, Fraction(1, 3))[0].explain("zh"))
    方案灯与路灯的用语相近（0.4），可请li、wang商量是否合并。

    Notes
    -----
    Only pairs that share a run of words are compared: O(length of the texts + runs shared by pairs).
    """
    live = part.live
    said = [shingles(draft.latest.text) for draft in live]
    found = [
        _likeness(live[one], live[other], Fraction(shared, len(said[one]) + len(said[other]) - shared))
        for (one, other), shared in _shared(said).items()
    ]
    return tuple(sorted((each for each in found if each.share >= least), key=lambda each: -each.share))


def _shared(said: list[frozenset[str]]) -> Counter[tuple[int, int]]:
    """How many runs each pair of places shares."""
    return Counter(pair for run in _places(said) for pair in _pairs(run))


def _places(said: list[frozenset[str]]) -> Iterator[list[int]]:
    where: dict[str, list[int]] = {}
    for place, runs in enumerate(said):
        for run in runs:
            where.setdefault(run, []).append(place)
    yield from where.values()


def _pairs(places: list[int]) -> Iterator[tuple[int, int]]:
    for later, other in enumerate(places):
        for one in places[:later]:
            yield one, other


def _likeness(one: Draft, other: Draft, share: Fraction) -> Likeness:
    tell = tuple(dict.fromkeys((*one.initiators, *other.initiators)))
    return Likeness(one.name, other.name, share, tell)
