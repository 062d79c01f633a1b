"""The place of a mistake: which file, which line."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from deliberate.errors import InputError, ParseError
from deliberate.identity import name

# What an error quotes of a line; a line of a megabyte helps nobody.
QUOTED = 80


def at(where: str, line: int) -> str:
    """The place as it stands in an error: ``ward.blt:7``, or ``line 7`` of a text without a file.

    Examples
    --------
    >>> at("ward.blt", 7), at("", 7)
    ('ward.blt:7', 'line 7')
    """
    return f"{where}:{line}" if where else f"line {line}"


def failed(code: str, where: str, line: int, /, **fields: object) -> ParseError:
    """The error of one line, ready to be raised; text in it is cut to a length that can be read."""
    shown = {key: value[:QUOTED] if isinstance(value, str) else value for key, value in fields.items()}
    return ParseError(code, where=at(where, line), **shown)


@contextmanager
def placed(where: str, line: int) -> Iterator[None]:
    """Say of whatever goes wrong inside on which line of which file it did."""
    try:
        yield
    except InputError as error:
        if isinstance(error, ParseError) and error.where:
            raise
        raise failed(error.code, where, line, **error.fields) from error


def lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines with their numbers from 1, without line ends; only LF and CR LF end a line.

    ``str.splitlines`` would also break a name at U+2028 and its kin.
    """
    for number, line in enumerate(text.removeprefix("\ufeff").split("\n"), 1):
        yield number, line.removesuffix("\r")


def refuse_empty(text: str, where: str) -> None:
    """Refuse a text with nothing in it: ``empty-file``."""
    if not text.removeprefix("\ufeff").strip():
        raise failed("empty-file", where, 1)


def join(known: dict[str, int], text: str, where: str, line: int) -> int:
    """Join a name to those known, and give its place among them.

    Raises
    ------
    ParseError
        ``empty-name``, ``unreadable-name``, ``same-name-twice``, with file and line.
    """
    with placed(where, line):
        one = name(text)
    if one in known:
        raise failed("same-name-twice", where, line, name=one)
    known[one] = len(known)
    return known[one]
