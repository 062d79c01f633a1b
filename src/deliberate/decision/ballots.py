"""What a person hands in: a stance, a set, a ranking, or scores."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import field, frozen

from deliberate.records.kinds import kind
from deliberate.requirement.statuses import Stance


def _levels(levels: Iterable[str | Iterable[str]]) -> tuple[tuple[str, ...], ...]:
    return tuple((level,) if isinstance(level, str) else tuple(sorted(level)) for level in levels)


def _set(options: Iterable[str]) -> frozenset[str]:
    return frozenset(options)


def _sorted(scores: Iterable[tuple[str, int]]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(scores))


@kind
@frozen
class Answer:
    """A stance 表态 on one proposal: yes, no, abstain, objection (with a reason), stand aside.

    Examples
    --------
    >>> Answer("OBJECTION", reason="The station stands beside the kindergarten.").stance
    <Stance.OBJECTION: 'OBJECTION'>
    """

    stance: Stance = field(converter=Stance)
    reason: str = ""


@kind
@frozen
class Approval:
    """A set of options that one finds acceptable 认可."""

    options: frozenset[str] = field(converter=_set)


@kind
@frozen
class Ranking:
    """Options from best to worst 排序, in levels; options of one level are ranked equal.

    Options that stand nowhere are unranked; an empty level is a rank that was skipped.

    Examples
    --------
    >>> Ranking(("lamps", ("bins", "benches"))).levels
    (('lamps',), ('benches', 'bins'))
    """

    levels: tuple[tuple[str, ...], ...] = field(converter=_levels)


@kind
@frozen
class Scores:
    """A whole number of points for each option scored 评分."""

    scores: tuple[tuple[str, int], ...] = field(converter=_sorted)
