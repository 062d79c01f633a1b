"""What a condition compares: constants, tallies, sums and products, all exact."""

from __future__ import annotations

from math import prod
from typing import assert_never

from attrs import field, frozen

from deliberate.quantities import Amount, exact
from deliberate.records.kinds import kind
from deliberate.requirement.statuses import STANCES, Stance
from deliberate.requirement.tallies import Tallies


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


Expression = Constant | Tally | Sum | Product


def value(expression: Expression, tallies: Tallies) -> Amount:
    """The exact number that an expression gives on these tallies."""
    match expression:
        case Constant():
            return expression.value
        case Tally():
            return tallies.count(expression.measure, *expression.stances)
        case Sum():
            return sum((value(part, tallies) for part in expression.parts), start=0)
        case Product():
            return prod((value(part, tallies) for part in expression.parts), start=1)
    assert_never(expression)


def tallies_of(expression: Expression) -> frozenset[Tally]:
    """The tallies that an expression reads."""
    match expression:
        case Constant():
            return frozenset()
        case Tally():
            return frozenset({expression})
        case Sum() | Product():
            return frozenset().union(*(tallies_of(part) for part in expression.parts))
    assert_never(expression)


def measures_of(expression: Expression) -> frozenset[str]:
    """The measures that an expression reads."""
    return frozenset(tally.measure for tally in tallies_of(expression))
