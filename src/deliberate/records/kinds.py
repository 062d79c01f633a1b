"""The registry of kinds: every record that travels has one short name."""

from __future__ import annotations

from typing import TypeVar

import attrs

from deliberate.words import say

# A step is any registered attrs record: it has fields, and words know its name.
Step = attrs.AttrsInstance
Trace = tuple[Step, ...]

T = TypeVar("T", bound=type[attrs.AttrsInstance])

KINDS: dict[str, type[attrs.AttrsInstance]] = {}


def kind(record: T) -> T:
    """Register a record under its class name, the tag that it carries in JSON.

    Parameters
    ----------
    record
        A frozen attrs class; its name is the tag, so that moving the file breaks no journal.

    Raises
    ------
    TypeError
        Where another class already has the name.
    """
    known = KINDS.setdefault(record.__name__, record)
    if known.__module__ != record.__module__:
        raise TypeError(f"two kinds are called {record.__name__}: {known.__module__}, {record.__module__}")
    KINDS[record.__name__] = record
    return record


def fields(record: Step) -> dict[str, object]:
    """The fields of a record by name, one level deep."""
    return {each.alias or each.name: getattr(record, each.name) for each in attrs.fields(type(record)) if each.init}


def told(step: Step, lang: str) -> str:
    """One step in words."""
    return say(type(step).__name__, fields(step), lang)
