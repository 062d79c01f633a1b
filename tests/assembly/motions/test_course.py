"""A motion from making to announcing, and who may do what on the way."""

from datetime import timedelta

import pytest

from deliberate.assembly.motions import acts
from deliberate.assembly.motions.acts import MakeMotion, Matter, Ruling, Voted
from deliberate.assembly.motions.ask import Manner
from deliberate.assembly.motions.steps import QuestionCarried, QuestionLost, RulingGiven
from deliberate.assembly.motions.table import Motion
from deliberate.assembly.procedures.robert import Robert
from deliberate.errors import InputError
from tests.assembly.motions.room import CHAIR, MEMBERS, NOON, Room


def test_a_motion_is_made_seconded_stated_debated_put_and_announced():
    room = Room()
    room.main()
    room.floor("zhao")
    room.ok("zhao", acts.Debate("They are dark.", 60))
    assert QuestionCarried is type(room.vote(6, 3))
    told = [type(step).__name__ for step in room.trace if "Floor" not in type(step).__name__]
    course = ["MotionMade", "MotionSeconded", "QuestionStated", "SpeechMade", "QuestionPut", "QuestionCarried"]
    assert ["CalledToOrder", *course] == told
    assert () == room.stack()


def test_the_result_has_effect_only_when_it_is_announced():
    room = Room()
    room.main()
    room.ok(CHAIR, acts.PutQuestion(6, 3))
    assert (Motion.MAIN,) == room.stack()


@pytest.mark.parametrize(("yes", "no", "kind"), [(6, 3, QuestionCarried), (4, 4, QuestionLost), (0, 0, QuestionLost)])
def test_a_main_motion_needs_more_yes_than_no(yes, no, kind):
    room = Room()
    room.main()
    assert kind is type(room.vote(yes, no))


def test_a_motion_that_nobody_seconds_is_neither_stated_nor_debated_and_falls():
    room = Room()
    room.made(Motion.MAIN, "Repair the lamps.")
    assert "no-second" == room.code(CHAIR, acts.StateQuestion())
    room.floor("li")
    assert "no-second" == room.code("li", acts.Debate("They are dark."))
    assert "own-second" == room.code("li", acts.SecondMotion())
    room.ok(CHAIR, acts.LetMotionFall())
    assert () == room.stack()


def test_a_motion_that_was_made_is_dealt_with_before_another_one():
    room = Room()
    room.made(Motion.MAIN, "Repair the lamps.")
    room.floor("zhao")
    assert "not-stated" == room.code("zhao", MakeMotion(Motion.ADJOURN))
    room.ok("sun", acts.SecondMotion())
    assert "needs-no-second" == room.code("wang", acts.SecondMotion())
    room.ok(CHAIR, acts.StateQuestion())
    assert "stated-already" == room.code(CHAIR, acts.StateQuestion())


def test_nobody_moves_or_speaks_without_the_floor():
    room = Room()
    assert "not-recognised" == room.code("li", MakeMotion(Motion.MAIN, "Repair the lamps."))
    room.main()
    assert "not-recognised" == room.code("zhao", acts.Debate("They are dark."))
    assert "not-recognised" == room.code("zhao", MakeMotion(Motion.ADJOURN))


@pytest.mark.parametrize("motion", [Motion.POINT, Motion.PRIVILEGE, Motion.ORDERS])
def test_an_interrupting_motion_needs_no_floor_and_leaves_it_to_who_has_it(motion):
    room = Room()
    room.main()
    room.floor("zhao")
    room.ok("sun", MakeMotion(motion, "It is loud."))
    assert "zhao" == room.meeting.floor


def test_the_chair_neither_moves_nor_seconds_nor_debates():
    room = Room()
    room.main()
    for act in (MakeMotion(Motion.POINT, "?"), acts.SecondMotion(), acts.Debate("I think ..."), acts.AskForTheFloor()):
        assert "chair-takes-no-part" == room.code(CHAIR, act)


CHAIRS = (acts.StateQuestion(), acts.PutQuestion(1, 0), acts.AnnounceResult(), acts.RuleMotionOut())


