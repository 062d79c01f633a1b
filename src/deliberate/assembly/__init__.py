"""议事: residents speak in turn, and what survives the talk becomes a slate."""

from deliberate.assembly.agenda import Agenda, AgendaItem
from deliberate.assembly.confer import Deliberation, confer
from deliberate.assembly.moves import Move
from deliberate.assembly.procedure import Procedure, Sitting
from deliberate.assembly.procedures.rounds import Rounds

__all__ = ["Agenda", "AgendaItem", "Deliberation", "Move", "Procedure", "Rounds", "Sitting", "confer"]
