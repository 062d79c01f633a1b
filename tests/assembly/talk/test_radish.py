"""萝卜议事规则, principle by principle."""

from datetime import timedelta

import pytest

from deliberate.assembly.confer import told
from deliberate.assembly.moves import CloseRound, OpenRound, TakeTurn
from deliberate.assembly.talk.acts import (
    AgreeToClose,
    CallOn,
    CallVote,
    DeclareResult,
    GoOnWithout,
    LayMotion,
    LowerHand,
    PassTurn,
    RaiseHand,
    RuleOut,
    TakeChairBack,
    TakeSeat,
    VoteByHand,
    YieldChair,
)
from deliberate.assembly.talk.steps import ClosingAgreed, FloorClosed
from deliberate.assembly.talk.traits import Closing, Ground, Result
from tests.assembly.talk.meeting import AGAINST, CHAIR, FOR, NEITHER, OTHERS, PROCEDURES, Meeting, moved

RADISH = PROCEDURES[4]


def test_no_motion_no_discussion():
    meeting = Meeting(RADISH)
    assert "no-motion" == meeting.code("li", RaiseHand(FOR))
    assert "no-motion" == meeting.code("li", TakeTurn("Too dark.", side=FOR))
    assert "no-motion" == meeting.code(CHAIR, OpenRound("lamps"))
    assert "no-motion" == meeting.code(CHAIR, CallVote())
    assert "says-nothing" == meeting.code("li", LayMotion("  "))


def test_one_matter_at_a_time():
    meeting = moved()
    assert "one-matter" == meeting.code("wang", LayMotion("Plant trees."))
    assert "one-matter" == meeting.code(CHAIR, OpenRound("trees"))


def test_the_side_is_stated_before_the_reasons():
    meeting = moved()
    assert "side-first" == meeting.code("li", RaiseHand())
    meeting.hands(("li", FOR))
    meeting.ok(CHAIR, CallOn("li"))
    assert "side-first" == meeting.code("li", TakeTurn("Too dark."))
    assert "side-changed" == meeting.code("li", TakeTurn("Too dark.", side=AGAINST))


def test_nobody_speaks_who_was_not_called_on():
    meeting = moved()
    meeting.hands(("li", FOR), ("wang", FOR))
    assert "not-called" == meeting.code("li", TakeTurn("Too dark.", side=FOR))
    meeting.ok(CHAIR, CallOn("li"))
    refusal = meeting.refused("wang", TakeTurn("Too dark.", side=FOR))
    assert ("not-called", {"member": "wang", "next": "li"}) == (refusal.code, dict(refusal.about))
    assert "no-hand" == Meeting.code(moved(), CHAIR, CallOn("li"))


def test_nobody_is_interrupted():
    meeting = moved()
    meeting.hands(("li", FOR), ("wang", FOR))
    meeting.ok(CHAIR, CallOn("li"))
    assert "floor-taken" == meeting.code(CHAIR, CallOn("wang"))
    assert "floor-taken" == meeting.code(CHAIR, CloseRound())
    assert "floor-taken" == meeting.code("wang", AgreeToClose())
    assert "floor-taken" == meeting.code("li", RaiseHand(FOR))


def test_a_turn_takes_two_minutes_and_there_are_two_of_them():
    meeting = moved()
    meeting.hands(("li", FOR))
    meeting.ok(CHAIR, CallOn("li"))
    assert "turn-over" == meeting.code("li", TakeTurn("Because.", side=FOR, seconds=121))
    assert "bad-seconds" == meeting.code("li", TakeTurn("Because.", side=FOR, seconds=-1))
    meeting.ok("li", TakeTurn("Because.", side=FOR, seconds=120))
    meeting.speak("li", FOR)
    assert "turns-spent" == meeting.code("li", RaiseHand(FOR))


def test_first_timers_go_before_those_who_have_spoken():
    meeting = moved()
    meeting.speak("li", FOR)
    meeting.hands(("li", AGAINST), ("wang", FOR))
    refusal = meeting.refused(CHAIR, CallOn("li"))
    assert ("first-timer-waits", (("member", "wang"),)) == (refusal.code, refusal.about)
    meeting.ok(CHAIR, CallOn("wang"))


def test_the_sides_alternate_while_both_wait():
    meeting = moved()
    meeting.hands(("li", FOR), ("wang", FOR), ("zhao", AGAINST))
    meeting.speak("li", FOR)
    refusal = meeting.refused(CHAIR, CallOn("wang"))
    assert ("other-side-waits", (("member", "zhao"),)) == (refusal.code, refusal.about)
    meeting.ok("zhao", LowerHand())
    meeting.ok(CHAIR, CallOn("wang"))


