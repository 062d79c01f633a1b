"""The public record as Markdown: needs nothing but the standard library."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from deliberate.hall.state import Matter
from deliberate.report.blocks import Bars, Block, Quote, Table
from deliberate.report.plain import plain
from deliberate.report.sections import Notice, sections, title
from deliberate.words import say

# What would make a line a heading, a list, a quotation, a rule or a table.
_MARKS = re.compile(r"^(\s*(?:(?=:)|\d{0,9}(?=[#>+=|~_.)-])))")
# What would begin a tag, a link, code, emphasis, or make one of these marks count again.
_ACTIVE = re.compile(r"[\\\[*`]")


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
    yield f"# {on_one_line(say('record.title', {'title': title(matter)}, lang))}\n"
    for section in sections(matter, notice, lang):
        yield f"## {on_one_line(section.title)}\n"
        for block in section.blocks:
            yield from markdown_of(block)


def markdown_of(block: Block) -> Iterator[str]:
    """One block of a report as lines of Markdown."""
    match block:
        case str():
            yield paragraph(block)
        case Quote():
            yield "\n".join(f"> {line}" for line in paragraph(block.text).removesuffix("\n").split("\n")) + "\n"
        case Table():
            yield f"**{on_one_line(block.caption)}**\n"
            yield from text_table(block)
            yield ""
        case Bars():
            for bar in block.bars:
                yield f"- {on_one_line(bar.label)}: {on_one_line(bar.text)}"
            yield ""


def text_table(table: Table) -> Iterator[str]:
    """A table as text, which Markdown reads as a table."""
    yield "| " + " | ".join(map(_cell, table.head)) + " |"
    yield "|" + " --- |" * len(table.head)
    for row in table.rows:
        yield "| " + " | ".join(map(_cell, row)) + " |"


def _cell(text: str) -> str:
    return on_one_line(text).replace("|", "\\|")


def on_one_line(text: str) -> str:
    """The same on one line, where a second one would begin something else: a heading, a cell of a table."""
    return safe(text).replace("\n", " ")


def paragraph(text: str) -> str:
    """Lines of text, each on a line of its own, whatever somebody typed at its beginning."""
    lines = (_MARKS.sub(r"\1\\", line) for line in safe(text).split("\n"))
    return "\n".join(f"{line}  " for line in lines) + "\n"


def safe(text: str) -> str:
    """Text that a Markdown reader shows as it stands: no tags, no headings, no links."""
    return _ACTIVE.sub(r"\\\g<0>", plain(text).replace("&", "&amp;").replace("<", "&lt;"))
