"""A journal as text, as an anchor, and two journals side by side."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import cast

from attrs import frozen

from deliberate.errors import BrokenChain
from deliberate.hall.journal.chain import Entry, merkle_root
from deliberate.identity import canonical, digest


def lines(entries: Iterable[Entry]) -> Iterator[str]:
    """JSON Lines of ``{"event", "hash"}``, in the order of the positions."""
    for entry in entries:
        yield f'{{"event":{entry.line},"hash":"{entry.hash}"}}\n'


def read(text: str) -> Iterator[Entry]:
    """Read an export.

    Raises
    ------
    BrokenChain
        A line that is no entry.
    """
    for position, line in enumerate(text.removesuffix("\n").split("\n"), 1):
        try:
            data = json.loads(line)
            event = data["event"]
            yield Entry(event["stream"], event["seq"], position, canonical(event).decode(), data["hash"])
        except (ValueError, LookupError, TypeError) as error:
            raise BrokenChain("broken-chain", where=f"line {position}", position=position, problem="content") from error


@frozen
class Anchor:
    """What to print on the notice board: whoever keeps it can tell later whether anything before was changed.

    Attributes
    ----------
    heads
        Stream, number of entries and hash of the last one.
    root
        Of the Merkle tree over all entries.
    """

    at: str
    hall: str
    heads: tuple[tuple[str, int, str], ...]
    root: str
    size: int

    def data(self) -> dict[str, object]:
        """The anchor as JSON data."""
        heads = [list(head) for head in self.heads]
        return {"at": self.at, "hall": self.hall, "heads": heads, "root": self.root, "size": self.size, "v": 1}

    @property
    def hash(self) -> str:
        """SHA-256 of the anchor's canonical JSON."""
        return digest(self.data())


def anchor(entries: Iterable[Entry], hall: str, at: str = "") -> Anchor:
    """Make the anchor of a journal.

    Parameters
    ----------
    hall
        The community's name.
    at
        The moment, in UTC; the newest entry's where none is given.
    """
    known = tuple(entries)
    heads = {entry.stream: (entry.seq, entry.hash) for entry in known}
    newest = cast("str", json.loads(known[-1].line)["at"]) if known else ""
    ordered = tuple((stream, *heads[stream]) for stream in sorted(heads))
    return Anchor(at or newest, hall, ordered, merkle_root(entry.line for entry in known), len(known))


def fork(one: Iterable[Entry], other: Iterable[Entry]) -> int | None:
    """Where two journals stop telling one story: the first position that differs; None where one begins the other."""
    for position, (a, b) in enumerate(zip_longest(one, other), 1):
        if a is None or b is None:
            return None
        if (a.line, a.hash) != (b.line, b.hash):
            return position
    return None
