"""Decidim's exports: proposals with their supports and amendments, comments with their sides.

Read in the repository decidim/decidim, the columns of several years side by side:
``decidim-proposals/lib/decidim/proposals/proposal_serializer.rb``,
``decidim-comments/lib/decidim/comments/comment_serializer.rb``, and, for how nested values become columns such as
``title/en`` and lists become one cell, ``decidim-core/lib/decidim/exporters/csv.rb``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import datetime

from attrs import frozen

from deliberate.assembly.moves import Side
from deliberate.identity import name
from deliberate.io.exported import Person, moment, plain_text
from deliberate.io.places import failed, join, placed
from deliberate.io.sheet import rows
from deliberate.io.title import tidy
from deliberate.quantities import whole

_SIDES = {"1": Side.FOR, "-1": Side.AGAINST, "0": Side.NEITHER, "": Side.NEITHER}
_NUMBER = re.compile(r"/proposals/(\d{1,18})", re.ASCII)
Row = Mapping[str, str]


@frozen
class DecidimProposal:
    """One proposal, or one amendment, as it stood when it was exported.

    Attributes
    ----------
    state
        The platform's own word: ``accepted``, ``rejected``, ``evaluating``, ``withdrawn``; empty where not answered.
    supports
        How many supported it; None where the export does not say (it is hidden while a vote is open).
    endorsers
        Who stands by it by name; empty where the names cannot be told apart in their one cell.
    amends
        The number of the proposal that this one would change; empty where it is no amendment.
    """

    id: str
    title: str
    text: str
    authors: tuple[Person, ...]
    at: datetime
    state: str = ""
    supports: int | None = None
    endorsers: tuple[str, ...] = ()
    amends: str = ""
    url: str = ""


@frozen
class DecidimComment:
    """One comment.

    Attributes
    ----------
    side
        What was marked beside it; answers to comments have no side.
    depth
        0 for a comment, 1 for an answer to it, and so on.
    on
        The kind of what it is on, such as ``Decidim::Proposals::Proposal``, and its number.
    root
        The address of what the whole conversation is on; empty where the export does not say.
    """

    id: str
    text: str
    author: Person
    at: datetime
    side: Side = Side.NEITHER
    depth: int = 0
    on: tuple[str, str] = ("", "")
    root: str = ""


def proposals(text: str, where: str = "", lang: str = "") -> tuple[DecidimProposal, ...]:
    r"""The proposals that an export holds, in its order.

    Parameters
    ----------
    text
        The head names ``id``, ``title`` (or ``title/en``, ...), ``body`` and ``published_at`` (or ``created_at``);
        all else may be missing, as it is in older exports, or be more than is read here.
    where
        The file, for errors.
    lang
        Which of the languages to take, such as ``ca``; where a text has none of it, the first that it has, and a
        machine's translation last.

    Raises
    ------
    ParseError
        ``empty-file``, ``bad-csv``, ``row-does-not-fit``, ``no-column``, ``same-name-twice`` (two columns or two
        numbers), ``empty-name`` (no title), ``bad-moment``, ``no-time-zone``, ``not-a-number``,
        ``not-whole``: with file and line.

    Examples
    --------
    >>> [one] = proposals("id;title/en;body/en;supports;published_at\n12;Lamps;<p>Two.</p>;7;2026-03-01 12:00:00 UTC")
    >>> one.title, one.text, one.supports
    ('Lamps', 'Two.', 7)
    """
    known: dict[str, int] = {}
    found = []
    for line, row in _table(text, where, ("id", "title", "body")):
        join(known, row["id"], where, line)
        found.append(_proposal(row, lang, where, line))
    return tuple(found)


def comments(text: str, where: str = "", lang: str = "") -> tuple[DecidimComment, ...]:
    r"""The comments that an export holds, in its order.

    Raises
    ------
    ParseError
        As :func:`proposals`; ``unknown-alignment`` where it is not 1, 0, -1 or empty.

    Examples
    --------
    >>> [one] = comments("id;body;alignment;created_at\n3;Too bright.;-1;2026-03-01 12:00:00 UTC")
    >>> str(one.side)
    'against'
    """
    known: dict[str, int] = {}
    found = []
    for line, row in _table(text, where, ("id", "body", "created_at")):
        join(known, row["id"], where, line)
        found.append(_comment(row, lang, where, line))
    return tuple(found)


def _table(text: str, where: str, needed: tuple[str, ...]) -> Iterator[tuple[int, Row]]:
    sheet = rows(text, where)
    line, head = next(sheet)
    columns: dict[str, int] = {}
    for cell in head:
        join(columns, cell, where, line)
    missing = tuple(each for each in needed if not any(column.split("/")[0] == each for column in columns))
    if missing:
        raise failed("no-column", where, line, needed=missing, found=tuple(head))
    for line, cells in sheet:
        yield line, dict(zip(columns, cells, strict=True))


def _proposal(row: Row, lang: str, where: str, line: int) -> DecidimProposal:
    counted = _first(row, "votes", "supports", "proposal_votes_count")
    withdrawn = row.get("withdrawn") == "true"
    with placed(where, line):
        title = name(tidy(plain_text(_in_language(row, "title", lang))))
        supports = whole(counted) if counted else None
    return DecidimProposal(
        id=row["id"],
        title=title,
        text=plain_text(_in_language(row, "body", lang)),
        authors=_authors(row),
        at=moment(_first(row, "published_at", "created_at"), where, line),
        state="withdrawn" if withdrawn else row.get("state", ""),
        supports=supports,
        endorsers=_endorsers(row),
        amends=_amended(row),
        url=row.get("url", ""),
    )


def _comment(row: Row, lang: str, where: str, line: int) -> DecidimComment:
    side = _SIDES.get(row.get("alignment", ""))
    if side is None:
        raise failed("unknown-alignment", where, line, alignment=row["alignment"])
    with placed(where, line):
        depth = whole(row.get("depth") or "0")
    return DecidimComment(
        id=row["id"],
        text=plain_text(_in_language(row, "body", lang)),
        author=Person(row.get("author/id", ""), tidy(row.get("author/name", ""))),
        at=moment(row["created_at"], where, line),
        side=side,
        depth=depth,
        on=(row.get("commentable_type", ""), row.get("commentable_id", "")),
        root=row.get("root_commentable_url", ""),
    )


def _first(row: Row, *columns: str) -> str:
    return next((row[column] for column in columns if row.get(column)), "")


def _in_language(row: Row, what: str, lang: str) -> str:
    written = [column for column in row if column == what or column.startswith(f"{what}/")]
    # "title/en" was written by somebody, "title/machine_translations/fr" by nobody.
    ordered = sorted(written, key=lambda column: (column != f"{what}/{lang}", column.count("/") > 1))
    return _first(row, *ordered)


def _authors(row: Row) -> tuple[Person, ...]:
    """Several authors stand in one cell, divided by commas; a name may have a comma of its own."""
    ids, known = row.get("author/id", ""), row.get("author/name", "")
    numbers, names = ids.split(", "), known.split(", ")
    if len(numbers) != len(names):
        numbers, names = [ids], [known]
    return tuple(Person(number, tidy(one)) for number, one in zip(numbers, names, strict=True) if number or one)


def _endorsers(row: Row) -> tuple[str, ...]:
    for column in ("likes", "endorsements"):
        names = row.get(f"{column}/user_endorsements", "").split(", ")
        if row.get(f"{column}/total_count") == str(len(names)):
            return tuple(dict.fromkeys(tidy(one) for one in names if tidy(one)))
    return ()


def _amended(row: Row) -> str:
    found = _NUMBER.findall(row.get("original_proposal/url", "")) if row.get("is_amend") == "true" else []
    return found[-1] if found else ""
