"""What was decided and comes back: to reconsider, to rescind, and the same question."""

from datetime import timedelta

import pytest

from deliberate.assembly.motions import acts
from deliberate.assembly.motions.acts import MakeMotion, Voted
from deliberate.assembly.motions.steps import MotionMade, QuestionCarried, QuestionLost, ReconsiderationNoted
from deliberate.assembly.motions.table import Motion
from tests.assembly.motions.room import CHAIR, MEMBERS, Room


def decided(yes=6, no=3, **names):
    room = Room()
    main = room.main()
    room.vote(yes, no, **names)
    return room, main


def again(number, voted=Voted.YES):
    return MakeMotion(Motion.RECONSIDER, question=number, voted=voted)


def reconsidered(room, number, voted=Voted.YES):
    room.moved(Motion.RECONSIDER, question=number, voted=voted)
    room.vote(5, 4)


def test_what_was_decided_in_the_session_is_not_moved_again_but_in_the_next_it_may_be():
    room, _ = decided(3, 6)
    room.floor("li")
    assert "same-question" == room.code("li", MakeMotion(Motion.MAIN, "Repair the three lamps."))
    room.moved(Motion.ADJOURN)
    room.vote(6, 3)
    room.ok(CHAIR, acts.CallToOrder(MEMBERS, MEMBERS), timedelta(days=7))
    room.main()


def test_to_reconsider_restores_the_state_before_the_vote():
    room = Room()
    room.main()
    room.moved(Motion.AMEND, "Repair four lamps.")
    room.quiet()
    before = room.meeting.business.stack
    room.vote(6, 3)
    assert "Repair four lamps." == room.top().text
    reconsidered(room, before[-1].number)
    assert before == room.meeting.business.stack


@pytest.mark.parametrize(
    ("yes", "no", "voted", "code"),
    [
        (6, 3, Voted.YES, ""),
        (6, 3, Voted.NO, "not-prevailing"),
        (6, 3, Voted.UNSAID, "not-prevailing"),
        (3, 6, Voted.NO, ""),
        (3, 6, Voted.YES, "not-prevailing"),
        (4, 4, Voted.NO, ""),
    ],
)
def test_who_moves_to_reconsider_voted_with_the_side_that_prevailed(yes, no, voted, code):
    room, main = decided(yes, no)
    assert code == getattr(room.do("li", again(main, voted)), "code", "")


@pytest.mark.parametrize(("member", "code"), [("li", ""), ("zhao", "not-prevailing"), ("wu", "not-prevailing")])
def test_where_the_vote_was_called_by_name_the_names_count(member, code):
    room, main = decided(2, 1, ayes=("li", "wang"), noes=("zhao",))
    assert code == getattr(room.do(member, again(main)), "code", "")


@pytest.mark.parametrize(("days", "code"), [(0, ""), (1, ""), (2, "too-late")])
def test_a_vote_is_reconsidered_on_the_same_or_the_next_day(days, code):
    room, main = decided()
    assert code == getattr(room.do("li", again(main), timedelta(days=days)), "code", "")


def test_once_is_enough_whether_it_was_carried_or_lost():
    room, main = decided()
    room.moved(Motion.RECONSIDER, question=main, voted=Voted.YES)
    assert QuestionLost is type(room.vote(3, 6))
    assert main in room.meeting.business.decided
    room, main = decided()
    reconsidered(room, main)
    room.vote(6, 3)
    assert "reconsidered-once" == room.code("li", again(main))


def test_a_lost_motion_to_reconsider_leaves_the_decision():
    room, main = decided()
    room.moved(Motion.RECONSIDER, question=main, voted=Voted.YES)
    room.vote(3, 6)
    assert () == room.stack()
    assert room.meeting.business.decided[main].carried
    assert "reconsidered-once" == room.code("li", again(main))


def test_made_while_another_question_is_pending_it_waits_to_be_called_up():
    room, main = decided()
    room.main("Buy two bins.")
    assert ReconsiderationNoted is type(room.ok("li", again(main)))
    room.floor("zhao")
    assert "out-of-rank" == room.code("zhao", acts.CallUpReconsideration(main))
    room.vote(6, 3)
    room.floor("zhao")
    room.ok("zhao", acts.CallUpReconsideration(main), timedelta(days=3))
    assert (Motion.RECONSIDER, "li") == (room.top().motion, room.top().mover)
    room.ok("sun", acts.SecondMotion())
    room.ok(CHAIR, acts.StateQuestion())
    room.vote(6, 3)
    assert (Motion.MAIN,) == room.stack()


def test_what_is_not_noted_is_not_called_up():
    room, main = decided()
    room.floor("li")
    assert "no-question-of-this-number" == room.code("li", acts.CallUpReconsideration(main))


@pytest.mark.parametrize("motion", [Motion.LAY, Motion.DIVIDE, Motion.SUSPEND])
def test_what_the_table_says_cannot_be_reconsidered_is_not(motion):
    room = Room()
    room.main("Repair the lamps.\nBuy two bins.")
    number = room.moved(motion, "turn-over")
    room.vote(6, 3)
    assert "not-reconsidered" == room.code("li", again(number))


