"""A journal in memory: for tests, notebooks and simulations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from deliberate.errors import CommandIdReused, Conflict
from deliberate.hall.journal.chain import Entry, link, origin
from deliberate.hall.journal.store import Receipt


class Memory:
    """Keeps the entries in a list; gone when it is gone."""

    def __init__(self) -> None:
        self._entries: list[Entry] = []
        self._streams: dict[str, list[Entry]] = {}
        self._receipts: dict[str, tuple[str, Receipt]] = {}

    def append(self, stream: str, expected: int, command: tuple[str, str], lines: Sequence[str]) -> Receipt:
        """Append the lines of one command, all or none."""
        known = self._streams.setdefault(stream, [])
        if len(known) != expected:
            raise Conflict("conflict", where=stream, expected=expected, found=len(known))
        head = known[-1].hash if known else origin(stream)
        for line in lines:
            head = link(head, line)
            entry = Entry(stream, len(known) + 1, len(self._entries) + 1, line, head)
            known.append(entry)
            self._entries.append(entry)
        receipt = Receipt(command[0], stream, expected + 1, len(known), head)
        self._receipts[command[0]] = (command[1], receipt)
        return receipt

    def receipt(self, command: tuple[str, str]) -> Receipt | None:
        """The receipt of a command that came before."""
        if command[0] not in self._receipts:
            return None
        content, receipt = self._receipts[command[0]]
        if content != command[1]:
            raise CommandIdReused("command-id-reused", command=command[0])
        return attrs.evolve(receipt, replayed=True)

    def read(self, stream: str | None = None, after: int = 0) -> Iterator[Entry]:
        """The entries of a stream past a place, or of all streams in order."""
        entries = self._entries if stream is None else self._streams.get(stream, [])
        yield from entries[after:]

    def close(self) -> None:
        """Nothing is held."""
