"""What a procedure is given and what it answers, read off its class: parameters and acts as rows of a table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from inspect import cleandoc
from typing import get_type_hints

import attrs

from deliberate.assembly.procedure import Procedure
from deliberate.assembly.talk.forms import FORMS
from deliberate.assembly.together import Together
from deliberate.words import term

ROOM = "deliberate.assembly."
_FORMS = {form.name: form for form in FORMS}


def parameters(kind: type, lang: str, path: str = "") -> Iterator[tuple[str, ...]]:
    """Name, type and default of each parameter, and in English what it is; those of its terms after it."""
    types, told = get_type_hints(kind), _told(kind)
    # As it is written: whoever has read a record from JSON has put the types in place of their names.
    written = {
        name: said for one in reversed(kind.__mro__) for name, said in vars(one).get("__annotations__", {}).items()
    }
    for each in attrs.fields(kind):
        found, given = types[each.name], str(written[each.name]).replace("|", "\\|")
        ours = isinstance(found, type) and attrs.has(found) and found.__module__.startswith(ROOM)
        said = (told.get(each.name) or (_first(found) if ours else ""),) if lang == "en" else ()
        yield (f"`{path}{each.name}`", f"`{given}`", _default(each), *said)
        if ours:
            yield from parameters(found, lang, f"{path}{each.name}.")


def acts(kind: type[Procedure], lang: str) -> Iterator[tuple[str, ...]]:
    """The word of each act, how it is written, its file, and in English what it does."""
    form = _FORMS.get(kind.name)
    for act in _known(kind):
        if form is None or act.__name__ in form.needs:
            said = (_first(act),) if lang == "en" else ()
            file = act.__module__.removeprefix(ROOM)
            yield (term(f"act.{act.__name__}", lang), f"`{_call(act)}`", f"`{file}`", *said)


def _known(kind: type[Procedure]) -> tuple[type, ...]:
    """The acts of a class: what it answers does not depend on its parameters, unless it holds other procedures."""
    if kind is Together:
        return ()
    found: tuple[type, ...] = object.__new__(kind).acts  # type: ignore[attr-defined]
    return found


def _call(act: type) -> str:
    fields = attrs.fields(act)
    given = (each.name if each.default is attrs.NOTHING else f"{each.name}={_value(_given(each))}" for each in fields)
    return f"{act.__name__}({', '.join(given)})"


def _default(each: attrs.Attribute[object]) -> str:
    return "" if each.default is attrs.NOTHING else f"`{_value(_given(each))}`".replace("|", "\\|")


def _given(each: attrs.Attribute[object]) -> object:
    default: object = each.default
    make = getattr(default, "factory", None)
    return make() if callable(make) else default


def _value(value: object) -> str:
    if isinstance(value, Enum):
        return f"{type(value).__name__}.{value.name}"
    if isinstance(value, tuple):
        return f"({', '.join(map(_value, value))}{',' if len(value) == 1 else ''})"
    kind = type(value)
    if not attrs.has(kind):
        return repr(value)
    return f"{kind.__name__}({'…' if any(each.default is attrs.NOTHING for each in attrs.fields(kind)) else ''})"


def _told(kind: type) -> dict[str, str]:
    """What the docstring says of each attribute."""
    text = cleandoc(kind.__doc__ or "")
    section = re.search(r"^Attributes\n-+\n(.*?)(?=^\w+\n-+$|\Z)", text, re.MULTILINE | re.DOTALL)
    found = re.findall(r"^(\w[\w, ]*)\n((?:    .*\n?|\n)+)", section[1] if section else "", re.MULTILINE)
    return {name.strip(): _plain(said) for names, said in found for name in names.split(",")}


def _first(kind: type) -> str:
    return _plain((kind.__doc__ or "").strip().partition("\n")[0])


def _plain(said: str) -> str:
    return " ".join(said.split()).replace("``", "`").replace("|", "\\|")
