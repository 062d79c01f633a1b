"""Files and foreign formats: readers, writers, nothing counted."""

from deliberate.io.door import format_text, parse, read, record, roll, write
from deliberate.io.losses import losses
from deliberate.io.written import ranked

__all__ = ["format_text", "losses", "parse", "ranked", "read", "record", "roll", "write"]
