"""What happened in a meeting, matter by matter; and in an annex what was refused, and why."""

from __future__ import annotations

from collections.abc import Iterator

from deliberate.assembly.reasons import act_term
from deliberate.assembly.steps import MoveRefused
from deliberate.report.blocks import Section
from deliberate.report.margins import margins
from deliberate.report.matters import BEFORE, BESIDES, INQUIRY, Chapter, chapters
from deliberate.report.narration import has_a_line, timed
from deliberate.report.plain import heading, one_line
from deliberate.report.sheet import Sheet
from deliberate.words import say


def course(sheet: Sheet) -> Iterator[Section]:
    """What happened, a section for each matter."""
    notes, found = margins(sheet), chapters(sheet.talk.trace)
    alone, number = all(chapter.key in {BEFORE, BESIDES} for chapter in found), 0
    for chapter in found:
        number += chapter.key not in {BEFORE, BESIDES}
        key, title = _named(chapter, number, sheet)
        if alone:
            key, title = "course", say("minutes.course", {}, sheet.lang)
        places = [place for place in chapter.places if has_a_line(sheet.talk.trace[place])]
        yield Section(key, title, tuple(timed(sheet, place) + notes.get(place, "") for place in places))


def _named(chapter: Chapter, number: int, sheet: Sheet) -> tuple[str, str]:
    if chapter.key in {BEFORE, BESIDES}:
        return chapter.key, say(f"minutes.{chapter.key}", {}, sheet.lang)
    title = sheet.kept.free(chapter.title, sheet.lang) if chapter.key == INQUIRY else chapter.title
    return f"matter-{number}", say("minutes.matter", {"number": number, "title": heading(title)}, sheet.lang)


def annex(sheet: Sheet) -> Iterator[str]:
    """Every refusal with the words of the rule; with the act, where the moves are known."""
    for place, step in enumerate(sheet.talk.trace):
        if isinstance(step, MoveRefused):
            act = act_term(type(sheet.moves[place].act).__name__) if sheet.moves else None
            by, why = sheet.kept.called(step.by, sheet.lang), one_line(sheet.kept.why(step, sheet.lang))
            told = {"clock": sheet.clock(place), "by": by, "act": act, "why": why}
            yield say("minutes.refused-act" if act else "minutes.refused", told, sheet.lang)
