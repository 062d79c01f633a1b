"""What leaves the stack and comes back: the table, another time, a committee, an objection."""

from datetime import timedelta

import pytest

from deliberate.assembly.motions import acts
from deliberate.assembly.motions.acts import MakeMotion
from deliberate.assembly.motions.table import Motion
from tests.assembly.motions.room import CHAIR, Room


def with_amendment():
    room = Room()
    main = room.main()
    room.moved(Motion.AMEND, "Repair four lamps.")
    return room, main


def test_what_was_laid_on_the_table_comes_back_with_all_that_adheres_to_it():
    room, _ = with_amendment()
    before = room.meeting.business.stack
    room.moved(Motion.LAY)
    room.vote(6, 3)
    assert () == room.stack()
    room.moved(Motion.TAKE)
    room.vote(6, 3)
    assert [each.number for each in before] == [each.number for each in room.meeting.business.stack]


def test_what_was_put_off_is_not_moved_a_second_time():
    room, _ = with_amendment()
    room.moved(Motion.LAY)
    room.vote(6, 3)
    room.floor("li")
    assert "put-off-already" == room.code("li", MakeMotion(Motion.MAIN, "Repair the three lamps."))


def test_what_was_postponed_comes_up_at_its_time_and_not_before():
    room, main = with_amendment()
    room.moved(Motion.POSTPONE, until=room.now + timedelta(hours=1))
    room.vote(6, 3)
    assert "time-not-come" == room.code(CHAIR, acts.TakeUp(main))
    room.ok(CHAIR, acts.TakeUp(main), timedelta(hours=1))
    assert (Motion.MAIN, Motion.AMEND) == room.stack()


def test_what_comes_back_waits_for_what_is_pending():
    room, main = with_amendment()
    room.moved(Motion.REFER, "The lamp committee.")
    room.vote(6, 3)
    room.main("Buy two bins.")
    assert "out-of-rank" == room.code(CHAIR, acts.TakeUp(main))


def test_to_refer_drops_a_motion_to_postpone_indefinitely():
    room = Room()
    main = room.main()
    room.moved(Motion.INDEFINITE)
    room.moved(Motion.REFER, "The lamp committee.")
    room.vote(6, 3)
    room.ok(CHAIR, acts.BeginCommittee(main))
    room.ok(CHAIR, acts.TakeUp(main))
    assert (Motion.MAIN,) == room.stack()


@pytest.mark.parametrize(("act", "motion"), [(acts.BeginCommittee, Motion.POSTPONE), (acts.TakeUp, Motion.LAY)])
def test_each_way_back_belongs_to_its_way_out(act, motion):
    room, main = with_amendment()
    room.moved(motion)
    room.vote(6, 3)
    assert "no-question-of-this-number" == room.code(CHAIR, act(main))


def test_only_what_is_on_the_table_is_taken_from_it():
    room, main = with_amendment()
    room.moved(Motion.POSTPONE)
    room.vote(6, 3)
    room.floor("li")
    assert "nothing-on-the-table" == room.code("li", MakeMotion(Motion.TAKE))
    assert "no-question-of-this-number" == room.code("li", MakeMotion(Motion.TAKE, question=main))


def test_a_question_postponed_indefinitely_is_gone_for_the_session():
    room = Room()
    main = room.main()
    room.moved(Motion.INDEFINITE)
    room.vote(6, 3)
    assert () == room.stack()
    room.floor("li")
    step = room.do("li", MakeMotion(Motion.MAIN, "Repair the three lamps."))
    assert "same-question" == step.code
    assert main in room.meeting.business.settled.values() or dict(step.about)["number"]


@pytest.mark.parametrize(("yes", "no", "left"), [(3, 6, ()), (4, 6, (Motion.MAIN,))])
def test_two_thirds_against_keep_a_question_from_being_considered(yes, no, left):
    room = Room()
    room.main()
    room.moved(Motion.OBJECT, by="zhao")
    room.vote(yes, no)
    assert left == room.stack()


def test_an_objection_comes_before_debate_and_once():
    room = Room()
    room.main()
    room.moved(Motion.OBJECT, by="zhao")
    room.vote(6, 3)
    assert "consideration-has-begun" == room.code("sun", MakeMotion(Motion.OBJECT))
    room.vote(6, 3)
    room.main("Buy two bins.")
    room.floor("li")
    room.ok("li", acts.Debate("They are full."))
    assert "consideration-has-begun" == room.code("sun", MakeMotion(Motion.OBJECT))


def test_one_objects_to_a_main_motion_and_to_nothing_else():
    room = Room()
    main = room.main()
    room.vote(6, 3)
    room.moved(Motion.RESCIND, question=main)
    assert "out-of-rank" == room.code("zhao", MakeMotion(Motion.OBJECT))


def test_an_appeal_that_was_laid_on_the_table_comes_back_with_the_ruling_that_it_is_about():
    room = Room()
    room.main()
    room.made(Motion.AMEND, "Buy a boat.")
    room.ok(CHAIR, acts.RuleMotionOut())
    room.moved(Motion.APPEAL, by="zhao")
    room.moved(Motion.LAY)
    room.vote(6, 3)
    room.moved(Motion.TAKE)
    room.vote(6, 3)
    room.vote(4, 5)
    assert (Motion.MAIN, Motion.AMEND) == room.stack()


def test_a_ruling_of_before_is_not_brought_back_with_what_was_put_off():
    room = Room()
    main = room.main()
    room.moved(Motion.REFER)
    room.ok("zhao", MakeMotion(Motion.POINT, "?"))
    room.ok(CHAIR, acts.GiveRuling(acts.Ruling.DENIED))
    room.vote(6, 3)
    room.ok(CHAIR, acts.TakeUp(main))
    assert "nothing-to-appeal" == room.code("zhao", MakeMotion(Motion.APPEAL))


def test_a_subsidiary_motion_begins_consideration_too_unless_it_is_to_lay_on_the_table():
    room = Room()
    room.main()
    room.moved(Motion.LAY)
    room.vote(3, 6)
    assert Motion.OBJECT in room.in_order("sun")
    room.moved(Motion.REFER)
    room.vote(3, 6)
    assert "consideration-has-begun" == room.code("sun", MakeMotion(Motion.OBJECT))


@pytest.mark.parametrize("motion", [Motion.POSTPONE, Motion.FIX_TIME, Motion.RECESS])
def test_a_time_that_is_past_is_refused(motion):
    room = Room()
    room.main()
    room.floor("li")
    assert "time-needed" == room.code("li", MakeMotion(motion, until=room.now - timedelta(hours=1)))


@pytest.mark.parametrize("motion", [Motion.LAY, Motion.REFER, Motion.AMEND, Motion.PREVIOUS, Motion.WITHDRAW])
def test_what_is_applied_to_a_question_needs_one(motion):
    room = Room()
    room.floor("li")
    assert "nothing-pending" == room.code("li", MakeMotion(motion, "?"))


def test_unfinished_business_is_pending_when_the_next_meeting_begins():
    room, _ = with_amendment()
    room.moved(Motion.ADJOURN)
    room.vote(6, 3)
    room.ok(CHAIR, acts.CallToOrder(room.meeting.members, room.meeting.members), timedelta(days=7))
    assert (Motion.MAIN, Motion.AMEND) == room.stack()
