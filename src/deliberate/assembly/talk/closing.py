"""The talk ends: by two thirds, or by who presides as soon as the form allows it."""

from __future__ import annotations

from fractions import Fraction

from deliberate.assembly.moves import CloseRound
from deliberate.assembly.reasons import refusal
from deliberate.assembly.talk.acts import AgreeToClose
from deliberate.assembly.talk.circle import Circle
from deliberate.assembly.talk.gate import Ask, Gate, Reasons, chair_only
from deliberate.assembly.talk.queue import Queue
from deliberate.assembly.talk.steps import ClosingAgreed, FloorClosed
from deliberate.assembly.talk.traits import Clause, Closing, Stake
from deliberate.quantities import share_met

TWO_THIRDS = Fraction(2, 3)


def still_open(ask: Ask) -> Reasons:
    """Why who presides cannot close the talk yet: none of the ways of the form is there."""
    ways = [each for each in ask.form.closes if each is not Closing.TWO_THIRDS]
    missing = [next(_missing(ask, way), None) for way in ways] or [refusal("debate-open", next="")]
    if all(missing):
        yield from (each for each in missing if each is not None)


def _missing(ask: Ask, way: Closing) -> Reasons:
    match way, ask.matter.way:
        case Closing.NO_FIRST_TIMER, Queue() as queue:
            first = queue.first_timer()
            if first is not None:
                yield refusal("first-timer-waits", member=first.member)
        case Closing.NOBODY_WAITS, Queue() as queue:
            if queue.next is not None:
                yield refusal("debate-open", next=queue.next.member)
        case Closing.ALL_SPOKE, Circle() as circle:
            if circle.left:
                yield refusal("debate-open", next=circle.next)
        case Closing.TIME, _:
            if ask.time_over is None:
                yield refusal("debate-open", next="")


def unheard(ask: Ask) -> Reasons:
    """Why the talk cannot close at all: nobody of a group that it affects has been heard here, or invited."""
    if not ask.form.has(Clause.AFFECTED_HEARD):
        return
    for each in ask.terms.interests:
        silent = each.name not in ask.part.invited and not any(map(ask.part.here, each.members))
        if each.stake is Stake.AFFECTED and silent:
            yield refusal("affected-unheard", interest=each.name)


def _against_closing(ask: Ask, act: CloseRound) -> Reasons:
    yield from chair_only(ask)
    yield from still_open(ask)
    yield from unheard(ask)
    if ask.form.has(Clause.NO_SUMMING_UP) and act.summary.strip():
        yield refusal("chair-sums-up")


def _closed(ask: Ask, act: CloseRound) -> FloorClosed:
    ways = (each for each in ask.form.closes if each is not Closing.TWO_THIRDS)
    return _end(ask, next(way for way in ways if next(_missing(ask, way), None) is None), act.summary)


def _end(ask: Ask, ended: Closing, summary: str) -> FloorClosed:
    form = ask.form
    return FloorClosed(ask.matter.number, ask.by, ended, form.outcome, ask.at, summary, form.publishes)


def _against_agreeing(ask: Ask, _: AgreeToClose) -> Reasons:
    if ask.by in ask.matter.agreed:
        yield refusal("closing-agreed", member=ask.by)
    if _enough(ask):
        yield from unheard(ask)


def _enough(ask: Ask) -> bool:
    """Whether with this one two thirds of the meeting have agreed."""
    return share_met(len(ask.matter.agreed) + 1, len(ask.terms.members), TWO_THIRDS, strict=False)


def _agreed(ask: Ask, _: AgreeToClose) -> ClosingAgreed | FloorClosed:
    if _enough(ask):
        return _end(ask, Closing.TWO_THIRDS, "")
    return ClosingAgreed(ask.by, len(ask.matter.agreed) + 1, -(-2 * len(ask.terms.members) // 3), ask.at)


GATES = {
    CloseRound: Gate(lambda _: (CloseRound(),), _against_closing, _closed),
    AgreeToClose: Gate(lambda _: (AgreeToClose(),), _against_agreeing, _agreed),
}
