"""Steps and parameters as the JSON of the command line: exact numbers are text, places are numbers."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import TypeGuard, cast

import attrs

from deliberate.records.convert import to_dict
from deliberate.records.kinds import Step, fields
from deliberate.requirement.ruling import Requirement, Ruling

# Numbers that say where, not how many.
_PLACES = {"round"}
_Pairs = tuple[tuple[str, int | Fraction], ...]


def step_data(step: Step) -> dict[str, object]:
    """One step of a trace: its kind under ``step``, then its fields; those that are None are left out.

    Examples
    --------
    >>> from deliberate.decision.steps import Tallied
    >>> step_data(Tallied((("lamps", 3), ("bins", 2)), round=1))
    {'step': 'Tallied', 'tallies': {'lamps': '3', 'bins': '2'}, 'measure': 'votes', 'round': 1}
    """
    told = {name: _plain(name, value) for name, value in fields(step).items() if value is not None}
    return {"step": type(step).__name__, **told}


def parameters(rule: object) -> dict[str, object]:
    """The parameters of a rule's value, those of a pack's requirement by the pack's id.

    Examples
    --------
    >>> from deliberate.decision.menu import rule
    >>> parameters(rule("irv", elimination="batch"))
    {'overvote': 'exhaust', 'elimination': 'batch'}
    """
    return {name: parameter(value) for name, value in fields(cast("attrs.AttrsInstance", rule)).items()}


def parameter(value: object) -> object:
    """One parameter's value."""
    match value:
        case Requirement():
            return _requirement(value)
        case None | bool() | int():
            return value
        case Fraction():
            return str(value)
    return _plain("", value)


def _requirement(value: Requirement) -> object:
    from deliberate.requirement.packs import packs

    pack = packs().get(value.name)
    return value.name if pack is not None and pack.requirement() == value else value.to_json()


def _plain(name: str, value: object) -> object:
    match value:
        case int() if not isinstance(value, bool) and name in _PLACES:
            return value
        case int() | Fraction() if not isinstance(value, bool):
            return str(value)
        case str():
            return str(value)
        case Ruling():
            return value.tree()
        case Mapping():
            return {str(key): _plain("", each) for key, each in value.items()}
        case tuple() if _is_pairs(value) and (value or name == "tallies"):
            return {key: str(amount) for key, amount in value}
        case tuple() | list():
            return [_plain(name, each) for each in value]
        case frozenset():
            return sorted(str(each) for each in value)
    return to_dict(value) if attrs.has(type(value)) else value


def _is_pairs(value: tuple[object, ...]) -> TypeGuard[_Pairs]:
    for each in value:
        match each:
            case (str(), int() | Fraction()):
                continue
        return False
    return True
