"""Text that does what it looks like."""

from __future__ import annotations

import re

_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
# What some reader or other takes for the end of a line.
_ENDS = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")


def plain(text: str) -> str:
    r"""Text without the characters that turn a line around, every line ended in the one plain way.

    Examples
    --------
    >>> plain("one\r\ntwo\rthree")
    'one\ntwo\nthree'
    """
    return _ENDS.sub("\n", _TURNING.sub("", text))


def one_line(text: str) -> str:
    r"""What somebody typed on one line, so that no line of theirs stands where lines of the report stand.

    Examples
    --------
    >>> one_line("Yes.\n\n10:05 · Carried.")
    'Yes. / 10:05 · Carried.'
    """
    return " / ".join(line.strip() for line in plain(text).split("\n") if line.strip())


def heading(text: str, most: int = 48) -> str:
    r"""The beginning of a text, short enough to stand above what is about it.

    Examples
    --------
    >>> heading("Repair the lamps.\nNot the bins."), heading("Repair the three lamps.", 12)
    ('Repair the lamps. …', 'Repair the…')
    """
    first, _, rest = one_line(text).partition(" / ")
    line = f"{first} …" if rest else first
    return line if len(line) <= most else f"{first[: most - 1].rstrip()}…"
