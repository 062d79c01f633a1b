"""Deliberate, decide, take responsibility, evaluate: 由民议事、解决、担责和评估.

The names below stay, so that hosts, notebooks and checks from outside can rely on them. Each is imported when
it is first used, so that ``import deliberate`` costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from deliberate.decision import rules
    from deliberate.decision.answers import Answers
    from deliberate.decision.decide import decide
    from deliberate.decision.election import Election
    from deliberate.decision.menu import rule
    from deliberate.decision.profile import Profile
    from deliberate.decision.tested import Tested
    from deliberate.decision.universes import universes
    from deliberate.io.written import ranked
    from deliberate.lot import draw
    from deliberate.records.convert import from_dict, to_dict
    from deliberate.requirement.packs import requirement

__version__ = "0.1.0"

_DOOR = {
    "Answers": "deliberate.decision.answers",
    "Election": "deliberate.decision.election",
    "Profile": "deliberate.decision.profile",
    "Tested": "deliberate.decision.tested",
    "decide": "deliberate.decision.decide",
    "draw": "deliberate.lot",
    "from_dict": "deliberate.records.convert",
    "ranked": "deliberate.io.written",
    "requirement": "deliberate.requirement.packs",
    "rule": "deliberate.decision.menu",
    "rules": "deliberate.decision.rules",
    "to_dict": "deliberate.records.convert",
    "universes": "deliberate.decision.universes",
}

# Names of the door that are rooms: their own names are used, as in d.rules.IRV.
_ROOMS = {"rules"}

__all__ = [
    "Answers",
    "Election",
    "Profile",
    "Tested",
    "decide",
    "draw",
    "from_dict",
    "ranked",
    "requirement",
    "rule",
    "rules",
    "to_dict",
    "universes",
]


def __getattr__(name: str) -> object:
    if name not in _DOOR:
        raise AttributeError(f"module 'deliberate' has no attribute {name!r}")
    module = import_module(_DOOR[name])
    found = module if name in _ROOMS else getattr(module, name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted(__all__)
