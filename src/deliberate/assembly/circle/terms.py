"""The terms of a consent circle: who sits in it, who facilitates, how long, and what holds if it is not done then."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from attrs import field, frozen

from deliberate.assembly.usable import YEARS
from deliberate.errors import InputError
from deliberate.identity import name, names
from deliberate.records.kinds import kind


class Fallback(StrEnum):
    """What holds where the time is over; declared before the circle begins."""

    STATUS_QUO = "fallback.status-quo"
    VOTE = "fallback.vote"
    DELEGATE = "fallback.delegate"


@kind
@frozen
class CircleTerms:
    """What the rules of a circle are given.

    Attributes
    ----------
    members
        Who sits in the circle: each is asked.
    facilitator
        Who leads through the phases; she need not be a member.
    fallback
        What holds where the circle is not done in time.
    until
        From when on its time is over; None for no end.
    brief
        How many characters a reaction may have.

    Raises
    ------
    InputError
        ``empty-name``, ``unreadable-name``, ``same-name-twice``; ``no-time-zone``, ``moment-out-of-reach``;
        ``bad-parameter`` for a circle without members or a reaction without characters.
    """

    members: tuple[str, ...] = field(converter=names)
    facilitator: str = field(converter=name)
    fallback: Fallback = field(default=Fallback.STATUS_QUO, converter=Fallback)
    until: datetime | None = None
    brief: int = 500

    def __attrs_post_init__(self) -> None:
        if self.until is not None and self.until.tzinfo is None:
            raise InputError("no-time-zone", moment=self.until.isoformat())
        if self.until is not None and self.until.year not in YEARS:
            raise InputError("moment-out-of-reach", moment=self.until.isoformat())
        for parameter, value in (("members", len(self.members)), ("brief", self.brief)):
            if value < 1:
                raise InputError("bad-parameter", parameter=parameter, value=str(value), known=())
