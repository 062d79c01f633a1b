"""The title of an election: one line that nobody can hide anything in."""

from __future__ import annotations

import re
import unicodedata

from deliberate.identity import name
from deliberate.io.places import placed

# Control characters, marks that turn the line around, lone surrogates.
_HIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def read_title(text: str, where: str, line: int) -> str:
    """The title that a file gives, in NFC; empty where it gives none.

    Raises
    ------
    ParseError
        ``unreadable-name``.
    """
    if not text.strip():
        return ""
    with placed(where, line):
        return name(text)


def tidy(text: str) -> str:
    r"""The title as a file with one line for it can hold it.

    Examples
    --------
    >>> tidy("Lamps\n in  the yard")
    'Lamps in the yard'
    """
    return unicodedata.normalize("NFC", _HIDDEN.sub("", " ".join(text.split())))
