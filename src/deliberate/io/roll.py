"""The roll as a spreadsheet: ``member``, perhaps ``standing`` and ``place``, and a column for each weight."""

from __future__ import annotations

from collections.abc import Sequence

from deliberate.community.party import Member, Standing
from deliberate.community.roll import Roll, RollLine
from deliberate.errors import InputError, ParseError
from deliberate.identity import name
from deliberate.io.places import failed, join, placed
from deliberate.io.sheet import amount, heading, rows, shown, written

_STANDINGS = {
    "居民": Standing.RESIDENT,
    "业主": Standing.OWNER,
    "未成年人": Standing.MINOR,
    "陪伴者": Standing.COMPANION,
    "居委会": Standing.COMMITTEE,
    "业委会": Standing.OWNERS_COMMITTEE,
    "业主委员会": Standing.OWNERS_COMMITTEE,
    "物业": Standing.PROPERTY_COMPANY,
    "物业公司": Standing.PROPERTY_COMPANY,
    "社会组织": Standing.SOCIAL_ORGANISATION,
    "党组织": Standing.PARTY_ORGANISATION,
    "街道": Standing.STREET,
    "驻区单位": Standing.RESIDENT_UNIT,
    **{str(standing): standing for standing in Standing},
}
_ABOUT = ("member", "standing", "place")


def parse(text: str, where: str = "") -> Roll:
    r"""The roll that a sheet holds.

    Parameters
    ----------
    text
        The head names ``member``, perhaps ``standing`` (also ``party``) and ``place`` (``玉林/3 栋/2 单元``), in any
        order; every other column is a measure: ``area`` in m2 with up to two decimals, all others in whole
        numbers; where there is none, everybody is one ``head``. Heads and standings may be Chinese.
    where
        The file, for errors.

    Raises
    ------
    ParseError
        ``empty-file``, ``bad-csv``, ``row-does-not-fit``, ``no-column``, ``unknown-standing``, ``same-name-twice``,
        ``not-whole``, ``bad-weight``: with file and line.

    Examples
    --------
    >>> roll = parse("成员,身份,人数,面积\n李,业主,1,90.00\n王,居民,1,15.5")
    >>> roll.measures, roll.total("area")
    (('head', 'area'), 10550)
    """
    sheet = rows(text, where)
    line, cells = next(sheet)
    head = tuple(heading(cell) for cell in cells)
    columns: dict[str, int] = {}
    for cell in head:
        join(columns, cell, where, line)
    if "member" not in columns:
        raise failed("no-column", where, line, needed=("member",), found=tuple(cells))
    members: dict[str, int] = {}
    entries = []
    for line, row in sheet:
        entries.append(_entry(head, row, where, line))
        join(members, entries[-1].member.id, where, line)
    measures = tuple(cell for cell in columns if cell not in _ABOUT) or ("head",)
    with placed(where, line):
        return Roll(measures, tuple(entries))


def format(roll: Roll) -> str:  # noqa: A001 - every format has parse and format
    """The text of a roll as a sheet.

    Raises
    ------
    InputError
        ``cannot-hold`` where a part of a place has a ``/`` in it or is not tidy.

    Examples
    --------
    >>> print(format(Roll.of({"li": (1, 9000)}, measures=("head", "area"))))
    member,standing,place,head,area
    li,resident,,1,90.00
    <BLANKLINE>
    """
    return written(((*_ABOUT, *roll.measures), *(_row(line, roll.measures) for line in roll.lines)))


def _entry(head: Sequence[str], row: Sequence[str], where: str, line: int) -> RollLine:
    about = {key: cell for key, cell in zip(head, row, strict=True) if key in _ABOUT}
    weights = tuple(amount(cell, key, where, line) for key, cell in zip(head, row, strict=True) if key not in _ABOUT)
    with placed(where, line):
        member = Member(about["member"], _standing(about.get("standing", "")), _place(about.get("place", "")))
    return RollLine(member, weights or (1,))


def _place(cell: str) -> tuple[str, ...]:
    return tuple(name(part) for part in cell.split("/") if part.strip())


def _standing(cell: str) -> Standing:
    if not cell:
        return Standing.RESIDENT
    standing = _STANDINGS.get(cell.casefold())
    if standing is None:
        raise ParseError("unknown-standing", standing=cell, known=tuple(Standing))
    return standing


def _row(line: RollLine, measures: Sequence[str]) -> tuple[str, ...]:
    place = "/".join(line.member.place)
    if _place(place) != line.member.place:
        raise InputError("cannot-hold", format="roll", losses=(place,))
    return (line.member.id, str(line.member.standing), place, *map(shown, line.weights, measures))
