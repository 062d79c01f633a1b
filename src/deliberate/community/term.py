"""Terms: from one day on, up to the day before another."""

from __future__ import annotations

from datetime import date

from deliberate.errors import RollError


def check_term(member: str, since: date | None, until: date | None) -> None:
    """Refuse a term that has not one day; a side that is None is open.

    Raises
    ------
    RollError
        ``term-without-a-day``.
    """
    if since is not None and until is not None and until <= since:
        raise RollError("term-without-a-day", member=member, since=since, until=until)


def in_term(since: date | None, until: date | None, day: date) -> bool:
    """Whether a day lies in a term: ``since <= day < until``.

    Examples
    --------
    >>> in_term(date(2026, 1, 1), date(2031, 1, 1), date(2031, 1, 1))
    False
    """
    return (since is None or since <= day) and (until is None or day < until)


def meet(one: tuple[date | None, date | None], other: tuple[date | None, date | None]) -> bool:
    """Whether two terms have a day in common."""
    return _before(one[0], other[1]) and _before(other[0], one[1])


def years_after(day: date, years: int) -> date:
    """The same day so many years later; 1 March where that year has no 29 February."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


def _before(since: date | None, until: date | None) -> bool:
    return since is None or until is None or since < until
