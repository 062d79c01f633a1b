"""Deliberate, decide, take responsibility, evaluate: 由民议事、解决、担责和评估.

The names below stay, so that hosts, notebooks and checks from outside can rely on them. Each is imported when
it is first used, so that ``import deliberate`` costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from deliberate import report, testing
    from deliberate.assembly import procedures
    from deliberate.assembly.agenda import Agenda, AgendaItem
    from deliberate.assembly.confer import confer
    from deliberate.assembly.moves import Move
    from deliberate.community.delegation import Delegation
    from deliberate.community.register import owners_roll
    from deliberate.community.roll import Roll
    from deliberate.community.units import Unit
    from deliberate.decision import rules
    from deliberate.decision.answers import Answers
    from deliberate.decision.decide import decide
    from deliberate.decision.decision import Decision
    from deliberate.decision.election import Election
    from deliberate.decision.menu import rule
    from deliberate.decision.outcome import Outcome
    from deliberate.decision.profile import Profile
    from deliberate.decision.tested import Tested
    from deliberate.decision.universes import universes
    from deliberate.duty.assign import Mandate, assign
    from deliberate.duty.follow import follow
    from deliberate.duty.undertaking import Undertaking
    from deliberate.evaluation.evaluate import Evaluation, evaluate
    from deliberate.hall.events import Command
    from deliberate.hall.hall import Hall
    from deliberate.hall.kinds import from_dict
    from deliberate.io.door import parse, read, roll, write
    from deliberate.io.written import ranked
    from deliberate.lot import draw
    from deliberate.records.convert import to_dict
    from deliberate.requirement.packs import pack, requirement
    from deliberate.requirement.ruling import Requirement
    from deliberate.requirement.shortfall import lacking
    from deliberate.scenarios.examples import example

__version__ = "0.1.0"

_DOOR = {
    "Agenda": "deliberate.assembly.agenda",
    "AgendaItem": "deliberate.assembly.agenda",
    "Answers": "deliberate.decision.answers",
    "Command": "deliberate.hall.events",
    "Decision": "deliberate.decision.decision",
    "Delegation": "deliberate.community.delegation",
    "Election": "deliberate.decision.election",
    "Evaluation": "deliberate.evaluation.evaluate",
    "Hall": "deliberate.hall.hall",
    "Mandate": "deliberate.duty.assign",
    "Move": "deliberate.assembly.moves",
    "Outcome": "deliberate.decision.outcome",
    "Profile": "deliberate.decision.profile",
    "Requirement": "deliberate.requirement.ruling",
    "Roll": "deliberate.community.roll",
    "Tested": "deliberate.decision.tested",
    "Undertaking": "deliberate.duty.undertaking",
    "Unit": "deliberate.community.units",
    "assign": "deliberate.duty.assign",
    "confer": "deliberate.assembly.confer",
    "decide": "deliberate.decision.decide",
    "draw": "deliberate.lot",
    "evaluate": "deliberate.evaluation.evaluate",
    "example": "deliberate.scenarios.examples",
    "follow": "deliberate.duty.follow",
    "from_dict": "deliberate.hall.kinds",
    "lacking": "deliberate.requirement.shortfall",
    "owners_roll": "deliberate.community.register",
    "pack": "deliberate.requirement.packs",
    "parse": "deliberate.io.door",
    "ranked": "deliberate.io.written",
    "read": "deliberate.io.door",
    "roll": "deliberate.io.door",
    "rule": "deliberate.decision.menu",
    "to_dict": "deliberate.records.convert",
    "universes": "deliberate.decision.universes",
    "write": "deliberate.io.door",
}
# Rooms that one names by themselves, as in d.rules.IRV, d.procedures.Radish, d.report.page, d.testing.courtyard.
_ROOMS = {
    "procedures": "deliberate.assembly.procedures",
    "report": "deliberate.report",
    "requirement": "deliberate.requirement",
    "rules": "deliberate.decision.rules",
    "testing": "deliberate.testing",
}

__all__ = [
    "Agenda",
    "AgendaItem",
    "Answers",
    "Command",
    "Decision",
    "Delegation",
    "Election",
    "Evaluation",
    "Hall",
    "Mandate",
    "Move",
    "Outcome",
    "Profile",
    "Requirement",
    "Roll",
    "Tested",
    "Undertaking",
    "Unit",
    "assign",
    "confer",
    "decide",
    "draw",
    "evaluate",
    "example",
    "follow",
    "from_dict",
    "lacking",
    "owners_roll",
    "pack",
    "parse",
    "procedures",
    "ranked",
    "read",
    "report",
    "requirement",
    "roll",
    "rule",
    "rules",
    "testing",
    "to_dict",
    "universes",
    "write",
]


def __getattr__(name: str) -> object:
    if name in _ROOMS:
        found: object = import_module(_ROOMS[name])
    elif name in _DOOR:
        found = getattr(import_module(_DOOR[name]), name)
    else:
        raise AttributeError(f"module 'deliberate' has no attribute {name!r}")
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*__all__, *_ROOMS})
