"""What every procedure owes: bad input changes nothing, the same bytes come again, free moves have no order."""

import json
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deliberate.assembly.agenda import Agenda
from deliberate.assembly.confer import confer, told
from deliberate.assembly.menu import MENU
from deliberate.assembly.moves import Move
from deliberate.assembly.steps import MoveRefused
from deliberate.assembly.talk import acts as talk
from deliberate.duty.duty import Duty
from deliberate.identity import canonical
from deliberate.records.convert import from_dict, to_dict
from deliberate.words import LANGUAGES
from tests.assembly.seats import NOON, SEATS, later, part_of
from tests.search import a_part

EACH = pytest.mark.parametrize("seat", SEATS.values(), ids=SEATS)


def after(seat, move):
    """How the move is answered, and where things stand before and after it."""
    steps = confer(Agenda(), seat.procedure, (*seat.moves, move)).trace
    return steps[-1], part_of(seat.procedure, steps[:-1]), part_of(seat.procedure, steps)


def said(seat, text="Too dark.", at=None, by=None):
    who, act = seat.says
    return Move(by or who, at or later(), act(text))


def test_every_procedure_of_the_menu_has_a_seat_here():
    assert set(MENU) == set(SEATS)


@EACH
def test_what_was_done_before_was_accepted_and_so_is_a_text(seat):
    trace = confer(Agenda(), seat.procedure, (*seat.moves, said(seat))).trace
    assert [] == [step for step in trace if isinstance(step, MoveRefused)]
    assert type(said(seat).act).__name__ in seat.procedure.legal(
        part_of(seat.procedure, trace[:-1]), seat.says[0], later()
    )


@EACH
@pytest.mark.parametrize(
    ("code", "given"),
    [
        ("text-too-long", {"text": "x" * 10_000_000}),
        ("unreadable-text", {"text": "dark\x00"}),
        ("unreadable-text", {"text": "dark\x1b[2J"}),
        ("unreadable-text", {"text": "dark \u202edraw eht"}),
        ("unreadable-text", {"text": "dark \u2066yard"}),
        ("unreadable-text", {"text": "dark \ud800"}),
        ("move-in-the-past", {"at": NOON - timedelta(seconds=1)}),
        ("no-time-zone", {"at": later().replace(tzinfo=None)}),
    ],
)
def test_bad_input_is_refused_with_one_reason_and_nothing_changes(seat, code, given):
    # What has not happened yet has no past.
    if code == "move-in-the-past" and not seat.before:
        given, seat = {"at": NOON}, type(seat)(seat.procedure, ((seat.says[0], seat.says[1]("First.")),), seat.says)
        given = {"at": NOON - timedelta(seconds=1)}
    step, before, then = after(seat, said(seat, **given))
    assert (MoveRefused, code) == (type(step), step.code)
    assert before == then
    assert all(told(step, lang) for lang in LANGUAGES)


@EACH
def test_somebody_unknown_is_refused_and_may_do_nothing(seat):
    step, before, then = after(seat, said(seat, by="ghost"))
    assert isinstance(step, MoveRefused)
    assert step.code in {"not-on-the-roll", "not-on-the-panel", "not-in-the-circle"}
    assert before == then
    assert () == seat.procedure.legal(before, "ghost", later())


@EACH
def test_an_act_of_another_place_is_refused_by_its_name(seat):
    step, before, then = after(seat, Move(seat.says[0], later(), Duty("fix", "Fix it.", 4)))
    assert ("not-done-here", (("act", "Duty"),)) == (step.code, step.about)
    assert before == then


@EACH
def test_the_same_moves_give_the_same_bytes_and_the_record_comes_back(seat):
    moves = (*seat.moves, said(seat), *(Move(by, later(), act) for by, act in seat.free))
    one, two = (confer(Agenda(), seat.procedure, moves) for _ in range(2))
    assert canonical(to_dict(one)) == canonical(to_dict(two))
    back = from_dict(json.loads(canonical(to_dict(one))))
    assert one == back
    assert one.part == back.part
    assert [one.explain(lang) for lang in LANGUAGES] == [back.explain(lang) for lang in LANGUAGES]


def test_a_form_of_ones_own_is_called_as_it_is_named():
    seat = SEATS["own-form"]
    step, *_ = after(seat, Move("li", later(), talk.TakeSeat()))
    assert "stairwell-evening没有“坐上空位”这一项。" in told(step, "zh")


FREE = {name: seat for name, seat in SEATS.items() if seat.free}


@pytest.mark.parametrize("seat", FREE.values(), ids=FREE)
@a_part(10)
@given(chance=st.randoms(use_true_random=False))
def test_moves_that_do_not_wait_for_each_other_come_to_the_same_in_any_order(seat, chance):
    shuffled = list(seat.free)
    chance.shuffle(shuffled)
    facts = []
    for order in (seat.free, shuffled):
        trace = confer(Agenda(), seat.procedure, (*seat.moves, *(Move(by, NOON, act) for by, act in order))).trace
        assert [] == [step for step in trace if isinstance(step, MoveRefused)]
        facts.append(sorted(canonical(_fact(step)) for step in trace))
    assert facts[0] == facts[1]


def _fact(step):
    """What happened, without the count of who is still to come, which every step tells anew."""
    return {field: value for field, value in to_dict(step).items() if field != "missing"}
