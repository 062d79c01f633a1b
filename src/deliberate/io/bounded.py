"""Files as text, and text as files: every bound is checked before the work is done."""

from __future__ import annotations

import gzip
import lzma
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import BinaryIO, Protocol

from deliberate.errors import InputError, ParseError
from deliberate.io.places import at

# Nobody wrote a longer line by hand, and no export of a count needs one.
LONGEST_LINE = 2**20
LARGEST = 2**30
# A compressed file may grow by this much once it has given more than FREE bytes (a bomb grows 1,000-fold).
RATIO = 200
FREE = 2**20
CHUNK = 2**16


class _Opened(Protocol):
    def read(self, size: int, /) -> bytes: ...


def read_text(path: str | Path, encoding: str = "utf-8") -> str:
    """The text of a file; one that ends in ``.gz`` or ``.xz`` is unpacked.

    Parameters
    ----------
    path
        Where it is.
    encoding
        A byte order mark of UTF-8 is taken off.

    Raises
    ------
    ParseError
        ``no-such-file``, ``cannot-read-file``, ``line-too-long``, ``file-too-large``, ``unpacks-too-large``,
        ``truncated-archive``, ``broken-archive``, ``not-this-encoding``, ``unknown-encoding``: with file and line.

    Notes
    -----
    Read in chunks of 64 KiB, so that a file past a bound is refused before it fills the memory.
    """
    where = str(path)
    with _typed(where), Path(path).open("rb") as file:
        data = b"".join(_within_lines(_within_size(_unpacked(file, where), file, where), where))
    return _decoded(data, encoding, where)


def write_text(text: str, path: str | Path) -> None:
    """Put the text into a file, in UTF-8; one that ends in ``.gz`` or ``.xz`` is packed.

    Raises
    ------
    InputError
        ``cannot-write-file``.
    """
    data = text.encode()
    match Path(path).suffix.lower():
        case ".gz":
            # No time in the header: the same record gives the same bytes.
            data = gzip.compress(data, mtime=0)
        case ".xz":
            data = lzma.compress(data)
    try:
        Path(path).write_bytes(data)
    except OSError as error:
        raise InputError("cannot-write-file", where=str(path), reason=error.strerror or str(error)) from error


@contextmanager
def _typed(where: str) -> Iterator[None]:
    try:
        yield
    except FileNotFoundError as error:
        raise ParseError("no-such-file", where=where) from error
    except EOFError as error:
        raise ParseError("truncated-archive", where=where) from error
    except (gzip.BadGzipFile, lzma.LZMAError, zlib.error) as error:
        raise ParseError("broken-archive", where=where, reason=str(error)) from error
    except OSError as error:
        raise ParseError("cannot-read-file", where=where, reason=error.strerror or str(error)) from error


def _unpacked(file: BinaryIO, where: str) -> Iterator[bytes]:
    opened: _Opened = file
    match Path(where).suffix.lower():
        case ".gz":
            opened = gzip.GzipFile(fileobj=file)
        case ".xz":
            opened = lzma.LZMAFile(file)  # noqa: SIM115 - holds nothing but the file, which is closed by its own
    return iter(partial(opened.read, CHUNK), b"")


def _within_size(chunks: Iterator[bytes], file: BinaryIO, where: str) -> Iterator[bytes]:
    size = 0
    for chunk in chunks:
        size += len(chunk)
        if size > LARGEST:
            raise ParseError("file-too-large", where=where, most=LARGEST)
        if size > FREE and size > RATIO * file.tell():
            raise ParseError("unpacks-too-large", where=where, ratio=RATIO)
        yield chunk


def _within_lines(chunks: Iterator[bytes], where: str) -> Iterator[bytes]:
    # A chunk is shorter than the longest line: only the line that runs on from chunk to chunk can be too long.
    line, length = 1, 0
    for chunk in chunks:
        end = chunk.find(b"\n")
        if length + (len(chunk) if end < 0 else end) > LONGEST_LINE:
            raise ParseError("line-too-long", where=at(where, line), most=LONGEST_LINE)
        length = length + len(chunk) if end < 0 else len(chunk) - chunk.rfind(b"\n") - 1
        line += chunk.count(b"\n")
        yield chunk


def _decoded(data: bytes, encoding: str, where: str) -> str:
    codec = "utf-8-sig" if encoding.lower().replace("_", "-") in {"utf-8", "utf8"} else encoding
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        place = at(where, error.object.count(b"\n", 0, error.start) + 1)
        byte = f"0x{error.object[error.start]:02X}"
        raise ParseError("not-this-encoding", where=place, encoding=encoding, byte=byte) from error
    except LookupError as error:
        raise ParseError("unknown-encoding", where=where, encoding=encoding) from error
