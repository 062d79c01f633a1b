"""The menu's shelves: one rule, one file. ``d.rules.IRV(elimination="batch")`` is a rule's value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deliberate.decision.menu import classes

if TYPE_CHECKING:
    from deliberate.decision.rule import AnyRule


def __getattr__(name: str) -> type[AnyRule]:
    for one in classes().values():
        if one.__name__ == name:
            return one
    raise AttributeError(name)


def __dir__() -> list[str]:
    return sorted(one.__name__ for one in classes().values())
