"""Loomio's export of a group: discussions, comments, polls, what voters wrote, outcomes.

Read in the repository loomio/loomio, ``app/extras/group_exporter.rb``, the columns of several years side by side. (The
whole archive that ``app/services/group_export_service.rb`` writes is JSON and another thing.)
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import TypeVar

from attrs import frozen

from deliberate.identity import name
from deliberate.io.blocks import Block, blocks
from deliberate.io.exported import Person, moment, plain_text
from deliberate.io.loomio_records import (
    LoomioComment,
    LoomioDiscussion,
    LoomioGroup,
    LoomioOutcome,
    LoomioPoll,
    LoomioStance,
)
from deliberate.io.places import failed, join, placed
from deliberate.io.title import tidy

Row = Mapping[str, str]
T = TypeVar("T")


def group(text: str, where: str = "") -> LoomioGroup:
    r"""What the export of a group holds.

    Parameters
    ----------
    text
        Tables under titles such as ``Discussions (2)``. Discussions there must be; memberships give the names of
        people whom other tables know by number only; other tables may be missing.
    where
        The file, for errors.

    Raises
    ------
    ParseError
        ``empty-file``, ``bad-csv``, ``row-does-not-fit``, ``truncated-file``, ``no-table``, ``no-column``,
        ``same-name-twice``, ``empty-name`` (no title), ``bad-moment``, ``no-time-zone``: with file and line.

    Examples
    --------
    >>> read = group(
    ...     "Export for Yulin\n\nDiscussions (1)\nId,Author,Author name,Title,Description,Created at\n"
    ...     "5,1,Li,Lamps,<p>Too dark.</p>,2026-03-01 12:00:00 UTC\n"
    ... )
    >>> read.discussion("5").text
    'Too dark.'
    """
    tables = blocks(text, where)
    if "discussions" not in tables:
        raise failed("no-table", where, 1, needed=("discussions",), found=tuple(tables))
    reader = _Reader(where, _people(tables, where))

    def read(title: str, needed: str, entry: Callable[[Row, int], T]) -> tuple[T, ...]:
        return tuple(_read(_of(tables, title, ("id", *needed.split()), where), entry, where))

    return LoomioGroup(
        read("discussions", "title created_at", reader.discussion),
        read("comments", "body created_at", reader.comment),
        read("polls", "title created_at", reader.poll),
        read("stances", "poll created_at", reader.stance),
        read("outcomes", "poll statement created_at", reader.outcome),
    )


@frozen
class _Reader:
    """Makes a record of a row."""

    where: str
    people: Mapping[str, str]

    def discussion(self, row: Row, line: int) -> LoomioDiscussion:
        topic, text = row.get("topic") or row["id"], plain_text(row.get("description", ""))
        title, at = self._title(row, line), self._at(row, line)
        return LoomioDiscussion(row["id"], topic, title, text, self._person(row, "author"), at)

    def comment(self, row: Row, line: int) -> LoomioComment:
        text, author = plain_text(row["body"]), self._person(row, "author")
        return LoomioComment(row["id"], _topic(row), text, author, self._at(row, line))

    def poll(self, row: Row, line: int) -> LoomioPoll:
        return LoomioPoll(
            id=row["id"],
            topic=_topic(row),
            title=self._title(row, line),
            text=plain_text(row.get("details", "")),
            author=self._person(row, "author"),
            at=self._at(row, line),
            kind=row.get("poll_type", ""),
        )

    def stance(self, row: Row, line: int) -> LoomioStance:
        voter, reason = self._person(row, "participant"), plain_text(row.get("reason", ""))
        latest = row.get("latest", "true") == "true"
        return LoomioStance(row["id"], row["poll"], voter, reason, self._at(row, line), latest)

    def outcome(self, row: Row, line: int) -> LoomioOutcome:
        author, text = self._person(row, "author"), plain_text(row["statement"])
        return LoomioOutcome(row["id"], row["poll"], author, text, self._at(row, line))

    def _at(self, row: Row, line: int) -> datetime:
        return moment(row["created_at"], self.where, line)

    def _title(self, row: Row, line: int) -> str:
        with placed(self.where, line):
            return name(tidy(row["title"]))

    def _person(self, row: Row, number: str) -> Person:
        known = row.get(number, "")
        return Person(known, tidy(row.get("author_name") or self.people.get(known, "")))


def _people(tables: Mapping[str, Block], where: str) -> dict[str, str]:
    """Names by number; not from the stances, where a secret poll calls everybody the same."""
    known = {row["user"]: row["user_name"] for _, row in _of(tables, "memberships", ("user", "user_name"), where)}
    for title in ("discussions", "comments", "polls"):
        for _, row in _of(tables, title, (), where):
            author = row.get("author", "")
            if author:
                known[author] = known.get(author) or row.get("author_name", "")
    return known


def _topic(row: Row) -> str:
    return row.get("topic") or row.get("discussion", "")


def _of(tables: Mapping[str, Block], title: str, needed: tuple[str, ...], where: str) -> Iterator[tuple[int, Row]]:
    block = tables.get(title)
    if block is None:
        return
    missing = tuple(column for column in needed if column not in block.head)
    if missing and block.rows:
        raise failed("no-column", where, block.line, needed=missing, found=block.head)
    yield from block.cells()


def _read(rows: Iterator[tuple[int, Row]], entry: Callable[[Row, int], T], where: str) -> Iterator[T]:
    known: dict[str, int] = {}
    for line, row in rows:
        join(known, row["id"], where, line)
        yield entry(row, line)
