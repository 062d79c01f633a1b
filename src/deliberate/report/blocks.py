"""What a report is made of before it has any markup: sections of sentences, tables, bars, and words of others."""

from __future__ import annotations

from fractions import Fraction

from attrs import frozen


@frozen
class Table:
    """Rows under a head; the first cell of a row names it."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@frozen
class Bar:
    """A length with its label and its number in words."""

    label: str
    part: Fraction
    text: str


@frozen
class Bars:
    """Lengths side by side; the numbers stand in the text as well."""

    caption: str
    bars: tuple[Bar, ...]


@frozen
class Quote:
    """What somebody wrote, word for word: set apart, so that nobody takes it for words of the report."""

    text: str


Block = str | Table | Bars | Quote


@frozen
class Section:
    """One part of a report."""

    id: str
    title: str
    blocks: tuple[Block, ...]
