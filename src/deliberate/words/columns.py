"""Plain text in columns that stand one under the other, in 中文 as well."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from unicodedata import east_asian_width


def width(text: str) -> int:
    """How many columns a text takes in a fixed font: a character of 中文 takes two.

    Examples
    --------
    >>> width("路灯 3")
    6
    """
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)


def in_columns(lines: Sequence[Sequence[str]], between: str = " | ") -> Iterator[str]:
    r"""Lines of cells as text, each column as wide as its widest cell.

    Parameters
    ----------
    lines
        All of one length.

    Examples
    --------
    >>> print("\n".join(in_columns([("lamps", "3"), ("路灯", "4")])))
    lamps | 3
    路灯  | 4
    """
    widths = [max(map(width, column)) for column in zip(*lines, strict=True)]
    for line in lines:
        padded = (cell + " " * (most - width(cell)) for cell, most in zip(line, widths, strict=True))
        yield between.join(padded).rstrip()
