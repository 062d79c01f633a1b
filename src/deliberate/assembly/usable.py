"""What makes any move unusable, whoever makes it: texts, moments and numbers that nobody can reckon with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from fractions import Fraction

import attrs

from deliberate.assembly.reasons import Reason, refusal
from deliberate.quantities import MOST_DIGITS
from deliberate.records.kinds import Step

LONGEST = 1_000_000
# So far from the ends of the calendar that every deadline can be reckoned, and shown.
YEARS = range(1900, 9000)
LATEST = datetime(YEARS[-1], 12, 31, 23, 59, tzinfo=UTC)
_TOO_LONG = 10**MOST_DIGITS
# Line ends and tabs belong to a text; the other control characters, those that turn a line around, and halves of
# characters show nothing and can make one text look like another.
_HIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def untimely(at: datetime, last: datetime | None) -> Iterator[Reason]:
    """What makes the moment of a move unusable: no distance from UTC, before the last one, the end of the calendar.

    Examples
    --------
    >>> [reason.code for reason in untimely(datetime.max.replace(tzinfo=UTC), None)]
    ['moment-out-of-reach']
    """
    if at.tzinfo is None:
        yield refusal("no-time-zone", moment=at.isoformat())
    elif last is not None and at < last:
        yield refusal("move-in-the-past", last=last)
    yield from out_of_reach(at)


def out_of_reach(*moments: datetime) -> Iterator[Reason]:
    """That a moment lies where no deadline can be reckoned from it."""
    for moment in moments:
        if moment.year not in YEARS:
            yield refusal("moment-out-of-reach", moment=moment.isoformat())


def unusable(act: Step, at: datetime, last: datetime | None) -> Iterator[Reason]:
    """What makes a move unusable: its moment, or a text, a moment, a number in it, however deep.

    Notes
    -----
    Cost O(length of the texts).
    """
    yield from untimely(at, last)
    for part in _parts(act):
        match part:
            case str():
                yield from _unreadable(part)
            case datetime() if part.tzinfo is None:
                yield refusal("no-time-zone", moment=part.isoformat())
            case datetime():
                yield from out_of_reach(part)
            case int() | Fraction():
                yield from _too_long(part)


def day(given: date) -> date:
    """A day as such: of a moment, which is a day to Python as well, the day on which it falls."""
    return given.date() if isinstance(given, datetime) else given


def _unreadable(text: str) -> Iterator[Reason]:
    if len(text) > LONGEST:
        yield refusal("text-too-long", length=len(text), most=LONGEST)
    elif found := _HIDDEN.search(text):
        yield refusal("unreadable-text", character=f"U+{ord(found[0]):04X}", place=found.start() + 1)


def _too_long(value: int | Fraction) -> Iterator[Reason]:
    longest = max(abs(value.numerator), value.denominator)
    if longest >= _TOO_LONG:
        # A longer one is not even written out: Python refuses that, too.
        digits = longest.bit_length() * 30103 // 100000 + 1
        yield refusal("number-too-long", digits=digits, most=MOST_DIGITS)


def _parts(value: object) -> Iterator[object]:
    """What a record is made of, however deep; what stands in it most comes first."""
    record = type(value)
    if isinstance(value, str | datetime | int | Fraction):
        yield value
    elif isinstance(value, tuple | frozenset):
        for part in value:
            yield from _parts(part)
    elif attrs.has(record):
        for each in attrs.fields(record):
            yield from _parts(getattr(value, each.name))
