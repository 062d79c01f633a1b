"""Values as a resident reads them: numbers, names, tallies."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta, timezone
from fractions import Fraction

LANGUAGES = ("en", "zh")

# The residents of the source live by one clock; a host that lives by another shows its own dates.
CHINA = timezone(timedelta(hours=8))


def show(value: object, lang: str) -> str:
    """Put one plain value into words.

    Parameters
    ----------
    value
        Text, an exact number, a date, a sequence of these, or pairs of a name and a number.
    lang
        ``"en"`` or ``"zh"``.

    Returns
    -------
    str
        The empty text for None and for an empty sequence.

    Examples
    --------
    >>> from fractions import Fraction
    >>> show((("lamps", Fraction(27, 2)), ("bins", 9)), "en")
    'lamps 13.5, bins 9'
    >>> show(("路灯", "垃圾桶"), "zh")
    '路灯、垃圾桶'
    """
    match value:
        case None:
            return ""
        case bool():
            return {"en": "yes" if value else "no", "zh": "是" if value else "否"}[lang]
        case str():
            return value
        case int() | Fraction():
            return number(value)
        case float():
            return f"{value:.3g}"
        case datetime():
            return _moment(value, lang)
        case date():
            return _day(value, lang)
        case Mapping():
            return _pairs(tuple(value.items()), lang)
        case tuple() | list():
            return _pairs(tuple(value), lang)
        case frozenset() | set():
            return _pairs(tuple(sorted(value)), lang)
    explain = getattr(value, "explain", None)
    return str(explain(lang) if explain else value)


def number(value: int | Fraction) -> str:
    """Write an exact number: ``7``, ``13.5`` where that is all of it, else ``53/7``."""
    exact = Fraction(value)
    if exact.denominator == 1:
        return str(exact.numerator)
    for places in range(1, 5):
        scaled = exact * 10**places
        if scaled.denominator == 1:
            digits = str(abs(scaled.numerator)).rjust(places + 1, "0")
            return f"{'-' if exact < 0 else ''}{digits[:-places]}.{digits[-places:]}"
    return f"{exact.numerator}/{exact.denominator}"


def _pairs(values: tuple[object, ...], lang: str) -> str:
    separator = ", " if lang == "en" else "、"
    return separator.join(_entry(value, lang) for value in values)


def _entry(value: object, lang: str) -> str:
    match value:
        case (str(name), int() | Fraction() as amount):
            return f"{name} {number(amount)}"
        case tuple() | list():
            return " = ".join(show(part, lang) for part in value)
    return show(value, lang)


def _day(value: date, lang: str) -> str:
    if lang == "zh":
        return f"{value.year} 年 {value.month} 月 {value.day} 日"
    return f"{value.day} {value:%B} {value.year}"


def _moment(value: datetime, lang: str) -> str:
    local = value.astimezone(CHINA) if value.tzinfo else value
    return f"{_day(local.date(), lang)} {local:%H:%M}"
