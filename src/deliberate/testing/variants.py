"""Every rule of the menu with every combination of the words that its parameters take."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product
from typing import cast

import attrs

from deliberate.decision.menu import classes
from deliberate.decision.rule import AnyRule


def variants() -> Iterator[AnyRule]:
    """Every rule's values that differ by a word, such as ``IRV(elimination="batch")``.

    Examples
    --------
    >>> from deliberate.decision.rules.ranked.irv import IRV
    >>> IRV() in set(variants())
    True
    """
    for one in classes().values():
        words = _words(cast("type[attrs.AttrsInstance]", one))
        for chosen in product(*words.values()):
            yield one(**dict(zip(words, chosen, strict=True)))


def variant_name(rule: AnyRule) -> str:
    """The rule's name and the words that make this value another than the default."""
    kind = cast("type[attrs.AttrsInstance]", type(rule))
    defaults = {field.name: field.default for field in attrs.fields(kind)}
    given = {name: getattr(rule, name) for name in _words(kind)}
    return ",".join([rule.name, *(str(word) for name, word in given.items() if word != defaults[name])])


def _words(kind: type[attrs.AttrsInstance]) -> Mapping[str, tuple[str, ...]]:
    """The allowed words of each parameter that takes words: what ``attrs.validators.in_`` was given."""
    allowed = {field.name: getattr(field.validator, "options", None) for field in attrs.fields(kind)}
    return {name: tuple(words) for name, words in allowed.items() if words is not None}