@pytest.mark.parametrize("act", [*CHAIRS, acts.Recognise("li"), acts.TakeAttendance(MEMBERS), acts.LetMotionFall()])
def test_what_the_chair_does_nobody_else_does(act):
    room = Room()
    assert "chair-of-the-meeting-only" == room.code("li", act)


def test_in_a_small_board_nobody_seconds_or_is_recognised_and_the_chair_takes_part():
    room = Room(Robert(manner=Manner.SMALL_BOARD))
    room.ok(CHAIR, MakeMotion(Motion.MAIN, "Repair the lamps."))
    room.ok(CHAIR, acts.StateQuestion())
    for _ in range(5):
        room.ok("li", acts.Debate("Again."))
    assert QuestionCarried is type(room.vote(6, 3))


def test_one_member_has_a_vote_taken_again_before_it_is_announced():
    room = Room()
    room.main()
    assert "no-vote-taken" == room.code("li", MakeMotion(Motion.RECOUNT))
    room.ok(CHAIR, acts.PutQuestion(5, 4))
    assert "vote-is-taken" == room.code(CHAIR, acts.PutQuestion(5, 4))
    room.ok("zhao", MakeMotion(Motion.RECOUNT))
    assert "no-vote-taken" == room.code(CHAIR, acts.AnnounceResult())
    assert QuestionLost is type(room.vote(4, 5))


def test_one_member_has_a_vote_taken_again_once():
    room = Room()
    room.main()
    room.ok(CHAIR, acts.PutQuestion(5, 4))
    room.ok("zhao", MakeMotion(Motion.RECOUNT))
    room.ok(CHAIR, acts.PutQuestion(5, 4))
    assert Motion.RECOUNT not in room.in_order("sun")
    assert "recounted-once" == room.code("sun", MakeMotion(Motion.RECOUNT))
    number = room.ok(CHAIR, acts.AnnounceResult()).number
    room.moved(Motion.RECONSIDER, question=number, voted=Voted.YES)
    room.vote(6, 3)
    room.ok(CHAIR, acts.PutQuestion(4, 5))
    room.ok("sun", MakeMotion(Motion.RECOUNT))


@pytest.mark.parametrize(
    ("code", "act"),
    [
        ("bad-tally", acts.PutQuestion(-1, 2)),
        ("more-votes-than-present", acts.PutQuestion(9, 2)),
        ("names-do-not-count-up", acts.PutQuestion(2, 0, ayes=("li",))),
        ("names-do-not-count-up", acts.PutQuestion(1, 1, ayes=("li",), noes=("li",))),
        ("not-on-the-roll", acts.PutQuestion(1, 0, ayes=("nobody",))),
    ],
)
def test_a_vote_that_cannot_be_is_refused(code, act):
    room = Room()
    room.main()
    assert code == room.code(CHAIR, act)


@pytest.mark.parametrize("ruling", list(Ruling))
@pytest.mark.parametrize("motion", [Motion.POINT, Motion.PRIVILEGE])
def test_the_chair_rules_on_points_of_order_and_privilege(motion, ruling):
    room = Room()
    room.main()
    room.ok("zhao", MakeMotion(motion, "It is loud."))
    assert "chair-rules" == room.code(CHAIR, acts.PutQuestion(5, 4))
    step = room.ok(CHAIR, acts.GiveRuling(ruling, Matter.DECORUM))
    assert RulingGiven is type(step)
    assert (Motion.MAIN,) == room.stack()
    assert "no-ruling-asked" == room.code(CHAIR, acts.GiveRuling(ruling))


def test_one_member_calls_for_the_orders_of_the_day_and_two_thirds_set_them_aside():
    room = Room()
    room.main()
    room.ok("zhao", MakeMotion(Motion.ORDERS))
    assert "one-member-suffices" == room.code(CHAIR, acts.GiveRuling(Ruling.DENIED))
    assert QuestionCarried is type(room.vote(3, 5))
    room.ok("zhao", MakeMotion(Motion.ORDERS))
    assert QuestionLost is type(room.vote(3, 6))
    room.ok("zhao", MakeMotion(Motion.ORDERS))
    room.ok(CHAIR, acts.GiveRuling(Ruling.GRANTED))
    assert (Motion.MAIN,) == room.stack()


