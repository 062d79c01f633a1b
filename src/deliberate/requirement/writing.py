"""Conditions as JSON data written, in the grammar that is read."""

from __future__ import annotations

from typing import assert_never

from deliberate.requirement.conditions import All, AnyOf, AtLeast, Comparison, Condition, Grouped, Not, Share
from deliberate.requirement.curves import Curve, Reciprocal
from deliberate.requirement.expressions import Constant, Expression, Floor, Product, Sum, Tally
from deliberate.requirement.statuses import STANCES


def written(condition: Condition) -> dict[str, object]:
    """Write a condition so that :class:`~deliberate.requirement.grammar.Reader` reads the same one."""
    match condition:
        case Comparison():
            return {">" if condition.strict else ">=": [_expression(condition.left), _expression(condition.right)]}
        case Share():
            share: dict[str, object] = {"of": _expression(condition.of), "part": _expression(condition.part)}
            return {"share": share | {"is": str(condition.share), "strict": condition.strict}}
        case All():
            return {"all": [written(part) for part in condition.parts]}
        case AnyOf():
            return {"any": [written(part) for part in condition.parts]}
        case Not():
            return {"not": written(condition.part)}
        case AtLeast():
            return {"at_least": [condition.k, *(written(part) for part in condition.parts)]}
        case Grouped():
            groups: dict[str, object] = {"by": condition.by, "inner": written(condition.inner)}
            weights = {"weights": dict(condition.weights)} if condition.weights else {}
            return {"grouped": groups | weights | {"then": written(condition.then)}}
    assert_never(condition)


def _expression(expression: Expression) -> object:
    match expression:
        case Constant():
            return str(expression.value)
        case Tally():
            stances = "roll" if expression.is_roll else [str(s) for s in STANCES if s in expression.stances]
            return {"tally": [expression.measure, stances]}
        case Sum():
            return {"+": [_expression(part) for part in expression.parts]}
        case Product():
            return {"*": [_expression(part) for part in expression.parts]}
        case Floor():
            return {"floor": _expression(expression.part)}
        case Curve():
            return {"curve": [[str(t), str(value)] for t, value in expression.points]}
        case Reciprocal(factor, x_offset, y_offset):
            return {"reciprocal": {"factor": str(factor), "x_offset": str(x_offset), "y_offset": str(y_offset)}}
    assert_never(expression)
