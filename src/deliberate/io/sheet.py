"""Spreadsheets as rows with line numbers: CSV, divided by commas, semicolons or tabs."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO

from deliberate.io.places import failed, placed, refuse_empty
from deliberate.quantities import in_units

# What the head of a column may be called; the source's residents keep their rolls in Chinese.
_HEADINGS = {
    "member": ("id", "name", "成员", "姓名", "户", "居民"),
    "standing": ("party", "身份", "主体"),
    "place": ("位置", "房号"),
    "status": ("answer", "stance", "表态", "答复"),
    "head": ("heads", "人数"),
    "area": ("面积",),
    "votes": ("weight", "count", "票数"),
}
_ONE = {other: heading for heading, others in _HEADINGS.items() for other in (heading, *others)}

# Measures that a sheet writes as a decimal of the unit, and the engine counts in minor units: 15.00 m2 is 1500.
_MINOR = {"area": 100}


def rows(text: str, where: str) -> Iterator[tuple[int, list[str]]]:
    """The rows of a sheet with the line on which each ends; the first is the head.

    Blank rows are passed over; blank cells past the head, which spreadsheets leave behind, are cut off.

    Raises
    ------
    ParseError
        ``empty-file`` (blank rows included), ``bad-csv``, ``row-does-not-fit`` (shorter or longer than the head).
    """
    refuse_empty(text, where)
    plain = text.removeprefix("\ufeff")
    reader = csv.reader(StringIO(plain, newline=""), delimiter=_divider(plain), strict=True)
    width = 0
    try:
        for cells in reader:
            row = [cell.strip() for cell in cells]
            if not any(row):
                continue
            while (not width or len(row) > width) and not row[-1]:
                row.pop()
            width = width or len(row)
            if len(row) != width:
                raise failed("row-does-not-fit", where, reader.line_num, found=len(row), expected=width)
            yield reader.line_num, row
        if not width:
            raise failed("empty-file", where, 1)
    except csv.Error as error:
        raise failed("bad-csv", where, reader.line_num, reason=str(error)) from error


def _divider(text: str) -> str:
    head = text.lstrip().split("\n", 1)[0]
    return next((divider for divider in ",;\t" if divider in head), ",")


def heading(cell: str) -> str:
    """The name of a column, whatever language its head is in.

    Examples
    --------
    >>> heading("面积"), heading("Head"), heading("population")
    ('area', 'head', 'population')
    """
    return _ONE.get(cell.casefold(), cell)


def amount(cell: str, measure: str, where: str, line: int) -> int:
    """A weight in the measure's unit, whole and not negative: an area of ``15.00`` is 1500.

    Raises
    ------
    ParseError
        ``not-a-number``, ``not-whole``, ``number-too-long``, ``bad-weight``, with file and line.
    """
    with placed(where, line):
        found = in_units(cell, _MINOR.get(measure, 1))
    if found < 0:
        raise failed("bad-weight", where, line, weight=str(found))
    return found


def shown(weight: int, measure: str) -> str:
    """A weight as a sheet writes it; :func:`amount` reads it back exactly.

    Examples
    --------
    >>> shown(1500, "area"), shown(2, "head")
    ('15.00', '2')
    """
    minor = _MINOR.get(measure, 1)
    return str(weight) if minor == 1 else f"{weight // minor}.{weight % minor:02}"


def written(table: Iterable[Sequence[object]]) -> str:
    """The text of a sheet, divided by commas."""
    text = StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows(table)
    return text.getvalue()
