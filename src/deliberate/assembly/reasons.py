"""Why a move is refused: the code of a rule with what its words speak of, and what makes any move unusable."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from datetime import date, datetime
from fractions import Fraction
from typing import Generic, TypeVar

from attrs import frozen

from deliberate.assembly.steps import MoveRefused
from deliberate.records.kinds import Step
from deliberate.words import knows, say
from deliberate.words.show import number

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MOMENT = re.compile(_DAY.pattern + r" \d\d:\d\d[+-]\d\d:\d\d")

About = tuple[tuple[str, str | tuple[str, ...]], ...]
P = TypeVar("P")
T = TypeVar("T")


@frozen
class Reason:
    """Why a move is refused.

    Attributes
    ----------
    code
        Its words are ``error.<code>``.
    about
        Pairs of a field of the words and its text, or several texts.
    """

    code: str
    about: About = ()


@frozen
class Ask(Generic[P, T]):
    """Somebody wants to do something, at a moment, where things stand so, under these terms."""

    part: P
    terms: T
    by: str
    at: datetime


def refusal(code: str, **about: object) -> Reason:
    """A reason with what its words speak of.

    Examples
    --------
    >>> refusal("not-all-heard", missing=("li", "wang")).about
    (('missing', ('li', 'wang')),)
    """
    return Reason(code, tuple((name, _kept(value)) for name, value in about.items()))


def turned_down(by: str, reason: Reason) -> MoveRefused:
    """The step that a refused move is."""
    return MoveRefused(by, reason.code, reason.about)


def not_done_here(by: str, act: Step) -> MoveRefused:
    """The refusal of an act that a procedure does not know."""
    return turned_down(by, refusal("not-done-here", act=act_term(type(act).__name__)))


def act_term(act: str) -> str:
    """The word that an act is called by; its own name where nobody has given it one."""
    return f"act.{act}" if knows(f"term.act.{act}", "en") else act


def in_words(step: MoveRefused, lang: str) -> str:
    """The words of the rule that a refused move broke: moments, days and lists as a resident reads them.

    Examples
    --------
    >>> in_words(turned_down("li", refusal("move-in-the-past", last=datetime.fromisoformat("2026-03-08T09:00Z"))), "zh")
    '这个举动早于上一个举动（2026 年 3 月 8 日 17:00）。'
    """
    return say(f"error.{step.code}", spoken_of(step.about), lang)


def spoken_of(about: About) -> dict[str, object]:
    """What the words of a reason speak of, by field: moments and days as such."""
    return {name: _read(value) if isinstance(value, str) else value for name, value in about}


def _kept(value: object) -> str | tuple[str, ...]:
    """A value as a record keeps it: a moment as ``2026-03-08 09:00+08:00``."""
    match value:
        case datetime():
            return value.isoformat(" ", "minutes")
        case Fraction():
            return number(value)
        case tuple():
            return tuple(map(str, value))
    return str(value)


def _read(text: str) -> object:
    """A moment or a day where the text is one and nothing else."""
    try:
        if _MOMENT.fullmatch(text):
            return datetime.fromisoformat(text)
        if _DAY.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        return text
    return text


def missing_of(members: Iterable[str], there: Iterable[str]) -> tuple[str, ...]:
    """Who of the members is not there, in the order of the members."""
    known = frozenset(there)
    return tuple(member for member in members if member not in known)


def unused(names: Collection[str]) -> str:
    """A name that is not among these."""
    return next(name for name in ("-" * length for length in range(1, len(names) + 2)) if name not in names)


def silent(text: str) -> Iterator[Reason]:
    """That a text says nothing."""
    if not text.strip():
        yield refusal("says-nothing")
