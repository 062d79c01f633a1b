"""The public record as Markdown: needs nothing but the standard library."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deliberate.hall.state import Matter
from deliberate.report.plain import plain
from deliberate.report.sections import Bars, Block, Notice, Table, sections, title
from deliberate.words import say

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", "[": "\\[", "*": "\\*", "`": "\\`"})


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
    yield f"# {_safe(say('record.title', {'title': title(matter)}, lang))}\n"
    for section in sections(matter, notice, lang):
        yield f"## {_safe(section.title)}\n"
        for block in section.blocks:
            yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    match block:
        case str():
            yield "\n".join(f"{_safe(line)}  " for line in block.split("\n")) + "\n"
        case Table():
            yield f"**{_safe(block.caption)}**\n"
            yield from text_table(block)
            yield ""
        case Bars():
            for bar in block.bars:
                yield f"- {_safe(bar.label)}: {_safe(bar.text)}"
            yield ""


def text_table(table: Table) -> Iterator[str]:
    """A table as text, which Markdown reads as a table."""
    yield "| " + " | ".join(map(_cell, table.head)) + " |"
    yield "|" + " --- |" * len(table.head)
    for row in table.rows:
        yield "| " + " | ".join(map(_cell, row)) + " |"


def _cell(text: str) -> str:
    return _safe(text).replace("|", "\\|").replace("\n", " ")


def _safe(text: str) -> str:
    """Text that a Markdown reader shows as it stands: no tags, no headings, no links."""
    return (
        plain(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace("[", "\\[")
        .replace("*", "\\*")
        .replace("`", "\\`")
    )
