"""A journal in one SQLite file, from the standard library alone."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Self

from deliberate.errors import CommandIdReused, Conflict, JournalError
from deliberate.hall.journal.chain import Entry, link, origin
from deliberate.hall.journal.store import Receipt

APPLICATION = 0x64_6C_62_31  # "dlb1": another program's file is refused
VERSION = 1

_PRAGMAS = """
PRAGMA synchronous = FULL;
PRAGMA foreign_keys = ON;
PRAGMA trusted_schema = OFF;
PRAGMA cell_size_check = ON;
PRAGMA fullfsync = ON;
"""
_SCHEMA = f"""
CREATE TABLE entry (
  stream TEXT NOT NULL, seq INTEGER NOT NULL, position INTEGER NOT NULL UNIQUE,
  line TEXT NOT NULL, hash TEXT NOT NULL, PRIMARY KEY (stream, seq)) STRICT;
CREATE TABLE command (
  id TEXT PRIMARY KEY, content TEXT NOT NULL, stream TEXT NOT NULL,
  first INTEGER NOT NULL, last INTEGER NOT NULL, head TEXT NOT NULL) STRICT;
PRAGMA application_id = {APPLICATION};
PRAGMA user_version = {VERSION};
"""


class SQLite:
    """Keeps the entries in a file; every append is one transaction, synced to the disk.

    Parameters
    ----------
    path
        Made where it does not exist.

    Raises
    ------
    JournalError
        ``foreign-file`` where the file is another program's, ``future-file`` where a later version wrote it,
        ``cannot-open`` where it cannot be opened.
    """

    def __init__(self, path: Path | str) -> None:
        self._path = str(path)
        self._open(self._path, writes=True)

    @classmethod
    def read_only(cls, path: Path | str) -> Self:
        """Open a file that is there to read it; nothing is written, not even beside it."""
        store = cls.__new__(cls)
        store._path = str(path)
        # Nobody writes where no write-ahead log lies beside the file: then not even a shared-memory file is made.
        quiet = not Path(f"{path}-wal").exists()
        store._open(f"{Path(path).absolute().as_uri()}?mode=ro{'&immutable=1' if quiet else ''}", writes=False)
        return store

    def _open(self, target: str, *, writes: bool) -> None:
        self._writes = writes
        try:
            self._db = sqlite3.connect(target, timeout=5, isolation_level=None, uri=not writes)
        except sqlite3.DatabaseError as error:
            raise JournalError("cannot-open", where=self._path, problem=str(error)) from error
        try:
            self._prepare()
        except sqlite3.DatabaseError as error:
            self._db.close()
            raise JournalError("cannot-open", where=self._path, problem=str(error)) from error
        except JournalError:
            self._db.close()
            raise

    def _prepare(self) -> None:
        new = self._is_new()
        if self._writes:
            self._db.execute("PRAGMA journal_mode = WAL")
            self._db.executescript(_PRAGMAS)
        if self._writes and new:
            self._db.executescript(f"BEGIN IMMEDIATE; {_SCHEMA} COMMIT;")

    def _is_new(self) -> bool:
        """Whether the file is empty; another program's file is refused before anything is changed."""
        [(application,)] = self._db.execute("PRAGMA application_id")
        [(version,)] = self._db.execute("PRAGMA user_version")
        [(tables,)] = self._db.execute("SELECT count(*) FROM sqlite_schema")
        if application == 0 and tables == 0 and self._writes:
            return True
        if application != APPLICATION:
            raise JournalError("foreign-file", where=self._path)
        if version > VERSION:
            raise JournalError("future-file", where=self._path, version=version, known=VERSION)
        return False

    def append(self, stream: str, expected: int, command: tuple[str, str], lines: Sequence[str]) -> Receipt:
        """Append the lines of one command, all or none."""
        self._db.execute("BEGIN IMMEDIATE")
        try:
            receipt = self._append(stream, expected, command, lines)
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")
        return receipt

    def _append(self, stream: str, expected: int, command: tuple[str, str], lines: Sequence[str]) -> Receipt:
        seq, head = self._head(stream)
        if seq != expected:
            raise Conflict("conflict", where=stream, expected=expected, found=seq)
        [(position,)] = self._db.execute("SELECT coalesce(max(position), 0) FROM entry")
        rows = []
        for place, line in enumerate(lines, 1):
            head = link(head, line)
            rows.append((stream, seq + place, position + place, line, head))
        self._db.executemany("INSERT INTO entry VALUES (?, ?, ?, ?, ?)", rows)
        receipt = Receipt(command[0], stream, expected + 1, expected + len(rows), head)
        row = (*command, stream, receipt.first, receipt.last, head)
        self._db.execute("INSERT INTO command VALUES (?, ?, ?, ?, ?, ?)", row)
        return receipt

    def _head(self, stream: str) -> tuple[int, str]:
        query = "SELECT seq, hash FROM entry WHERE stream = ? ORDER BY seq DESC LIMIT 1"
        found: tuple[int, str] | None = self._db.execute(query, (stream,)).fetchone()
        return found or (0, origin(stream))

    def receipt(self, command: tuple[str, str]) -> Receipt | None:
        """The receipt of a command that came before."""
        query = "SELECT content, stream, first, last, head FROM command WHERE id = ?"
        found = self._db.execute(query, (command[0],)).fetchone()
        if found is None:
            return None
        content, stream, first, last, head = found
        if content != command[1]:
            raise CommandIdReused("command-id-reused", command=command[0])
        return Receipt(command[0], stream, first, last, head, replayed=True)

    def read(self, stream: str | None = None, after: int = 0) -> Iterator[Entry]:
        """The entries of a stream past a place, or of all streams in order."""
        columns = "SELECT stream, seq, position, line, hash FROM entry"
        if stream is None:
            rows = self._db.execute(f"{columns} WHERE position > ? ORDER BY position", (after,))
        else:
            rows = self._db.execute(f"{columns} WHERE stream = ? AND seq > ? ORDER BY seq", (stream, after))
        # No cursor stays open while a command runs.
        yield from [Entry(*row) for row in rows.fetchall()]

    def close(self) -> None:
        """Fold the write-ahead log into the file and let go of it."""
        if self._writes:
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self._db.close()
