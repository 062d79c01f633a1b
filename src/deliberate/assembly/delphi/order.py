"""The order of a Delphi inquiry as a table: who may do what in which phase."""

from __future__ import annotations

from enum import StrEnum

from deliberate.assembly.phases import Order, Row


class DelphiPhase(StrEnum):
    """Where an inquiry stands."""

    BETWEEN = "delphi.between"
    OPEN = "delphi.open"
    ENDED = "delphi.ended"


_BETWEEN, _OPEN = DelphiPhase.BETWEEN, DelphiPhase.OPEN

ORDER = Order(
    tuple(DelphiPhase),
    (
        Row("OpenEstimates", "facilitator", (_BETWEEN,), (_OPEN,)),
        Row("GiveEstimate", "expert", (_OPEN,)),
        Row("CloseEstimates", "facilitator", (_OPEN,), (_BETWEEN,)),
        Row("EndDelphi", "facilitator", (_BETWEEN,), (DelphiPhase.ENDED,)),
    ),
)
