"""What follows from a meeting: each thing that is not done at its end has its line, and nothing else has."""

from datetime import timedelta

import pytest

from deliberate.assembly import Agenda, Move, Rounds, confer
from deliberate.assembly.circle.acts import StateDriver
from deliberate.assembly.delphi.acts import OpenEstimates
from deliberate.assembly.issues.acts import KeepPledge, MakePledge
from deliberate.assembly.liquid.acts import StartInitiative
from deliberate.assembly.mediation.acts import OpenCase
from deliberate.assembly.motions import acts as robert
from deliberate.assembly.motions.table import Motion
from deliberate.assembly.moves import (
    CloseRound,
    DraftProposal,
    GiveSupport,
    HandIssueOver,
    OpenRound,
    RaiseIssue,
    ReviseProposal,
    TakeTurn,
)
from deliberate.assembly.procedures.drafting import Drafting
from deliberate.assembly.procedures.hearing import Hearing
from deliberate.assembly.procedures.liquid import LiquidFeedback
from deliberate.assembly.procedures.open_floor import OpenFloor
from deliberate.assembly.procedures.ripening import Ripening
from deliberate.assembly.proposals.acts import AcceptAmendment, DecideAmendment, OfferAmendment, OfferMerge
from deliberate.assembly.proposals.carry import UnlessWithdrawn
from deliberate.assembly.proposals.hunks import between
from deliberate.assembly.proposals.policy import ProposalPolicy
from deliberate.assembly.talk.acts import InviteInterest
from deliberate.assembly.talk.terms import Interest, TalkTerms
from deliberate.assembly.talk.traits import Stake
from deliberate.identity import text_hash
from deliberate.report.follows import follows
from deliberate.words import LANGUAGES
from tests.assembly.allegations.test_allegations import ACCUSED, ANSWERED, FAIR
from tests.assembly.circle.test_circle import CIRCLE
from tests.assembly.delphi.test_delphi import DELPHI
from tests.assembly.issues.yard import HANDED, LED, TERMS
from tests.assembly.liquid import courtyard
from tests.assembly.mediation.test_mediation import MEDIATION
from tests.assembly.motions.room import Room
from tests.report.meetings_heard import circle, mediation

NOON = courtyard.NOON
WEEK = NOON + timedelta(days=7)


def told(procedure, *script, at=NOON + timedelta(hours=2), lang="en"):
    """What follows after some acts, a minute apart."""
    moves = [Move(by, NOON + timedelta(minutes=n), act) for n, (by, act) in enumerate(script)]
    record = confer(Agenda(), procedure, moves)
    assert not record.refusals, record.refusals
    for each in LANGUAGES:
        assert len(list(follows(record, at, each))) == len(list(follows(record, at, lang)))
    return list(follows(record, at, lang))


def test_a_handover_without_an_answer_is_told_with_its_day():
    acts = (("li", RaiseIssue("lamps")), ("li", HandIssueOver("squad", WEEK)))
    assert ["squad shall answer by 8 March 2026 20:00, on “lamps”."] == told(Rounds(), *acts)


def test_a_hearing_is_decided_elsewhere_and_its_record_is_published():
    interests = (Interest("dogs", Stake.AFFECTED, ("li",)), Interest("office", Stake.DECIDING, ("chen",)))
    hearing = Hearing(TalkTerms(("wang", "li", "chen"), "wang", interests))
    acts = [("wang", InviteInterest("dogs")), ("wang", InviteInterest("office")), ("wang", OpenRound("leashes"))]
    assert ["Not done: “leashes” (The floor is open)."] == told(hearing, *acts)
    heard = [("li", TakeTurn("No.")), ("chen", TakeTurn("I see."))]
    published = "To be published: the record of the hearing."
    done = told(hearing, *acts, *heard, ("wang", CloseRound()))
    assert ["The decision falls elsewhere: leashes.", published] == done


def test_a_talk_that_is_closed_leaves_nothing():
    floor = OpenFloor(TalkTerms(("li", "wang"), "wang"))
    assert [] == told(floor, ("wang", OpenRound("lamps")), ("wang", CloseRound()))


def room_told(room):
    known = confer(Agenda(), room.rules, [])
    return list(follows(type(known)(known.agenda, known.procedure, tuple(room.trace)), room.now, "en"))


