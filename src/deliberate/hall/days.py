"""Which day it is where the community lives: a moment is the same everywhere, a day is not."""

from __future__ import annotations

from datetime import date, datetime, tzinfo


def zone(utc_offset: str) -> tzinfo:
    """The clock that stands so far from UTC.

    Raises
    ------
    ValueError
        Where the text is no such distance as ``+08:00``.
    """
    known = datetime.strptime(utc_offset, "%z").tzinfo
    assert known is not None  # noqa: S101 - narrows what "%z" has just read
    return known


def day_of(moment: datetime, utc_offset: str) -> date:
    """The day that a moment falls on, by a clock that stands so far from UTC.

    Examples
    --------
    >>> from datetime import UTC
    >>> day_of(datetime(2025, 12, 31, 16, tzinfo=UTC), "+08:00")
    datetime.date(2026, 1, 1)
    """
    return moment.astimezone(zone(utc_offset)).date()
