"""Scenario (b) before and between its votes: a complaint handed to the pet squad, and two rounds of consent.

48 of 420 households have a dog. The complaint comes on 1 March at nine, is the squad's by its tags, and is accepted on
the 4th. 40 consent to the first text, 6 stand aside, 2 object; the second moves two stations: 41, 7 and none.
"""

from collections import Counter
from datetime import date, timedelta

import pytest

import deliberate as d
from deliberate.assembly.circle import acts as c
from deliberate.assembly.circle.terms import CircleTerms
from deliberate.assembly.issues import IssueTerms
from deliberate.assembly.issues import acts as a
from deliberate.assembly.issues.complaint import Complaint
from deliberate.assembly.moves import DraftProposal, GiveSupport, Move, ReviseProposal
from deliberate.assembly.procedures.consent_circle import ConsentCircle
from deliberate.assembly.procedures.drafting import Drafting
from deliberate.assembly.procedures.ripening import Ripening
from deliberate.assembly.proposals.diffs import difference
from deliberate.assembly.steps import MoveRefused
from deliberate.community.group import competent
from deliberate.hall.hall import Hall
from deliberate.identity import text_hash
from deliberate.scenarios import pet_waste
from deliberate.scenarios.pet_waste import CHEN, COMPANION, LI, NEIGHBOURS, OWNERS, SQUAD, TEXT_1, TEXT_2
from deliberate.scenarios.script import Script, at

DIRT, SHOW, TAGS, STATIONS = "狗粪", "小动物选美", {"宠物", "院落"}, pet_waste.A
FIRST, SECOND = (40, 6, 2), (41, 7, 0)
REVIEW = date(2026, 4, 8)
ROLL = dict.fromkeys(OWNERS, (1,))
WHY = "离幼儿园太近。"


def played(procedure, part, moment, *acts):
    """Where things stand after some acts, one a minute, and the codes of what was refused."""
    codes = []
    for minute, (by, act) in enumerate(acts):
        step = procedure.step(part, Move(by, moment + timedelta(minutes=minute), act))
        part = part.after(step)
        codes += [step.code] if isinstance(step, MoveRefused) else []
    return part, codes


def each(act, members=OWNERS):
    return [(member, act) for member in members]


RIPENING = Ripening(IssueTerms(pet_waste.roll()))
LED, _ = played(
    RIPENING, RIPENING.begin(), at(1, 31), (COMPANION, a.HoldGathering(SHOW, OWNERS)),
    (CHEN, a.FoundGroup(SQUAD, SHOW, pet_waste.CHARTER, TAGS)), *each(a.JoinGroup(SQUAD), OWNERS[1:]),
    (LI, a.AskToLead(SQUAD, CHEN)), (CHEN, a.AnswerLead(SQUAD, "accept")),
)  # fmt: skip
RAISED, _ = played(RIPENING, LED, at(3, 1), (NEIGHBOURS[0], a.ListIssue(DIRT, tags=TAGS)))
HANDED, _ = played(RIPENING, RAISED, at(3, 1), (COMPANION, a.HandComplaint(DIRT, SQUAD)))
ACCEPTED, _ = played(RIPENING, HANDED, at(3, 4), (CHEN, a.AnswerComplaint(DIRT, "accept")))

CIRCLE = ConsentCircle(CircleTerms(OWNERS, COMPANION))
ON, REACH = (COMPANION, c.MoveOn()), (COMPANION, c.ReachConsent(REVIEW))


def answers(consent, aside, objections):
    """So many of the 48 consent, stand aside and object, in the order of the list."""
    acts = [c.SayNoObjection()] * consent + [c.StandAside()] * aside + [c.RaiseObjection(WHY)] * objections
    return list(zip(OWNERS, acts, strict=True))


OBJECTORS = OWNERS[46:]
ASKED, _ = played(
    CIRCLE, CIRCLE.begin(), at(3, 12), (CHEN, c.StateDriver("狗粪天天有。")), *each(c.AgreeToDriver()),
    (CHEN, c.BringToCircle(STATIONS, TEXT_1)), ON, *each(c.PassReaction()), ON, ON,
)  # fmt: skip
OBJECTED, _ = played(CIRCLE, ASKED, at(3, 14), *answers(*FIRST))
FAILED, _ = played(
    CIRCLE,
    OBJECTED,
    at(3, 14, 20),
    ON,
    *((COMPANION, c.TestObjection(by, c.Effect.UNINTENDED)) for by in OBJECTORS),
    ON,
)
ASKED_ANEW, _ = played(
    CIRCLE, FAILED, at(3, 15), (CHEN, c.OfferIntegration(OBJECTORS[0], TEXT_2)), (OBJECTORS[0], c.AcceptIntegration()),
    (OBJECTORS[1], c.TakeObjectionBack()), ON,
)  # fmt: skip
CONSENTED, _ = played(CIRCLE, ASKED_ANEW, at(3, 18), *answers(*SECOND), REACH)


def given(one):
    kinds = Counter(stance for _, stance in one.stances)
    return tuple(kinds[kind] for kind in ("YES", "STAND_ASIDE", "OBJECTION"))


def ruled(one):
    return d.requirement("s3.consent").rule_on(d.Answers.of(dict(one.stances), ROLL).tallies()).status


