"""动议: Robert's motions as a machine of states, with the table of motions as its data."""

from deliberate.assembly.motions.meeting import Meeting, meeting_of
from deliberate.assembly.motions.rules import answer, in_order, legal
from deliberate.assembly.motions.table import TABLE, Motion

__all__ = ["TABLE", "Meeting", "Motion", "answer", "in_order", "legal", "meeting_of"]
