"""Conditions as JSON data: the grammar read, with the path of whatever is wrong, and written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from deliberate.errors import InputError, RequirementError
from deliberate.identity import DEEPEST
from deliberate.quantities import Amount, exact
from deliberate.requirement.conditions import All, AnyOf, Comparison, Condition, Not, Share
from deliberate.requirement.expressions import Constant, Expression, Product, Sum, Tally
from deliberate.requirement.statuses import STANCES, Stance

Parameters = Mapping[str, object]


class Reader:
    """Reads nodes; knows what ``{"parameter": name}`` stands for.

    Raises
    ------
    RequirementError
        With the path of the node: an unknown key, status or parameter, a number that is none, nesting past 64.
    """

    def __init__(self, parameters: Parameters) -> None:
        self._parameters = parameters

    def condition(self, data: object, where: str, depth: int = 0) -> Condition:
        """The condition that a node says."""
        key, body, where = _node(data, where, depth)
        match key:
            case ">" | ">=":
                left, right = (self.expression(part, at, depth + 1) for part, at in _list(body, where, exactly=2))
                return Comparison(left, right, strict=key == ">")
            case "all":
                return All(tuple(self.condition(part, at, depth + 1) for part, at in _list(body, where)))
            case "any":
                return AnyOf(tuple(self.condition(part, at, depth + 1) for part, at in _list(body, where)))
            case "not":
                return Not(self.condition(body, where, depth + 1))
            case "share":
                return self._share(body, where, depth)
        raise RequirementError("unknown-node", where=where, key=key, known=(">", ">=", "all", "any", "not", "share"))

    def _share(self, body: object, where: str, depth: int) -> Share:
        if not isinstance(body, Mapping) or not {"of", "part", "is"} <= set(body) <= {"of", "part", "is", "strict"}:
            raise RequirementError("bad-node", where=where, found="share needs of, part, is and may have strict")
        strict = self._value(body.get("strict", False))
        if not isinstance(strict, bool):
            raise RequirementError("bad-node", where=f"{where}.strict", found=repr(strict)[:40])
        return Share(
            part=self.expression(body["part"], f"{where}.part", depth + 1),
            of=self.expression(body["of"], f"{where}.of", depth + 1),
            share=self._number(body["is"], f"{where}.is"),
            strict=strict,
        )

    def expression(self, data: object, where: str, depth: int = 0) -> Expression:
        """The expression that a node says."""
        value = self._value(data)
        if not isinstance(value, Mapping):
            return Constant(self._number(value, where))
        key, body, where = _node(value, where, depth)
        match key:
            case "tally":
                return self._tally(body, where)
            case "+":
                return Sum(tuple(self.expression(part, at, depth + 1) for part, at in _list(body, where)))
            case "*":
                return Product(tuple(self.expression(part, at, depth + 1) for part, at in _list(body, where)))
            case "parameter":
                raise RequirementError(
                    "unknown-parameter", where=where, parameter=str(body), known=tuple(self._parameters)
                )
        raise RequirementError("unknown-node", where=where, key=key, known=("tally", "+", "*", "parameter"))

    def _tally(self, body: object, where: str) -> Tally:
        (measure, _), (stances, at) = _list(body, where, exactly=2)
        if not isinstance(measure, str):
            raise RequirementError("bad-node", where=where, found=repr(measure)[:40])
        stances = self._value(stances)
        if stances == "roll":
            return Tally(measure, frozenset(STANCES))
        known = [_stance(stance, where) for stance, where in _list(stances, at)]
        return Tally(measure, frozenset(known))

    def _value(self, data: object) -> object:
        match data:
            case {"parameter": str(name)} if name in self._parameters:
                return self._parameters[name]
        return data

    def _number(self, data: object, where: str) -> Amount:
        try:
            return exact(self._value(data), where=where)
        except InputError as error:
            raise RequirementError(error.code, where=where, **error.fields) from None


def _node(data: object, where: str, depth: int) -> tuple[str, object, str]:
    if depth > DEEPEST:
        raise RequirementError("too-deep", where=_short(where), most=DEEPEST)
    if not isinstance(data, Mapping) or len(data) != 1:
        raise RequirementError("bad-node", where=where, found=repr(data)[:40])
    [(key, body)] = data.items()
    return str(key), body, f"{where}.{key}"


def _short(path: str) -> str:
    return path if len(path) <= 80 else f"{path[:60]}..."


def _list(body: object, where: str, exactly: int | None = None) -> list[tuple[object, str]]:
    if not isinstance(body, list | tuple) or (exactly is not None and len(body) != exactly):
        raise RequirementError("bad-node", where=where, found=repr(body)[:40])
    return [(part, f"{where}[{place}]") for place, part in enumerate(body)]


def _stance(stance: object, where: str) -> Stance:
    if stance not in STANCES:
        raise RequirementError("unknown-status", where=where, status=str(stance), known=tuple(map(str, STANCES)))
    return Stance(str(stance))


def written(condition: Condition) -> dict[str, object]:
    """Write a condition in the grammar that :class:`Reader` reads."""
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
    assert_never(expression)
