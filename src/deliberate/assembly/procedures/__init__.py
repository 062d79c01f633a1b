"""The shelf of procedures: one set of rules of order, one file. ``d.procedures.Radish(terms)`` is one as a value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deliberate.assembly.menu import classes

if TYPE_CHECKING:
    from deliberate.assembly.procedure import Procedure


def __getattr__(name: str) -> type[Procedure]:
    for one in classes().values():
        if one.__name__ == name:
            return one
    raise AttributeError(name)


def __dir__() -> list[str]:
    return sorted(one.__name__ for one in classes().values())