def test_a_first_timer_goes_before_the_other_side():
    meeting = moved()
    meeting.speak("zhao", AGAINST)
    meeting.speak("li", FOR)
    meeting.hands(("zhao", AGAINST), ("wang", FOR))
    assert "first-timer-waits" == meeting.code(CHAIR, CallOn("zhao"))


def test_the_earlier_hand_goes_first_and_of_two_at_once_the_lot_decides():
    meeting = moved()
    meeting.hands(("li", FOR), ("wang", FOR))
    assert "not-next" == meeting.code(CHAIR, CallOn("wang"))
    both = moved()
    both.ok("li", RaiseHand(FOR))
    both.ok("wu", RaiseHand(FOR), after=timedelta())
    assert "wu" == both.talk.floor.way.next.member


def test_the_chair_yields_the_chair_before_speaking_until_the_motion_is_decided():
    meeting = moved()
    assert "chair-must-yield" == meeting.code(CHAIR, RaiseHand(FOR))
    assert "chair-must-yield" == Meeting(RADISH).code(CHAIR, LayMotion("Repair."))
    meeting.speak("li", FOR)
    assert "not-neutral" == meeting.code(CHAIR, YieldChair("li"))
    assert "not-on-the-roll" == meeting.code(CHAIR, YieldChair("nobody"))
    assert "chair-already" == meeting.code(CHAIR, YieldChair(CHAIR))
    meeting.ok(CHAIR, YieldChair("wang"))
    assert "chair-only" == meeting.code(CHAIR, CallOn("li"))
    assert "chair-must-yield" == meeting.code("wang", RaiseHand(FOR))
    assert "matter-undecided" == meeting.code(CHAIR, TakeChairBack())
    meeting.speak(CHAIR, AGAINST)
    meeting.close("wang")
    meeting.ok("wang", CallVote())
    meeting.ok("wang", DeclareResult())
    assert "chair-only" == meeting.code("li", TakeChairBack())
    meeting.ok(CHAIR, TakeChairBack())
    assert "chair-already" == meeting.code(CHAIR, TakeChairBack())


def test_who_laid_the_motion_does_not_preside_over_it_but_over_the_next_one():
    meeting = moved()
    assert "not-neutral" == meeting.code(CHAIR, YieldChair("li"))
    meeting.close()
    assert "not-neutral" == meeting.code(CHAIR, YieldChair("li"))
    meeting.ok(CHAIR, CallVote())
    meeting.ok(CHAIR, DeclareResult())
    meeting.ok("wang", LayMotion("Plant trees."))
    meeting.ok(CHAIR, YieldChair("li"))


def test_who_waits_or_has_the_floor_cannot_take_the_chair():
    meeting = moved()
    meeting.hands(("wang", FOR))
    assert "not-neutral" == meeting.code(CHAIR, YieldChair("wang"))
    assert "YieldChair" in meeting.legal(CHAIR)


@pytest.mark.parametrize("ground", Ground)
def test_a_ruling_is_recorded_with_its_words_and_obeyed_at_once(ground):
    meeting = moved()
    turn = meeting.speak("li", FOR, "The neighbours upstairs are lazy.")
    ruling = meeting.ok(CHAIR, RuleOut(turn.number, ground, "Speak of the lamps, please."))
    refusal = meeting.refused("li", TakeTurn("But they are.", side=FOR))
    assert (ground, (("words", "Speak of the lamps, please."),)) == (refusal.code, refusal.about)
    assert all("Speak of the lamps, please." in told(each, lang) for each in (ruling, refusal) for lang in ("en", "zh"))
    assert "ruled-out-already" == meeting.code(CHAIR, RuleOut(turn.number, ground, "Again."))
    meeting.speak("wang", FOR)
    assert "not-called" == meeting.code("li", TakeTurn("Then.", side=FOR))


def test_only_the_chair_rules_and_only_on_the_turn_just_taken():
    meeting = moved()
    assert "not-the-last-turn" == meeting.code(CHAIR, RuleOut(0, Ground.PERSONAL, "No."))
    turn = meeting.speak("li", FOR)
    assert "chair-only" == meeting.code("wang", RuleOut(turn.number, Ground.PERSONAL, "No."))
    assert "says-nothing" == meeting.code(CHAIR, RuleOut(turn.number, Ground.PERSONAL, ""))
    meeting.speak("wang", FOR)
    assert "not-the-last-turn" == meeting.code(CHAIR, RuleOut(turn.number, Ground.PERSONAL, "No."))


