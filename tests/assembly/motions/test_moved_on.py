"""What was decided and comes back when more has happened since, or in another session."""

from datetime import timedelta

import pytest

from deliberate.assembly.motions import acts
from deliberate.assembly.motions.acts import MakeMotion, Voted
from deliberate.assembly.motions.table import Motion
from tests.assembly.motions.room import CHAIR, MEMBERS, Room
from tests.assembly.motions.test_again import again, decided, reconsidered


@pytest.mark.parametrize(
    ("motion", "code"), [(Motion.REFER, "not-reconsidered"), (Motion.POSTPONE, "question-has-moved-on")]
)
def test_what_came_back_and_was_put_off_again_is_not_brought_back_as_it_was_before(motion, code):
    room = Room()
    main = room.main()
    first = room.moved(motion, until=room.now + timedelta(hours=1))
    room.vote(6, 3)
    room.ok(CHAIR, acts.TakeUp(main), timedelta(hours=1))
    room.moved(Motion.AMEND, "Repair four lamps.")
    room.vote(6, 3)
    second = room.moved(motion, until=room.now + timedelta(hours=1))
    room.vote(6, 3)
    assert code == room.code("li", again(first))
    reconsidered(room, second)
    assert "Repair four lamps." == room.meeting.business.stack[0].text


def test_a_time_that_another_vote_fixed_stays_when_one_is_reconsidered():
    room = Room()
    first = room.now + timedelta(days=2)
    room.moved(Motion.FIX_TIME, until=first)
    room.vote(6, 3)
    lost = room.moved(Motion.FIX_TIME, until=first + timedelta(days=1))
    room.vote(3, 6)
    reconsidered(room, lost, Voted.NO)
    assert first == room.meeting.continues
    room.vote(6, 3)
    assert first + timedelta(days=1) == room.meeting.continues
    third = room.moved(Motion.FIX_TIME, until=first + timedelta(days=2))
    room.vote(6, 3)
    reconsidered(room, third)
    assert first + timedelta(days=1) == room.meeting.continues


def test_two_motions_to_rescind_the_same_are_not_pending_one_here_and_one_on_the_table():
    room, main = decided()
    room.moved(Motion.RESCIND, "Repair four lamps.", question=main)
    room.moved(Motion.LAY)
    room.vote(6, 3)
    room.floor("li")
    assert "put-off-already" == room.code("li", MakeMotion(Motion.RESCIND, question=main))
    assert Motion.RESCIND not in room.in_order("li")


def test_what_was_reconsidered_and_lost_meanwhile_is_not_amended_from_the_table():
    room, main = decided()
    room.moved(Motion.RESCIND, "Repair four lamps.", question=main)
    room.moved(Motion.LAY)
    room.vote(6, 3)
    reconsidered(room, main)
    room.vote(3, 6)
    before = room.meeting.business.decided[main]
    room.moved(Motion.TAKE)
    room.vote(6, 3)
    room.vote(6, 3)
    assert before == room.meeting.business.decided[main]
    room.main("Repair four lamps.")


@pytest.mark.parametrize("motion", [Motion.RECONSIDER, Motion.RESCIND])
def test_it_has_to_be_said_which_decision_is_meant(motion):
    room, _ = decided()
    room.floor("li")
    assert "question-needed" == room.code("li", MakeMotion(motion))


def test_in_another_session_a_text_that_was_ruled_out_may_be_moved_again():
    room = Room()
    room.main()
    room.made(Motion.AMEND, "Buy a boat.")
    room.ok(CHAIR, acts.RuleMotionOut())
    room.moved(Motion.ADJOURN)
    room.vote(6, 3)
    room.ok(CHAIR, acts.CallToOrder(MEMBERS, MEMBERS), timedelta(days=7))
    room.made(Motion.AMEND, "Buy a boat.")


def test_what_else_was_adopted_may_be_rescinded_while_one_motion_to_rescind_lies_on_the_table():
    room, main = decided()
    room.main("Buy two bins.")
    bins = room.vote(6, 3).number
    room.moved(Motion.RESCIND, question=bins)
    room.moved(Motion.LAY)
    room.vote(6, 3)
    room.floor("li")
    assert Motion.RESCIND in room.in_order("li")
    room.ok("li", MakeMotion(Motion.RESCIND, question=main))