def test_the_mover_takes_a_motion_back_until_it_is_stated_and_then_asks_the_assembly():
    room = Room()
    room.made(Motion.MAIN, "Repair the lamps.")
    assert "not-the-mover" == room.code("zhao", MakeMotion(Motion.WITHDRAW))
    room.ok("li", MakeMotion(Motion.WITHDRAW))
    assert () == room.stack()
    room.main("Repair the lamps.")
    room.moved(Motion.WITHDRAW)
    room.vote(3, 5)
    assert (Motion.MAIN,) == room.stack()
    room.moved(Motion.WITHDRAW)
    room.vote(5, 3)
    assert () == room.stack()
    room.main("Repair the lamps.")


@pytest.mark.parametrize("question", [None, 1])
def test_the_mover_asks_for_a_motion_back_while_others_have_moved_to_amend_and_to_postpone_it(question):
    room = Room()
    room.main()
    room.moved(Motion.AMEND, "Repair four lamps.", by="zhao")
    room.moved(Motion.POSTPONE, by="sun")
    room.moved(Motion.WITHDRAW, question=question)
    assert 1 == room.top().target
    room.vote(3, 6)
    assert (Motion.MAIN, Motion.AMEND, Motion.POSTPONE) == room.stack()
    room.moved(Motion.WITHDRAW, question=question)
    room.vote(6, 3)
    assert () == room.stack()


def test_one_takes_back_ones_own_and_what_is_pending_above_comes_first_unless_it_is_applied_to_it():
    room = Room()
    main = room.main()
    amendment = room.moved(Motion.AMEND, "Repair four lamps.", by="zhao")
    room.floor("li")
    assert "not-the-mover" == room.code("li", MakeMotion(Motion.WITHDRAW, question=amendment))
    assert "not-the-mover" == room.code("sun", MakeMotion(Motion.WITHDRAW))
    room.made(Motion.POSTPONE, by="zhao")
    assert "not-stated" == room.code("li", MakeMotion(Motion.WITHDRAW, question=main))
    room.ok("sun", acts.SecondMotion())
    room.ok(CHAIR, acts.StateQuestion())
    room.moved(Motion.RECESS, by="zhao")
    assert "out-of-rank" == room.code("li", MakeMotion(Motion.WITHDRAW))


def test_a_recess_ends_when_its_time_has_come_and_the_question_is_still_pending():
    room = Room()
    room.main()
    room.moved(Motion.RECESS, until=room.now + timedelta(hours=1))
    room.vote(6, 3)
    assert "meeting-does-not-sit" == room.code("li", acts.AskForTheFloor())
    assert "time-not-come" == room.code(CHAIR, acts.CallToOrder(MEMBERS, MEMBERS))
    called = room.ok(CHAIR, acts.CallToOrder(MEMBERS, MEMBERS), timedelta(hours=2))
    assert 1 == called.session
    assert (Motion.MAIN,) == room.stack()
    assert "meeting-sits-already" == room.code(CHAIR, acts.CallToOrder(MEMBERS, MEMBERS))


@pytest.mark.parametrize(("fixes", "session"), [(False, 2), (True, 1)])
def test_a_fixed_time_makes_the_next_meeting_part_of_the_same_session(fixes, session):
    room = Room()
    if fixes:
        room.moved(Motion.FIX_TIME)
        room.vote(6, 3)
    room.moved(Motion.ADJOURN)
    room.vote(6, 3)
    assert session == room.ok(CHAIR, acts.CallToOrder(MEMBERS, MEMBERS), timedelta(days=7)).session


@pytest.mark.parametrize("motion", [Motion.RECESS, Motion.ADJOURN])
def test_who_calls_the_meeting_back_to_order_keeps_its_roll(motion):
    room = Room()
    room.moved(Motion.FIX_TIME)
    room.vote(6, 3)
    room.moved(motion)
    room.vote(6, 3)
    assert "roll-of-the-session" == room.code("li", acts.CallToOrder(("li",), ("li",)))
    assert ("CallToOrder",) == room.legal("li")
    room.ok("li", acts.CallToOrder(MEMBERS[::-1], ("li",)), timedelta(days=7))
    assert {Motion.ADJOURN} == room.in_order("li")


