"""What a condition compares: constants, tallies, sums and products, all exact."""

from __future__ import annotations

from collections.abc import Iterator
from math import floor, prod
from typing import assert_never

from attrs import field, frozen

from deliberate.errors import RequirementError
from deliberate.quantities import Amount, exact
from deliberate.records.kinds import kind
from deliberate.requirement.curves import Curve, Reciprocal
from deliberate.requirement.facts import Facts
from deliberate.requirement.statuses import STANCES, Stance


@kind
@frozen
class Constant:
    """A fixed number."""

    value: Amount = field(converter=exact)


@kind
@frozen
class Tally:
    """The sum of one measure over an explicit set of stances.

    Attributes
    ----------
    measure
        ``head``, ``area`` (0.01 m2), ...
    stances
        Which stances are in the base; all of them is the roll.
    """

    measure: str
    stances: frozenset[Stance]

    @property
    def is_roll(self) -> bool:
        """Whether everybody entitled is counted."""
        return self.stances == frozenset(STANCES)


@kind
@frozen
class Sum:
    """The sum of its parts."""

    parts: tuple[Expression, ...]


@kind
@frozen
class Product:
    """The product of its parts."""

    parts: tuple[Expression, ...]


@kind
@frozen
class Floor:
    """The part rounded down to a whole number, where a system rounds its quorum so."""

    part: Expression


Expression = Constant | Tally | Sum | Product | Floor | Curve | Reciprocal


def value(expression: Expression, facts: Facts) -> Amount:
    """The exact number that an expression gives on these facts.

    Raises
    ------
    RequirementError
        ``unknown-measure``, ``no-moment`` where a curve has no ``t``.
    """
    match expression:
        case Constant():
            return expression.value
        case Tally():
            return facts.tallies.count(expression.measure, *expression.stances)
        case Sum():
            return sum((value(part, facts) for part in expression.parts), start=0)
        case Product():
            return prod((value(part, facts) for part in expression.parts), start=1)
        case Floor():
            return floor(value(expression.part, facts))
        case Curve() | Reciprocal():
            if facts.t is None:
                raise RequirementError("no-moment")
            return expression.at(facts.t)
    assert_never(expression)


def parts_of(expression: Expression) -> tuple[Expression, ...]:
    """What an expression is made of, one level down."""
    match expression:
        case Sum() | Product():
            return expression.parts
        case Floor():
            return (expression.part,)
        case Constant() | Tally() | Curve() | Reciprocal():
            return ()
    assert_never(expression)


def within(expression: Expression) -> Iterator[Expression]:
    """The expression and all that it is made of."""
    yield expression
    for part in parts_of(expression):
        yield from within(part)


def tallies_of(expression: Expression) -> frozenset[Tally]:
    """The tallies that an expression reads."""
    return frozenset(part for part in within(expression) if isinstance(part, Tally))


def measures_of(expression: Expression) -> frozenset[str]:
    """The measures that an expression reads."""
    return frozenset(tally.measure for tally in tallies_of(expression))