@pytest.mark.parametrize(("yes", "no", "voted", "legal"), [(6, 3, Voted.YES, True), (3, 6, Voted.NO, False)])
def test_only_the_yes_vote_to_postpone_indefinitely_is_reconsidered(yes, no, voted, legal):
    room = Room()
    room.main()
    number = room.moved(Motion.INDEFINITE)
    room.vote(yes, no)
    step = room.do("li", again(number, voted))
    assert legal is (getattr(step, "code", "") != "not-reconsidered")


def test_a_question_postponed_indefinitely_comes_back_with_the_motion_to_do_so():
    room = Room()
    room.main()
    number = room.moved(Motion.INDEFINITE)
    room.vote(6, 3)
    reconsidered(room, number)
    assert (Motion.MAIN, Motion.INDEFINITE) == room.stack()


def test_an_objection_that_was_sustained_is_reconsidered():
    room = Room()
    room.main()
    number = room.moved(Motion.OBJECT, by="zhao")
    room.vote(3, 6)
    reconsidered(room, number, Voted.NO)
    assert (Motion.MAIN, Motion.OBJECT) == room.stack()


def test_the_previous_question_is_reconsidered_until_it_is_executed():
    room = Room()
    room.main()
    room.moved(Motion.AMEND, "Repair four lamps.")
    number = room.moved(Motion.PREVIOUS, question=1)
    room.vote(6, 3)
    room.floor("li")
    assert Motion.RECONSIDER in room.in_order("li")
    room.vote(6, 3)
    assert "not-reconsidered" == room.code("li", again(number))


def test_to_reconsider_the_previous_question_opens_debate_again():
    room = Room()
    room.main()
    number = room.moved(Motion.PREVIOUS)
    room.vote(6, 3)
    room.ok("zhao", again(number))
    room.ok("sun", acts.SecondMotion())
    room.ok(CHAIR, acts.StateQuestion())
    room.vote(6, 3)
    assert (Motion.MAIN, Motion.PREVIOUS) == room.stack()
    assert not room.meeting.business.stack[0].closed


@pytest.mark.parametrize(("begins", "code"), [(False, ""), (True, "not-reconsidered")])
def test_to_refer_is_reconsidered_until_the_committee_has_begun(begins, code):
    room = Room()
    main = room.main()
    number = room.moved(Motion.REFER, "The lamp committee.")
    room.vote(6, 3)
    if begins:
        room.ok(CHAIR, acts.BeginCommittee(main))
    assert code == getattr(room.do("li", again(number)), "code", "")


def test_what_was_postponed_is_pending_again_when_that_is_reconsidered():
    room = Room()
    room.main()
    number = room.moved(Motion.POSTPONE)
    room.vote(6, 3)
    reconsidered(room, number)
    assert (Motion.MAIN, Motion.POSTPONE) == room.stack()
    assert {} == room.meeting.business.parked


def test_a_reversed_ruling_stands_as_before_when_the_appeal_is_reconsidered():
    room = Room()
    room.main()
    room.made(Motion.AMEND, "Buy a boat.")
    room.ok(CHAIR, acts.RuleMotionOut())
    number = room.moved(Motion.APPEAL, by="zhao")
    room.vote(4, 5)
    room.ok("li", MakeMotion(Motion.WITHDRAW))
    reconsidered(room, number, Voted.NO)
    assert (Motion.MAIN, Motion.APPEAL) == room.stack()
    room.vote(5, 4)
    room.floor("li")
    assert "not-germane" == room.code("li", MakeMotion(Motion.AMEND, "Buy a boat."))


def test_a_vote_on_what_has_changed_since_is_not_reconsidered():
    room = Room()
    room.main()
    first = room.moved(Motion.AMEND, "Repair four lamps.")
    room.vote(6, 3)
    room.moved(Motion.AMEND, "Repair all lamps.")
    room.vote(6, 3)
    assert "question-has-moved-on" == room.code("li", again(first))


def test_an_amendment_is_not_reconsidered_alone_when_its_question_is_decided():
    room = Room()
    room.main()
    first = room.moved(Motion.AMEND, "Repair four lamps.")
    room.vote(6, 3)
    room.vote(6, 3)
    assert "question-has-moved-on" == room.code("li", again(first))


def test_limits_of_debate_are_as_before_when_they_are_reconsidered_and_the_speeches_of_since_count():
    room = Room()
    room.main()
    number = room.moved(Motion.LIMIT, minutes=1)
    room.vote(6, 3)
    room.floor("zhao")
    room.ok("zhao", acts.Debate("Short."))
    reconsidered(room, number)
    room.vote(3, 6)
    assert (None, 1) == (room.top().minutes, room.top().spoken["zhao"])


