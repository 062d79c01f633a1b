"""What is read of Loomio's export of a group: plain frozen records."""

from __future__ import annotations

from datetime import datetime

from attrs import frozen

from deliberate.errors import InputError
from deliberate.io.exported import Person


@frozen
class LoomioDiscussion:
    """One thread.

    Attributes
    ----------
    topic
        What comments and polls name it by; in older exports the same as ``id``.
    """

    id: str
    topic: str
    title: str
    text: str
    author: Person
    at: datetime


@frozen
class LoomioComment:
    """One comment in a thread; the export does not say which one it answers."""

    id: str
    topic: str
    text: str
    author: Person
    at: datetime


@frozen
class LoomioPoll:
    """What was asked; who chose what stands in the poll's own export.

    Attributes
    ----------
    kind
        The platform's own word: ``proposal``, ``ranked_choice``, ``stv``, ``score``, ...
    """

    id: str
    topic: str
    title: str
    text: str
    author: Person
    at: datetime
    kind: str = ""


@frozen
class LoomioStance:
    """That somebody voted, and why.

    Attributes
    ----------
    latest
        Whether it is the last word of this voter.
    """

    id: str
    poll: str
    voter: Person
    reason: str
    at: datetime
    latest: bool = True


@frozen
class LoomioOutcome:
    """What was said to have come of a poll."""

    id: str
    poll: str
    author: Person
    text: str
    at: datetime


@frozen
class LoomioGroup:
    """All that is read of the export of a group, each kind in the order of the export."""

    discussions: tuple[LoomioDiscussion, ...]
    comments: tuple[LoomioComment, ...] = ()
    polls: tuple[LoomioPoll, ...] = ()
    stances: tuple[LoomioStance, ...] = ()
    outcomes: tuple[LoomioOutcome, ...] = ()

    def discussion(self, number: str) -> LoomioDiscussion:
        """The discussion of this number; ``unknown-discussion`` where there is none."""
        for one in self.discussions:
            if one.id == number:
                return one
        raise InputError("unknown-discussion", discussion=number, known=tuple(one.id for one in self.discussions))