def test_another_session_may_have_another_roll():
    room = Room()
    room.moved(Motion.ADJOURN)
    room.vote(6, 3)
    assert 2 == room.ok("li", acts.CallToOrder(MEMBERS[:6], MEMBERS[:6]), timedelta(days=7)).session


def test_without_a_quorum_only_to_fix_a_time_to_adjourn_and_to_recess_are_in_order():
    room = Room()
    room.main()
    room.ok(CHAIR, acts.TakeAttendance(MEMBERS[:5]))
    assert "no-quorum-here" == room.code(CHAIR, acts.PutQuestion(3, 1))
    room.floor("li")
    assert {Motion.FIX_TIME, Motion.ADJOURN, Motion.RECESS} == room.in_order("li")
    assert "no-quorum-here" == room.code("li", MakeMotion(Motion.LAY))
    assert "no-quorum-here" == room.code("li", acts.Debate("They are dark."))
    room.moved(Motion.RECESS, until=NOON + timedelta(hours=5))
    room.moved(Motion.AMEND, until=NOON + timedelta(hours=4))
    room.vote(3, 1)
    assert NOON + timedelta(hours=4) == room.top().until
    room.vote(3, 1)
    assert NOON + timedelta(hours=4) == room.meeting.resumes


@pytest.mark.parametrize(("quorum", "present", "legal"), [(None, 6, True), (None, 5, False), (3, 3, True)])
def test_the_quorum_is_more_than_half_of_the_members_unless_it_is_given(quorum, present, legal):
    room = Room(Robert(quorum=quorum), present=MEMBERS[:present])
    room.floor("li")
    assert legal is (Motion.MAIN in room.in_order("li"))


@pytest.mark.parametrize("wrong", [{"speeches": -1}, {"minutes": -1}, {"quorum": -1}, {"utc_offset": "noon"}])
def test_a_parameter_that_cannot_be_is_an_error(wrong):
    with pytest.raises(InputError, match=str(*wrong.values())):
        Robert(**wrong)


def test_while_a_vote_is_taken_nobody_speaks_and_nothing_else_is_decided():
    room = Room()
    room.main()
    room.ok("zhao", MakeMotion(Motion.ORDERS))
    room.ok(CHAIR, acts.PutQuestion(3, 5))
    assert "vote-is-taken" == room.code(CHAIR, acts.GiveRuling(Ruling.GRANTED))
    room.ok(CHAIR, acts.AnnounceResult())
    room.ok(CHAIR, acts.PutQuestion(6, 3))
    room.floor("li")
    assert "vote-is-taken" == room.code("li", acts.Debate("But ..."))
    assert "vote-is-taken" == room.code("li", MakeMotion(Motion.LAY))


def test_a_committee_begins_once_and_with_what_was_referred():
    room = Room()
    main = room.main()
    assert "no-question-of-this-number" == room.code(CHAIR, acts.BeginCommittee(main))
    room.moved(Motion.REFER, "The lamp committee.")
    room.vote(6, 3)
    room.ok(CHAIR, acts.BeginCommittee(main))
    assert "no-question-of-this-number" == room.code(CHAIR, acts.BeginCommittee(main))


def test_who_raised_a_point_of_order_takes_it_back_at_once():
    room = Room()
    room.main()
    room.ok("zhao", MakeMotion(Motion.POINT, "?"))
    room.ok("zhao", MakeMotion(Motion.WITHDRAW))
    assert (Motion.MAIN,) == room.stack()


def test_a_quorum_that_is_lost_leaves_nothing_in_the_way_of_adjourning():
    room = Room()
    room.made(Motion.MAIN, "Repair the lamps.")
    room.ok(CHAIR, acts.TakeAttendance(MEMBERS[:3]))
    room.ok("wang", acts.SecondMotion())
    room.ok(CHAIR, acts.StateQuestion())
    room.moved(Motion.ADJOURN)
    assert QuestionCarried is type(room.vote(2, 0))


def test_a_vote_taken_with_a_quorum_is_announced_though_somebody_has_left():
    room = Room()
    room.main()
    room.ok(CHAIR, acts.PutQuestion(6, 3))
    room.ok(CHAIR, acts.TakeAttendance(MEMBERS[:3]))
    assert QuestionCarried is type(room.ok(CHAIR, acts.AnnounceResult()))
