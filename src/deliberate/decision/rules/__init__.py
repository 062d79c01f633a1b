"""The menu's shelves: one rule, one file. ``d.rules.IRV(elimination="batch")`` is a rule's value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deliberate.decision.menu import classes
from deliberate.records.shelf import by_class

if TYPE_CHECKING:
    from deliberate.decision.rule import AnyRule


def __getattr__(name: str) -> type[AnyRule]:
    return by_class(classes(), name)


def __dir__() -> list[str]:
    return sorted(one.__name__ for one in classes().values())
