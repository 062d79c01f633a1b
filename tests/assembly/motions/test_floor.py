"""The floor: who may speak, how often, how long, and what ends debate."""

from datetime import timedelta

import pytest

from deliberate.assembly.motions import acts
from deliberate.assembly.motions.acts import MakeMotion
from deliberate.assembly.motions.table import Motion
from deliberate.assembly.procedures.robert import Robert
from tests.assembly.motions.room import CHAIR, MEMBERS, Room


def spoken(room, member, times=1):
    for _ in range(times):
        room.floor(member)
        room.ok(member, acts.Debate("I think so."))


def test_a_member_speaks_twice_on_a_question_in_a_day_and_no_more():
    room = Room()
    room.main()
    spoken(room, "zhao", 2)
    room.floor("zhao")
    assert "speeches-spent" == room.code("zhao", acts.Debate("Once more."))


def appealed():
    room = Room()
    room.main()
    room.ok("zhao", MakeMotion(Motion.POINT, "?"))
    room.ok(CHAIR, acts.GiveRuling(acts.Ruling.DENIED))
    room.moved(Motion.APPEAL, by="zhao")
    return room


def test_on_an_appeal_a_member_speaks_once_and_who_presides_twice_without_asking():
    room = appealed()
    room.ok(CHAIR, acts.Debate("I have ruled so because ..."))
    spoken(room, "zhao")
    room.floor("zhao")
    assert "speeches-spent" == room.code("zhao", acts.Debate("Once more."))
    assert "floor-is-taken" == room.code(CHAIR, acts.Debate("You are wrong."))
    room.quiet()
    assert "Debate" in room.legal(CHAIR)
    room.ok(CHAIR, acts.Debate("In the end ..."))
    assert "speeches-spent" == room.code(CHAIR, acts.Debate("And ..."))


def test_debate_on_an_appeal_is_limited_and_extended_like_any_other():
    room = appealed()
    room.moved(Motion.LIMIT, speeches=2, minutes=1)
    room.vote(6, 3)
    spoken(room, "zhao", 2)
    room.floor("sun")
    assert "turn-over" == room.code("sun", acts.Debate("Long.", 61))
    room.moved(Motion.PREVIOUS)
    room.vote(6, 3)
    assert "previous-question-ordered" == room.code(CHAIR, acts.Debate("But ..."))
    room.vote(5, 5)
    assert (Motion.MAIN,) == room.stack()


def test_speeches_are_counted_for_each_question():
    room = Room()
    room.main()
    spoken(room, "zhao", 2)
    room.moved(Motion.AMEND, "Repair four lamps.")
    spoken(room, "zhao", 2)
    room.vote(6, 3)
    room.floor("zhao")
    assert "speeches-spent" == room.code("zhao", acts.Debate("Once more."))


@pytest.mark.parametrize(("hours", "legal"), [(11, False), (13, True)])
def test_speeches_are_counted_afresh_on_another_day_by_the_clock_of_the_meeting(hours, legal):
    room = Room()
    room.main()
    spoken(room, "zhao", 2)
    # It is past noon in Chengdu, which is eight hours ahead.
    room.now += timedelta(hours=hours)
    room.floor("zhao")
    assert legal is ("Debate" in room.legal("zhao"))


@pytest.mark.parametrize(("seconds", "code"), [(600, ""), (601, "turn-over"), (-1, "bad-seconds")])
def test_a_speech_takes_ten_minutes_at_most(seconds, code):
    room = Room()
    room.main()
    room.floor("zhao")
    assert code == getattr(room.do("zhao", acts.Debate("Long.", seconds)), "code", "")


def test_nobody_speaks_a_second_time_before_all_who_wish_have_spoken_once():
    room = Room()
    room.main()
    spoken(room, "zhao")
    room.ok("zhao", acts.AskForTheFloor())
    room.ok("sun", acts.AskForTheFloor())
    assert "first-speech-waits" == room.code(CHAIR, acts.Recognise("zhao"))
    room.ok(CHAIR, acts.Recognise("sun"))
    room.ok("sun", acts.Debate("My first."))
    room.ok(CHAIR, acts.Recognise("zhao"))


def test_the_chair_recognises_one_at_a_time_and_only_who_asked():
    room = Room()
    assert "asked-for-no-floor" == room.code(CHAIR, acts.Recognise("li"))
    room.floor("li")
    assert "floor-asked-already" == room.code("li", acts.AskForTheFloor())
    room.ok("sun", acts.AskForTheFloor())
    assert "floor-is-taken" == room.code(CHAIR, acts.Recognise("sun"))
    room.ok("li", acts.YieldTheFloor())
    assert "not-recognised" == room.code("li", acts.YieldTheFloor())
    room.ok(CHAIR, acts.Recognise("sun"))


