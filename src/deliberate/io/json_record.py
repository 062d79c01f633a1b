"""Any record of the house as JSON: exact, strict, and read back equal."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from deliberate.errors import InputError, ParseError
from deliberate.hall.kinds import from_dict
from deliberate.identity import DEEPEST
from deliberate.io.places import failed, refuse_empty
from deliberate.quantities import MOST_DIGITS
from deliberate.records.convert import to_dict

# One step for each string, bracket, other word or line; a string without an end goes to the end, never back.
_STRUCTURE = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"?|[\[{]|[\]}]', re.DOTALL)
_TOKEN = re.compile(_STRUCTURE.pattern + r"|[^\s\"\[\]{},:]++", re.DOTALL)
_COLON = re.compile(r"\s*+:")
# A longer row goes on several lines, so that every line of ours stays below the longest that is read.
_LONGEST_ROW = 2**14


def parse(text: str, where: str = "") -> object:
    """The record that the JSON text holds, or a tuple of them.

    Parameters
    ----------
    text
        As :func:`format` writes it: each record an object with its ``"kind"``.
    where
        The file, for errors.

    Raises
    ------
    ParseError
        ``empty-file``, ``bad-json``, ``json-float``, ``key-twice``, ``too-deep``, ``number-too-long``: with the
        line where there is one.
    RecordError
        ``bad-record``: well-formed JSON that is not a record.

    Examples
    --------
    >>> parse('{"kind": "Lot", "order": ["b", "a"]}').order
    ('b', 'a')
    """
    refuse_empty(text, where)
    try:
        return from_dict(data(text, where), where=where)
    except InputError as error:
        raise type(error)(error.code, where=error.where or where, **error.fields) from error


def data(text: str, where: str = "") -> object:
    """The plain data of a JSON text, read strictly.

    Raises
    ------
    ParseError
        As :func:`parse`.
    """
    plain = text.removeprefix("\ufeff")
    _refuse_depth(plain, where)
    return _loaded(plain, where)


def format(record: object) -> str:  # noqa: A001 - every format has parse and format
    """The JSON text of a record; a row of plain values stands on one line.

    Raises
    ------
    InputError
        ``json-float`` where the record holds one.

    Examples
    --------
    >>> from deliberate.lot import Lot
    >>> print(format(Lot(("b", "a"))))
    {
     "kind": "Lot",
     "order": ["b", "a"],
     "by": "lot"
    }
    <BLANKLINE>
    """
    return "".join((*_shown(to_dict(record), ""), "\n"))


def _refuse_depth(text: str, where: str) -> None:
    inside: list[str] = []
    last = ""
    for token in _STRUCTURE.finditer(text):
        first = token[0][0]
        if first in "[{":
            inside.append(last)
        elif first in "]}" and inside:
            inside.pop()
        last = token[0].strip('"') if first == '"' else ""
        if len(inside) > DEEPEST:
            error = failed("too-deep", where, _number(text, token.start()), most=DEEPEST)
            error.where += _way(inside)
            raise error


def _way(keys: Sequence[str]) -> str:
    """The first keys of the way down, as much as one line can say."""
    path = ".".join(key for key in keys if key)
    return f": {path[:60]}{'...' if len(path) > 60 else ''}" if path else ""


def _loaded(text: str, where: str) -> object:
    try:
        return json.loads(
            text, parse_float=_no_float, parse_constant=_no_float, parse_int=_int, object_pairs_hook=_object
        )
    except json.JSONDecodeError as error:
        raise failed("bad-json", where, error.lineno, reason=error.msg) from error
    except ParseError as error:
        line = _line(text, error.fields.get("value"))
        raise failed(error.code, where, line, **error.fields) from error


def _no_float(literal: str) -> object:
    raise ParseError("json-float", value=literal)


def _int(literal: str) -> int:
    if len(literal) > MOST_DIGITS:
        raise ParseError("number-too-long", value=literal, digits=len(literal), most=MOST_DIGITS)
    return int(literal)


def _object(pairs: Sequence[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        twice = next(key for key, times in Counter(key for key, _ in pairs).items() if times > 1)
        raise ParseError("key-twice", key=twice)
    return found


def _line(text: str, literal: object) -> int:
    """Where the number stands, or without one the second of two equal keys: only looked for when it is told."""
    keys: list[set[str]] = [set()]
    for token in _TOKEN.finditer(text):
        word = token[0]
        if word in {"[", "{"}:
            keys.append(set())
        elif word in {"]", "}"}:
            keys.pop()
        elif word == literal or (literal is None and word in keys[-1]):
            return _number(text, token.start())
        elif _COLON.match(text, token.end()):
            keys[-1].add(word)
    return 1


def _number(text: str, place: int) -> int:
    return text.count("\n", 0, place) + 1


def _shown(value: object, indent: str) -> Iterator[str]:
    match value:
        case float():
            raise InputError("json-float", value=repr(value))
        case dict() if value:
            inside = ((f"{json.dumps(key, ensure_ascii=False)}: ", part) for key, part in value.items())
            yield from _block("{", inside, "}", indent)
        case list() | tuple() if value:
            row = _row(value)
            yield from (row,) if row else _block("[", (("", part) for part in value), "]", indent)
        case _:
            yield json.dumps(value, ensure_ascii=False)


def _block(opened: str, inside: Iterable[tuple[str, object]], closed: str, indent: str) -> Iterator[str]:
    start = f"{opened}\n"
    for key, part in inside:
        yield f"{start}{indent} {key}"
        yield from _shown(part, f"{indent} ")
        start = ",\n"
    yield f"\n{indent}{closed}"


def _row(values: Sequence[object]) -> str:
    """Plain values on one line; empty where that is not what they are."""
    if any(isinstance(each, float | dict | list | tuple) for each in values):
        return ""
    row = json.dumps(values, ensure_ascii=False)
    return row if len(row) <= _LONGEST_ROW else ""
