"""A pack's JSON read strictly: whatever is wrong is named with its path."""

from __future__ import annotations

import re
import reprlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, timedelta
from typing import TypeVar

from deliberate.errors import InputError, RequirementError
from deliberate.requirement.grammar import fields
from deliberate.words import LANGUAGES

T = TypeVar("T")
_OFFSET = re.compile(r"([+-])(\d\d):(\d\d)")


@contextmanager
def placed(where: str, joint: str = ".") -> Iterator[None]:
    """Refusals inside are told with the place that they stand in before their own path."""
    try:
        yield
    except InputError as error:
        path = joint.join(part for part in (where, error.where) if part)
        raise RequirementError(error.code, where=path, **error.fields) from None


def not_held(where: str, found: object, known: tuple[str, ...] = ()) -> RequirementError:
    """The refusal of what a pack does not hold here."""
    return RequirementError("bad-pack", where=where, found=reprlib.repr(found)[:60], known=known)


def entry(data: object, where: str, needs: tuple[str, ...], may: tuple[str, ...] = ()) -> Mapping[str, object]:
    """An object with all the keys that it needs and none that is unknown."""
    if not isinstance(data, Mapping):
        raise not_held(where, data)
    return fields(data, where, needs, may)


def text(data: object, where: str) -> str:
    """A text that says something."""
    if not isinstance(data, str) or not data.strip():
        raise not_held(where, data)
    return data


def word(data: object, where: str, known: tuple[str, ...]) -> str:
    """One of a few words."""
    if data not in known:
        raise not_held(where, data, known)
    return str(data)


def languages(data: object, where: str) -> Mapping[str, str]:
    """A text in every language."""
    given = entry(data, where, needs=LANGUAGES)
    return {lang: text(given[lang], f"{where}.{lang}") for lang in LANGUAGES}


def day(data: object, where: str) -> date | None:
    """A day, or none."""
    if data is None:
        return None
    try:
        return date.fromisoformat(data if isinstance(data, str) else "")
    except ValueError:
        raise RequirementError("bad-day", where=where, day=str(data)[:40]) from None


def offset(data: object, where: str) -> str:
    """How far a calendar is ahead of UTC, such as ``+08:00``; empty for UTC itself."""
    if data == "" or (isinstance(data, str) and _OFFSET.fullmatch(data)):
        return data
    raise not_held(where, data, ("+08:00", "-05:00"))


def ahead_of_utc(text: str) -> timedelta:
    """The time by which a calendar is ahead of UTC."""
    found = _OFFSET.fullmatch(text)
    if found is None:
        return timedelta()
    ahead = timedelta(hours=int(found[2]), minutes=int(found[3]))
    return ahead if found[1] == "+" else -ahead


def days(data: object, where: str) -> int:
    """A number of days, none at least."""
    if isinstance(data, bool) or not isinstance(data, int) or data < 0:
        raise not_held(where, data)
    return data


def flag(data: object, where: str) -> bool:
    """True or false."""
    if not isinstance(data, bool):
        raise not_held(where, data, ("true", "false"))
    return data


def mapping(data: object, where: str) -> Mapping[str, object]:
    """An object whose keys are names."""
    if not isinstance(data, Mapping):
        raise not_held(where, data)
    return data


def several(data: object, where: str, read: Callable[[object, str], T]) -> tuple[T, ...]:
    """Every part of a list, read with its path."""
    if not isinstance(data, list | tuple):
        raise not_held(where, data)
    return tuple(read(part, f"{where}[{place}]") for place, part in enumerate(data))


def all_different(names: tuple[str, ...], where: str) -> None:
    """Refuse a name that stands twice."""
    for place, name in enumerate(names):
        if name in names[:place]:
            raise RequirementError("same-name-twice", where=f"{where}[{place}]", name=name)
