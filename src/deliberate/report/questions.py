"""The questions of a meeting as tables: each motion with its figures and what became of it, an agreement's clauses."""

from __future__ import annotations

from collections.abc import Iterator

from deliberate.assembly.confer import Deliberation
from deliberate.assembly.liquid.part import Liquid
from deliberate.assembly.liquid.steps import VoteCounted
from deliberate.assembly.mediation.steps import AgreementReached
from deliberate.assembly.motions.business import Business
from deliberate.assembly.motions.meeting import Meeting
from deliberate.assembly.motions.stack import Decided
from deliberate.assembly.motions.steps import (
    MotionFallen,
    MotionMade,
    MotionRuledOut,
    MotionSeconded,
    MotionWithdrawn,
    QuestionCarried,
    QuestionLost,
    RulingGiven,
)
from deliberate.assembly.motions.table import Motion
from deliberate.assembly.moves import Side
from deliberate.assembly.talk.steps import MotionLaid, ResultDeclared, VoteCalled, VotedByHand
from deliberate.identity import text_hash
from deliberate.report.blocks import Block, Quote, Table
from deliberate.report.plain import one_line
from deliberate.report.texts import SHORT, parts_of
from deliberate.words import say, show, term

_ENDED = MotionFallen | MotionRuledOut | MotionWithdrawn | RulingGiven
_NOTHING = "—"


def questions(talk: Deliberation, lang: str) -> Iterator[Block]:
    """The motions with their figures and what became of each."""
    yield from _laid(talk, lang)
    for part in parts_of(talk.part):
        match part:
            case Meeting() if part.business.made:
                yield from _made(talk, part.business, lang)
            case Liquid() if part.initiatives:
                yield _initiatives(talk, part, lang)


def clauses(talk: Deliberation, lang: str) -> Iterator[Table]:
    """An agreement, clause by clause."""
    for agreed in talk.steps(AgreementReached):
        rows = tuple(
            (str(each.number), one_line(each.what), show(each.who, lang), show(each.until, lang))
            for each in agreed.clauses
        )
        yield _table("clauses", ("number", "what", "who", "until"), rows, lang)


def _table(key: str, columns: tuple[str, ...], rows: tuple[tuple[str, ...], ...], lang: str) -> Table:
    head = tuple(say(f"minutes.column.{column}", {}, lang) for column in columns)
    return Table(say(f"minutes.{key}", {}, lang), head, rows)


def _laid(talk: Deliberation, lang: str) -> Iterator[Table]:
    """The motions of a talk."""
    rows, abstained = dict[int, tuple[str, ...]](), 0
    for step in talk.trace:
        match step:
            case MotionLaid():
                rest = ("", "", "", term("fate.open", lang))
                rows[step.number] = (str(step.number), one_line(step.text), step.by, *rest)
            case VoteCalled():
                abstained = 0
            case VotedByHand(side=Side.NEITHER):
                abstained += 1
            case ResultDeclared():
                told = (str(step.yes), str(step.no), str(abstained), term(step.result, lang))
                rows[step.number] = (*rows[step.number][:3], *told)
    if rows:
        columns = ("number", "motion", "by", "yes", "no", "abstained", "fate")
        yield _table("motions-table", columns, tuple(rows.values()), lang)


def _made(talk: Deliberation, business: Business, lang: str) -> Iterator[Block]:
    """The motions of a meeting under Robert's rules, and what those say that were adopted."""
    seconds = {step.number: step.by for step in talk.steps(MotionSeconded)}
    ended = {step.number: step for step in talk.trace if isinstance(step, _ENDED)}
    votes = {step.number: step for step in talk.trace if isinstance(step, QuestionCarried | QuestionLost)}
    rows = []
    for number, (motion, by, text) in sorted(_asked(talk, business).items()):
        vote = votes.get(number)
        counts = (str(vote.yes), str(vote.no)) if vote else (_NOTHING, _NOTHING)
        about = term(motion, lang) if motion is not Motion.MAIN else one_line(text)
        fate = _fate(business, number, ended.get(number), lang)
        rows.append((str(number), about, by, seconds.get(number) or _NOTHING, *counts, fate))
    columns = ("number", "motion", "by", "second", "yes", "no", "fate")
    yield _table("motions-table", columns, tuple(rows), lang)
    for number in business.adopted:
        text = business.decided[number].question.text
        yield say("minutes.adopted", {"number": number, "hash": text_hash(text)[:SHORT]}, lang)
        yield Quote(text)


def _asked(talk: Deliberation, business: Business) -> dict[int, tuple[Motion, str, str]]:
    """The questions by number: those that somebody moved, and the parts of a divided one, which nobody did."""
    made = {step.number: (step.motion, step.by, step.text) for step in talk.steps(MotionMade)}
    known = (*business.stack, *(each.question for each in business.decided.values()))
    return {each.number: (each.motion, each.mover, each.text) for each in known} | made


def _fate(business: Business, number: int, end: object, lang: str) -> str:
    """What became of a motion by the end."""
    if business.pending(number):
        return term("fate.open", lang)
    for put_off in business.parked.values():
        if any(each.number == number for each in put_off.stack):
            return say("minutes.put-off", {"by": put_off.by, "until": put_off.until}, lang)
    decided = business.decided.get(number)
    if decided:
        return term(_decided(business, decided), lang)
    match end:
        case MotionFallen():
            return term("fate.no-second", lang)
        case MotionWithdrawn():
            return term("fate.withdrawn", lang)
        case MotionRuledOut():
            return term("fate.ruled-out", lang)
        case RulingGiven(ruling=ruling):
            return term(ruling, lang)
    return _disposed(business, number, lang)


def _decided(business: Business, decided: Decided) -> str:
    if not decided.carried:
        return "fate.lost"
    rescinded = decided.question.motion is Motion.MAIN and decided.question.number not in business.adopted
    return "fate.rescinded" if rescinded else "fate.carried"


def _disposed(business: Business, number: int, lang: str) -> str:
    """A question that went without a vote of its own, by the vote on another one."""
    for each in business.decided.values():
        if any(gone.number == number for gone in each.gone) and each.question.number != number:
            told = {"number": each.question.number, "motion": each.question.motion}
            return say("minutes.disposed", told, lang)
    return term("fate.dropped", lang)


def _initiatives(talk: Deliberation, part: Liquid, lang: str) -> Table:
    """The initiatives of an issue with who stands behind them, and how they were voted on."""
    counted = {each.initiative: each for step in talk.steps(VoteCounted) for each in step.figures}
    rows = []
    for one in part.initiatives.values():
        votes = counted.get(one.name)
        told = (str(votes.yes), str(votes.no), str(votes.neither)) if votes else (_NOTHING,) * 3
        fate = "fate.admitted" if one.name in part.admitted else "fate.not-admitted"
        if not one.is_live:
            fate = "fate.withdrawn"
        behind = (str(len(one.supporters)), str(len(one.satisfied)))
        rows.append((one.name, one.by, *behind, *told, term(fate, lang)))
    columns = ("initiative", "by", "supporters", "satisfied", "yes", "no", "neither", "fate")
    return _table("initiatives", columns, tuple(rows), lang)
