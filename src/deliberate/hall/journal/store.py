"""What a store of journals must do: four verbs, behind which memory, SQLite and others stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from attrs import field, frozen

from deliberate.hall.journal.chain import Entry


@frozen
class Receipt:
    """What somebody holds who sent a command.

    Attributes
    ----------
    first, last
        The places of its events in the stream.
    head
        The hash of the last one.
    replayed
        Whether the command had come before; no part of equality, so that a retry gives the equal receipt.
    """

    command: str
    stream: str
    first: int
    last: int
    head: str
    replayed: bool = field(default=False, eq=False)


class Store(Protocol):
    """Journals of many streams."""

    def append(self, stream: str, expected: int, command: tuple[str, str], lines: Sequence[str]) -> Receipt:
        """Append the lines of one command, all or none.

        Parameters
        ----------
        expected
            How many entries the stream has; another number is a ``Conflict``.
        command
            Its id and the hash of what it asks.
        """
        ...

    def receipt(self, command: tuple[str, str]) -> Receipt | None:
        """The receipt of a command that came before; ``CommandIdReused`` where the content differs."""
        ...

    def read(self, stream: str | None = None, after: int = 0) -> Iterator[Entry]:
        """The entries of a stream past a place, or of all streams in the order of their positions."""
        ...

    def close(self) -> None:
        """Let go of what is held."""
        ...
