"""What came of a meeting: what was settled, how it was voted, who answers for what, what follows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deliberate.assembly.liquid.part import Liquid
from deliberate.assembly.liquid.timeline import course
from deliberate.decision.answers import Answers
from deliberate.decision.decision import Decision
from deliberate.duty.assign import Mandate
from deliberate.report.blocks import Block, Table
from deliberate.report.follows import follows
from deliberate.report.narration import settles, timed
from deliberate.report.plain import one_line
from deliberate.report.questions import clauses
from deliberate.report.sheet import Sheet
from deliberate.report.texts import parts_of
from deliberate.requirement.statuses import STANCES
from deliberate.words import say, show, term


def settled(sheet: Sheet) -> Iterator[Block]:
    """What settled something, told once more; the phases that an issue went through by the clock alone."""
    yield from (timed(sheet, place) for place, step in enumerate(sheet.talk.trace) if settles(step))
    for part in parts_of(sheet.talk.part):
        for phase in course(part) if isinstance(part, Liquid) else ():
            if phase.since is not None and phase.since <= sheet.end:
                yield say("minutes.phase", {"phase": phase}, sheet.lang)
    yield from clauses(sheet.talk, sheet.lang)


def votes(counts: Sequence[Decision], lang: str) -> Iterator[Block]:
    """The counts of a decision, each with its figures and what was resolved."""
    for number, decision in enumerate(counts, 1):
        title = decision.election.title or decision.deliberation.issue
        yield say("minutes.vote", {"number": number, "title": one_line(title)}, lang)
        if isinstance(decision.election.table, Answers):
            yield from _stances(decision.election.table, lang)
        yield decision.outcome.explain(lang)
        yield say("minutes.resolved" if decision.passed else "minutes.unresolved", _result(decision), lang)


def _result(decision: Decision) -> dict[str, object]:
    return {"option": decision.passed, "again": decision.next_reading, "review": decision.review}


def _stances(answers: Answers, lang: str) -> Iterator[Table]:
    for measure, counts in answers.tallies().measures:
        known = dict(counts)
        caption = say("record.stances", {"measure": measure}, lang)
        rows = tuple((term(stance, lang), str(known[stance])) for stance in STANCES if known.get(stance))
        yield Table(caption, (say("record.stance", {}, lang), term(measure, lang)), rows)


def duties(mandate: Mandate | None, lang: str) -> Iterator[Table]:
    """Who answers for what."""
    if mandate is None:
        return
    columns = ("duty", "hours", "steward", "deputy", "due")
    head = tuple(say(f"record.head.{column}", {}, lang) for column in columns)
    rows = tuple(
        (
            f"{duty.name}: {duty.what}",
            str(duty.hours),
            mandate.steward(duty.name) or "—",
            mandate.deputy(duty.name) or "—",
            show(duty.due or duty.review, lang) or "—",
        )
        for duty in mandate.undertaking.duties
    )
    yield Table(say("record.duty-table", {}, lang), head, rows)


def following(sheet: Sheet, counts: Sequence[Decision]) -> Iterator[str]:
    """What is not done yet, and by when."""
    yield from follows(sheet.talk, sheet.end, sheet.lang)
    if counts and counts[-1].agenda:
        yield say("record.agenda", {"items": tuple(item.title for item in counts[-1].agenda.items)}, sheet.lang)
