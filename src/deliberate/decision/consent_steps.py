"""What can happen in the rounds of consent, each a frozen step."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from deliberate.records.kinds import kind
from deliberate.requirement.ruling import Ruling


@kind
@frozen
class ObjectionIntegrated:
    """The text was changed to meet an objection of the round before."""

    round: int
    by: str
    reason: str


@kind
@frozen
class ObjectionWithdrawn:
    """Somebody took their objection of the round before back."""

    round: int
    by: str
    reason: str


@kind
@frozen
class ObjectionRaised:
    """Somebody has a reason against the text."""

    round: int
    by: str
    reason: str


@kind
@frozen
class StoodAside:
    """Somebody does not agree and does not stand in the way.

    Attributes
    ----------
    concern
        What they worry about; empty where they do not say.
    """

    round: int
    by: str
    concern: str = ""


@kind
@frozen
class ConsentAsked:
    """A round was held, and the requirement ruled on its answers."""

    round: int
    text: str
    ruling: Ruling


@kind
@frozen
class ConsentReached:
    """The text is adopted: good enough for now, safe enough to try.

    Attributes
    ----------
    review
        The day on which it is looked at again; None where none is set.
    """

    round: int
    proposal: str
    review: date | None = None
