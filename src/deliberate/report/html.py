"""The public record as one HTML file: no script, nothing from outside, readable on a phone, printable."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from importlib.resources import files

from deliberate.errors import MissingExtra
from deliberate.hall.state import Matter
from deliberate.report.plain import plain
from deliberate.report.sections import Bars, Block, Notice, Table, sections, title
from deliberate.words import say


def page(matter: Matter, notice: Notice, languages: Sequence[str] = ("zh", "en")) -> str:
    """Write the record of a matter as a page, one article for each language.

    Parameters
    ----------
    matter
        As it stands.
    notice
        Who posts it, how long, and how to object.
    languages
        In this order.

    Raises
    ------
    MissingExtra
        Without the extra ``html``.
    """
    try:
        from jinja2 import Environment, StrictUndefined
    except ImportError as error:
        raise MissingExtra("missing-extra", library="jinja2", extra="html") from error
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.filters["kind"] = _kind
    environment.filters["percent"] = _percent
    environment.filters["plain"] = plain
    template = environment.from_string(files("deliberate.report").joinpath("record.html").read_text(encoding="utf-8"))
    articles = [
        {
            "lang": lang,
            "locale": {"zh": "zh-Hans", "en": "en"}[lang],
            "name": {"zh": "中文", "en": "English"}[lang],
            "title": say("record.title", {"title": title(matter)}, lang),
            "index": say("record.index", {}, lang),
            "sections": sections(matter, notice, lang),
        }
        for lang in languages
    ]
    skip = say("record.skip", {}, languages[0])
    return template.render(heading=title(matter), articles=articles, skip=skip, head=notice.head)


def _kind(block: Block) -> str:
    match block:
        case Table():
            return "table"
        case Bars():
            return "bars"
    return "text"


def _percent(part: Fraction) -> str:
    """A share of one hundred, rounded down to a tenth, in integers."""
    tenths = int(part * 1000)
    return f"{tenths // 10}.{tenths % 10}"
