"""The focal issue 焦点问题: what many raise, what touches many groups, what the residents can solve by themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from itertools import groupby

import attrs
from attrs import field, frozen

from deliberate.assembly.issues.issue import IssueList
from deliberate.community.group import Group
from deliberate.community.party import Standing
from deliberate.community.roll import Roll
from deliberate.errors import InputError
from deliberate.quantities import Amount, exact
from deliberate.records.kinds import fields, kind
from deliberate.words import say, show

PLACES = 4


def _chance(given: object) -> Amount | None:
    if given is None:
        return None
    chance = exact(given, where="chance")
    if not 0 <= chance <= 1:
        raise InputError("bad-parameter", where="chance", parameter="chance", value=str(given), known=("0–1",))
    return chance


@kind
@frozen
class FocusScore:
    """How good a point of entry an issue is, factor by factor.

    Attributes
    ----------
    raisers
        How many people raised it.
    roll
        How many could have.
    touched
        How many groups have somebody among the raisers.
    groups
        How many groups there are.
    chance
        How likely the residents solve it with their own means, from 0 to 1; None where nobody has said.

    Examples
    --------
    >>> dog = FocusScore("dog", raisers=62, roll=420, touched=4, groups=5, chance=".8")
    >>> print(dog.score, dog.explain("en"))
    248/2625 “dog”: raised by 62 of 420, touches 4 of 5 groups, solvable by own means 0.8; together about 0.0945.
    """

    issue: str
    raisers: int
    roll: int
    touched: int
    groups: int
    chance: Amount | None = field(default=None, converter=_chance)

    @property
    def salience(self) -> Fraction | None:
        """Raisers as a share of the roll; None where the roll is empty."""
        return Fraction(self.raisers, self.roll) if self.roll else None

    @property
    def reach(self) -> Fraction | None:
        """Groups touched as a share of all groups; None where there are none."""
        return Fraction(self.touched, self.groups) if self.groups else None

    @property
    def score(self) -> Fraction | None:
        """The product of the three factors; None where one of them is not known."""
        if self.salience is None or self.reach is None or self.chance is None:
            return None
        return self.salience * self.reach * self.chance

    def explain(self, lang: str = "en") -> str:
        """The score in words, every factor shown."""
        if self.score is None:
            return say("FocusScore.none", fields(self), lang)
        near = Fraction(round(self.score * 10**PLACES), 10**PLACES)
        told = {**fields(self), "score": f"{self.score}", "near": show(near, lang)}
        return say("FocusScore" if near != self.score else "FocusScore.exact", told, lang)


@kind
@frozen
class Focus:
    """The issues by their score, the best point of entry first.

    Attributes
    ----------
    scores
        Those that have a score, the highest first; level ones in the order of the list.
    unscored
        Those of which a factor is not known: never an invented number.
    """

    scores: tuple[FocusScore, ...]
    unscored: tuple[FocusScore, ...] = ()

    @classmethod
    def of(cls, scores: Iterable[FocusScore]) -> Focus:
        """Rank scores."""
        given = tuple(scores)
        ranked = sorted((each for each in given if each.score is not None), key=lambda each: -(each.score or 0))
        return cls(tuple(ranked), tuple(each for each in given if each.score is None))

    @property
    def ranking(self) -> tuple[tuple[str, ...], ...]:
        """The issues, level ones together."""
        level = groupby(self.scores, key=lambda each: each.score)
        return tuple(tuple(each.issue for each in scores) for _, scores in level)

    @property
    def ties(self) -> tuple[tuple[str, ...], ...]:
        """The issues that no score tells apart; which of them comes first is for people to say."""
        return tuple(level for level in self.ranking if len(level) > 1)

    def explain(self, lang: str = "en") -> str:
        """The ranking in words, ties told."""
        return "\n".join(self.lines(lang))

    def lines(self, lang: str) -> Iterator[str]:
        """The sentences of :meth:`explain`."""
        for each in (*self.scores, *self.unscored):
            yield each.explain(lang)
        for level in self.ties:
            yield say("focus.tie", {"issues": level}, lang)


def focus(issues: IssueList, roll: Roll, groups: Iterable[Group], chances: Mapping[str, object]) -> Focus:
    """Rank the standing issues by salience, reach and solvability.

    Parameters
    ----------
    issues
        The list.
    roll
        Whoever may raise. Companions are heard, too, but neither make an issue salient nor stand in the base.
    groups
        The groups that the community counts; one is touched where a member of it is among the raisers.
    chances
        For each issue how likely the residents solve it with their own means, exact, from 0 to 1: a judgement of
        people, put on record here.

    Raises
    ------
    InputError
        ``bad-parameter`` (a chance that is none), ``not-a-number``.

    Notes
    -----
    Cost O(issues + raisings + members of the groups).
    """
    residents = {line.member.id for line in roll.lines if line.member.standing is not Standing.COMPANION}
    members: dict[str, list[int]] = {}
    given = tuple(groups)
    for place, group in enumerate(given):
        for member in group.members:
            members.setdefault(member, []).append(place)
    raised: dict[str, set[str]] = {issue: set() for issue in issues.standing}
    for issue, raisings in issues.raisings.items():
        raised[issues.root(issue)].update(residents.intersection(raisings))
    blank = FocusScore("", 0, len(residents), 0, len(given))
    return Focus.of(
        attrs.evolve(
            blank,
            issue=issue,
            raisers=len(raisers),
            touched=len({place for member in raisers for place in members.get(member, ())}),
            chance=chances.get(issue),
        )
        for issue, raisers in raised.items()
    )