def test_a_time_to_adjourn_to_is_not_fixed_while_that_is_reconsidered():
    room = Room()
    number = room.moved(Motion.FIX_TIME)
    room.vote(6, 3)
    reconsidered(room, number)
    assert room.meeting.continues is None


@pytest.mark.parametrize(
    ("noticed", "days", "yes", "no", "kind"),
    [
        (False, 0, 4, 2, QuestionCarried),
        (False, 0, 4, 3, QuestionLost),
        (True, 0, 4, 3, QuestionLost),
        (True, 1, 4, 3, QuestionCarried),
        (False, 0, 6, 4, QuestionCarried),
        (False, 0, 5, 4, QuestionLost),
    ],
)
def test_what_was_adopted_is_rescinded_by_two_thirds_or_with_notice_or_by_most_members(noticed, days, yes, no, kind):
    room, main = decided()
    if noticed:
        room.ok("li", acts.GiveNotice(main))
    room.now += timedelta(days=days)
    room.moved(Motion.RESCIND, question=main)
    assert kind is type(room.vote(yes, no))


def test_what_was_rescinded_may_be_moved_again_and_not_rescinded_twice():
    room, main = decided()
    room.moved(Motion.RESCIND, question=main)
    room.vote(6, 3)
    room.floor("li")
    assert "no-question-of-this-number" == room.code("li", MakeMotion(Motion.RESCIND, question=main))
    room.main()


def test_what_was_adopted_is_amended_and_may_be_amended_further():
    room, main = decided()
    room.moved(Motion.RESCIND, "Repair four lamps.", question=main)
    room.vote(6, 3)
    assert "Repair four lamps." == room.meeting.business.decided[main].question.text
    room.floor("li")
    assert "same-question" == room.code("li", MakeMotion(Motion.MAIN, "Repair four lamps."))
    room.moved(Motion.RESCIND, "Repair five lamps.", question=main)
    room.vote(6, 3)
    assert "Repair five lamps." == room.meeting.business.decided[main].question.text


@pytest.mark.parametrize(("yes", "no"), [(3, 6), (4, 4)])
def test_what_was_lost_is_not_rescinded(yes, no):
    room, main = decided(yes, no)
    room.floor("li")
    assert "no-question-of-this-number" == room.code("li", MakeMotion(Motion.RESCIND, question=main))
    assert "no-question-of-this-number" == room.code("li", acts.GiveNotice(main))


def test_a_motion_to_reconsider_needs_no_floor():
    room, main = decided()
    room.floor("zhao")
    assert MotionMade is type(room.ok("li", again(main)))
    assert "zhao" == room.meeting.floor


def test_a_lost_amendment_is_not_reconsidered_alone_when_its_question_is_decided():
    room = Room()
    room.main()
    number = room.moved(Motion.AMEND, "Repair four lamps.")
    room.vote(3, 6)
    room.vote(6, 3)
    assert "question-has-moved-on" == room.code("li", again(number, Voted.NO))


def test_to_postpone_is_not_reconsidered_when_the_question_has_come_back():
    room = Room()
    main = room.main()
    number = room.moved(Motion.POSTPONE, until=room.now + timedelta(hours=1))
    room.vote(6, 3)
    room.ok(CHAIR, acts.TakeUp(main), timedelta(hours=1))
    assert "question-has-moved-on" == room.code("li", again(number))


def test_an_appeal_is_reconsidered_only_where_it_was():
    room = Room()
    room.main()
    room.ok("zhao", MakeMotion(Motion.POINT, "?"))
    room.ok(CHAIR, acts.GiveRuling(acts.Ruling.DENIED))
    number = room.moved(Motion.APPEAL, by="zhao")
    room.vote(4, 5)
    room.vote(6, 3)
    assert ReconsiderationNoted is type(room.ok("li", again(number, Voted.NO)))
    room.floor("li")
    assert "question-has-moved-on" == room.code("li", acts.CallUpReconsideration(number))


def test_nothing_is_considered_again_before_the_motion_just_made_is_dealt_with():
    room = Room()
    number = room.moved(Motion.FIX_TIME)
    room.vote(6, 3)
    room.made(Motion.MAIN, "Repair the lamps.")
    assert ReconsiderationNoted is type(room.ok("li", again(number)))
    assert "not-recognised" == room.code("li", acts.CallUpReconsideration(number))


def test_of_what_is_pending_again_no_notice_is_given():
    room, main = decided()
    reconsidered(room, main)
    assert "no-question-of-this-number" == room.code("li", acts.GiveNotice(main))


def test_what_was_never_decided_is_not_reconsidered():
    assert "no-question-of-this-number" == Room().code("li", again(7))


@pytest.mark.parametrize("text", ["", "Repair four lamps."])
def test_what_was_rescinded_or_amended_after_its_adoption_is_not_reconsidered(text):
    room, main = decided()
    room.moved(Motion.RESCIND, text, question=main)
    room.vote(6, 3)
    assert "question-has-moved-on" == room.code("li", again(main))
