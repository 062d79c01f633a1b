"""The seats of a fishbowl are taken and left."""

from __future__ import annotations

from deliberate.assembly.reasons import refusal
from deliberate.assembly.talk.acts import LeaveSeat, TakeSeat
from deliberate.assembly.talk.circle import Bowl
from deliberate.assembly.talk.gate import Ask, Gate, Reasons, may_speak
from deliberate.assembly.talk.steps import SeatLeft, SeatTaken


def _bowl(ask: Ask) -> Bowl:
    way = ask.matter.way
    assert isinstance(way, Bowl)  # noqa: S101 - the form says so: only its own acts come here
    return way


def _against_taking(ask: Ask, _: TakeSeat) -> Reasons:
    if ask.by in _bowl(ask).seated:
        yield refusal("seated-already", member=ask.by)
    yield from may_speak(ask)


def _against_leaving(ask: Ask, _: LeaveSeat) -> Reasons:
    if ask.by not in _bowl(ask).seated:
        yield refusal("not-seated", member=ask.by)


GATES = {
    TakeSeat: Gate(lambda _: (TakeSeat(),), _against_taking, lambda ask, _: SeatTaken(ask.by, ask.at)),
    LeaveSeat: Gate(lambda _: (LeaveSeat(),), _against_leaving, lambda ask, _: SeatLeft(ask.by, ask.at)),
}
