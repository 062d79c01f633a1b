"""The terms under which somebody is accused: who announces and names reviewers, who is close to whom, how long."""

from __future__ import annotations

from datetime import timedelta
from functools import cached_property

from attrs import field, frozen

from deliberate.assembly.ties import CloseTie
from deliberate.errors import InputError
from deliberate.identity import names
from deliberate.records.kinds import kind

# Ten years: a longer wait is a slip of the pen, and the calendar ends somewhere.
MOST_DAYS = 3660


@kind
@frozen
class FairTerms:
    """What the rules about allegations are given.

    Attributes
    ----------
    keepers
        Who announces assignments and names reviewers.
    reviewers
        Who may be asked to review; they need not be members.
    notice_days
        How many days an assignment is public before it holds.
    response_days
        How many days the accused has for an answer.

    Raises
    ------
    InputError
        ``unreadable-name``, ``empty-name``, ``same-name-twice``; ``bad-parameter`` for fewer than one day or more
        than ten years.
    """

    members: tuple[str, ...] = field(converter=names)
    keepers: tuple[str, ...] = field(converter=names)
    reviewers: tuple[str, ...] = field(converter=names)
    ties: tuple[CloseTie, ...] = ()
    notice_days: int = 7
    response_days: int = 5

    def __attrs_post_init__(self) -> None:
        for parameter in ("notice_days", "response_days"):
            days = getattr(self, parameter)
            if not 1 <= days <= MOST_DAYS:
                raise InputError("bad-parameter", parameter=parameter, value=str(days), known=(f"1-{MOST_DAYS}",))

    @property
    def notice(self) -> timedelta:
        """How long an assignment is public."""
        return timedelta(days=self.notice_days)

    @property
    def time_to_answer(self) -> timedelta:
        """How long an answer may take."""
        return timedelta(days=self.response_days)

    @cached_property
    def persons(self) -> frozenset[str]:
        """Everybody who may do anything here."""
        return frozenset((*self.members, *self.keepers, *self.reviewers))
