"""议事会, 听证会, 恳谈会: who must be invited, who is heard when, whether a vote follows, what is published."""

import pytest

from deliberate.assembly.confer import told
from deliberate.assembly.moves import CloseRound, OpenRound, TakeTurn
from deliberate.assembly.procedures.council import Council
from deliberate.assembly.procedures.hearing import Hearing
from deliberate.assembly.procedures.open_talk import OpenTalk
from deliberate.assembly.talk.acts import (
    CallOn,
    CallVote,
    DeclareResult,
    InviteInterest,
    LayMotion,
    PassTurn,
    RaiseHand,
    VoteByHand,
    YieldChair,
)
from deliberate.assembly.talk.terms import TalkTerms
from deliberate.assembly.talk.traits import Follows, Paper, Stake
from deliberate.errors import InputError
from tests.assembly.talk.meeting import CHAIR, FOR, INTERESTS, MEMBERS, PROCEDURES, TERMS, Meeting

COUNCIL, HEARING, OPEN_TALK = PROCEDURES[6:9]


def invited(procedure, but=()):
    meeting = Meeting(procedure)
    for interest in INTERESTS:
        if interest.name not in but:
            meeting.ok(CHAIR, InviteInterest(interest.name))
    return meeting


@pytest.mark.parametrize(("procedure", "missing"), [(HEARING, "committee"), (OPEN_TALK, "street office")])
def test_nobody_speaks_before_all_who_must_be_are_invited(procedure, missing):
    meeting = invited(procedure, but=("dog owners", missing))
    refusal = meeting.refused(CHAIR, OpenRound("dogs"))
    assert ("not-invited", {"interest": "dog owners", "stake": "affected"}) == (refusal.code, dict(refusal.about))
    meeting.ok(CHAIR, InviteInterest("dog owners"))
    assert missing == dict(meeting.refused(CHAIR, OpenRound("dogs")).about)["interest"]
    meeting.ok(CHAIR, InviteInterest(missing))
    meeting.ok(CHAIR, OpenRound("dogs"))


def test_the_chair_invites_each_once():
    meeting = invited(HEARING)
    assert "InviteInterest" not in meeting.legal(CHAIR)
    assert "invited-already" == meeting.code(CHAIR, InviteInterest("committee"))
    assert "unknown-interest" == meeting.code(CHAIR, InviteInterest("cats"))
    assert "chair-only" == meeting.code("li", InviteInterest("committee"))


@pytest.mark.parametrize("procedure", [Council, Hearing, OpenTalk])
def test_a_meeting_without_those_whom_the_form_asks_for_cannot_be_held(procedure):
    with pytest.raises(InputError) as caught:
        procedure(TalkTerms(MEMBERS, CHAIR, INTERESTS[2:3]))
    assert "no-such-interest" == caught.value.code
    assert all(caught.value.message(lang) for lang in ("en", "zh"))


def test_at_a_hearing_those_affected_are_heard_before_those_who_decide():
    meeting = invited(HEARING)
    opened = meeting.ok(CHAIR, OpenRound("dogs"))
    assert ("wang", "li", "zhao") == opened.circle
    refusal = meeting.refused("zhao", TakeTurn("We have decided."))
    assert ("affected-first", (("member", "wang"),)) == (refusal.code, refusal.about)
    assert "not-heard-here" == meeting.code("sun", TakeTurn("I live far away."))
    meeting.ok("wang", PassTurn())
    meeting.ok("li", TakeTurn("We clean."))
    meeting.ok("zhao", TakeTurn("We listen."))
    meeting.ok("wang", TakeTurn("We clean, too."))
    closed = meeting.close()
    assert (Follows.LATER, (Paper.RECORD,)) == (closed.follows, closed.publishes)
    assert "应公布：听证记录。" in told(closed, "zh")
    assert "not-in-this-form" == meeting.code(CHAIR, CallVote())


def test_who_presides_at_a_hearing_is_not_in_its_circle():
    meeting = invited(HEARING)
    meeting.ok(CHAIR, YieldChair("li"))
    assert ("wang", "zhao") == meeting.ok("li", OpenRound("dogs")).circle
    assert "chair-must-yield" == meeting.code("li", TakeTurn("So."))
    assert "not-neutral" == meeting.code("li", YieldChair("wang"))


def test_in_a_council_standing_members_and_those_affected_speak_and_the_former_vote():
    meeting = invited(COUNCIL)
    assert "not-heard-here" == meeting.code("zhao", LayMotion("Ban dogs."))
    meeting.ok("sun", LayMotion("Put up three bins."))
    assert "not-heard-here" == meeting.code("zhao", RaiseHand(FOR))
    meeting.speak("li", FOR)
    closed = meeting.close()
    assert (Follows.VOTE, (Paper.AGENDA, Paper.MINUTES)) == (closed.follows, closed.publishes)
    meeting.ok(CHAIR, CallVote())
    assert "not-in-this-vote" == meeting.code("li", VoteByHand(FOR))
    meeting.ok("sun", VoteByHand(FOR))
    assert (1, 0) == ((declared := meeting.ok(CHAIR, DeclareResult())).yes, declared.no)


def test_no_motion_is_laid_before_all_are_invited():
    assert "not-invited" == invited(COUNCIL, but=("shop owners",)).code("sun", LayMotion("Put up three bins."))


def test_nobody_is_invited_while_somebody_speaks_or_after_the_debate_and_the_reason_says_so():
    meeting = invited(COUNCIL, but=("street office",))
    late = InviteInterest("street office")
    meeting.ok("sun", LayMotion("Put up three bins."))
    meeting.hands(("li", FOR))
    meeting.ok(CHAIR, CallOn("li"))
    assert "floor-taken" == meeting.code(CHAIR, late)
    meeting.ok("li", TakeTurn("Yes.", side=FOR))
    assert "InviteInterest" in meeting.legal(CHAIR)
    meeting.close()
    assert "debate-closed" == meeting.code(CHAIR, late)
    meeting.ok(CHAIR, CallVote())
    assert "vote-called" == meeting.code(CHAIR, late)
    meeting.ok(CHAIR, DeclareResult())
    meeting.ok(CHAIR, late)


def test_an_open_talk_has_no_vote():
    meeting = invited(OPEN_TALK)
    meeting.ok(CHAIR, OpenRound("dogs"))
    meeting.hands(("zhao", FOR))
    assert "first-timer-waits" == meeting.code(CHAIR, CloseRound())
    meeting.ok("zhao", TakeTurn("I answer.", side=FOR))
    assert Follows.NONE is meeting.close().follows
    assert "not-in-this-form" == meeting.code("li", VoteByHand(FOR))


def test_a_member_can_have_a_vote_or_none():
    terms = TalkTerms(MEMBERS, CHAIR, INTERESTS, voters=("li", "sun"))
    assert ["sun"] == [member for member in MEMBERS if terms.votes(member, COUNCIL.form)]
    assert Stake.STANDING in TERMS.stakes["sun"]
