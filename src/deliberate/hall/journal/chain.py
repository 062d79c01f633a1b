"""The hash chain: each entry's hash covers the one before it, so that nothing is rewritten quietly."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator

from attrs import frozen

from deliberate.errors import BrokenChain, InputError
from deliberate.identity import canonical


@frozen
class Entry:
    """One line of a journal.

    Attributes
    ----------
    position
        The place in the whole journal, from 1, without gaps.
    line
        The event's canonical JSON.
    hash
        Of the entry before and of the line, as 64 hexadecimal digits.
    """

    stream: str
    seq: int
    position: int
    line: str
    hash: str


def origin(stream: str) -> str:
    """The hash before the first entry of a stream."""
    return hashlib.sha256(b"deliberate.chain.v1\n" + canonical(stream)).hexdigest()


def link(before: str, line: str) -> str:
    """The hash of an entry: SHA-256 over the hash before it, a line end, and its line."""
    return hashlib.sha256(f"{before}\n{line}".encode()).hexdigest()


def verified(entries: Iterable[Entry]) -> Iterator[Entry]:
    """The entries of a journal in the order of their positions, each checked as it passes.

    Raises
    ------
    BrokenChain
        Names the first entry that is not canonical, not in its place, or whose hash does not follow.
    """
    heads: dict[str, tuple[int, str]] = {}
    for position, entry in enumerate(entries, 1):
        seq, before = heads.get(entry.stream, (0, origin(entry.stream)))
        where = f"{entry.stream} {entry.seq}"
        if entry.position != position or entry.seq != seq + 1:
            raise BrokenChain("broken-chain", where=where, position=entry.position, problem="order")
        if link(before, entry.line) != entry.hash:
            raise BrokenChain("broken-chain", where=where, position=entry.position, problem="hash")
        if not _in_place(entry):
            raise BrokenChain("broken-chain", where=where, position=entry.position, problem="content")
        heads[entry.stream] = (entry.seq, entry.hash)
        yield entry


def _in_place(entry: Entry) -> bool:
    """A line is valid if and only if it is the canonical text of what it says, and says where it stands."""
    try:
        data = json.loads(entry.line)
        return bool(
            canonical(data).decode() == entry.line and (data["stream"], data["seq"]) == (entry.stream, entry.seq)
        )
    except (ValueError, LookupError, TypeError, RecursionError, InputError):
        return False


def merkle_root(lines: Iterable[str]) -> str:
    """The root of the Merkle tree over all lines (RFC 6962, section 2.1)."""
    level = [hashlib.sha256(b"\x00" + line.encode()).digest() for line in lines]
    if not level:
        return hashlib.sha256(b"").hexdigest()
    while len(level) > 1:
        # Pairing from the left and carrying an odd last node up splits at the largest power of two.
        pairs = [hashlib.sha256(b"\x01" + a + b).digest() for a, b in zip(level[::2], level[1::2], strict=False)]
        level = pairs + level[len(pairs) * 2 :]
    return level[0].hex()
