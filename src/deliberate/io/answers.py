"""Answers as a spreadsheet: ``member,status`` and a column for each weight."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from deliberate.decision.answers import Answers
from deliberate.io.places import failed, join, placed
from deliberate.io.sheet import amount, heading, rows, shown, written
from deliberate.requirement.statuses import STANCES, Stance
from deliberate.words import LANGUAGES, term


def parse(text: str, where: str = "") -> Answers:
    r"""The answers that a sheet holds, one line of the roll a row.

    Parameters
    ----------
    text
        The head is ``member,status`` and the measures (``head``, ``area`` in m2, ...; none: one head each). A
        status is a code (``YES``) or its word (``赞成``); an empty one is ``ABSENT``.
    where
        The file, for errors.

    Raises
    ------
    ParseError
        ``empty-file``, ``bad-csv``, ``row-does-not-fit``, ``no-column``, ``unknown-stance``, ``same-name-twice``,
        ``bad-weight``: with file and line.

    Examples
    --------
    >>> parse("member,status,area\nli,YES,90.00\nwang,NO,120.00").tallies().count("area", "YES")
    9000
    """
    sheet = rows(text, where)
    line, cells = next(sheet)
    head = [heading(cell) for cell in cells]
    if head[:2] != ["member", "status"]:
        raise failed("no-column", where, line, needed=("member", "status"), found=tuple(cells))
    measures: dict[str, int] = {}
    for cell in head[2:]:
        join(measures, cell, where, line)
    members: dict[str, int] = {}
    stances, weights = list[Stance](), list[tuple[int, ...]]()
    for line, row in sheet:
        join(members, row[0], where, line)
        stances.append(_stance(row[1], where, line))
        weights.append(tuple(_weight(cell, each, where, line) for cell, each in zip(row[2:], measures, strict=True)))
    with placed(where, line):
        return Answers.of(
            dict(zip(members, stances, strict=True)),
            roll=dict(zip(members, weights if measures else [(1,)] * len(members), strict=True)),
            measures=tuple(measures) or ("head",),
        )


def format(answers: Answers) -> str:  # noqa: A001 - every format has parse and format
    """The text of a sheet of answers.

    Examples
    --------
    >>> print(format(Answers.of({"li": "YES"}, roll={"li": (1, 9000)}, measures=("head", "area"))))
    member,status,head,area
    li,YES,1,90.00
    <BLANKLINE>
    """
    lines = zip(answers.members, answers.stances.tolist(), answers.weights.tolist(), strict=True)
    return written(
        (
            ("member", "status", *answers.measures),
            *((member, STANCES[code], *map(shown, weights, answers.measures)) for member, code, weights in lines),
        )
    )


def _stance(cell: str, where: str, line: int) -> Stance:
    if not cell:
        return Stance.ABSENT
    stance = _stances().get(cell.casefold())
    if stance is None:
        raise failed("unknown-stance", where, line, stance=cell, known=tuple(str(each) for each in STANCES))
    return stance


@cache
def _stances() -> Mapping[str, Stance]:
    """Every way to write a status, the code or what is said: YES, yes, 赞成."""
    return {word.casefold(): each for each in STANCES for word in (each, *(term(each, lang) for lang in LANGUAGES))}


def _weight(cell: str, measure: str, where: str, line: int) -> int:
    weight = amount(cell, measure, where, line)
    if weight >= 2**63:
        raise failed("bad-weight", where, line, weight=str(weight))
    return weight