@pytest.fixture(scope="module")
def matter():
    """The same matter, played in a hall."""
    hall = Hall.in_memory()
    script = Script(hall, pet_waste.MATTER)
    pet_waste.found(script)
    pet_waste.raise_and_talk(script)
    pet_waste.rank(script)
    pet_waste.consent(script)
    return hall.matter(pet_waste.MATTER)


def test_48_of_420_households_have_a_dog():
    assert (48, 420) == (len(OWNERS), len(OWNERS + NEIGHBOURS))


def test_a_complaint_about_pets_in_the_courtyard_is_the_squad_s_by_its_charter():
    groups = RAISED.gatherings.groups
    assert [SQUAD] == [group.name for group in competent(groups, TAGS)]
    assert SQUAD == HANDED.complaints.latest(DIRT).handed.group


def test_a_complaint_whose_tags_go_beyond_the_charter_is_not_handed_to_it():
    parked = ((NEIGHBOURS[0], a.ListIssue("停车", tags={"停车", "院落"})), (COMPANION, a.HandComplaint("停车", SQUAD)))
    assert ["outside-charter"] == played(RIPENING, LED, at(3, 1), *parked)[1]


def test_raised_on_1_march_at_nine_it_is_to_be_answered_by_8_march_at_nine():
    assert at(3, 1) == RAISED.listed.issues[DIRT].at
    assert at(3, 8) == HANDED.complaints.latest(DIRT).handed.answer_by


def test_the_squad_accepts_on_4_march():
    answer = ACCEPTED.complaints.latest(DIRT).answer
    assert ("accept", date(2026, 3, 4)) == (answer.answer, answer.at.date())


@pytest.mark.parametrize(("day", "state"), [(at(3, 7), "waiting"), (at(3, 8), "escalated")])
def test_unanswered_for_seven_days_it_would_have_gone_up(day, state):
    assert state == Complaint(HANDED.complaints.latest(DIRT).handed).state(day)


def test_the_hall_hands_the_same_complaint_to_the_same_squad_by_the_same_day(matter):
    floor = matter.floor
    assert (SQUAD, at(3, 8)) == (floor.handed_to.group, floor.handed_to.answer_by)
    assert (at(3, 1), date(2026, 3, 4)) == (floor.issue.at, floor.answer.at.date())


def test_the_ranking_comes_first_and_consent_is_asked_for_its_winner_alone(matter):
    ranking, *consents = matter.votes
    assert (STATIONS,) == ranking.result.chosen
    assert [(STATIONS,)] * 2 == [tuple(name for name, _ in vote.texts) for vote in consents]


def test_to_the_first_text_40_consent_6_stand_aside_and_2_object():
    assert FIRST == given(CONSENTED.rounds[0])
    assert dict.fromkeys(OBJECTORS, WHY) == dict(CONSENTED.rounds[0].reasons)


def test_e30_with_two_objections_it_is_not_adopted():
    assert "REJECTED" == ruled(CONSENTED.rounds[0])
    assert ["objections-stand"] == played(CIRCLE, OBJECTED, at(3, 14, 20), REACH)[1]


def test_the_second_text_moves_two_of_the_four_stations():
    before, after = (text.split("：")[1].split("。")[0].split("、") for text in (TEXT_1, TEXT_2))
    assert (4, 4, {"北门", "幼儿园旁"}) == (len(before), len(after), set(before) - set(after))


def test_answers_to_the_first_text_do_not_carry_over():
    assert (2, {}) == (ASKED_ANEW.round, ASKED_ANEW.asking.given)
    assert ["silence-is-not-consent"] == played(CIRCLE, ASKED_ANEW, at(3, 16), REACH)[1]


def test_nor_does_support():
    drafting = Drafting()
    acts = ((CHEN, DraftProposal(STATIONS, TEXT_1)), *each(GiveSupport(STATIONS), OWNERS[:12]))
    table, _ = played(drafting, drafting.begin(), at(3, 7), *acts, (CHEN, ReviseProposal(STATIONS, TEXT_2)))
    assert ((), OWNERS[:12]) == (table.supporters(STATIONS, at(3, 18)), table.unconfirmed(STATIONS, at(3, 18)))
    assert CONSENTED.hashes == tuple(version.hash for version in table.draft(STATIONS).versions)


def test_to_the_second_text_41_consent_7_stand_aside_and_nobody_objects():
    assert SECOND == given(CONSENTED.rounds[1])


def test_e31_without_an_objection_it_is_adopted():
    assert "PASSED" == ruled(CONSENTED.rounds[1])
    assert text_hash(TEXT_2) == CONSENTED.end.hash


def test_it_is_looked_at_again_in_21_days():
    assert CONSENTED.end.at.date() + timedelta(days=21) == REVIEW == CONSENTED.end.review


def test_the_rounds_of_the_hall_are_those_of_the_circle(matter):
    counted = matter.consent_rounds
    tallies = [one.answers.tallies() for one in counted.rounds]
    kinds = ("YES", "STAND_ASIDE", "OBJECTION")
    assert [FIRST, SECOND] == [tuple(each.count("head", kind) for kind in kinds) for each in tallies]
    assert [one.text for one in CONSENTED.rounds] == [one.text for one in counted.rounds]
    assert (["REJECTED", "PASSED"], REVIEW) == ([ruling.status for ruling in counted.rulings], counted.review)


def test_what_changed_can_be_read():
    assert "“北门”改为“停车场东侧”" in difference(TEXT_1, TEXT_2).explain("zh")
