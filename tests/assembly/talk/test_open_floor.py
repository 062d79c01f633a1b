"""The open floor: a queue, first-timers first, closed by the chair or by two thirds."""

import attrs

from deliberate.assembly.moves import CloseRound, Move, OpenRound, TakeTurn
from deliberate.assembly.talk.acts import (
    AgreeToClose,
    GoOnWithout,
    LowerHand,
    RaiseHand,
    RuleOut,
    TakeChairBack,
    YieldChair,
)
from deliberate.assembly.talk.rules import answer, legal
from deliberate.assembly.talk.traits import Closing, Ground
from tests.assembly.talk.meeting import CHAIR, FOR, NEITHER, PROCEDURES, TERMS, Meeting, opened

OPEN, LIMITED = PROCEDURES[:2]


def test_nothing_is_said_before_the_floor_is_open():
    meeting = Meeting(OPEN)
    assert "no-round" == meeting.code("li", TakeTurn("Too dark."))
    assert "chair-only" == meeting.code("li", OpenRound("lamps"))
    assert "says-nothing" == meeting.code(CHAIR, OpenRound(" "))
    meeting.ok(CHAIR, OpenRound("lamps"))
    assert "one-matter" == meeting.code(CHAIR, OpenRound("trees"))


def test_the_queue_calls_and_first_timers_go_first():
    meeting = opened(OPEN)
    assert "not-called" == meeting.code("li", TakeTurn("Too dark."))
    meeting.hands(("li", NEITHER))
    meeting.ok("li", TakeTurn("Too dark."))
    meeting.hands(("li", NEITHER), ("wang", FOR), ("zhao", NEITHER))
    assert "first-timer-waits" == meeting.code("li", TakeTurn("And cold."))
    assert "not-next" == meeting.code("zhao", TakeTurn("I agree."))
    meeting.ok("wang", TakeTurn("I agree.", side=FOR))
    meeting.ok("zhao", TakeTurn("I agree."))
    meeting.ok("li", TakeTurn("And cold."))


def test_among_those_who_have_spoken_the_earlier_hand_goes_first_however_often_they_spoke():
    meeting = opened(OPEN)
    for member in ("li", "li", "wang"):
        meeting.hands((member, NEITHER))
        meeting.ok(member, TakeTurn("So."))
    meeting.hands(("li", NEITHER), ("wang", NEITHER))
    meeting.ok("li", TakeTurn("So."))


def test_there_may_be_limits():
    meeting = opened(LIMITED)
    meeting.hands(("li", NEITHER))
    assert "turn-over" == meeting.code("li", TakeTurn("So.", seconds=61))
    meeting.ok("li", TakeTurn("So.", seconds=60))
    meeting.hands(("li", NEITHER))
    meeting.ok("li", TakeTurn("So."))
    assert "turns-spent" == meeting.code("li", RaiseHand())


def test_the_chair_closes_it_at_any_time_and_may_speak():
    meeting = opened(OPEN)
    meeting.hands(("li", NEITHER), (CHAIR, NEITHER))
    assert "chair-only" == meeting.code("li", CloseRound())
    ended = meeting.ok(CHAIR, CloseRound("Lamps it is."))
    assert (Closing.CHAIR, "Lamps it is.") == (ended.ended, ended.summary)
    assert "no-round" == meeting.code("li", RaiseHand())


def test_two_thirds_close_it():
    meeting = opened(OPEN)
    *_, last = [meeting.ok(member, AgreeToClose()) for member in ("li", "wang", "zhao", "sun")]
    assert Closing.TWO_THIRDS is last.ended
    assert None is meeting.talk.floor


def test_who_is_silent_when_it_is_their_turn_is_gone_on_without():
    meeting = opened(OPEN)
    meeting.hands(("li", NEITHER), ("wang", NEITHER))
    assert "not-their-turn" == meeting.code(CHAIR, GoOnWithout("wang"))
    meeting.ok(CHAIR, GoOnWithout("li"))
    meeting.ok("wang", LowerHand())
    assert "not-their-turn" == meeting.code(CHAIR, GoOnWithout(""))


def test_where_only_two_thirds_close_it_the_chair_does_not():
    form = attrs.evolve(OPEN.form, closes=(Closing.TWO_THIRDS,))
    talk = opened(OPEN).talk
    refusal = answer(talk, Move(CHAIR, talk.last, CloseRound()), form, TERMS)
    assert "debate-open" == refusal.code
    assert "CloseRound" not in legal(talk, CHAIR, talk.last, form, TERMS)


def test_a_chair_who_need_not_yield_may_and_takes_it_back_when_they_like():
    meeting = opened(OPEN)
    meeting.ok(CHAIR, YieldChair("li"))
    meeting.hands((CHAIR, NEITHER))
    turn = meeting.ok(CHAIR, TakeTurn("So."))
    meeting.ok(CHAIR, TakeChairBack())
    assert "own-turn" == meeting.code(CHAIR, RuleOut(turn.number, Ground.OFF_TOPIC, "Hm."))
