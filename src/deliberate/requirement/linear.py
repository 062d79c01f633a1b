"""A leaf as a straight line: what its margin gains when one unit takes another stance."""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from attrs import frozen

from deliberate.quantities import Amount
from deliberate.requirement.conditions import Comparison, Share, sides
from deliberate.requirement.curves import Curve, Reciprocal
from deliberate.requirement.expressions import Constant, Expression, Floor, Product, Sum, Tally, value
from deliberate.requirement.facts import Facts
from deliberate.requirement.statuses import Stance

Slot = tuple[str, Stance]


@frozen
class Line:
    """A constant and a slope for each measure and stance.

    The roll is a constant: whoever takes another stance stays on it.
    """

    constant: Amount
    slopes: Mapping[Slot, Amount]

    def slope(self, measure: str, stance: Stance) -> Amount:
        """What one unit of a measure adds with this stance."""
        return self.slopes.get((measure, stance), 0)

    def plus(self, other: Line, times: Amount = 1) -> Line:
        """The sum of this line and a multiple of another."""
        slots = {**self.slopes, **other.slopes}
        slopes = {slot: self.slopes.get(slot, 0) + times * other.slopes.get(slot, 0) for slot in slots}
        return Line(self.constant + times * other.constant, slopes)


def margin(leaf: Comparison | Share, facts: Facts) -> Line | None:
    """Left minus right as a line; None where it is curved."""
    left, right = (line(side, facts) for side in sides(leaf))
    share = leaf.share if isinstance(leaf, Share) else 1
    return left.plus(right, -share) if left is not None and right is not None else None


def line(expression: Expression, facts: Facts) -> Line | None:
    """The expression as a line; None where it is curved."""
    match expression:
        case Constant() | Curve() | Reciprocal():
            return Line(value(expression, facts), {})
        case Tally():
            if expression.is_roll:
                return Line(value(expression, facts), {})
            return Line(0, {(expression.measure, stance): 1 for stance in expression.stances})
        case Sum():
            total = Line(0, {})
            for part in expression.parts:
                one = line(part, facts)
                if one is None:
                    return None
                total = total.plus(one)
            return total
        case Product():
            return _product(expression, facts)
        case Floor():
            one = line(expression.part, facts)
            return Line(value(expression, facts), {}) if one is not None and not one.slopes else None
    assert_never(expression)


def _product(expression: Product, facts: Facts) -> Line | None:
    whole = Line(1, {})
    for part in expression.parts:
        one = line(part, facts)
        if one is None or (whole.slopes and one.slopes):
            return None
        straight, factor = (one, whole.constant) if one.slopes else (whole, one.constant)
        whole = Line(0, {}).plus(straight, factor)
    return whole
