"""南塘十三条: the five points in which the village is stricter."""

import pytest

from deliberate.assembly.moves import CloseRound
from deliberate.assembly.procedures.radish import Radish
from deliberate.assembly.talk.acts import AgreeToClose, CallOn, CallVote, DeclareResult, RaiseHand, VoteByHand
from deliberate.assembly.talk.traits import Closing, Result
from tests.assembly.talk.meeting import AGAINST, CHAIR, FOR, NEITHER, PROCEDURES, TERMS, moved

NANTANG = PROCEDURES[5]


def voting(procedure=NANTANG):
    meeting = moved(procedure)
    meeting.close()
    meeting.ok(CHAIR, CallVote())
    return meeting


def test_the_chair_does_not_sum_up():
    meeting = moved(NANTANG)
    assert "chair-sums-up" == meeting.code(CHAIR, CloseRound("Most want lamps."))
    meeting.close()
    moved(Radish(TERMS)).ok(CHAIR, CloseRound("Most want lamps."))


def test_the_vote_comes_when_nobody_wants_to_speak_any_more():
    meeting = moved(NANTANG)
    meeting.speak("li", FOR)
    meeting.hands(("li", FOR))
    refusal = meeting.refused(CHAIR, CloseRound())
    assert ("debate-open", (("next", "li"),)) == (refusal.code, refusal.about)
    meeting.speak("li", FOR)
    assert "turns-spent" == meeting.code("li", RaiseHand(FOR))
    assert Closing.NOBODY_WAITS is meeting.close().ended


def test_no_two_thirds_close_the_debate():
    meeting = moved(NANTANG)
    assert "not-in-this-form" == meeting.code("li", AgreeToClose())
    assert "AgreeToClose" not in meeting.legal("li")


def test_the_chair_votes_last():
    meeting = voting()
    assert "chair-votes-last" == meeting.code(CHAIR, VoteByHand(FOR))
    meeting.ok("li", VoteByHand(FOR))
    declared = meeting.ok(CHAIR, DeclareResult(FOR))
    assert (2, 0, Result.CARRIED) == (declared.yes, declared.no, declared.result)
    voting(Radish(TERMS)).ok(CHAIR, VoteByHand(FOR))


def test_abstainers_are_never_called():
    meeting = voting()
    assert "abstainers-not-called" == meeting.code("li", VoteByHand(NEITHER))
    voting(Radish(TERMS)).ok("li", VoteByHand(NEITHER))


@pytest.mark.parametrize(("side", "result"), [(AGAINST, Result.FAILED), (NEITHER, Result.CARRIED)])
def test_a_tie_fails_also_where_the_chair_made_it(side, result):
    meeting = voting()
    meeting.ok("li", VoteByHand(FOR))
    assert result is meeting.ok(CHAIR, DeclareResult(side)).result


def test_the_rest_is_as_in_the_radish_rules():
    meeting = moved(NANTANG)
    meeting.hands(("li", FOR), ("wang", AGAINST))
    meeting.speak("li", FOR)
    meeting.hands(("li", FOR))
    assert "first-timer-waits" == meeting.code(CHAIR, CallOn("li"))
