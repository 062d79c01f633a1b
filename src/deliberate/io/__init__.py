"""Files and foreign formats: readers, writers, nothing counted. The roll's own door is ``deliberate.roll``."""

from deliberate.io.door import format_text, parse, read, record, write
from deliberate.io.losses import losses
from deliberate.io.written import ranked

__all__ = ["format_text", "losses", "parse", "ranked", "read", "record", "write"]
