"""Hands go up and down, and the chair calls on somebody."""

from __future__ import annotations

from collections.abc import Iterable

from deliberate.assembly.moves import Side
from deliberate.assembly.reasons import refusal
from deliberate.assembly.talk.acts import CallOn, LowerHand, RaiseHand
from deliberate.assembly.talk.gate import Ask, Gate, Reasons, chair_only, may_speak, out_of_turn, side_first
from deliberate.assembly.talk.queue import Queue
from deliberate.assembly.talk.steps import CalledOn, HandLowered, HandRaised


def queue_of(ask: Ask) -> Queue:
    """The queue, in forms that have one."""
    way = ask.matter.way
    assert isinstance(way, Queue)  # noqa: S101 - the form says so: only its own acts come here
    return way


def _against_raising(ask: Ask, act: RaiseHand) -> Reasons:
    queue = queue_of(ask)
    yield from may_speak(ask)
    if ask.by in queue.hands:
        yield refusal("hand-up", member=ask.by)
    if queue.called is not None and queue.called.member == ask.by:
        yield refusal("floor-taken", member=ask.by)
    yield from side_first(ask, act.side)


def _raised(ask: Ask, act: RaiseHand) -> HandRaised:
    return HandRaised(ask.by, act.side, ask.part.here(ask.by), ask.terms.place(ask.by), ask.at)


def _against_lowering(ask: Ask, _: LowerHand) -> Reasons:
    if ask.by not in queue_of(ask).hands:
        yield refusal("no-hand", member=ask.by)


def _calls(ask: Ask) -> Iterable[CallOn]:
    first = queue_of(ask).next
    return (CallOn(first.member if first else ""),)


def _against_calling(ask: Ask, act: CallOn) -> Reasons:
    yield from chair_only(ask)
    yield from out_of_turn(queue_of(ask), act.member)


GATES = {
    RaiseHand: Gate(lambda _: (RaiseHand(Side.FOR),), _against_raising, _raised),
    LowerHand: Gate(lambda _: (LowerHand(),), _against_lowering, lambda ask, _: HandLowered(ask.by, ask.at)),
    CallOn: Gate(_calls, _against_calling, lambda ask, act: CalledOn(act.member, ask.by, ask.at)),
}
