"""The rules of order of each procedure, drawn from the tables that decide: Markdown for its page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Protocol

from deliberate.assembly import allegations, circle, delphi, mediation
from deliberate.assembly.issues import order as ripening
from deliberate.assembly.liquid import phases as liquid
from deliberate.assembly.motions import drawing as motions
from deliberate.assembly.proposals import course
from deliberate.assembly.talk import drawings
from deliberate.assembly.talk.forms import FORMS
from deliberate.words import term
from tools.order_words import DOCS


class Ordered(Protocol):
    """A table of phases that draws itself."""

    def text_table(self, lang: str = "en") -> str:
        """The table in plain text."""
        ...

    def mermaid(self, lang: str = "en") -> str:
        """The table as a diagram."""
        ...


def rules(name: str, lang: str) -> Iterator[str]:
    """The rules of order of one procedure; nothing where it has no table of its own."""
    if name in _DRAWN:
        yield from ("", f"## {DOCS[lang]['rules']}", "", *_DRAWN[name](lang))


def _fenced(text: str, name: str) -> Iterator[str]:
    yield from (f"```text id={name}", *text.splitlines(), "```")


def _diagram(text: str, lang: str, name: str = "drawing") -> Iterator[str]:
    words = DOCS[lang]
    yield from ("", f"## {words[name]}", "", words["in-mermaid"], "", *_fenced(text, name))


def _robert(lang: str) -> Iterator[str]:
    yield from _fenced(motions.table(lang), "table")
    yield from _diagram(motions.states(lang), lang, "states")
    yield from _diagram(motions.precedence(lang), lang, "precedence")


def _talk(place: int, lang: str) -> Iterator[str]:
    yield drawings.table(lang, (FORMS[place],))
    yield from _diagram(drawings.mermaid(FORMS[place], lang), lang)


def _phased(order: Ordered, lang: str) -> Iterator[str]:
    yield from _fenced(order.text_table(lang), "table")
    yield from _diagram(order.mermaid(lang), lang)


def _drafting(lang: str) -> Iterator[str]:
    yield from _fenced(course.table(lang), "table")
    yield from _diagram(course.mermaid(lang), lang)


def _liquid(lang: str) -> Iterator[str]:
    words = DOCS[lang]
    yield from (f"| {words['change']} | {words['when']} | {words['act']} |", "|---|---|---|")
    for row in liquid.TABLE:
        states = words["comma"].join(term(state, lang) for state in row.states)
        yield f"| {term(row.change, lang)} | {states} | {_acts(row.acts, lang)} |"
    yield from _diagram(liquid.mermaid(lang), lang)


def _ripening(lang: str) -> Iterator[str]:
    yield from _fenced(ripening.text_table(lang), "table")
    yield from _diagram(ripening.mermaid(lang), lang)


def _acts(acts: tuple[str, ...], lang: str) -> str:
    return DOCS[lang]["comma"].join(term(f"act.{act}", lang) for act in acts)


_DRAWN: Mapping[str, Callable[[str], Iterator[str]]] = {
    "robert": _robert,
    "drafting": _drafting,
    "liquid-feedback": _liquid,
    "ripening": _ripening,
    "consent-circle": partial(_phased, circle.ORDER),
    "delphi": partial(_phased, delphi.ORDER),
    "mediation": partial(_phased, mediation.ORDER),
    "fair-finding": partial(_phased, allegations.ORDER),
    **{form.name: partial(_talk, place) for place, form in enumerate(FORMS)},
}
