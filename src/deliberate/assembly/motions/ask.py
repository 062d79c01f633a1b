"""A question to the rules of order: who wants to do something, when, where a meeting stands so."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from enum import StrEnum
from functools import cache
from typing import Protocol

from attrs import frozen

from deliberate.assembly.motions.business import Business
from deliberate.assembly.motions.meeting import Meeting
from deliberate.assembly.motions.stack import Pending
from deliberate.assembly.motions.table import Motion

# Where fewer are left, no motion can be made and seconded.
_MOVER_SECONDER_CHAIR = 3
_MICROSECOND = timedelta(microseconds=1)
_IN_A_MINUTE = timedelta(minutes=1) // _MICROSECOND


class Manner(StrEnum):
    """How formal the meeting is: a small board needs no second and no recognition, and its chair takes part."""

    ASSEMBLY = "assembly"
    SMALL_BOARD = "small-board"


class Terms(Protocol):
    """The parameters of the rules."""

    @property
    def speeches(self) -> int:
        """How often one member may speak on one question in a day."""

    @property
    def minutes(self) -> int:
        """How long one speech may take."""

    @property
    def quorum(self) -> int | None:
        """How many must be present; None for more than half of the members."""

    @property
    def manner(self) -> Manner:
        """An assembly or a small board."""

    @property
    def utc_offset(self) -> str:
        """By which clock a day begins and ends."""


@frozen
class Ask:
    """Somebody wants to do something, at a moment, where a meeting stands so."""

    meeting: Meeting
    terms: Terms
    by: str
    at: datetime

    @property
    def business(self) -> Business:
        """The questions of the meeting."""
        return self.meeting.business

    @property
    def top(self) -> Pending | None:
        """The question immediately pending."""
        return self.business.top

    @property
    def is_board(self) -> bool:
        """Whether a small board meets."""
        return self.terms.manner is Manner.SMALL_BOARD

    @property
    def day(self) -> date:
        """The day, by the meeting's own clock."""
        return self.at.astimezone(zone(self.terms.utc_offset)).date()

    @property
    def quorum(self) -> int:
        """How many must be present."""
        given = self.terms.quorum
        return len(self.meeting.members) // 2 + 1 if given is None else given

    @property
    def is_deserted(self) -> bool:
        """Whether too few are left to do anything but to adjourn: no quorum, or nobody who could second."""
        return len(self.meeting.present) < max(self.quorum, _MOVER_SECONDER_CHAIR)

    @property
    def holder(self) -> str:
        """Who has the floor and time left to use it; empty where nobody has."""
        meeting, minutes = self.meeting, self.minutes_on(self.top) if self.top else self.terms.minutes
        # Counted, not added up: the minutes of a motion may reach beyond the calendar.
        over = meeting.given is None or (self.at - meeting.given) // _MICROSECOND > minutes * _IN_A_MINUTE
        return "" if over else meeting.floor

    def minutes_on(self, question: Pending) -> int:
        """How many minutes a speech on this question may take."""
        return self.terms.minutes if question.minutes is None else question.minutes

    def speeches_left(self, question: Pending, member: str) -> int | None:
        """How often somebody may still speak on this question today; None where there is no limit."""
        if "speeches-spent" in self.business.suspended or (self.is_board and question.speeches is None):
            return None
        return max(0, self.most_speeches(question, member) - question.spoken_by(member, self.day))

    def most_speeches(self, question: Pending, member: str) -> int:
        """How often somebody may speak on this question in a day; on an appeal only who presides more than once."""
        most = self.terms.speeches if question.speeches is None else question.speeches
        once = question.motion is Motion.APPEAL and question.speeches is None and member != self.meeting.chair
        return min(most, 1) if once else most


@cache
def zone(utc_offset: str) -> timezone:
    """The zone of an offset such as ``+08:00``.

    Raises
    ------
    ValueError
        Where it is none.
    """
    return timezone(datetime.strptime(utc_offset, "%z").utcoffset() or timedelta())
