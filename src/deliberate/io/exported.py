"""What the exports of platforms share: moments, texts with markup in them, people and things of one name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import datetime
from html.parser import HTMLParser

from attrs import frozen

from deliberate.io.places import failed

_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?) ?(Z|UTC|[+-]\d\d:?\d\d)?", re.ASCII)

# Only what looks like a tag of a text editor makes a text markup: in "if a<b and c>d" nothing may get lost.
_MARKUP = re.compile(
    r"</?(?:p|br|div|span|ul|ol|li|strong|em|b|i|u|s|a|h[1-6]|blockquote|pre|code)\s{0,9}/?>"
    r"|<(?:p|div|span|a|img|iframe|ul|ol|li|h[1-6])\s{1,9}[a-z-]{1,40}=",
    re.IGNORECASE,
)
# A sign that begins no tag that ends before the next one: the parser would look for its end again and again.
_NO_TAG = re.compile(r"<(?!/?[a-z][^<>]*>)", re.IGNORECASE)
_HEADINGS = {f"h{level}" for level in range(1, 7)}
_BLOCKS = frozenset(
    {"p", "br", "div", "ul", "ol", "li", "blockquote", "pre", "table", "tr", "hr", "figure"} | _HEADINGS
)
_UNSEEN = frozenset({"script", "style"})


@frozen
class Person:
    """Somebody as an export names them.

    Attributes
    ----------
    id
        The platform's number; empty where the export leaves it out.
    name
        As it is shown; empty where the export leaves it out.
    """

    id: str = ""
    name: str = ""


class _Text(HTMLParser):
    """Collects what a reader would see."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the parser's own signature
        self.unseen += tag in _UNSEEN
        if tag in _BLOCKS:
            self.parts.append("\n- " if tag == "li" else "\n")

    def handle_endtag(self, tag: str) -> None:
        self.unseen -= tag in _UNSEEN and self.unseen > 0
        if tag in _BLOCKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.unseen:
            # A line end inside a paragraph is where an editor's line was full, no more.
            self.parts.append(data.replace("\n", " "))


def plain_text(cell: str) -> str:
    r"""The text of a cell as a reader sees it, in NFC: tags gone, a line for each paragraph and each point of a list.

    Text that has no markup stays as it is, signs like ``<`` included.

    Examples
    --------
    >>> plain_text("<p>Two <b>lamps</b> &amp; a bench</p><ul><li>north</li><li>south</li></ul>")
    'Two lamps & a bench\n- north\n- south'
    >>> plain_text("2 < 3")
    '2 < 3'
    """
    text = unicodedata.normalize("NFC", cell.replace("\r\n", "\n").strip())
    if not _MARKUP.search(text):
        return text
    reader = _Text()
    reader.feed(_NO_TAG.sub("&lt;", text))
    reader.close()
    lines = (" ".join(line.split()) for line in "".join(reader.parts).split("\n"))
    return unicodedata.normalize("NFC", "\n".join(line for line in lines if line not in {"", "-"}))


def moment(cell: str, where: str, line: int) -> datetime:
    """The moment that a cell holds, with its distance from UTC.

    Parameters
    ----------
    cell
        As these platforms write it: ``2026-03-01 12:00:00 UTC``, ``2026-03-01 12:00:00 +0800``, or ISO 8601.
    where, line
        The place, for errors.

    Raises
    ------
    ParseError
        ``bad-moment``; ``no-time-zone``.

    Examples
    --------
    >>> moment("2026-03-01 12:00:00 UTC", "", 1).isoformat()
    '2026-03-01T12:00:00+00:00'
    """
    found = _MOMENT.fullmatch(cell)
    if found is None:
        raise failed("bad-moment", where, line, moment=cell)
    day, clock, zone = found.groups()
    if zone is None:
        raise failed("no-time-zone", where, line, moment=cell)
    try:
        return datetime.fromisoformat(f"{day}T{clock}{'+00:00' if zone in {'Z', 'UTC'} else zone}")
    except ValueError:
        raise failed("bad-moment", where, line, moment=cell) from None


def distinct(pairs: Iterable[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """A name of its own for each thing, by its number and name: the second of one name gets its number.

    Examples
    --------
    >>> sorted(distinct([("3", "Li"), ("7", "Li"), ("3", "Li"), ("9", "")]).values())
    ['#9', 'Li', 'Li #7']
    """
    owners: dict[str, str] = {}
    found: dict[tuple[str, str], str] = {}
    for number, known in pairs:
        if (number, known) in found:
            continue
        one = known or f"#{number}"
        while owners.setdefault(one, number) != number:
            one = f"{one} #{number}"
        found[number, known] = one
    return found


def name_each(people: Iterable[Person]) -> dict[Person, str]:
    """A name of its own for each person."""
    known = tuple(dict.fromkeys(people))
    names = distinct((person.id, person.name) for person in known)
    return {person: names[person.id, person.name] for person in known}
