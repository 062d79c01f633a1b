"""What cannot be used is refused with one code, and the meeting stays as it was."""

from datetime import UTC, datetime, timedelta

import pytest

from deliberate.assembly.confer import told
from deliberate.assembly.motions import acts
from deliberate.assembly.motions.acts import MakeMotion
from deliberate.assembly.motions.meeting import Meeting
from deliberate.assembly.motions.table import Motion
from deliberate.assembly.moves import Move
from deliberate.assembly.steps import MoveRefused, RoundClosed
from deliberate.errors import InputError
from tests.assembly.motions.room import CHAIR, MEMBERS, NOON, ROBERT, Room


def with_the_floor():
    room = Room()
    room.main()
    room.floor("li")
    return room


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("text-too-long", "a" * 1_000_001),
        ("unreadable-text", "lamps \u202e bins"),
        ("unreadable-text", "lamps\x00"),
        ("unreadable-text", "lamps \ud800"),
    ],
)
@pytest.mark.parametrize("act", [acts.Debate, lambda text: MakeMotion(Motion.AMEND, text)])
def test_a_text_nobody_can_read_is_refused(code, text, act):
    assert code == with_the_floor().code("li", act(text))


def test_a_text_may_have_lines_and_a_million_characters():
    room = with_the_floor()
    room.ok("li", acts.Debate("One.\n\tTwo. " + "a" * 999_000))


def test_who_is_not_a_member_does_nothing():
    room = with_the_floor()
    for act in (acts.AskForTheFloor(), acts.SecondMotion(), MakeMotion(Motion.POINT), acts.StateQuestion()):
        assert "not-on-the-roll" == room.code("nobody", act)
    assert () == room.legal("nobody")


def test_a_move_earlier_than_the_last_one_is_refused_and_one_at_the_same_moment_is_not():
    room = with_the_floor()
    past = Move("li", room.now - timedelta(seconds=1), acts.Debate("Yes."))
    assert "move-in-the-past" == ROBERT.step(room.meeting, past).code
    assert not isinstance(ROBERT.step(room.meeting, Move("li", room.now, acts.Debate("Yes."))), MoveRefused)


@pytest.mark.parametrize(
    "move",
    [
        Move("li", datetime(2026, 3, 2, 12), acts.Debate("Yes.")),
        Move("li", NOON + timedelta(days=1), MakeMotion(Motion.RECESS, until=datetime(2026, 3, 3))),
    ],
)
def test_a_moment_without_its_distance_from_utc_is_refused(move):
    step = ROBERT.step(with_the_floor().meeting, move)
    assert "no-time-zone" == step.code
    assert all(told(step, lang) for lang in ("en", "zh"))


@pytest.mark.parametrize(
    ("by", "code", "act"),
    [
        ("nobody", "not-on-the-roll", acts.CallToOrder(MEMBERS, MEMBERS)),
        (CHAIR, "not-on-the-roll", acts.CallToOrder(MEMBERS, (CHAIR, "nobody"))),
        (CHAIR, "not-present", acts.CallToOrder(MEMBERS, ("li",))),
    ],
)
def test_a_meeting_is_called_to_order_by_a_member_who_is_here(by, code, act):
    assert code == ROBERT.step(Meeting(), Move(by, NOON, act)).code


def test_a_later_meeting_is_called_to_order_by_one_of_the_body():
    room = Room()
    room.moved(Motion.ADJOURN)
    room.vote(6, 3)
    assert "not-on-the-roll" == room.code("eve", acts.CallToOrder(("eve",), ("eve",)))


@pytest.mark.parametrize(("code", "present"), [("not-on-the-roll", (CHAIR, "nobody")), ("not-present", ("li", "wang"))])
def test_who_is_here_is_of_the_body_and_the_chair_is_among_them(code, present):
    assert code == Room().code(CHAIR, acts.TakeAttendance(present))


def test_a_name_with_signs_that_show_nothing_is_an_error():
    with pytest.raises(InputError, match="li"):
        acts.CallToOrder(("li\u202e",), ("li\u202e",))


def test_notice_is_given_once():
    room = Room()
    main = room.main()
    room.vote(6, 3)
    room.ok("li", acts.GiveNotice(main))
    assert "notice-was-given" == room.code("wang", acts.GiveNotice(main))


def test_the_step_of_another_area_changes_nothing():
    meeting = with_the_floor().meeting
    assert meeting is meeting.after(RoundClosed(1, ()))


FAR = datetime.max.replace(tzinfo=UTC)


def test_a_moment_at_the_end_of_the_calendar_is_out_of_reach():
    room = with_the_floor()
    for act in (acts.Debate("Yes."), MakeMotion(Motion.LAY), acts.AskForTheFloor()):
        assert "moment-out-of-reach" == ROBERT.step(room.meeting, Move("li", FAR, act)).code
    assert "moment-out-of-reach" == room.code("li", MakeMotion(Motion.POSTPONE, until=FAR))
    assert () == ROBERT.legal(room.meeting, "li", FAR) == ROBERT.in_order(room.meeting, "li", FAR)


@pytest.mark.parametrize("by", [CHAIR, "li"])
def test_a_number_that_nobody_can_write_down_is_refused(by):
    room = with_the_floor()
    vast = 10**5000
    act = acts.PutQuestion(vast, 0) if by == CHAIR else MakeMotion(Motion.LIMIT, minutes=vast)
    assert "number-too-long" == room.code(by, act)


def test_minutes_beyond_the_calendar_are_as_good_as_no_limit():
    room = Room()
    room.main()
    room.moved(Motion.LIMIT, minutes=10**12)
    room.vote(6, 3)
    room.floor("li")
    room.ok("sun", acts.AskForTheFloor())
    assert "floor-is-taken" == room.code(CHAIR, acts.Recognise("sun"))
