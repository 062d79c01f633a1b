"""Which issues may be the same: proposed by the runs of words that they share, never merged by itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from fractions import Fraction
from itertools import combinations
from math import ceil

from attrs import frozen

from deliberate.assembly.issues.issue import IssueList
from deliberate.assembly.shingles import shingles
from deliberate.records.kinds import fields
from deliberate.words import say

HALF = Fraction(1, 2)


@frozen
class Alike:
    """Two texts that may say the same.

    Attributes
    ----------
    shared
        How many shingles both have.
    of
        How many shingles there are in the two together.
    """

    one: str
    other: str
    shared: int
    of: int

    @property
    def likeness(self) -> Fraction:
        """The first as a share of the second (Jaccard)."""
        return Fraction(self.shared, self.of)

    def explain(self, lang: str = "en") -> str:
        """The proposal in words."""
        return say("Alike", fields(self), lang)


def alike(texts: Mapping[str, str], at_least: Fraction = HALF) -> tuple[Alike, ...]:
    """The pairs of texts that share enough of their shingles, the most alike first.

    Parameters
    ----------
    texts
        Each text under its name. A text without any word is like no other.
    at_least
        The likeness from which a pair is proposed, more than 0; the figure itself is included.

    Notes
    -----
    Who shares a half of their shingles also shares one of the rarest of each, a half and one; only texts that do are
    compared. Cost O(all shingles + pairs compared), at worst every pair.

    References
    ----------
    R. J. Bayardo, Y. Ma and R. Srikant, "Scaling up all pairs similarity search", 2007, doi:10.1145/1242572.1242591.

    Examples
    --------
    >>> [pair] = alike({"a": "小区里的狗粪", "b": "小区里的狗粪多", "c": "路灯不亮"})
    >>> (pair.one, pair.other), pair.likeness
    (('a', 'b'), Fraction(4, 5))
    """
    cut = {name: shingles(text) for name, text in texts.items()}
    places = {name: place for place, name in enumerate(cut)}
    pairs = (
        Alike(one, other, shared := len(cut[one] & cut[other]), len(cut[one]) + len(cut[other]) - shared)
        for one, other in _worth_comparing(cut, at_least)
    )
    enough = [pair for pair in pairs if pair.likeness >= at_least]
    return tuple(sorted(enough, key=lambda pair: (-pair.likeness, places[pair.one], places[pair.other])))


def _worth_comparing(cut: Mapping[str, frozenset[str]], at_least: Fraction) -> set[tuple[str, str]]:
    spread = Counter(shingle for each in cut.values() for shingle in each)
    holders: dict[str, list[str]] = {}
    for name, each in cut.items():
        rarest = sorted(each, key=lambda shingle: (spread[shingle], shingle))
        for shingle in rarest[: len(rarest) - ceil(at_least * len(rarest)) + 1]:
            holders.setdefault(shingle, []).append(name)
    return {pair for found in holders.values() for pair in combinations(found, 2)}


def duplicates(issues: IssueList, at_least: Fraction = HALF) -> tuple[Alike, ...]:
    """The standing issues that may be the same, by title and text; somebody merges them or leaves them."""
    texts = {issue: f"{issue} {issues.issues[issue].text}" for issue in issues.standing}
    return alike(texts, at_least)
