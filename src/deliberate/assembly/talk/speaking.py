"""A turn is taken, passed, or gone on without."""

from __future__ import annotations

from collections.abc import Iterable

from deliberate.assembly.moves import Side, TakeTurn
from deliberate.assembly.reasons import refusal
from deliberate.assembly.talk.acts import GoOnWithout, PassTurn
from deliberate.assembly.talk.circle import Bowl, Circle
from deliberate.assembly.talk.gate import Ask, Gate, Reasons, chair_only, may_speak, out_of_turn, side_first
from deliberate.assembly.talk.queue import Hand, Queue
from deliberate.assembly.talk.steps import GoneOnWithout, TurnPassed, TurnSpoken
from deliberate.assembly.talk.traits import Access


def not_called(ask: Ask) -> Reasons:
    """Why somebody does not speak unasked: the chair's ruling where it was they whom it silenced."""
    ruling = ask.matter.ruling
    if ruling is not None and ruling.member == ask.by:
        yield refusal(ruling.ground.value, words=ruling.words)
    yield refusal("not-called", member=ask.by, next=upcoming(ask))


def upcoming(ask: Ask) -> str:
    """Whose turn it is; empty where it is nobody's."""
    way = ask.matter.way
    if isinstance(way, Queue):
        hand = way.called if ask.form.access is Access.CALL else way.next
        return hand.member if hand else ""
    return way.next if isinstance(way, Circle) else ""


def _own_hand(ask: Ask) -> Hand | None:
    way = ask.matter.way
    if not isinstance(way, Queue):
        return None
    return way.called if ask.form.access is Access.CALL else way.hands.get(ask.by)


def _turns(ask: Ask) -> Iterable[TakeTurn]:
    hand = _own_hand(ask)
    return (TakeTurn("-", side=hand.side if hand else Side.FOR),)


def _against_turn(ask: Ask, act: TakeTurn) -> Reasons:
    yield from may_speak(ask)
    match ask.matter.way:
        case Queue() as queue:
            yield from _in_queue(ask, act, queue)
        case Circle() as circle:
            yield from _in_circle(ask, circle)
        case Bowl() as bowl:
            if ask.by not in bowl.seated:
                yield refusal("not-seated", member=ask.by)
            if ask.matter.ruling is not None and ask.matter.ruling.member == ask.by:
                yield from not_called(ask)
    yield from side_first(ask, act.side)
    if act.seconds < 0:
        yield refusal("bad-seconds", seconds=str(act.seconds))
    if ask.form.seconds is not None and act.seconds > ask.form.seconds:
        yield refusal("turn-over", seconds=str(ask.form.seconds))


def _in_queue(ask: Ask, act: TakeTurn, queue: Queue) -> Reasons:
    hand = _own_hand(ask)
    if hand is None or hand.member != ask.by:
        yield from not_called(ask)
    else:
        if ask.form.access is Access.QUEUE:
            yield from out_of_turn(queue, ask.by)
        yield from side_first(ask, act.side)
        if act.side is not hand.side:
            yield refusal("side-changed", side=hand.side)


def _in_circle(ask: Ask, circle: Circle) -> Reasons:
    if circle.next != ask.by:
        mine, first = (ask.terms.turn_of(each, ask.form) for each in (ask.by, circle.next))
        if mine is not None and first is not None and first < mine:
            yield refusal("affected-first", member=circle.next)
        yield from not_called(ask)


def _spoken(ask: Ask, act: TakeTurn) -> TurnSpoken:
    number, turns = len(ask.part.turns) + 1, ask.part.here(ask.by) + 1
    return TurnSpoken(number, ask.matter.number, ask.by, turns, act.side, act.text, act.seconds, ask.at, act.proposal)


def _against_passing(ask: Ask, _: PassTurn) -> Reasons:
    if upcoming(ask) != ask.by:
        yield from not_called(ask)
    if isinstance(ask.matter.way, Circle) and ask.by in ask.matter.way.passed:
        yield refusal("passed-already", member=ask.by)


def _omissions(ask: Ask) -> Iterable[GoOnWithout]:
    match ask.matter.way:
        case Bowl(seated=seated):
            return (GoOnWithout(seated[0]),)
    return (GoOnWithout(upcoming(ask)),)


def _against_omission(ask: Ask, act: GoOnWithout) -> Reasons:
    yield from chair_only(ask)
    match ask.matter.way:
        case Bowl(seated=seated):
            if act.member not in seated:
                yield refusal("not-seated", member=act.member)
        case _:
            if not act.member or upcoming(ask) != act.member:
                yield refusal("not-their-turn", member=act.member, next=upcoming(ask))


GATES = {
    TakeTurn: Gate(_turns, _against_turn, _spoken),
    PassTurn: Gate(lambda _: (PassTurn(),), _against_passing, lambda ask, _: TurnPassed(ask.by, ask.at)),
    GoOnWithout: Gate(_omissions, _against_omission, lambda ask, act: GoneOnWithout(act.member, ask.by, ask.at)),
}
