"""What can be done before and after something is said against somebody who serves."""

from __future__ import annotations

from enum import StrEnum

from attrs import field, frozen

from deliberate.identity import name, names, nfc
from deliberate.quantities import whole
from deliberate.records.kinds import kind


class Found(StrEnum):
    """What an independent review comes to."""

    FOUNDED = "found.founded"
    UNFOUNDED = "found.unfounded"
    OPEN = "found.cannot-be-told"


@kind
@frozen
class DeclareInterests:
    """Declare what one has to gain, before one takes something on; to have nothing is declared as well.

    Attributes
    ----------
    interests
        Business, family, office; empty for none.
    pay
        What one is paid for it, in minor units.
    """

    interests: tuple[str, ...] = field(default=(), converter=names)
    pay: int = field(default=0, converter=whole)


@kind
@frozen
class AnnounceAssignment:
    """Make public, as a keeper, who shall do what 公示."""

    task: str = field(converter=name)
    member: str = field(converter=nfc)


@kind
@frozen
class MakeAllegation:
    """Say what somebody who serves has done wrong, with what shows it."""

    task: str
    claim: str
    evidence: tuple[str, ...] = field(converter=names)


@kind
@frozen
class AnswerAllegation:
    """Answer, as the accused, with what shows it."""

    allegation: int
    statement: str
    evidence: tuple[str, ...] = field(default=(), converter=names)


@kind
@frozen
class NameReviewer:
    """Name, as a keeper, somebody without a tie to either side."""

    allegation: int
    reviewer: str = field(converter=nfc)


@kind
@frozen
class HearSide:
    """Hear one side, as the reviewer, and write down what it says: it will be published."""

    allegation: int
    side: str = field(converter=nfc)
    statement: str


@kind
@frozen
class NoteSilence:
    """Note, as the reviewer after the day on which the answer was due, that a side was asked and says nothing."""

    allegation: int
    side: str = field(converter=nfc)


@kind
@frozen
class PublishFinding:
    """Publish, as the reviewer, what one found, with what both sides said."""

    allegation: int
    found: Found
    reasons: str
    sanction: str = ""


AllegationAct = (
    DeclareInterests
    | AnnounceAssignment
    | MakeAllegation
    | AnswerAllegation
    | NameReviewer
    | HearSide
    | NoteSilence
    | PublishFinding
)
