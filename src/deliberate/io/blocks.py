"""Several tables in one sheet, each under a line with its title: how Loomio writes its exports."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from io import StringIO

from attrs import frozen

from deliberate.io.places import failed, refuse_empty

# "Discussions (12)": the title, and how many rows are promised.
_TITLE = re.compile(r"(.{1,40}?)(?: \((\d{1,9})\))?", re.ASCII)


@frozen
class Block:
    """One table.

    Attributes
    ----------
    title
        In lower case, without the number of rows: ``discussions``.
    line
        Where the title stands.
    promised
        How many rows the title promises; None where it does not say.
    head
        The names of the columns, in the one form of :func:`column`.
    rows
        Each with the line on which it ends, and as wide as the head.
    """

    title: str
    line: int
    promised: int | None
    head: tuple[str, ...] = ()
    rows: tuple[tuple[int, tuple[str, ...]], ...] = ()

    def cells(self) -> Iterator[tuple[int, dict[str, str]]]:
        """The rows by the names of the columns; of two columns of one name the first counts."""
        for line, row in self.rows:
            yield line, dict(zip(reversed(self.head), reversed(row), strict=True))


def column(cell: str) -> str:
    """The one form of a column's name: exports write ``author_id``, ``Author`` and ``Author id`` for the same.

    Examples
    --------
    >>> column("Author"), column("author_id"), column("Created at"), column("id")
    ('author', 'author', 'created_at', 'id')
    """
    return cell.strip().casefold().replace(" ", "_").removesuffix("_id")


def blocks(text: str, where: str = "") -> dict[str, Block]:
    r"""The tables of a sheet by their titles.

    Parameters
    ----------
    text
        A row with one cell is a title; the row after it is the head; rows follow, to the next title or blank row.
    where
        The file, for errors.

    Raises
    ------
    ParseError
        ``empty-file``, ``bad-csv`` (a cell of more than 131,072 characters included), ``row-does-not-fit``,
        ``same-name-twice`` (two tables of one title), ``truncated-file`` (fewer rows than promised, or more).

    Examples
    --------
    >>> blocks("Export for Yulin\n\nComments (1)\nId,Body\n7,Too dark.\n")["comments"].rows
    ((5, ('7', 'Too dark.')),)
    """
    refuse_empty(text, where)
    found: dict[str, Block] = {}
    for block in _divided(_rows(text, where), where):
        if block.title in found:
            raise failed("same-name-twice", where, block.line, name=block.title)
        if block.promised not in {None, len(block.rows)}:
            fields = {"what": block.title, "promised": block.promised, "found": len(block.rows)}
            raise failed("truncated-file", where, block.line, **fields)
        found[block.title] = block
    return found


def _rows(text: str, where: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    reader = csv.reader(StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    try:
        for cells in reader:
            yield reader.line_num, tuple(cell.strip() for cell in cells)
    except csv.Error as error:
        raise failed("bad-csv", where, reader.line_num, reason=str(error)) from error


def _divided(rows: Iterable[tuple[int, tuple[str, ...]]], where: str) -> Iterator[Block]:
    title: Block | None = None
    head: tuple[str, ...] = ()
    kept: list[tuple[int, tuple[str, ...]]] = []
    for line, row in rows:
        if not any(row[1:]):
            # A title, a blank row, or the first column of a table that has no other.
            if title is not None:
                yield Block(title.title, title.line, title.promised, head, tuple(kept))
            title, head, kept = _title(line, row), (), []
        elif title is not None and not head:
            head = tuple(map(column, _cut(row)))
        elif title is not None:
            kept.append((line, _fitted(row, len(head), where, line)))
    if title is not None:
        yield Block(title.title, title.line, title.promised, head, tuple(kept))


def _title(line: int, row: tuple[str, ...]) -> Block | None:
    # The first line names the group, whose name may look like anything.
    found = _TITLE.fullmatch(row[0]) if row and not row[0].startswith("Export for ") else None
    return Block(found[1].casefold(), line, int(found[2]) if found[2] else None) if found and found[1] else None


def _cut(row: tuple[str, ...]) -> tuple[str, ...]:
    width = max((place for place, cell in enumerate(row, 1) if cell), default=0)
    return row[:width]


def _fitted(row: tuple[str, ...], width: int, where: str, line: int) -> tuple[str, ...]:
    if len(row) < width or any(row[width:]):
        raise failed("row-does-not-fit", where, line, found=len(row), expected=width)
    return row[:width]