def test_the_vote_comes_only_after_every_first_timer_who_waits():
    meeting = moved()
    meeting.hands(("li", FOR), ("wang", AGAINST))
    assert "debate-open" == meeting.code(CHAIR, CallVote())
    assert "first-timer-waits" == meeting.code(CHAIR, CloseRound())
    meeting.speak("li", FOR)
    meeting.speak("wang", AGAINST)
    meeting.hands(("li", FOR))
    assert Closing.NO_FIRST_TIMER is meeting.close().ended
    assert "debate-closed" == meeting.code("zhao", RaiseHand(FOR))
    assert "no-vote" == meeting.code("zhao", VoteByHand(FOR))


def test_two_thirds_of_the_meeting_close_the_debate():
    meeting = moved()
    meeting.hands(("wu", FOR))
    for agreed, member in enumerate(("li", "wang", "zhao"), 1):
        step = meeting.ok(member, AgreeToClose())
        assert ClosingAgreed(member, agreed, 4, meeting.now) == step
    assert "closing-agreed" == meeting.code("li", AgreeToClose())
    last = meeting.ok("sun", AgreeToClose())
    assert (FloorClosed, Closing.TWO_THIRDS) == (type(last), last.ended)
    meeting.ok(CHAIR, CallVote())


@pytest.mark.parametrize(
    ("ayes", "noes", "result"),
    [
        (("li", "wang"), ("zhao",), Result.CARRIED),
        (("li",), ("zhao",), Result.FAILED),
        ((), (), Result.FAILED),
    ],
)
def test_a_simple_majority_carries_and_a_tie_fails(ayes, noes, result):
    meeting = moved()
    meeting.close()
    meeting.ok(CHAIR, CallVote())
    for member in ayes:
        meeting.ok(member, VoteByHand(FOR))
    for member in noes:
        meeting.ok(member, VoteByHand(AGAINST))
    meeting.ok("wu", VoteByHand(NEITHER))
    assert "voted-already" == meeting.code("wu", VoteByHand(FOR))
    assert "vote-called" == meeting.code(CHAIR, CallVote())
    assert "chair-only" == meeting.code("li", DeclareResult())
    assert "chair-votes-with-all" == meeting.code(CHAIR, DeclareResult(FOR))
    declared = meeting.ok(CHAIR, DeclareResult())
    assert (len(ayes), len(noes), result) == (declared.yes, declared.no, declared.result)
    assert (declared,) == meeting.talk.results


def test_each_motion_has_turns_of_its_own():
    meeting = moved()
    meeting.speak("li", FOR)
    meeting.speak("li", FOR)
    meeting.close()
    meeting.ok(CHAIR, CallVote())
    meeting.ok(CHAIR, DeclareResult())
    meeting.ok("wang", LayMotion("Plant trees."))
    meeting.speak("li", FOR)
    assert (3, 1) == (meeting.talk.voice("li").turns, meeting.talk.here("li"))


def test_who_was_called_on_and_is_silent_passes_or_is_gone_on_without():
    meeting = moved()
    meeting.hands(("li", FOR), ("wang", FOR))
    assert "nobody-in-the-way" == meeting.code(CHAIR, GoOnWithout("li"))
    assert "not-called" == meeting.code("li", PassTurn())
    meeting.ok(CHAIR, CallOn("li"))
    meeting.ok("li", PassTurn())
    meeting.ok(CHAIR, CallOn("wang"))
    assert "not-their-turn" == meeting.code(CHAIR, GoOnWithout("li"))
    meeting.ok(CHAIR, GoOnWithout("wang"))
    assert {} == meeting.talk.floor.way.hands
    assert "no-hand" == meeting.code("wang", LowerHand())


def test_hands_go_up_and_down_while_somebody_speaks():
    meeting = moved()
    meeting.hands(("li", FOR))
    meeting.ok(CHAIR, CallOn("li"))
    meeting.hands(("wang", AGAINST), ("zhao", FOR))
    meeting.ok("zhao", LowerHand())
    meeting.ok("li", TakeTurn("Too dark.", side=FOR))
    assert ("wang",) == tuple(meeting.talk.floor.way.hands)


def test_where_everybody_else_has_spoken_nobody_is_left_to_hand_the_chair_to():
    meeting = moved()
    for member in OTHERS[:-1]:
        meeting.speak(member, FOR)
    assert "YieldChair" in meeting.legal(CHAIR)
    meeting.speak(OTHERS[-1], FOR)
    assert "YieldChair" not in meeting.legal(CHAIR)
    assert "not-neutral" == meeting.code(CHAIR, YieldChair(OTHERS[-1]))


def test_a_hand_is_up_once():
    meeting = moved()
    meeting.hands(("li", FOR))
    assert "hand-up" == meeting.code("li", RaiseHand(FOR))


def test_what_is_not_of_the_form_is_refused():
    refusal = Meeting(RADISH).refused("li", TakeSeat())
    assert "not-in-this-form" == refusal.code
    assert "萝卜议事规则没有“坐上空位”这一项。" in told(refusal, "zh")
