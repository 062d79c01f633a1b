"""What happened to somebody who serves and is accused."""

from __future__ import annotations

from datetime import datetime

from attrs import frozen

from deliberate.assembly.allegations.acts import Found
from deliberate.records.kinds import kind


@kind
@frozen
class InterestsDeclared:
    """Somebody declared what they have to gain; ``interests`` is empty for nothing."""

    by: str
    at: datetime
    interests: tuple[str, ...] = ()
    pay: int = 0


@kind
@frozen
class AssignmentAnnounced:
    """Who shall do what is public.

    Attributes
    ----------
    until
        The end of the public notice.
    """

    task: str
    member: str
    until: datetime
    by: str
    at: datetime


@kind
@frozen
class AllegationMade:
    """Something was said against somebody who serves.

    Attributes
    ----------
    due
        By when the accused answers.
    in_notice
        Whether the assignment was still on public notice.
    """

    allegation: int
    task: str
    accused: str
    claim: str
    evidence: tuple[str, ...]
    due: datetime
    in_notice: bool
    by: str
    at: datetime


@kind
@frozen
class AllegationAnswered:
    """The accused answered; ``in_time`` says whether by the day on which it was due."""

    allegation: int
    statement: str
    in_time: bool
    by: str
    at: datetime
    evidence: tuple[str, ...] = ()


@kind
@frozen
class ReviewerNamed:
    """Somebody without a tie to either side will review it."""

    allegation: int
    reviewer: str
    by: str
    at: datetime


@kind
@frozen
class SideHeard:
    """The reviewer heard one side."""

    allegation: int
    side: str
    statement: str
    by: str
    at: datetime


@kind
@frozen
class SilenceNoted:
    """One side was asked and says nothing."""

    allegation: int
    side: str
    by: str
    at: datetime


@kind
@frozen
class FindingPublished:
    """What the review found is public, with what both sides said.

    Attributes
    ----------
    accuser_said, accused_said
        Empty for a side that was asked and said nothing.
    """

    allegation: int
    accused: str
    found: Found
    reasons: str
    accuser_said: str
    accused_said: str
    sanction: str
    by: str
    at: datetime


AllegationStep = (
    InterestsDeclared
    | AssignmentAnnounced
    | AllegationMade
    | AllegationAnswered
    | ReviewerNamed
    | SideHeard
    | SilenceNoted
    | FindingPublished
)
