"""What is said: the reply on standard output, what went wrong on standard error."""

from __future__ import annotations

import json
import os
import re
import sys
import traceback
from contextlib import suppress
from difflib import get_close_matches
from typing import TextIO

from deliberate.cli.command import Reply
from deliberate.errors import DeliberateError
from deliberate.words import say

# A terminal would obey these, or turn the line around.
_LIVE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def answer(reply: Reply, *, as_json: bool) -> None:
    """Say the reply: one JSON document, or words."""
    if not as_json:
        text = reply.text()
        _write(sys.stdout, text if text.endswith("\n") or not text else f"{text}\n")
        return
    _write(sys.stdout, f"{_json(reply.data(), sys.stdout)}\n")


def complain(error: DeliberateError, lang: str, *, as_json: bool) -> None:
    """Say what went wrong, where, and what to do."""
    # Some sentences tell the place themselves.
    message = error.message(lang)
    hint = _hint(error, lang)
    if as_json:
        told = {"code": error.code, "message": message, "where": error.where, "hint": hint}
        _write(sys.stderr, f"{_json({'error': told}, sys.stderr)}\n")
        return
    place = f"{error.where}: " if error.where and error.where not in message else ""
    line = f"{place}{message} {hint}".strip().replace("\n", " ")
    _write(sys.stderr, f"deliberate: {_LIVE.sub(_spelt, line)}\n")


def note(text: str) -> None:
    """Say something beside the reply."""
    _write(sys.stderr, f"{text}\n")


def confess(error: Exception, lang: str, *, as_json: bool) -> None:
    """Say that the engine itself is wrong, and where."""
    if not as_json:
        _write(sys.stderr, "".join(traceback.format_exception(error)))
    complain(DeliberateError("defect", problem=f"{type(error).__name__}: {error}"[:300]), lang, as_json=as_json)


def hush() -> None:
    """Let nobody hear what is still to be said: whoever listened has gone."""
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _hint(error: DeliberateError, lang: str) -> str:
    hint = error.hint(lang)
    known, near = error.fields.get("known"), error.fields.get("near")
    if near is not None or not isinstance(known, tuple):
        return hint
    words = [each for each in error.fields.values() if isinstance(each, str)]
    names = tuple(map(str, known))
    meant = [one for word in words if word not in names for one in get_close_matches(word, names, n=2)]
    return f"{say('cli.near', {'near': tuple(meant)}, lang)} {hint}".strip() if meant else hint


def _spelt(character: re.Match[str]) -> str:
    return ascii(character[0])[1:-1]


def _json(data: object, stream: TextIO) -> str:
    # Where the terminal cannot show 中文, JSON still can say it.
    unicode = (stream.encoding or "utf-8").lower().startswith("utf")
    return json.dumps(data, ensure_ascii=not unicode, allow_nan=False)


def _write(stream: TextIO | None, text: str) -> None:
    if stream is None:
        return
    encoding = stream.encoding or "utf-8"
    shown = _LIVE.sub(_spelt, text) if stream.isatty() else text
    stream.write(shown.encode(encoding, "backslashreplace").decode(encoding))
    stream.flush()
