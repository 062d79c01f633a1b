"""A form of one's own: no talk is closed before somebody of every group that it affects was heard or invited."""

from deliberate.assembly.confer import told
from deliberate.assembly.moves import CloseRound, Side
from deliberate.assembly.steps import MoveRefused
from deliberate.assembly.talk.acts import AgreeToClose, InviteInterest
from deliberate.assembly.talk.steps import ClosingAgreed, FloorClosed
from tests.assembly.talk.meeting import CHAIR, MEMBERS, OTHERS, PROCEDURES, moved

EVENING = PROCEDURES[-1]


def test_the_chair_does_not_close_while_an_affected_group_had_no_slot():
    meeting = moved(EVENING)
    refused = meeting.refused(CHAIR, CloseRound())
    assert ("affected-unheard", (("interest", "dog owners"),)) == (refused.code, refused.about)
    assert "CloseRound" not in meeting.legal(CHAIR)
    meeting.speak("li", Side.FOR)
    assert "shop owners" in told(meeting.refused(CHAIR, CloseRound()), "en")


def test_whoever_was_not_there_to_speak_was_at_least_invited():
    meeting = moved(EVENING)
    meeting.speak("li", Side.FOR)
    meeting.ok(CHAIR, InviteInterest("shop owners"))
    assert isinstance(meeting.close(), FloorClosed)


def test_two_thirds_do_not_close_it_either():
    meeting = moved(EVENING)
    for member in MEMBERS[:3]:
        assert isinstance(meeting.ok(member, AgreeToClose()), ClosingAgreed)
    assert isinstance(meeting.do(OTHERS[-1], AgreeToClose()), MoveRefused)
    for interest in ("dog owners", "shop owners"):
        meeting.ok(CHAIR, InviteInterest(interest))
    assert isinstance(meeting.ok(OTHERS[-1], AgreeToClose()), FloorClosed)
