"""The menu of procedures: every set of rules of order by name, one line each.

Plug-ins join through entry points ``deliberate.procedures``.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from deliberate.records.shelf import on_shelf

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
    return on_shelf(MENU, "deliberate.procedures")
