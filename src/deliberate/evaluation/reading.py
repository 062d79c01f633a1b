"""A reading: one exact value of an indicator, with what it was read from."""

from __future__ import annotations

from fractions import Fraction

import attrs
from attrs import field, frozen

from deliberate.quantities import Amount, exact
from deliberate.records.kinds import fields, kind
from deliberate.words import say, show

SHARE = "share"


@kind
@frozen
class Reading:
    """What an indicator says 指标值.

    Attributes
    ----------
    indicator
        Which reading it is: ``mean-before``, ``change``, ``habit``, ...
    value
        Exact; None where there is nothing to divide by or to compare with: never NaN, never an invented 0.
    n
        How many reports it was read from.
    base
        What it was compared with; None where it was compared with nothing.
    unit
        ``share`` where it is a part of the base, shown in percent; a word such as ``days``; or empty.
    note
        The code of a caution that belongs to the reading, such as ``no-control-group``.
    series
        What was observed.

    Examples
    --------
    >>> print(Reading("change-share", Fraction(-42, 95), 35, unit="share").explain("en"))
    Change as a share of the mean before: about -44.2 % (exactly -42/95), from 35 reports.
    """

    indicator: str
    value: Amount | None = field(converter=attrs.converters.optional(exact))
    n: int
    base: Amount | None = field(default=None, converter=attrs.converters.optional(exact))
    unit: str = ""
    note: str = ""
    series: str = ""

    def explain(self, lang: str = "en") -> str:
        """The reading in words."""
        if self.value is None:
            return say("reading.none", fields(self), lang)
        told = {
            "value": amount_in_words(self.value, lang, self.unit),
            "base": None if self.base is None else amount_in_words(self.base, lang),
            "unit": None if self.unit in {"", SHARE} else self.unit,
            "note": self.note or None,
        }
        return say("Reading", {**fields(self), **told}, lang)


def amount_in_words(amount: Amount, lang: str, unit: str = "") -> str:
    """An exact number as a resident reads it: rounded to one place where the exact one is unreadable.

    Examples
    --------
    >>> amount_in_words(Fraction(95, 7), "en"), amount_in_words(Fraction(1, 2), "en", "share")
    ('about 13.6 (exactly 95/7)', '50 %')
    """
    shown = amount * 100 if unit == SHARE else amount
    near = Fraction(round(shown * 10), 10)
    key = f"amount.{unit}" if unit == SHARE else "amount"
    if near == shown or (unit != SHARE and "/" not in show(shown, lang)):
        return say(key, {"amount": shown}, lang)
    return say("amount.near", {"near": say(key, {"amount": near}, lang), "exact": amount}, lang)
