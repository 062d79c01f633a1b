"""What a member can do in the assembly: acts, and the move that says who did which, and when."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum

from attrs import field, frozen

from deliberate.identity import name, nfc
from deliberate.records.kinds import Step, kind


class Side(StrEnum):
    """Which side a speaker takes; stated before the reasons."""

    FOR = "for"
    AGAINST = "against"
    NEITHER = "neither"


def _tags(given: Iterable[str]) -> frozenset[str]:
    return frozenset(map(name, given))


@kind
@frozen
class RaiseIssue:
    """Put a matter before the assembly: about acts and places, never persons.

    Attributes
    ----------
    tags
        What it is about; the group whose charter covers them all owns it.
    channel
        ``visit``, ``meeting``, ``online``, ``letter``.
    """

    title: str = field(converter=name)
    text: str = ""
    tags: frozenset[str] = field(default=frozenset(), converter=_tags)
    channel: str = "online"


@kind
@frozen
class HandIssueOver:
    """Hand the issue to a group that shall answer by a moment."""

    group: str = field(converter=nfc)
    answer_by: datetime


@kind
@frozen
class AnswerHandover:
    """Say for the group whether it takes the issue on.

    Attributes
    ----------
    answer
        ``accept`` or ``decline``.
    """

    answer: str
    reason: str = ""


@kind
@frozen
class DraftProposal:
    """Put a proposal on the table."""

    proposal: str = field(converter=name)
    text: str = ""


@kind
@frozen
class ReviseProposal:
    """Give a proposal a new text: support given to the old text is void."""

    proposal: str = field(converter=nfc)
    text: str


@kind
@frozen
class GiveSupport:
    """Support the latest text of a proposal."""

    proposal: str = field(converter=nfc)


@kind
@frozen
class OpenRound:
    """Begin a round of turns on a topic."""

    topic: str


@kind
@frozen
class TakeTurn:
    """Speak once.

    Attributes
    ----------
    proposal
        What it is about; empty where it is about the issue.
    seconds
        How long it took.
    """

    text: str
    proposal: str = field(default="", converter=nfc)
    side: Side = Side.NEITHER
    seconds: int = 0


@kind
@frozen
class CloseRound:
    """End the round."""

    summary: str = ""


Act = (
    RaiseIssue
    | HandIssueOver
    | AnswerHandover
    | DraftProposal
    | ReviseProposal
    | GiveSupport
    | OpenRound
    | TakeTurn
    | CloseRound
)


@kind
@frozen
class Move:
    """One thing a member does 举动.

    Attributes
    ----------
    by
        The member.
    at
        When, with its distance from UTC; moves are given in the order of time.
    act
        One of those that the procedure knows, such as the acts of this file.
    """

    by: str = field(converter=nfc)
    at: datetime
    act: Step
