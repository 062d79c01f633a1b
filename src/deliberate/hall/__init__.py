"""The four beats in time, for host applications: commands, events, journals, one door."""

from deliberate.hall.events import Command, Event
from deliberate.hall.gates import Allowed
from deliberate.hall.hall import Hall
from deliberate.hall.journal.memory import Memory
from deliberate.hall.journal.sqlite import SQLite
from deliberate.hall.journal.store import Receipt, Store
from deliberate.hall.policy import Policy
from deliberate.hall.state import Community, Matter

__all__ = [
    "Allowed",
    "Command",
    "Community",
    "Event",
    "Hall",
    "Matter",
    "Memory",
    "Policy",
    "Receipt",
    "SQLite",
    "Store",
]
