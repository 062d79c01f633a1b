"""``--set key=value`` as the parameters of a rule."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

import attrs

from deliberate.decision.menu import classes, rule
from deliberate.errors import InputError, RuleError
from deliberate.quantities import exact, whole

if TYPE_CHECKING:
    from deliberate.decision.rule import AnyRule

_TRUTH = {"true": True, "false": False}


def rule_of(name: str, settings: Sequence[str]) -> AnyRule:
    """The rule of this name with these settings, each value read as the rule's field wants it.

    Parameters
    ----------
    name
        As on the menu.
    settings
        Each ``key=value``; the key with hyphens or underscores.

    Raises
    ------
    InputError
        ``bad-setting``, ``unknown-rule``, ``unknown-parameter``, ``bad-parameter``.

    Examples
    --------
    >>> rule_of("irv", ["elimination=batch"])
    IRV(overvote='exhaust', elimination='batch')
    """
    pairs: dict[str, str] = {}
    for setting in settings:
        key, equals, value = setting.partition("=")
        if not (key and equals):
            raise InputError("bad-setting", where="--set", setting=setting)
        pairs[key.replace("-", "_")] = value
    if name not in classes():
        return rule(name)
    kinds = _kinds(name)
    return rule(name, **{key: _value(name, key, value, kinds.get(key, set())) for key, value in pairs.items()})


def _kinds(name: str) -> dict[str, set[str]]:
    """The words of each field's type, which is text here: ``{"int", "None"}``."""
    known = attrs.fields(cast("type[attrs.AttrsInstance]", classes()[name]))
    return {each.name: set(re.findall(r"\w+", getattr(each.type, "__name__", str(each.type)))) for each in known}


def _value(rule: str, key: str, value: str, kinds: set[str]) -> object:
    if "bool" in kinds:
        if value not in _TRUTH:
            raise RuleError("bad-parameter", where=rule, parameter=key, value=value, known=tuple(_TRUTH))
        return _TRUTH[value]
    if "int" in kinds:
        return whole(value, where=f"--set {key}")
    if kinds & {"Fraction", "Amount"}:
        return exact(value, where=f"--set {key}")
    return value
