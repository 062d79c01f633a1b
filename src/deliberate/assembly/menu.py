"""The menu of procedures: every set of rules of order by name, one line each.

Plug-ins join through entry points ``deliberate.procedures``.
"""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from deliberate.assembly.procedure import Procedure

MENU: Mapping[str, str] = {
    "rounds": "deliberate.assembly.procedures.rounds:Rounds",
    "ripening": "deliberate.assembly.procedures.ripening:Ripening",
    "drafting": "deliberate.assembly.procedures.drafting:Drafting",
    "open-floor": "deliberate.assembly.procedures.open_floor:OpenFloor",
    "structured-round": "deliberate.assembly.procedures.structured_round:StructuredRound",
    "fishbowl": "deliberate.assembly.procedures.fishbowl:Fishbowl",
    "radish": "deliberate.assembly.procedures.radish:Radish",
    "nantang": "deliberate.assembly.procedures.nantang:Nantang",
    "council": "deliberate.assembly.procedures.council:Council",
    "hearing": "deliberate.assembly.procedures.hearing:Hearing",
    "open-talk": "deliberate.assembly.procedures.open_talk:OpenTalk",
    "own-form": "deliberate.assembly.procedures.own_form:OwnForm",
    "robert": "deliberate.assembly.procedures.robert:Robert",
    "consent-circle": "deliberate.assembly.procedures.consent_circle:ConsentCircle",
    "delphi": "deliberate.assembly.procedures.delphi:Delphi",
    "mediation": "deliberate.assembly.procedures.mediation:Mediation",
    "fair-finding": "deliberate.assembly.procedures.fair_finding:FairFinding",
    "liquid-feedback": "deliberate.assembly.procedures.liquid:LiquidFeedback",
    "together": "deliberate.assembly.together:Together",
}


@cache
def classes() -> Mapping[str, type[Procedure]]:
    """Every procedure's class by name, those of plug-ins included; a broken plug-in is named and skipped."""
    known = {name: _load(path) for name, path in MENU.items()}
    for point in entry_points(group="deliberate.procedures"):
        try:
            known.setdefault(point.name, point.load())
        except Exception as error:
            warnings.warn(f"the plug-in procedure {point.name!r} cannot be loaded: {error}", stacklevel=2)
    return known


def _load(path: str) -> type[Procedure]:
    module, _, name = path.partition(":")
    return cast("type[Procedure]", getattr(import_module(module), name))
