"""What happened in a Delphi inquiry; experts go by their pseudonyms."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from attrs import frozen

from deliberate.assembly.delphi.spread import Spread
from deliberate.quantities import Amount
from deliberate.records.kinds import fields, kind
from deliberate.words import say


class DelphiEnd(StrEnum):
    """Why an inquiry ended."""

    AGREED = "delphi.agreed"
    STABLE = "delphi.stable"
    BOTH = "delphi.agreed-and-stable"
    SPENT = "delphi.spent"


@kind
@frozen
class Estimate:
    """One expert's estimate, with the reason where one was given."""

    expert: str
    value: Amount
    reason: str = ""

    def explain(self, lang: str = "en") -> str:
        """Who estimated what, and why."""
        return say("Estimate", fields(self), lang)


@kind
@frozen
class EstimatesOpened:
    """A round of estimates began."""

    round: int
    question: str
    by: str
    at: datetime


@kind
@frozen
class EstimateGiven:
    """Somebody estimated."""

    round: int
    expert: str
    value: Amount
    at: datetime
    reason: str = ""


@kind
@frozen
class EstimatesClosed:
    """A round is over, and everybody gets its figures.

    Attributes
    ----------
    outliers
        The estimates outside the middle half, with their reasons, by size and then pseudonym.
    agreed
        Whether the estimates lie together.
    stable
        Whether median and middle half stand where they stood in the round before.
    missing
        How many experts gave no estimate.
    """

    round: int
    spread: Spread
    outliers: tuple[Estimate, ...]
    agreed: bool
    stable: bool
    by: str
    at: datetime
    missing: int = 0


@kind
@frozen
class DelphiEnded:
    """The inquiry ended."""

    end: DelphiEnd
    round: int
    median: Amount
    by: str
    at: datetime


DelphiStep = EstimatesOpened | EstimateGiven | EstimatesClosed | DelphiEnded
