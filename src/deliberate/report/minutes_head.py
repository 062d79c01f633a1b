"""What the secretary writes down of a meeting and no deliberation knows: when, where, who came, who signs."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from attrs import field, frozen

from deliberate.identity import name, names


def _names(given: Iterable[str]) -> tuple[str, ...]:
    return names(given, where="minutes")


def _name(text: str) -> str:
    return name(text, where="minutes") if text else ""


@frozen
class MinutesHead:
    """What stands above the minutes, and who signs below.

    Attributes
    ----------
    title
        What the meeting is called.
    opened, closed
        From when to when; ``closed`` None where it is not written down.
    body
        Whose meeting it is.
    chair, secretary
        Who leads 主持人, who writes 记录人; they count as present only where ``present`` names them.
    present, excused
        Who came, and who sent word; nobody is both.
    guests
        Who sat in 列席 and is not counted.
    entitled
        How many should have come 应到; None where it is not written down.
    quorum
        How many must be present; None where no rule asks for a number.
    """

    title: str = field(converter=_name)
    opened: datetime
    closed: datetime | None = None
    place: str = ""
    body: str = ""
    chair: str = field(default="", converter=_name)
    secretary: str = field(default="", converter=_name)
    present: tuple[str, ...] = field(default=(), converter=_names)
    excused: tuple[str, ...] = field(default=(), converter=_names)
    guests: tuple[str, ...] = field(default=(), converter=_names)
    entitled: int | None = None
    quorum: int | None = None

    def __attrs_post_init__(self) -> None:
        names((*self.present, *self.excused, *self.guests), where="minutes")
