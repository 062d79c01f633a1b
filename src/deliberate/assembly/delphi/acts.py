"""What can be done in a Delphi inquiry."""

from __future__ import annotations

from attrs import field, frozen

from deliberate.quantities import Amount, exact
from deliberate.records.kinds import kind


@kind
@frozen
class OpenEstimates:
    """Begin a round of estimates, as the facilitator."""


@kind
@frozen
class GiveEstimate:
    """Estimate, once in a round; a reason is asked for outside the middle half of the round before."""

    value: Amount = field(converter=exact)
    reason: str = ""


@kind
@frozen
class CloseEstimates:
    """End the round, as the facilitator, and give everybody the figures and the reasons."""


@kind
@frozen
class EndDelphi:
    """End the inquiry, as the facilitator."""


DelphiAct = OpenEstimates | GiveEstimate | CloseEstimates | EndDelphi
