"""Comparisons and combinations of them: what a quorum or a threshold asks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import assert_never

from attrs import evolve, field, frozen

from deliberate.errors import RequirementError
from deliberate.quantities import Amount, exact
from deliberate.records.kinds import kind
from deliberate.requirement.expressions import Expression, Tally, within

# What the groups of a divided electorate say, a unit for each weight: YES where its own condition holds, else NO.
UNIT = "unit"


@kind
@frozen
class Comparison:
    """Left reaches right: more than it where strict, at least it where not."""

    left: Expression
    right: Expression
    strict: bool


def _fraction(given: Amount | str) -> Fraction:
    return Fraction(exact(given))


@kind
@frozen
class Share:
    """A part reaches a share of a base; never where the base is nothing.

    Attributes
    ----------
    share
        Exact, such as 2/3.
    strict
        过半数 is strict; 以上 includes the figure.
    """

    part: Expression
    of: Expression
    share: Fraction = field(converter=_fraction)
    strict: bool = False


@kind
@frozen
class All:
    """Every part holds; an empty one holds."""

    parts: tuple[Condition, ...]


@kind
@frozen
class AnyOf:
    """At least one part holds; an empty one does not."""

    parts: tuple[Condition, ...]


@kind
@frozen
class Not:
    """The part does not hold."""

    part: Condition


@kind
@frozen
class AtLeast:
    """At least so many of the parts hold."""

    k: int
    parts: tuple[Condition, ...]

    def __attrs_post_init__(self) -> None:
        if not 0 <= self.k <= len(self.parts):
            raise RequirementError("bad-at-least", k=self.k, parts=len(self.parts))


def _weights(given: Mapping[str, int] | tuple[tuple[str, int], ...]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(given.items() if isinstance(given, Mapping) else given))


@kind
@frozen
class Grouped:
    """Each group of the electorate says yes or no by itself; then the groups are counted.

    Attributes
    ----------
    by
        How the electorate is divided: ``building``, ``canton``, ...
    inner
        Judged on each group's own tallies. A tied or an empty group says NO.
    then
        Judged on the measure ``unit`` (YES and NO by the weights of the groups) beside the outer tallies.
    weights
        Whole, not negative, by group; 1 where none is given. Half units: double every weight.

    Raises
    ------
    RequirementError
        ``bad-unit-weight``; ``grouped-twice`` where the inner condition divides the group again.
    """

    by: str
    inner: Condition
    then: Condition
    weights: tuple[tuple[str, int], ...] = field(default=(), converter=_weights)

    def __attrs_post_init__(self) -> None:
        for group, weight in self.weights:
            if weight < 0:
                raise RequirementError("bad-unit-weight", group=group, weight=weight)
        if any(isinstance(part, Grouped) for part in parts_in(self.inner)):
            raise RequirementError("grouped-twice", by=self.by)

    def weight(self, group: str) -> int:
        """What a group counts."""
        return dict(self.weights).get(group, 1)


Condition = Comparison | Share | All | AnyOf | Not | AtLeast | Grouped


def parts_in(condition: Condition) -> Iterator[Condition]:
    """The condition and all that it is made of, what it asks of groups included."""
    yield condition
    match condition:
        case Comparison() | Share():
            return
        case All() | AnyOf() | AtLeast():
            parts = condition.parts
        case Not():
            parts = (condition.part,)
        case Grouped():
            parts = (condition.inner, condition.then)
        case _:
            assert_never(condition)
    for part in parts:
        yield from parts_in(part)


def sides(condition: Comparison | Share) -> tuple[Expression, Expression]:
    """The two expressions that a leaf reads."""
    return (condition.left, condition.right) if isinstance(condition, Comparison) else (condition.part, condition.of)


def expressions_in(condition: Condition) -> Iterator[Expression]:
    """Every expression that a condition reads, with all that it is made of."""
    for part in parts_in(condition):
        if isinstance(part, Comparison | Share):
            for side in sides(part):
                yield from within(side)


def tallies_in(condition: Condition) -> frozenset[Tally]:
    """The tallies of the roll that a condition reads: what groups say as units is none of them."""
    read = frozenset(part for part in expressions_in(condition) if isinstance(part, Tally))
    if any(isinstance(part, Grouped) for part in parts_in(condition)):
        return frozenset(tally for tally in read if tally.measure != UNIT)
    return read


def measures_in(condition: Condition) -> frozenset[str]:
    """The measures of the roll that a condition reads."""
    return frozenset(tally.measure for tally in tallies_in(condition))


def restricted(condition: Condition, measure: str) -> Condition | None:
    """The condition with the parts that do not read a measure taken as met; None where that says nothing.

    Among several of which one is enough (``any``, ``at_least``) they stay as they are: taken as met they would
    be that one. What a measure still lacks can be told only where more YES never hurts, so not under ``not``; and
    not where it depends on which group the YES comes from.
    """
    if measure not in measures_in(condition):
        return All(())
    match condition:
        case Comparison() | Share():
            return condition
        case All():
            asked = tuple(restricted(part, measure) for part in condition.parts)
            known = tuple(part for part in asked if part is not None)
            return All(known) if len(known) == len(asked) else None
        case AnyOf() | AtLeast():
            others = (
                part if measure not in measures_in(part) else restricted(part, measure) for part in condition.parts
            )
            known = tuple(part for part in others if part is not None)
            return evolve(condition, parts=known) if len(known) == len(condition.parts) else None
        case Not() | Grouped():
            return None
    assert_never(condition)
