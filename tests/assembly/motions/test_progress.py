"""From wherever a meeting stands, whoever is still there: those who are willing can bring it to its end."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deliberate.assembly.motions import acts
from deliberate.assembly.motions.acts import MakeMotion, Ruling
from deliberate.assembly.motions.meeting import Sits
from deliberate.assembly.motions.table import Motion
from deliberate.assembly.moves import Move
from deliberate.assembly.procedures.robert import Robert
from deliberate.assembly.steps import MoveRefused
from tests.assembly.motions.room import CHAIR, MEMBERS, Room
from tests.assembly.motions.test_laws import RULES, SEEDS, held
from tests.search import a_part

# A dozen questions pending and all that belongs to each.
ENOUGH = 150


def tries(meeting):
    """What leads on, the best first: what is pending is dealt with, and as soon as they can they move to adjourn."""
    top, chair = meeting.business.top, meeting.chair
    yield chair, acts.AnnounceResult()
    yield chair, acts.StateQuestion()
    if top is not None and not top.stated:
        yield from ((each, acts.SecondMotion()) for each in meeting.members if top.motion is Motion.ADJOURN)
        yield chair, acts.LetMotionFall()
    yield chair, acts.GiveRuling(Ruling.GRANTED)
    yield from ((each, MakeMotion(Motion.ADJOURN)) for each in meeting.members)
    yes = top is not None and top.motion is Motion.ADJOURN
    yield chair, acts.PutQuestion(int(yes), int(not yes))
    if top is not None:
        yield from ((each, acts.YieldTheFloor()) for each in meeting.members)
    yield from ((chair, acts.Recognise(each)) for each in meeting.waiting)
    yield from ((each, acts.AskForTheFloor()) for each in meeting.members)


def ends(rules, meeting, now):
    """Whether the meeting comes to its end."""
    for _ in range(ENOUGH):
        if meeting.sits is not Sits.OPEN:
            return True
        now += timedelta(minutes=20)
        steps = (rules.step(meeting, Move(by, now, act)) for by, act in tries(meeting))
        step = next((step for step in steps if not isinstance(step, MoveRefused)), None)
        if step is None:
            return False
        meeting = meeting.after(step)
    return False


def left_by_all_but(meeting, present):
    here = tuple(each for each in meeting.members if each in (meeting.chair, *present))
    return Robert().step(meeting, Move(meeting.chair, meeting.last, acts.TakeAttendance(here)))


@a_part(10)
@given(RULES, SEEDS, st.sampled_from([MEMBERS, MEMBERS[1:4], MEMBERS[1:2], ()]))
def test_every_meeting_can_be_brought_to_its_end(rules, seed, present):
    *_, (before, move, step) = held(rules, seed, 25)
    meeting = before.after(step)
    if meeting.sits is Sits.OPEN:
        meeting = meeting.after(left_by_all_but(meeting, present))
    assert ends(rules, meeting, move.at), meeting.business.stack


def without_quorum(*more):
    """Four are left of ten while a time to adjourn to is being fixed."""
    room = Room()
    room.main()
    room.moved(Motion.FIX_TIME, "In the hall.")
    for motion, text in more:
        if motion is Motion.APPEAL:
            room.ok("zhao", MakeMotion(Motion.POINT, "?"))
            room.ok(CHAIR, acts.GiveRuling(Ruling.DENIED))
        room.moved(motion, text)
    room.ok(CHAIR, acts.TakeAttendance(MEMBERS[:4]))
    return room


def test_without_a_quorum_what_is_pending_above_a_privileged_motion_is_decided():
    for more in (
        [(Motion.AMEND, "In the yard."), (Motion.AMEND, "In the garden.")],
        [(Motion.APPEAL, "")],
        [(Motion.PREVIOUS, "")],
        [(Motion.AMEND, "In the yard."), (Motion.WITHDRAW, "")],
    ):
        room = without_quorum(*more)
        while len(room.stack()) > 1:
            room.vote(2, 1)
        assert room.meeting.continues is not None
        assert (Motion.MAIN,) == room.stack()


def test_without_a_quorum_nothing_is_done_about_the_question_below():
    room = without_quorum()
    room.floor("li")
    main = room.meeting.business.stack[0].number
    for act in (
        MakeMotion(Motion.PREVIOUS, question=main),
        MakeMotion(Motion.AMEND, "Repair four lamps.", main),
        MakeMotion(Motion.WITHDRAW, question=main),
        MakeMotion(Motion.LAY),
        MakeMotion(Motion.REFER),
    ):
        assert "no-quorum-here" == room.code("li", act)
    room.ok("li", MakeMotion(Motion.WITHDRAW))


@pytest.mark.parametrize("left", [MEMBERS[:1], MEMBERS[:2]])
def test_who_presides_adjourns_a_meeting_in_which_nobody_is_left_to_move_and_second(left):
    room = Room()
    room.main()
    adjourn = MakeMotion(Motion.ADJOURN)
    assert "chair-takes-no-part" == room.code(CHAIR, adjourn)
    room.ok(CHAIR, acts.TakeAttendance(left))
    assert "chair-takes-no-part" == room.code(CHAIR, MakeMotion(Motion.RECESS))
    assert {Motion.ADJOURN} == room.in_order(CHAIR)
    room.ok(CHAIR, adjourn)
    room.ok(CHAIR, acts.StateQuestion())
    room.vote(1, 0)
    assert Sits.ADJOURNED is room.meeting.sits


def test_where_one_could_still_second_a_motion_to_adjourn_needs_a_second_unless_the_quorum_is_gone():
    room = Room(Robert(quorum=3), present=MEMBERS[:3])
    room.made(Motion.ADJOURN)
    assert room.top().is_bare
    room = Room(present=MEMBERS[:5])
    room.made(Motion.ADJOURN)
    assert not room.top().is_bare
