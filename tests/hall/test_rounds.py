"""A matter tells its votes by consent as rounds of the consent procedure."""

from datetime import date

import pytest

import deliberate as d
from deliberate.assembly.moves import ReviseProposal
from deliberate.decision.ballots import Answer
from deliberate.decision.consent_steps import ConsentReached, ObjectionIntegrated, ObjectionRaised, StoodAside
from deliberate.hall import acts
from tests.hall.courtyard import day, opened, under


def consent(play, start, rule="consent", proposals=("repair",), **answers):
    """A vote of one day, with the answers of its members: a stance, or a stance and a reason."""
    play(day(start), "li", acts.FreezeText(proposals, seed_rule="-"))
    play(day(start), "li", acts.OpenVoting(d.rule(rule), until=day(start + 1), seed="-"))
    for member, said in answers.items():
        stance, _, reason = said.partition(": ")
        play(day(start), member, acts.CastBallot(member, Answer(stance, reason)))
    play(day(start + 1), "li", acts.CloseVoting())
    return play.hall.matter("light")


def test_scenario_b_round_1_fails_over_two_objections_and_round_2_is_adopted():
    rounds = d.example("pet-waste").consent_rounds
    assert ("decided", 2, ()) == (rounds.status, len(rounds.rounds), rounds.open_objections)
    assert [(1, 2, 6, False), (2, 0, 7, True)] == [
        (
            number,
            sum(isinstance(step, ObjectionRaised) and step.round == number for step in rounds.trace),
            sum(isinstance(step, StoodAside) and step.round == number for step in rounds.trace),
            any(isinstance(step, ConsentReached) and step.round == number for step in rounds.trace),
        )
        for number in (1, 2)
    ]
    assert 2 == sum(isinstance(step, ObjectionIntegrated) for step in rounds.trace)
    assert "便袋站离幼儿园太近" in rounds.explain("zh")


def test_the_rounds_hold_the_reasons_the_concerns_and_the_days():
    play = under(review_days=21)
    matter = consent(play, 1, li="YES", wang="OBJECTION: too dear", zhao="STAND_ASIDE: who pays?")
    [one] = matter.consent_rounds.rounds
    text = matter.floor.proposal("repair").latest.hash
    assert (text, (("wang", "too dear"), ("zhao", "who pays?")), date(2026, 3, 3)) == (one.text, one.reasons, one.held)
    play(day(3), "li", ReviseProposal("repair", "Repair them one by one."))
    matter = consent(play, 3, li="YES", wang="YES")
    assert ("decided", date(2026, 3, 26)) == (matter.consent_rounds.status, matter.consent_rounds.review)
    assert matter.decision.review == matter.consent_rounds.review


def test_while_objections_are_open_the_same_text_is_not_asked_about_again():
    play = under(reopen_days=0)
    consent(play, 1, wang="OBJECTION: too dear")
    assert "inquorate" == play.hall.matter("light").decision.outcome.status
    assert "objections-open" == play.refused(day(3), "li", acts.FreezeText(("repair",), seed_rule="-"))
    play(day(3), "li", ReviseProposal("repair", "Repair them one by one."))
    assert "decided" == consent(play, 3, li="YES", wang="YES").consent_rounds.status


def test_an_objection_that_a_later_ballot_took_back_is_not_open():
    play = under(reopen_days=0)
    play(day(1), "li", acts.FreezeText(("repair",), seed_rule="-"))
    play(day(1), "li", acts.OpenVoting(d.rule("consent"), until=day(2), seed="-"))
    for said in (Answer("OBJECTION", "too dear"), Answer("YES")):
        play(day(1, 1), "wang", acts.CastBallot("wang", said))
    play(day(2), "li", acts.CloseVoting())
    assert "decided" == consent(play, 3, li="YES", wang="YES").consent_rounds.status


@pytest.mark.parametrize(("rule", "proposals"), [("majority", ("repair",)), ("consent", ("replace",))])
def test_rounds_begin_anew_after_a_vote_by_another_rule_or_on_another_proposal(rule, proposals):
    play = under()
    consent(play, 1, li="YES", wang="YES")
    consent(play, 3, rule, proposals, li="YES", wang="YES", zhao="YES")
    assert 1 == len(consent(play, 5, li="YES", wang="YES").consent_rounds.rounds)


def test_two_readings_by_consent_are_two_rounds_on_one_text():
    play = under(readings=2)
    consent(play, 1, li="YES", wang="YES")
    matter = consent(play, 3, li="YES", wang="YES")
    assert (2, "decided", "repair") == (
        len(matter.consent_rounds.rounds),
        matter.consent_rounds.status,
        matter.decision.adopted,
    )


def test_an_objection_that_the_requirement_let_stand_is_not_said_to_be_met_by_the_next_round():
    more = {">": [{"tally": ["head", ["YES"]]}, {"tally": ["head", ["OBJECTION"]]}]}
    tolerant = type(d.requirement("s3.consent")).from_json({"pass": more})
    play = under(readings=2)
    for start in (1, 3):
        play(day(start), "li", acts.FreezeText(("repair",), seed_rule="-"))
        play(day(start), "li", acts.OpenVoting(d.rule("consent", requirement=tolerant), until=day(start + 1), seed="-"))
        for member, said in (("li", Answer("YES")), ("wang", Answer("YES")), ("zhao", Answer("OBJECTION", "why"))):
            play(day(start), member, acts.CastBallot(member, said))
        play(day(start + 1), "li", acts.CloseVoting())
    matter = play.hall.matter("light")
    assert ("repair", [(), ()]) == (matter.decision.adopted, [one.treatments for one in matter.consent_rounds.rounds])


def test_where_the_last_vote_asks_for_no_consent_there_are_no_rounds(play):
    assert None is play.hall.matter("light").consent_rounds
    opened(play)
    assert None is play.hall.matter("light").consent_rounds
