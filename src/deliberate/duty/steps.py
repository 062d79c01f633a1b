"""What can happen while duties find people, each a frozen step; the trace of them is the mandate."""

from __future__ import annotations

from attrs import frozen

from deliberate.records.kinds import kind


@kind
@frozen
class FlowFound:
    """It was found how many hours can be filled.

    Attributes
    ----------
    hours
        The most that any plan can fill.
    needed
        The hours of all duties.
    """

    hours: int
    needed: int


@kind
@frozen
class HoursAssigned:
    """Somebody takes hours of a duty that they offered to do."""

    duty: str
    person: str
    hours: int


@kind
@frozen
class Unfilled:
    """Hours of a duty stay open: they are offered again, never forced.

    Attributes
    ----------
    hours
        How many are open.
    reason
        ``nobody-offered``, ``no-skill`` (who offered cannot do it) or ``no-capacity`` (who can has no hours left).
    would_fill
        People of whom any one, with an hour more for it, would fill an hour: those who have hours left and the
        skills but did not offer it, and those whose hours are spent on it or on duties that stand in its way.
    """

    duty: str
    hours: int
    reason: str
    would_fill: tuple[str, ...] = ()


@kind
@frozen
class StewardNamed:
    """Exactly one person answers for the duty 责任人.

    Attributes
    ----------
    deputy
        Who stands in B角; None where nobody else has accepted.
    instead_of
        Who was proposed and has not accepted; None where the proposal held or there was none.
    """

    duty: str
    person: str
    deputy: str | None = None
    instead_of: str | None = None


@kind
@frozen
class EvaluatorNamed:
    """Somebody who has no part in the duty will judge it 评议人."""

    duty: str
    person: str
