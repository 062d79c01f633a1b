"""The shelf of procedures: one set of rules of order, one file. ``d.procedures.Radish(terms)`` is one as a value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deliberate.assembly.menu import classes
from deliberate.records.shelf import by_class

if TYPE_CHECKING:
    from deliberate.assembly.procedure import Procedure


def __getattr__(name: str) -> type[Procedure]:
    return by_class(classes(), name)


def __dir__() -> list[str]:
    return sorted(one.__name__ for one in classes().values())
