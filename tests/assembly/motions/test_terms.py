"""A time and limits of debate: which motions set them, and that nothing else does."""

from datetime import timedelta

import pytest

from deliberate.assembly.motions import acts
from deliberate.assembly.motions.acts import MakeMotion, Voted
from deliberate.assembly.motions.table import Motion
from deliberate.assembly.procedures.robert import Robert
from tests.assembly.motions.room import CHAIR, MEMBERS, NOON, Room

LATER = NOON + timedelta(days=3)
LIMITS = ({"speeches": 0}, {"minutes": 0}, {"speeches": 5, "minutes": 90})


@pytest.mark.parametrize("limits", LIMITS)
@pytest.mark.parametrize("motion", [Motion.MAIN, Motion.POSTPONE, Motion.REFER, Motion.INDEFINITE, Motion.AMEND])
def test_a_majority_does_not_limit_debate_by_the_way(motion, limits):
    room = Room()
    if motion is not Motion.MAIN:
        room.main()
    room.floor("li")
    until = LATER if motion is Motion.POSTPONE else None
    assert "does-not-belong" == room.code("li", MakeMotion(motion, "Repair four lamps.", until=until, **limits))


@pytest.mark.parametrize("limits", LIMITS)
def test_nor_does_who_moves_to_reconsider_or_to_rescind(limits):
    room = Room()
    main = room.main()
    room.vote(6, 3)
    room.floor("li")
    for motion in (Motion.RECONSIDER, Motion.RESCIND):
        act = MakeMotion(motion, question=main, voted=Voted.YES, **limits)
        assert "does-not-belong" == room.code("li", act)


@pytest.mark.parametrize("motion", [Motion.MAIN, Motion.LAY, Motion.ADJOURN, Motion.LIMIT, Motion.AMEND])
def test_a_time_is_moved_with_what_has_one(motion):
    room = Room()
    if motion is not Motion.MAIN:
        room.main()
    room.floor("li")
    speeches = 1 if motion is Motion.LIMIT else None
    act = MakeMotion(motion, "Repair four lamps.", until=LATER, speeches=speeches)
    assert "does-not-belong" == room.code("li", act)


def test_an_amendment_of_an_amendment_says_what_the_first_motion_may_say():
    room = Room()
    room.main()
    room.moved(Motion.LIMIT, minutes=5)
    room.moved(Motion.AMEND, minutes=4)
    room.floor("li")
    assert "does-not-belong" == room.code("li", MakeMotion(Motion.AMEND, until=LATER))
    room.moved(Motion.AMEND, minutes=3)
    for _ in range(3):
        room.vote(6, 3)
    assert 3 == room.top().minutes


def test_an_amendment_sets_no_time_that_is_past_and_no_negative_limit():
    room = Room()
    room.main()
    room.moved(Motion.LIMIT, minutes=5)
    room.floor("li")
    assert "limits-needed" == room.code("li", MakeMotion(Motion.AMEND, minutes=-5))
    room.moved(Motion.RECESS, until=LATER)
    room.floor("li")
    assert "time-needed" == room.code("li", MakeMotion(Motion.AMEND, until=NOON))


def test_an_amendment_to_the_same_time_amends_nothing():
    room = Room()
    room.moved(Motion.RECESS, until=LATER)
    room.floor("li")
    assert "amends-nothing" == room.code("li", MakeMotion(Motion.AMEND, until=LATER))


def test_a_committee_may_be_told_by_when_to_report():
    room = Room()
    main = room.main()
    room.moved(Motion.REFER, "The lamp committee.", until=LATER)
    room.vote(6, 3)
    assert LATER == room.meeting.business.parked[main].until


def test_limits_of_the_debate_on_an_amendment_end_with_it():
    room = Room()
    room.main()
    room.moved(Motion.AMEND, "Repair four lamps.")
    room.moved(Motion.LIMIT, speeches=1, minutes=1)
    room.vote(6, 3)
    room.vote(6, 3)
    assert ("Repair four lamps.", None, None) == (room.top().text, room.top().speeches, room.top().minutes)


def closed_and_limited():
    room = Room()
    main = room.main()
    room.moved(Motion.LIMIT, speeches=1, minutes=1)
    room.vote(6, 3)
    room.moved(Motion.REFER, "The lamp committee.")
    room.moved(Motion.PREVIOUS, question=main)
    room.vote(6, 3)
    return room, main


def free(question):
    return (question.closed, question.speeches, question.minutes) == (False, None, None)


def test_when_the_committee_reports_the_question_is_open_to_debate_again():
    room, main = closed_and_limited()
    room.vote(6, 3)
    room.ok(CHAIR, acts.TakeUp(main))
    assert free(room.top())


@pytest.mark.parametrize("lies", [False, True])
def test_in_another_session_the_orders_about_debate_are_spent_on_what_is_pending_and_what_was_put_off(lies):
    room, _ = closed_and_limited()
    room.vote(3, 6)
    if lies:
        room.moved(Motion.LAY)
        room.vote(6, 3)
    room.moved(Motion.ADJOURN)
    room.vote(6, 3)
    room.ok(CHAIR, acts.CallToOrder(MEMBERS, MEMBERS), timedelta(days=7))
    if lies:
        room.moved(Motion.TAKE)
        room.vote(6, 3)
    assert free(room.top())


def test_after_a_recess_the_orders_about_debate_hold():
    room, _ = closed_and_limited()
    room.moved(Motion.RECESS)
    room.vote(6, 3)
    room.ok(CHAIR, acts.CallToOrder(MEMBERS, MEMBERS))
    assert [(True, 1, 1), (True, None, None)] == [
        (each.closed, each.speeches, each.minutes) for each in room.meeting.business.stack
    ]


def test_in_another_session_limits_that_are_moved_are_still_moved():
    room = Room()
    room.main()
    room.moved(Motion.LIMIT, speeches=1, minutes=1)
    room.moved(Motion.AMEND, minutes=2)
    room.moved(Motion.ADJOURN)
    room.vote(6, 3)
    room.ok(CHAIR, acts.CallToOrder(MEMBERS, MEMBERS), timedelta(days=7))
    assert [None, 1, 2] == [each.minutes for each in room.meeting.business.stack]


def test_a_rule_that_was_suspended_while_nothing_was_pending_is_suspended_for_the_next_question():
    room = Room(Robert(speeches=1))
    room.moved(Motion.SUSPEND, "speeches-spent")
    room.vote(6, 3)
    for text, legal in (("Repair the lamps.", True), ("Buy two bins.", False)):
        room.main(text)
        room.floor("zhao")
        room.ok("zhao", acts.Debate("Yes."))
        room.floor("zhao")
        assert legal is ("Debate" in room.legal("zhao"))
        room.vote(6, 3)
