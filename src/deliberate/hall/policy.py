"""How matters go in this community: the choices that are made before anybody votes."""

from __future__ import annotations

from attrs import field, frozen

from deliberate.assembly.procedure import Procedure
from deliberate.assembly.procedures.rounds import Rounds
from deliberate.records.kinds import kind


@kind
@frozen
class Policy:
    """What is settled once for all matters 规程.

    Attributes
    ----------
    status_quo
        What "as it is" is called on a ballot; it is on every slate.
    reopen_days
        How many days after a vote that too few took part in the next one may open.
    """

    procedure: Procedure = field(factory=Rounds)
    status_quo: str = "维持现状"
    reopen_days: int = 14