def test_what_a_meeting_under_roberts_rules_leaves_is_told():
    room = Room()
    room.main("Repair the lamps.")
    assert ["Question 1 is still pending: Repair the lamps."] == room_told(room)
    room.moved(Motion.POSTPONE, until=WEEK)
    room.vote(8, 1)
    put_off = "Question 1 was put off (to postpone to a time, 8 March 2026 20:00): Repair the lamps."
    assert [put_off] == room_told(room)
    room.moved(Motion.FIX_TIME, until=WEEK)
    room.vote(8, 1)
    assert [put_off, "The meeting goes on at 8 March 2026 20:00."] == room_told(room)


def test_a_reconsideration_that_waits_is_told():
    room = Room()
    room.main("Repair the lamps.")
    room.vote(8, 1)
    room.main("Buy bins.")
    room.floor("li")
    room.ok("li", robert.MakeMotion(Motion.RECONSIDER, question=1, voted=robert.Voted.YES))
    assert "Motion 3, to reconsider number 1, waits to be called up." == room_told(room)[-1]


def test_what_a_table_of_proposals_leaves_is_told():
    drafting = Drafting(ProposalPolicy(carry=UnlessWithdrawn(7)))
    old, new = "Repair the lamps.", "Repair all lamps."
    lamps = ("li", DraftProposal("lamps", "Repair lamps."))
    acts = [
        lamps,
        ("wang", GiveSupport("lamps")),
        ("li", ReviseProposal("lamps", old)),
        ("sun", DraftProposal("bins", "Buy.")),
    ]
    offered = [
        ("zhao", OfferAmendment("all", "lamps", text_hash(old), between(old, new))),
        ("wu", OfferAmendment("none", "lamps", text_hash(old), between(old, old + " None."))),
    ]
    decided = [("chen", DecideAmendment("all", "PASSED")), ("li", AcceptAmendment("none"))]
    silence = "wang will count as supporting text 2 of lamps from 8 March 2026 20:02 on, unless they withdraw."
    assert [
        "Still on the table: lamps, bins.",
        silence,
        "Adopted, and not yet in the text of lamps: all.",
        "The amendment none is adopted at 8 March 2026 20:07, unless somebody is against it.",
    ] == told(drafting, *acts, *offered, *decided)
    merger = ("li", OfferMerge(("lamps", "bins"), "both", "Repair and buy."))
    assert "The merger both waits for sun." == told(drafting, *acts, merger)[-1]
    assert silence not in told(drafting, *acts, at=NOON + timedelta(days=8))


def test_complaints_and_pledges_that_are_open_are_told():
    made = [("ming", MakePledge("I pick it up.", WEEK)), ("hua", MakePledge("I do, too.", WEEK))]
    assert [
        "squad shall answer by 8 March 2026 20:06, on “dogs”.",
        "ming pledged until 8 March 2026 20:00: I pick it up.",
    ] == told(Ripening(TERMS), *LED, HANDED, *made, ("hua", KeepPledge(2)))
    assert "it has gone up." in told(Ripening(TERMS), *LED, HANDED, at=NOON + timedelta(days=8))[0]


@pytest.mark.parametrize(
    ("procedure", "act", "phase"),
    [
        (MEDIATION, ("zhou", OpenCase("noise", ("zhou", "wu"))), "opened"),
        (CIRCLE, ("li", StateDriver("It is dark.")), "the driver"),
        (DELPHI, ("he", OpenEstimates()), "a round of estimates is open"),
    ],
)
def test_what_goes_on_says_where_it_stands(procedure, act, phase):
    assert [f"Not over yet; it stands at: {phase}."] == told(procedure, act)


def test_what_is_over_leaves_what_was_agreed_on():
    held = mediation()
    assert [] == list(follows(held.record, held.moves[-1].at, "en"))
    held = circle()
    assert ["亮灯 is looked at again on 1 June 2026."] == list(follows(held.record, held.moves[-1].at, "en"))


def test_an_issue_says_in_which_phase_it_stands():
    [line] = told(LiquidFeedback(courtyard.terms()), ("li", StartInitiative("lamps", "Light.")))
    assert line.startswith("The issue stands at: admission, since 1 March 2026 20:00")


def test_notices_and_allegations_that_are_open_are_told():
    notice, due = told(FAIR, *ACCUSED)
    assert notice.startswith("Public notice until 8 March 2026")
    assert due.startswith("wang answers allegation 1 by 6 March 2026")
    assert ["Allegation 1 has no finding yet."] == told(FAIR, *ANSWERED, at=NOON + timedelta(days=30))
