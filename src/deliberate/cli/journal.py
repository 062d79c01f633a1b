"""``deliberate journal``: the chain checked, played again, exported, anchored, compared."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from deliberate.cli.command import Command, Reply, Word
from deliberate.errors import BrokenChain, InputError, JournalError

if TYPE_CHECKING:
    from deliberate.hall.hall import Hall
    from deliberate.hall.journal.chain import Entry

_SQLITE = b"SQLite format 3\x00"


def add(parser: ArgumentParser, word: Word) -> None:
    """Tell the arguments."""
    parser.add_argument("action", metavar="ACTION", help=word("action"))
    parser.add_argument("file", metavar="FILE.db", help=word("file"))
    parser.add_argument("other", metavar="OTHER", nargs="?", help=word("other"))
    parser.add_argument("--out", metavar="OUT.jsonl", help=word("out"))


def journal(given: Namespace) -> Reply:
    """Do one thing with a journal, which stays as it is.

    Raises
    ------
    BrokenChain
        Names the first entry that does not fit.
    JournalError
        A file that is missing, empty, or no journal.
    """
    action: str = given.action
    if action not in _ACTIONS:
        raise InputError("unknown-choice", argument="ACTION", value=action, known=tuple(_ACTIONS))
    if given.other is not None and action != "compare":
        raise InputError("unknown-argument", argument=given.other, near=(), prog=f"deliberate journal {action}")
    return _ACTIONS[action](given)


def verify(given: Namespace) -> Reply:
    """Check every hash."""
    from deliberate.words import say

    entries = _entries(given.file)
    streams = len({entry.stream for entry in entries})
    data = {"verified": True, "entries": len(entries), "streams": streams}
    return Reply(lambda: data, lambda: say("cli.journal.verified", data, given.lang))


def replay(given: Namespace) -> Reply:
    """Rebuild the state from the events."""
    import json

    from deliberate.hall.hall import dump

    _entries(given.file)
    with hall_of(given.file) as hall:
        state = dump(hall)
    return Reply(lambda: json.loads(state), lambda: state)


def export(given: Namespace) -> Reply:
    """Give every entry as a line of JSON."""
    import json

    from deliberate.cli.files import put_text
    from deliberate.hall.journal.export import lines
    from deliberate.words import say

    entries = _entries(given.file)
    text = "".join(lines(entries))
    if given.out is None:
        return Reply(lambda: [json.loads(line) for line in lines(entries)], lambda: text)
    put_text(given.out, text, force=given.force)
    data = {"out": given.out, "entries": len(entries)}
    return Reply(lambda: data, lambda: say("cli.journal.exported", data, given.lang))


def anchor(given: Namespace) -> Reply:
    """Give what goes on the notice board."""
    from deliberate.hall.journal.export import anchor as anchored
    from deliberate.identity import canonical
    from deliberate.words import say

    entries = _entries(given.file)
    with hall_of(given.file) as hall:
        made = anchored(entries, hall.community.name)
    return Reply(
        lambda: {"anchor": made.data(), "hash": made.hash},
        lambda: f"{canonical(made.data()).decode()}\n{say('cli.journal.hash', {'hash': made.hash}, given.lang)}",
    )


def compare(given: Namespace) -> Reply:
    """Tell whether two journals are one story."""
    from deliberate.hall.journal.export import fork
    from deliberate.words import say

    if given.other is None:
        raise InputError("missing-argument", arguments="OTHER", prog="deliberate journal compare")
    one, other = _entries(given.file), _entries(given.other)
    at = fork(one, other)
    sizes = {"entries": len(one), "other": len(other)}
    story = "forked" if at else "same" if len(one) == len(other) else "begins"
    fields = sizes | {"at": at, "more": abs(len(one) - len(other))}
    return Reply(
        lambda: {"one_story": at is None, "fork": at} | sizes,
        lambda: say(f"cli.journal.{story}", fields, given.lang),
    )


def _entries(file: str) -> tuple[Entry, ...]:
    """All entries of a journal or of an export of one, each verified."""
    from deliberate.hall.journal.chain import verified
    from deliberate.hall.journal.export import read
    from deliberate.io.bounded import read_text

    try:
        if _is_sqlite(file):
            with hall_of(file) as hall:
                return tuple(hall.entries())
        return tuple(verified(read(read_text(file))))
    except BrokenChain as error:
        error.where = f"{file}: {error.where}"
        raise


def _is_sqlite(file: str) -> bool:
    """Whether the file is a database; one that is missing or empty is refused, not made."""
    path = Path(file)
    if not path.exists():
        raise JournalError("no-such-file", where=file)
    try:
        with path.open("rb") as opened:
            head = opened.read(len(_SQLITE))
    except OSError as error:
        raise JournalError("cannot-open", where=file, problem=error.strerror or str(error)) from error
    if not head:
        raise JournalError("empty-file", where=file)
    return head == _SQLITE


@contextmanager
def hall_of(file: str) -> Iterator[Hall]:
    """The hall of a file that is there."""
    from sqlite3 import DatabaseError

    from deliberate.hall.hall import Hall
    from deliberate.hall.journal.sqlite import SQLite

    if not _is_sqlite(file):
        raise JournalError("foreign-file", where=file)
    try:
        with Hall(SQLite.read_only(file)) as hall:
            yield hall
    except DatabaseError as error:
        raise JournalError("cannot-open", where=file, problem=str(error)) from error


_ACTIONS: Mapping[str, Callable[[Namespace], Reply]] = {
    "verify": verify,
    "replay": replay,
    "export": export,
    "anchor": anchor,
    "compare": compare,
}

JOURNAL = Command(
    name="journal",
    usage="verify|replay|export|anchor|compare FILE.db [OTHER]\n[--out OUT.jsonl]",
    examples=("deliberate journal verify courtyard.db", "deliberate journal compare courtyard.db last-month.jsonl"),
    add=add,
    do=journal,
)
