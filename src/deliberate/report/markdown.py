"""The public record as Markdown: needs nothing but the standard library."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from deliberate.hall.state import Matter
from deliberate.report.plain import plain
from deliberate.report.sections import Bars, Block, Notice, Table, sections, title
from deliberate.words import say

# What would make a line a heading, a list, a quotation, a rule or a table.
_MARKS = re.compile(r"^(\s*\d{0,9})([#>+=|~_.)-])")


def markdown(matter: Matter, notice: Notice, languages: Sequence[str] = ("zh", "en")) -> str:
    """Write the record of a matter, one language after the other.

    Parameters
    ----------
    matter
        As it stands.
    notice
        Who posts it, how long, and how to object.
    languages
        In this order.
    """
    return "\n".join(line for lang in languages for line in _article(matter, notice, lang))


def _article(matter: Matter, notice: Notice, lang: str) -> Iterator[str]:
    yield f"# {safe(say('record.title', {'title': title(matter)}, lang))}\n"
    for section in sections(matter, notice, lang):
        yield f"## {safe(section.title)}\n"
        for block in section.blocks:
            yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    match block:
        case str():
            yield paragraph(block)
        case Table():
            yield f"**{safe(block.caption)}**\n"
            yield from text_table(block)
            yield ""
        case Bars():
            for bar in block.bars:
                yield f"- {safe(bar.label)}: {safe(bar.text)}"
            yield ""


def text_table(table: Table) -> Iterator[str]:
    """A table as text, which Markdown reads as a table."""
    yield "| " + " | ".join(map(_cell, table.head)) + " |"
    yield "|" + " --- |" * len(table.head)
    for row in table.rows:
        yield "| " + " | ".join(map(_cell, row)) + " |"


def _cell(text: str) -> str:
    return safe(text).replace("|", "\\|").replace("\n", " ")


def paragraph(text: str) -> str:
    """Lines of text, each on a line of its own, whatever somebody typed at its beginning."""
    lines = (_MARKS.sub(r"\1\\\2", safe(line)) for line in text.split("\n"))
    return "\n".join(f"{line}  " for line in lines) + "\n"


def safe(text: str) -> str:
    """Text that a Markdown reader shows as it stands: no tags, no headings, no links."""
    return (
        plain(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace("[", "\\[")
        .replace("*", "\\*")
        .replace("`", "\\`")
    )