def test_who_does_not_use_the_floor_in_time_keeps_it_from_nobody():
    room = Room()
    room.main()
    room.floor("li")
    room.ok("sun", acts.AskForTheFloor())
    room.ok(CHAIR, acts.Recognise("sun"), timedelta(minutes=11))
    assert "sun" == room.meeting.floor


def test_the_question_is_not_put_while_somebody_who_may_still_speak_wishes_to():
    room = Room()
    room.main()
    room.ok("zhao", acts.AskForTheFloor())
    assert "debate-goes-on" == room.code(CHAIR, acts.PutQuestion(6, 3))
    room.ok("zhao", acts.YieldTheFloor())
    room.ok(CHAIR, acts.PutQuestion(6, 3))


def test_who_has_spoken_twice_holds_nobody_up():
    room = Room()
    room.main()
    spoken(room, "zhao", 2)
    room.ok("zhao", acts.AskForTheFloor())
    room.ok(CHAIR, acts.PutQuestion(6, 3))


def test_the_previous_question_closes_debate_and_amendment():
    room = Room()
    room.main()
    room.moved(Motion.PREVIOUS)
    room.vote(6, 3)
    room.floor("li")
    assert "previous-question-ordered" == room.code("li", acts.Debate("But ..."))
    for motion in (Motion.AMEND, Motion.REFER, Motion.PREVIOUS, Motion.INDEFINITE):
        assert "previous-question-ordered" == room.code("li", MakeMotion(motion, "Repair four lamps."))
    assert Motion.LAY in room.in_order("li")
    room.ok(CHAIR, acts.PutQuestion(6, 3))


@pytest.mark.parametrize(("reach", "closed"), [(False, (False, True)), (True, (True, True))])
def test_the_previous_question_reaches_as_far_down_as_it_says(reach, closed):
    room = Room()
    main = room.main()
    room.moved(Motion.AMEND, "Repair four lamps.")
    room.moved(Motion.PREVIOUS, question=main if reach else None)
    room.vote(6, 3)
    assert closed == tuple(each.closed for each in room.meeting.business.stack)


def test_debate_is_limited_and_extended_by_two_thirds():
    room = Room()
    room.main()
    room.moved(Motion.LIMIT, speeches=1, minutes=2)
    room.vote(6, 3)
    room.floor("zhao")
    assert "turn-over" == room.code("zhao", acts.Debate("Long.", 121))
    room.ok("zhao", acts.Debate("Short.", 120))
    room.floor("zhao")
    assert "speeches-spent" == room.code("zhao", acts.Debate("Again."))
    room.moved(Motion.LIMIT, speeches=3)
    room.vote(6, 3)
    room.floor("zhao")
    room.ok("zhao", acts.Debate("Again."))


def test_a_limit_says_what_it_limits():
    room = Room()
    room.main()
    room.floor("li")
    assert "limits-needed" == room.code("li", MakeMotion(Motion.LIMIT))
    assert "limits-needed" == room.code("li", MakeMotion(Motion.LIMIT, speeches=-1))


def test_a_suspended_rule_is_back_when_the_question_is_decided():
    room = Room()
    room.main()
    room.moved(Motion.SUSPEND, "speeches-spent")
    room.vote(6, 3)
    spoken(room, "zhao", 4)
    room.vote(6, 3)
    room.main("Buy two bins.")
    spoken(room, "zhao", 2)
    room.floor("zhao")
    assert "speeches-spent" == room.code("zhao", acts.Debate("Once more."))


@pytest.mark.parametrize("rule", ["no-quorum-here", "not-prevailing", ""])
def test_a_rule_that_protects_members_is_not_suspended(rule):
    room = Room()
    room.main()
    room.floor("li")
    assert "not-suspendable" == room.code("li", MakeMotion(Motion.SUSPEND, rule))


def test_who_has_left_waits_no_longer():
    room = Room()
    room.floor("li")
    room.ok("sun", acts.AskForTheFloor())
    room.ok(CHAIR, acts.TakeAttendance(tuple(each for each in MEMBERS if each not in {"li", "sun"})))
    assert ("", ()) == (room.meeting.floor, room.meeting.waiting)
    assert "not-present" == room.code("li", acts.AskForTheFloor())


def test_the_parameters_are_the_limits():
    room = Room(Robert(speeches=1, minutes=1))
    room.main()
    room.floor("zhao")
    assert "turn-over" == room.code("zhao", acts.Debate("Long.", 61))
    spoken(room, "zhao")
    room.floor("zhao")
    assert "speeches-spent" == room.code("zhao", acts.Debate("Again."))
