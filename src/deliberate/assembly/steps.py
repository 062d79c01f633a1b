"""What happened in the assembly, move by move."""

from __future__ import annotations

from datetime import datetime

from attrs import frozen

from deliberate.assembly.moves import Side
from deliberate.records.kinds import kind


@kind
@frozen
class IssueRaised:
    """A matter was put before the assembly."""

    title: str
    by: str
    at: datetime
    tags: frozenset[str]
    channel: str
    text: str = ""


@kind
@frozen
class IssueHandedOver:
    """The issue was handed to the group that owns it."""

    group: str
    answer_by: datetime


@kind
@frozen
class HandoverAnswered:
    """The group answered."""

    group: str
    answer: str
    at: datetime
    reason: str = ""


@kind
@frozen
class ProposalDrafted:
    """A proposal came on the table.

    Attributes
    ----------
    hash
        SHA-256 of the text: what support and votes are bound to.
    """

    proposal: str
    by: str
    text: str
    hash: str


@kind
@frozen
class ProposalRevised:
    """A proposal got a new text.

    Attributes
    ----------
    version
        The number of the new text; the first is 1.
    void
        Who had supported the old text and is asked again.
    """

    proposal: str
    version: int
    text: str
    hash: str
    void: tuple[str, ...] = ()


@kind
@frozen
class SupportGiven:
    """Somebody supports a text.

    Attributes
    ----------
    version
        The text supported; a later one does not inherit the support.
    """

    proposal: str
    version: int
    by: str


@kind
@frozen
class RoundOpened:
    """A round of turns began."""

    round: int
    topic: str


@kind
@frozen
class TurnTaken:
    """Somebody spoke."""

    round: int
    by: str
    text: str
    side: Side
    proposal: str = ""


@kind
@frozen
class RoundClosed:
    """A round ended.

    Attributes
    ----------
    speakers
        Who spoke, in the order of their first turn.
    """

    round: int
    speakers: tuple[str, ...]
    summary: str = ""


@kind
@frozen
class MoveRefused:
    """A move was against the rules of order; nothing else changed.

    Attributes
    ----------
    code
        Which rule; its words are ``error.<code>``.
    about
        What the words speak of: pairs of a field and a text, or several texts.
    legal
        What the member may do now in its place: the names of the acts.
    """

    by: str
    code: str
    about: tuple[tuple[str, str | tuple[str, ...]], ...] = ()
    legal: tuple[str, ...] = ()
