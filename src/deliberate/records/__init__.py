"""Records: steps, traces, and how every record becomes JSON and comes back."""

from deliberate.records.convert import from_dict, to_dict
from deliberate.records.kinds import KINDS, Step, Trace, fields, kind
from deliberate.records.pile import Pile

__all__ = ["KINDS", "Pile", "Step", "Trace", "fields", "from_dict", "kind", "to_dict"]
