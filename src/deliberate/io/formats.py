"""The formats that are read and written, what each can hold, and how a file shows which it is."""

from __future__ import annotations

import re
from pathlib import Path

from attrs import frozen

from deliberate.errors import InputError, ParseError
from deliberate.io.sheet import heading

# Packed files are named by what is inside.
PACKED = (".gz", ".xz")

_TITLED = frozenset({"rankings", "title", "quotes"})
_TABLE = frozenset({"rankings", "ties", "unranked", "skipped-ranks", "quotes"})
_BLT_HOLDS = (_TABLE | {"title", "seats", "withdrawn", "lot"}) - {"quotes"}
_ALL = _TABLE | {
    *("approvals", "scores", "answers", "option-names"),
    *("title", "title-form", "seats", "withdrawn", "lot", "electorate", "invalid"),
}


@frozen
class Format:
    """One format of files.

    Attributes
    ----------
    name
        As ``--format`` takes it.
    module
        The file of ours that reads and writes it.
    endings
        Of its files, without ``.gz`` and ``.xz``.
    holds
        What of an election it can hold, by the codes of :func:`~deliberate.io.losses.losses`.
    written
        Whether it can be written as well as read.
    arguments
        What its writer takes besides the record.
    """

    name: str
    module: str
    endings: tuple[str, ...]
    holds: frozenset[str] = frozenset()
    written: bool = True
    arguments: tuple[str, ...] = ()


FORMATS: tuple[Format, ...] = (
    Format("soi", "preflib", (".soi",), _TITLED | {"unranked"}, arguments=("soi",)),
    Format("soc", "preflib", (".soc",), _TITLED, arguments=("soc",)),
    Format("toi", "preflib", (".toi",), _TITLED | {"unranked", "ties"}, arguments=("toi",)),
    Format("toc", "preflib", (".toc",), _TITLED | {"ties"}, arguments=("toc",)),
    Format("blt", "blt", (".blt",), _BLT_HOLDS),
    Format("debian", "debian", (), _TABLE, written=False),
    Format("csv", "csv_ballots", (".csv", ".tsv"), _TABLE),
    Format("answers", "answers", (".csv", ".tsv"), frozenset({"answers", "quotes"})),
    Format("roll", "roll", (".csv", ".tsv")),
    Format("json", "json_record", (".json",), _ALL),
)

_BY_NAME = {each.name: each for each in FORMATS}
# Enough to see what a file is.
_GLANCE = 2**16
_BLT = re.compile(r"[0-9]+[ \t]+[0-9]+[ \t]*(?:#.*)?")


def find(name: str) -> Format:
    """The format of this name.

    Raises
    ------
    InputError
        ``unknown-format``.
    """
    found = _BY_NAME.get(name)
    if found is None:
        raise InputError("unknown-format", format=name, known=tuple(_BY_NAME))
    return found


def ending(path: str | Path) -> str:
    """The ending that says what a file is: ``.blt`` of ``ward.blt.gz``."""
    given = Path(path)
    return Path(given.stem if given.suffix.lower() in PACKED else given.name).suffix.lower()


def guess(path: str | Path, text: str) -> Format:
    """The format of a file, by its ending where that says it, else by its content.

    Raises
    ------
    ParseError
        ``unknown-content``.
    """
    named = [each for each in FORMATS if ending(path) in each.endings]
    if len(named) == 1:
        return named[0]
    found = _by_content(text[:_GLANCE].removeprefix("\ufeff").lstrip())
    if not found or (named and find(found) not in named):
        raise ParseError("unknown-content", where=str(path), known=tuple(_BY_NAME))
    return find(found)


def _by_content(glance: str) -> str:
    head = next((line for line in glance.split("\n") if not line.startswith("#")), "").strip()
    if glance.startswith(("{", "[")):
        return "json"
    if "# ALTERNATIVE NAME " in glance:
        return "toi"
    if "Option 1-" in glance and "\nV:" in glance:
        return "debian"
    if _BLT.fullmatch(head):
        return "blt"
    cells = {heading(cell.strip().strip('"')) for cell in re.split("[,;\t]", head)}
    if "member" in cells:
        return "answers" if "status" in cells else "roll"
    return "csv" if len(cells) > 1 else ""
