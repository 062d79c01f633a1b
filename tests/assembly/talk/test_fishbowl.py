"""The fishbowl: inner seats talk, outer seats listen, one inner seat is kept empty."""

import pytest

from deliberate.assembly.moves import CloseRound, TakeTurn
from deliberate.assembly.procedures.fishbowl import Fishbowl
from deliberate.assembly.talk.acts import GoOnWithout, LeaveSeat, RuleOut, TakeSeat
from deliberate.assembly.talk.course import Phase
from deliberate.assembly.talk.traits import Closing, Ground
from deliberate.errors import InputError
from tests.assembly.talk.meeting import CHAIR, MINUTE, PROCEDURES, TERMS, opened

FISHBOWL = PROCEDURES[3]
INNER = ("li", "wang", "zhao")


def seated(*more):
    """A fishbowl of four seats: three are taken, and then more."""
    meeting = opened(FISHBOWL)
    for member in (*INNER, *more):
        meeting.ok(member, TakeSeat())
    return meeting


def test_the_outer_circle_is_silent():
    meeting = seated()
    assert "not-seated" == meeting.code("sun", TakeTurn("But."))
    assert "not-seated" == meeting.code("sun", LeaveSeat())
    for member in ("li", "wang", "li"):
        meeting.ok(member, TakeTurn("So."))


def test_who_takes_the_empty_seat_makes_one_leave_within_a_turn():
    meeting = seated("sun")
    assert Phase.FULL is meeting.talk.phase
    assert "fishbowl-full" == meeting.code("wu", TakeSeat())
    meeting.ok("sun", TakeTurn("But."))
    assert Phase.LATE is meeting.talk.phase
    assert "fishbowl-full" == meeting.code("sun", TakeTurn("And."))
    assert "fishbowl-full" == meeting.code("wu", TakeSeat())
    meeting.ok("li", LeaveSeat())
    meeting.ok("sun", TakeTurn("And."))
    meeting.ok("wu", TakeSeat())


def test_where_nobody_leaves_the_chair_frees_a_seat():
    meeting = seated()
    assert "nobody-in-the-way" == meeting.code(CHAIR, GoOnWithout("li"))
    meeting.ok("sun", TakeSeat())
    assert "not-seated" == meeting.code(CHAIR, GoOnWithout("wu"))
    meeting.ok(CHAIR, GoOnWithout("li"))
    assert ("wang", "zhao", "sun") == meeting.talk.floor.way.seated


def test_nobody_sits_twice():
    assert "seated-already" == seated().code("li", TakeSeat())


def test_it_ends_when_the_time_is_over():
    meeting = seated("sun")
    assert "debate-open" == meeting.code(CHAIR, CloseRound())
    meeting.ok("li", LeaveSeat(), after=29 * MINUTE - (meeting.now - meeting.trace[0].at))
    assert "time-over" == meeting.code("wang", TakeTurn("One more."), after=MINUTE)
    assert "time-over" == meeting.code("li", TakeSeat())
    assert Closing.TIME is meeting.close().ended


def test_who_was_ruled_out_lets_somebody_else_speak_first():
    meeting = seated()
    meeting.ok("li", TakeTurn("You always talk."))
    meeting.ok(CHAIR, RuleOut(1, Ground.PERSONAL, "Not about persons."))
    assert "personal" == meeting.code("li", TakeTurn("But you do."))
    meeting.ok("wang", TakeTurn("So."))
    meeting.ok("li", TakeTurn("So."))


@pytest.mark.parametrize("seats", [3, 7])
def test_it_has_four_to_six_seats(seats):
    with pytest.raises(InputError) as caught:
        Fishbowl(TERMS, seats=seats)
    assert ("bad-parameter", "seats") == (caught.value.code, caught.value.fields["parameter"])
