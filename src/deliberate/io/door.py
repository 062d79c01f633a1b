"""The door of the files: a path or a text in, a record out, and back."""

from __future__ import annotations

import warnings
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from deliberate.community.roll import Roll
from deliberate.decision.answers import Answers
from deliberate.decision.ballots import Ranking
from deliberate.decision.election import Election
from deliberate.decision.profile import Profile
from deliberate.errors import InputError, ParseError
from deliberate.io.bounded import read_text, write_text
from deliberate.io.formats import FORMATS, Format, ending, find, guess
from deliberate.io.losses import BALLOTS, losses
from deliberate.io.places import refuse_empty
from deliberate.words import say


class _Module(Protocol):
    """What every format has."""

    def parse(self, text: str, where: str = "") -> object: ...

    def format(self, record: object, /, *arguments: str) -> str: ...


def read(path: str | Path, format: str | None = None, encoding: str = "utf-8") -> Election[Ranking]:  # noqa: A002 - the word of the command line
    """The election that a file holds.

    Parameters
    ----------
    path
        One that ends in ``.gz`` or ``.xz`` is unpacked.
    format
        A name of :data:`~deliberate.io.formats.FORMATS`; None: by ending and content.
    encoding
        Old spreadsheets are often in ``gb18030``, old tallies in ``latin-1``.

    Returns
    -------
    Election
        Of rankings; ``election.ballot`` says so where it is of answers, approvals or scores (``answers``, ``json``).

    Raises
    ------
    ParseError
        With file and line: a file that is missing, empty, cut off or past a bound; bytes that are not of this
        encoding; a ballot that cannot be read; ``not-an-election``.
    """
    return _election(record(path, format, encoding), str(path))


def roll(path: str | Path, encoding: str = "utf-8") -> Roll:
    """The roll 名册 that a CSV or JSON file holds; names that look alike are warned of and stay two people.

    Raises
    ------
    ParseError
        As :func:`read`; ``not-a-roll``.
    """
    found = record(path, "json" if ending(path) == ".json" else "roll", encoding)
    if not isinstance(found, Roll):
        raise ParseError("not-a-roll", where=str(path), found=type(found).__name__)
    if found.confusable:
        warnings.warn(say("warning.confusable", {"names": found.confusable}), stacklevel=2)
    return found


def record(path: str | Path, format: str | None = None, encoding: str = "utf-8") -> object:  # noqa: A002 - as in read
    """Whatever record a file holds: an election, answers, a roll, or any other in JSON.

    Raises
    ------
    ParseError, RecordError
        As :func:`read`.
    """
    forced = find(format) if format else None
    text = read_text(path, encoding)
    refuse_empty(text, str(path))
    return _parsed(text, forced or guess(path, text), str(path))


def parse(text: str, format: str | None = None) -> Election[Ranking]:  # noqa: A002 - as in read
    r"""The election that a text holds.

    Parameters
    ----------
    format
        A name of :data:`~deliberate.io.formats.FORMATS`; None: by content.

    Raises
    ------
    ParseError
        As :func:`read`, with the line.

    Examples
    --------
    >>> parse("votes,lamps,bins\n3,1,2\n2,,1").profile.total
    5
    """
    refuse_empty(text, "")
    return _election(_parsed(text, find(format) if format else guess("", text), ""), "")


def format_text(record: object, format: str) -> str:  # noqa: A002 - as in read
    r"""The text of a record in a format.

    Raises
    ------
    InputError
        ``cannot-hold`` where the ballots written would be other ballots, or the format is for other records;
        ``cannot-write`` where it is only read. What else the format leaves out, :func:`losses` says.

    Examples
    --------
    >>> import deliberate as d
    >>> format_text(d.ranked("3: lamps > bins"), "csv")
    'votes,lamps,bins\n3,1,2\n'
    """
    target = find(format)
    if not target.written:
        raise InputError("cannot-write", format=format, known=tuple(each.name for each in FORMATS if each.written))
    return _module(target).format(_fitted(record, target), *target.arguments)


def write(record: object, path: str | Path, format: str | None = None) -> None:  # noqa: A002 - as in read
    """Put a record into a file, in the format of its ending where none is named.

    Raises
    ------
    InputError
        As :func:`format_text`; ``unknown-content``, ``cannot-write-file``.
    """
    write_text(format_text(record, format or _named(record, path)), path)


def _module(format: Format) -> _Module:  # noqa: A002 - as in read
    return cast("_Module", import_module(f"deliberate.io.{format.module}"))


def _parsed(text: str, format: Format, where: str) -> object:  # noqa: A002 - as in read
    return _module(format).parse(text, where)


def _election(found: object, where: str) -> Election[Ranking]:
    if isinstance(found, Answers | Profile):
        found = Election(cast("Profile[Ranking]", found))
    if not isinstance(found, Election):
        raise ParseError("not-an-election", where=where, found=type(found).__name__)
    return found


def _fitted(record: object, target: Format) -> object:
    """The record as its writer takes it."""
    if target.name == "json" or (target.name == "roll" and isinstance(record, Roll)):
        return record
    if isinstance(record, Roll) or not isinstance(record, Election | Answers | Profile):
        raise InputError("cannot-hold", format=target.name, losses=(type(record).__name__,))
    election = _election(record, "")
    refused = BALLOTS & set(losses(election, target.name))
    if refused or target.name == "roll":
        raise InputError("cannot-hold", format=target.name, losses=tuple(sorted(refused)) or ("Election",))
    return election.answers if target.name == "answers" else election


def _named(record: object, path: str | Path) -> str:
    named = [each.name for each in FORMATS if ending(path) in each.endings]
    if len(named) > 1:
        answers = isinstance(record, Answers) or (isinstance(record, Election) and record.ballot == "Answer")
        return "roll" if isinstance(record, Roll) else "answers" if answers else "csv"
    if not named:
        raise InputError("unknown-content", where=str(path), known=tuple(each.name for each in FORMATS))
    return named[0]
