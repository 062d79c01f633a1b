"""Files given and files made: standard input as a text, and nothing overwritten by mistake."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from deliberate.errors import DeliberateError, InputError

STDIN = "-"


def text_of(file: str, encoding: str) -> str:
    """The text of a file, or of standard input where the file is ``-``.

    Raises
    ------
    ParseError
        As :func:`deliberate.io.bounded.read_text`.
    """
    from deliberate.io.bounded import read_text

    if file != STDIN:
        return read_text(file, encoding)
    # Through a file, so that the bounds on size and lines hold here as well.
    with TemporaryDirectory() as folder:
        kept = Path(folder) / "stdin"
        with kept.open("wb") as copy:
            if sys.stdin is not None:
                shutil.copyfileobj(sys.stdin.buffer, copy)
        with _told_as(str(kept), STDIN):
            return read_text(kept, encoding)


def put(path: str, make: Callable[[Path], None], *, force: bool) -> None:
    """Put a file where it belongs once it is whole.

    Parameters
    ----------
    path
        Where; nothing stands there afterwards where making it failed or was interrupted.
    make
        Makes the file at the path that it is given, which has the same name.
    force
        Whether a file that stands there may go.

    Raises
    ------
    InputError
        ``file-exists``, ``not-a-file``, ``cannot-write-file``.
    """
    target = Path(path)
    if target.exists() and not target.is_file():
        raise InputError("not-a-file", where=path)
    if target.exists() and not force:
        raise InputError("file-exists", where=path)
    try:
        with TemporaryDirectory(prefix=".deliberate-", dir=target.parent) as folder:
            part = Path(folder) / target.name
            with _told_as(str(part), path):
                make(part)
            part.replace(target)
    except OSError as error:
        raise InputError("cannot-write-file", where=path, reason=error.strerror or str(error)) from error


def put_text(path: str, text: str, *, force: bool, marks: Iterable[str] = ()) -> None:
    """Put a text into a file, as :func:`put` does.

    Parameters
    ----------
    marks
        What only a file that the same command made holds; such a file may go, and so may one with the same text.
    """
    target = Path(path)
    old = target.read_bytes() if target.is_file() else b""
    own = old == text.encode() or any(mark.encode() in old for mark in marks)

    def make(part: Path) -> None:
        part.write_bytes(text.encode())

    put(path, make, force=force or own)


@contextmanager
def _told_as(hidden: str, shown: str) -> Iterator[None]:
    try:
        yield
    except DeliberateError as error:
        error.where = error.where.replace(hidden, shown)
        raise
