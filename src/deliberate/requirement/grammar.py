"""Conditions as JSON data read: the grammar, with the path of whatever is wrong."""

from __future__ import annotations

import reprlib
from collections.abc import Callable, Mapping
from typing import TypeVar

from deliberate.errors import InputError, RequirementError
from deliberate.identity import DEEPEST
from deliberate.quantities import Amount, exact, whole
from deliberate.requirement.conditions import All, AnyOf, AtLeast, Comparison, Condition, Grouped, Not, Share
from deliberate.requirement.curves import Curve, Reciprocal
from deliberate.requirement.expressions import Constant, Expression, Floor, Product, Sum, Tally
from deliberate.requirement.statuses import STANCES, Stance

Parameters = Mapping[str, object]
T = TypeVar("T")
CONDITIONS = (">", ">=", "all", "any", "not", "at_least", "share", "grouped")
EXPRESSIONS = ("tally", "+", "*", "floor", "curve", "reciprocal", "parameter")


class Reader:
    """Reads nodes; knows what ``{"parameter": name}`` stands for.

    Raises
    ------
    RequirementError
        With the path of the node: an unknown key, status or parameter, a number that is none, a curve out of order,
        nesting past 64.
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
                return All(self._conditions(_list(body, where), depth))
            case "any":
                return AnyOf(self._conditions(_list(body, where), depth))
            case "not":
                return Not(self.condition(body, where, depth + 1))
            case "at_least":
                return self._at_least(body, where, depth)
            case "share":
                return self._share(body, where, depth)
            case "grouped":
                return self._grouped(body, where, depth)
        raise RequirementError("unknown-node", where=where, key=key, known=CONDITIONS)

    def _conditions(self, parts: list[tuple[object, str]], depth: int) -> tuple[Condition, ...]:
        return tuple(self.condition(part, at, depth + 1) for part, at in parts)

    def _at_least(self, body: object, where: str, depth: int) -> AtLeast:
        entries = _list(body, where)
        if not entries:
            raise bad_node(where, body)
        (k, at), *parts = entries
        least = _whole(self._value(k), at)
        conditions = self._conditions(parts, depth)
        return _placed(where, lambda: AtLeast(least, conditions))

    def _share(self, body: object, where: str, depth: int) -> Share:
        given = fields(body, where, needs=("of", "part", "is"), may=("strict",))
        strict = self._value(given.get("strict", False))
        if not isinstance(strict, bool):
            raise bad_node(f"{where}.strict", strict)
        return Share(
            part=self.expression(given["part"], f"{where}.part", depth + 1),
            of=self.expression(given["of"], f"{where}.of", depth + 1),
            share=self._number(given["is"], f"{where}.is"),
            strict=strict,
        )

    def _grouped(self, body: object, where: str, depth: int) -> Grouped:
        given = fields(body, where, needs=("by", "inner", "then"), may=("weights",))
        by, weights = self._value(given["by"]), self._value(given.get("weights", {}))
        if not isinstance(by, str):
            raise bad_node(f"{where}.by", by)
        if not isinstance(weights, Mapping):
            raise bad_node(f"{where}.weights", weights)
        inner = self.condition(given["inner"], f"{where}.inner", depth + 1)
        then = self.condition(given["then"], f"{where}.then", depth + 1)
        units = {str(group): _whole(each, f"{where}.weights.{group}") for group, each in weights.items()}
        return _placed(where, lambda: Grouped(by, inner, then, units))

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
            case "floor":
                return Floor(self.expression(body, where, depth + 1))
            case "curve":
                return self._curve(body, where)
            case "reciprocal":
                given = fields(body, where, needs=("factor", "x_offset", "y_offset"))
                return Reciprocal(**{name: self._number(each, f"{where}.{name}") for name, each in given.items()})
            case "parameter":
                known = tuple(self._parameters)
                raise RequirementError("unknown-parameter", where=where, parameter=str(body), known=known)
        raise RequirementError("unknown-node", where=where, key=key, known=EXPRESSIONS)

    def _tally(self, body: object, where: str) -> Tally:
        (measure, _), (stances, at) = _list(body, where, exactly=2)
        measure, stances = self._value(measure), self._value(stances)
        if not isinstance(measure, str):
            raise bad_node(where, measure)
        if stances == "roll":
            return Tally(measure, frozenset(STANCES))
        return Tally(measure, frozenset(_stance(stance, at) for stance, at in _list(stances, at)))

    def _curve(self, body: object, where: str) -> Curve:
        points = []
        for pair, at in _list(self._value(body), where):
            t, value = _list(self._value(pair), at, exactly=2)
            points.append((self._number(*t), self._number(*value)))
        return _placed(where, lambda: Curve(points))

    def _value(self, data: object) -> object:
        match data:
            case {"parameter": str(name)} if name in self._parameters:
                return self._parameters[name]
        return data

    def _number(self, data: object, where: str) -> Amount:
        return _placed(where, lambda: exact(self._value(data)))


def _placed(where: str, make: Callable[[], T]) -> T:
    """What is made, or its refusal with the path of the node."""
    try:
        return make()
    except InputError as error:
        raise RequirementError(error.code, where=f"{where}{error.where}", **error.fields) from None


def _whole(given: object, where: str) -> int:
    return _placed(where, lambda: whole(given))


def bad_node(where: str, found: object) -> RequirementError:
    """A node that is not of the shape that stands here; what was found is told short, however deep it is."""
    return RequirementError("bad-node", where=where, found=reprlib.repr(found)[:60])


def _node(data: object, where: str, depth: int) -> tuple[str, object, str]:
    if depth > DEEPEST:
        raise RequirementError("too-deep", where=_short(where), most=DEEPEST)
    if not isinstance(data, Mapping) or len(data) != 1:
        raise bad_node(where, data)
    [(key, body)] = data.items()
    return str(key), body, f"{where}.{key}"


def _short(path: str) -> str:
    return path if len(path) <= 80 else f"{path[:60]}..."


def _list(body: object, where: str, exactly: int | None = None) -> list[tuple[object, str]]:
    if not isinstance(body, list | tuple) or (exactly is not None and len(body) != exactly):
        raise bad_node(where, body)
    return [(part, f"{where}[{place}]") for place, part in enumerate(body)]


def fields(body: object, where: str, needs: tuple[str, ...], may: tuple[str, ...] = ()) -> Mapping[str, object]:
    """An object with these keys and no others."""
    if not isinstance(body, Mapping):
        raise bad_node(where, body)
    for key in needs:
        if key not in body:
            raise RequirementError("missing-key", where=where, key=key)
    for key in body:
        if key not in (*needs, *may):
            raise RequirementError("unknown-key", where=where, key=str(key), known=(*needs, *may))
    return body


def _stance(stance: object, where: str) -> Stance:
    if stance not in STANCES:
        raise RequirementError("unknown-status", where=where, status=str(stance)[:40], known=tuple(map(str, STANCES)))
    return Stance(str(stance))
