"""The register of units as a spreadsheet: building, entrance, room, area, owners and state."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from deliberate.community.units import Unit, UnitState
from deliberate.errors import InputError
from deliberate.identity import name
from deliberate.io.places import failed, join, placed
from deliberate.io.sheet import amount, rows, shown, written

_HEADINGS = {
    "building": ("楼栋", "楼号", "栋", "幢"),
    "entrance": ("单元",),
    "room": ("flat", "房号", "房间号", "室号"),
    "area": ("面积", "专有面积", "专有部分面积", "建筑面积"),
    "owners": ("owner", "业主", "产权人", "房主", "权利人"),
    "state": ("状态", "销售状态"),
}
_ONE = {other: heading for heading, others in _HEADINGS.items() for other in (heading, *others)}
_PLACE = ("building", "entrance", "room")
_NEEDED = ("room", "area", "owners")

_STATES = {
    "": UnitState.SOLD,
    "已售": UnitState.SOLD,
    "已交付": UnitState.SOLD,
    "未售": UnitState.UNSOLD,
    "未出售": UnitState.UNSOLD,
    "未交付": UnitState.UNDELIVERED,
    "已售未交付": UnitState.UNDELIVERED,
    **{str(state): state for state in UnitState},
}
_BETWEEN = re.compile("[、;；]")


def parse(text: str, where: str = "") -> tuple[Unit, ...]:
    r"""The units that a sheet holds.

    Parameters
    ----------
    text
        The head names ``room``, ``area`` and ``owners``, perhaps ``building``, ``entrance`` and ``state``, in any
        order, in English or Chinese (楼栋 单元 房号 面积 业主 状态), and nothing else. Areas are in m2 with up to two
        decimals; owners stand apart by ``、`` or ``;``; without a state a unit is sold.
    where
        The file, for errors.

    Raises
    ------
    ParseError
        ``empty-file``, ``bad-csv``, ``row-does-not-fit``, ``no-column``, ``unknown-column``, ``same-name-twice``,
        ``empty-name``, ``same-unit-twice``, ``unit-without-area``, ``unit-without-owner``, ``unknown-unit-state``,
        ``not-whole``, ``not-a-number``, ``bad-weight``: with file and line.

    Examples
    --------
    >>> units = parse("楼栋,单元,房号,面积,业主,状态\n3 栋,1,301,90.00,李、王,已售\n3 栋,1,302,120.5,,未售")
    >>> [(unit.name, unit.area, unit.owners, str(unit.state)) for unit in units]
    [('3 栋 1 301', 9000, ('李', '王'), 'sold'), ('3 栋 1 302', 12050, (), 'unsold')]
    """
    sheet = rows(text, where)
    line, cells = next(sheet)
    columns: dict[str, int] = {}
    for cell in cells:
        join(columns, _heading(cell, where, line), where, line)
    missing = tuple(column for column in _NEEDED if column not in columns)
    if missing:
        raise failed("no-column", where, line, needed=missing, found=tuple(cells))
    found: dict[tuple[str, ...], Unit] = {}
    for line, row in sheet:
        unit = _unit(dict(zip(columns, row, strict=True)), where, line)
        if unit.place in found:
            raise failed("same-unit-twice", where, line, unit=unit.name)
        found[unit.place] = unit
    return tuple(found.values())


def format(units: Iterable[Unit]) -> str:  # noqa: A001 - every format has parse and format
    """The text of a register as a sheet.

    Raises
    ------
    InputError
        ``cannot-hold``: a place of more than three parts, or an owner's name with ``、`` or ``;`` in it.

    Examples
    --------
    >>> print(format([Unit(("3 栋", "1", "301"), 9000, ("李", "王"))]))
    building,entrance,room,area,owners,state
    3 栋,1,301,90.00,李、王,sold
    <BLANKLINE>
    """
    return written(((*_PLACE, "area", "owners", "state"), *map(_row, units)))


def _heading(cell: str, where: str, line: int) -> str:
    heading = _ONE.get(cell.casefold())
    if heading is None:
        raise failed("unknown-column", where, line, column=cell, known=tuple(_HEADINGS))
    return heading


def _unit(row: Mapping[str, str], where: str, line: int) -> Unit:
    area = amount(row["area"], "area", where, line)
    state = row.get("state", "").casefold()
    with placed(where, line):
        # A building or an entrance that is left blank is no part of the path; a unit always has its room.
        place = (*(name(row[part]) for part in _PLACE[:-1] if row.get(part)), name(row["room"]))
        owners = tuple(name(each) for each in _BETWEEN.split(row["owners"]) if each.strip())
        return Unit(place, area, owners, _STATES.get(state, state))


def _row(unit: Unit) -> tuple[str, ...]:
    odd = tuple(owner for owner in unit.owners if _BETWEEN.search(owner))
    if odd or len(unit.place) > len(_PLACE):
        raise InputError("cannot-hold", format="units", losses=odd or (unit.name,))
    # A short path ends in the room all the same: "3 栋", nothing, "301".
    *outer, room = unit.place
    blank = ("",) * (len(_PLACE) - len(unit.place))
    return (*outer, *blank, room, shown(unit.area, "area"), "、".join(unit.owners), str(unit.state))
