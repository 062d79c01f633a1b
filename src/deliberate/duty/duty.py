"""A duty: something that the decision asks to be done, in whole hours."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from attrs import field, frozen

from deliberate.errors import InputError
from deliberate.identity import name, names
from deliberate.quantities import whole
from deliberate.records.kinds import kind


def named_set(texts: Iterable[str]) -> frozenset[str]:
    """Names in no order, each in its one form."""
    return frozenset(name(text) for text in texts)


def named_tuple(texts: Iterable[str]) -> tuple[str, ...]:
    """Names in order, each in its one form; a name that stands there twice is refused."""
    return names(texts)


def _evaluator(text: str) -> str:
    return name(text) if text else ""


@kind
@frozen
class Duty:
    """A duty 责任事项; its hours may be shared, its steward is one person.

    Attributes
    ----------
    name
        Unique among the duties of one undertaking.
    what
        What is to be done, in a sentence.
    hours
        How much work it is, in whole hours, more than 0.
    steward
        Whether exactly one person shall answer for it 责任人.
    skills
        What whoever does it must be able to do.
    due, review
        By when it is done, and when it is looked at again; None where no day is set.
    evaluator
        Who will judge it 评议人; empty where nobody is named yet.

    Examples
    --------
    >>> Duty("rota", "Walk the courtyard every evening.", hours=9).hours
    9
    """

    name: str = field(converter=name)
    what: str
    hours: int = field(converter=whole)
    steward: bool = True
    skills: frozenset[str] = field(default=frozenset(), converter=named_set)
    due: date | None = None
    review: date | None = None
    evaluator: str = field(default="", converter=_evaluator)

    def __attrs_post_init__(self) -> None:
        if self.hours <= 0:
            raise InputError("bad-hours", where=self.name, hours=self.hours)
