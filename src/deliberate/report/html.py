"""The public record, or the minutes of a meeting, as one HTML file: no script, nothing from outside, printable."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from importlib.resources import files

from attrs import frozen

from deliberate.assembly.moves import Move
from deliberate.errors import MissingExtra
from deliberate.hall.state import Matter
from deliberate.report.blocks import Bars, Block, Quote, Section, Table
from deliberate.report.minutes import Record, minutes
from deliberate.report.minutes_head import MinutesHead
from deliberate.report.plain import plain
from deliberate.report.sections import Notice, sections, title
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
    articles = [
        _article(lang, say("record.title", {"title": title(matter)}, lang), sections(matter, notice, lang))
        for lang in languages
    ]
    return _rendered(title(matter), articles, notice.head)


def minutes_page(
    record: Record, head: MinutesHead, languages: Sequence[str] = ("zh", "en"), moves: Sequence[Move] = ()
) -> str:
    """Write the minutes of a meeting as a page, one article for each language.

    Parameters
    ----------
    record, head, moves
        As :func:`~deliberate.report.minutes.minutes` takes them.
    languages
        In this order.

    Raises
    ------
    MissingExtra
        Without the extra ``html``.
    InputError
        As :func:`~deliberate.report.minutes.minutes`.
    """
    articles = [
        _article(lang, say("minutes.title", {"title": head.title}, lang), minutes(record, head, lang, moves))
        for lang in languages
    ]
    return _rendered(head.title, articles, "")


@frozen
class _Article:
    """One language of a page."""

    lang: str
    locale: str
    name: str
    title: str
    index: str
    sections: tuple[Section, ...]


def _article(lang: str, called: str, parts: tuple[Section, ...]) -> _Article:
    locale, name = {"zh": ("zh-Hans", "中文"), "en": ("en", "English")}[lang]
    return _Article(lang, locale, name, called, say("record.index", {}, lang), parts)


def _rendered(heading: str, articles: Sequence[_Article], head: str) -> str:
    try:
        from jinja2 import Environment, StrictUndefined
    except ImportError as error:
        raise MissingExtra("missing-extra", library="jinja2", extra="html") from error
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.filters["kind"] = _kind
    environment.filters["percent"] = _percent
    environment.filters["plain"] = plain
    template = environment.from_string(files("deliberate.report").joinpath("record.html").read_text(encoding="utf-8"))
    skip = say("record.skip", {}, articles[0].lang)
    return template.render(heading=heading, articles=articles, skip=skip, head=head)


def _kind(block: Block) -> str:
    match block:
        case Table():
            return "table"
        case Bars():
            return "bars"
        case Quote():
            return "quote"
    return "text"


def _percent(part: Fraction) -> str:
    """A share of one hundred, rounded down to a tenth, in integers."""
    tenths = int(part * 1000)
    return f"{tenths // 10}.{tenths % 10}"
