"""Votes in the hall: frozen at the opening, half-open in time, the last ballot counts."""

import json
from datetime import timedelta

import pytest

import deliberate as d
from deliberate.assembly.moves import (
    GiveSupport,
    ReviseProposal,
)
from deliberate.community.roll import Roll
from deliberate.decision.ballots import Answer, Approval, Ranking
from deliberate.errors import Refused
from deliberate.hall import acts
from deliberate.hall.policy import Policy
from tests.hall.courtyard import QUO, answer, day, opened


def test_a_ballot_at_the_opening_counts_and_one_exactly_at_the_close_is_late(play):
    opened(play)
    play(day(1, 1), "li", acts.CastBallot("li", Answer("YES")))
    play(day(3) - timedelta(microseconds=1), "wang", acts.CastBallot("wang", Answer("YES")))
    late = acts.CastBallot("zhao", Answer("YES"))
    before = len(list(play.hall.store.read("light")))
    with pytest.raises(Refused) as error:
        play(day(3), "zhao", late)
    assert "ballot-late" == error.value.code
    assert before == len(list(play.hall.store.read("light")))
    assert ["li", "wang"] == list(play.hall.matter("light").votes[0].counted)


def test_the_result_is_derived_at_the_close_whether_somebody_asks_or_not(play):
    opened(play)
    for member in ("li", "wang"):
        answer(play, member, "YES")
    assert None is play.hall.matter("light", day(3) - timedelta(seconds=1)).votes[0].result
    assert "decided" == play.hall.matter("light", day(3)).votes[0].result.status
    assert None is play.hall.matter("light").votes[0].result


def test_the_first_accepted_command_after_the_close_records_the_result_first(play):
    opened(play)
    answer(play, "li", "YES")
    answer(play, "wang", "YES")
    play(day(4), "zhao", GiveSupport("replace"))
    lines = [json.loads(entry.line)["type"] for entry in play.hall.store.read("light")]
    assert ["VotingClosed", "SupportGiven"] == lines[-2:]


def test_anybody_may_close_a_vote_whose_time_is_over_and_nobody_before(play):
    opened(play)
    assert "vote-open" == play.refused(day(2), "zhao", acts.CloseVoting())
    play(day(3), "he", acts.CloseVoting())
    assert "inquorate" == play.hall.matter("light").votes[0].result.status
    assert "no-vote" == play.refused(day(3), "zhao", acts.CloseVoting())


def test_the_last_ballot_of_a_member_counts_and_all_are_kept(play):
    opened(play)
    answer(play, "li", "OBJECTION", 2, "too dear")
    answer(play, "li", "YES", 3)
    answer(play, "wang", "YES", 4)
    vote = play.hall.matter("light", day(3)).votes[0]
    assert (3, 2, "decided") == (len(vote.casts), len(vote.counted), vote.result.status)


def test_what_the_opening_froze_no_later_command_changes(play):
    opened(play)
    smaller = Roll.of({"li": (1,)})
    play(day(1, 2), "li", acts.AdoptRoll(smaller), "community")
    play(day(1, 2), "li", acts.AdoptPolicy(Policy(status_quo="other")), "community")
    vote = play.hall.matter("light").votes[0]
    assert (("li", "wang", "zhao", "sun"), QUO) == (vote.roll.members, vote.status_quo)
    assert "vote-open" == play.refused(day(1, 3), "li", ReviseProposal("repair", "Something else."))


def test_the_seed_may_not_come_before_the_slate_is_frozen(play):
    voting = acts.OpenVoting(d.rule("consent"), until=day(3), seed="4 2 6")
    assert "text-not-frozen" == play.refused(day(1), "li", voting)


def test_a_text_changed_after_the_freeze_must_be_frozen_again(play):
    play(day(1), "li", acts.FreezeText(("repair",), seed_rule="three dice"))
    play(day(1), "li", ReviseProposal("repair", "Repair all lamps."))
    voting = acts.OpenVoting(d.rule("consent"), until=day(3), seed="4 2 6")
    assert "text-changed" == play.refused(day(1), "li", voting)


def test_a_rejected_text_comes_back_only_when_it_is_changed(play):
    opened(play)
    answer(play, "li", "OBJECTION", reason="too dear")
    answer(play, "wang", "YES")
    play(day(3), "li", acts.CloseVoting())
    assert "same-text-again" == play.refused(day(4), "li", acts.FreezeText(("repair",), seed_rule="dice"))
    play(day(4), "li", ReviseProposal("repair", "Repair the lamps with led."))
    play(day(4), "li", acts.FreezeText(("repair",), seed_rule="dice"))


def test_after_too_few_took_part_the_next_vote_waits_and_the_refusal_says_until_when(play):
    opened(play)
    play(day(3), "li", acts.CloseVoting())
    play(day(3), "li", acts.FreezeText(("repair",), seed_rule="dice"))
    voting = acts.OpenVoting(d.rule("consent"), until=day(30), seed="1")
    with pytest.raises(Refused) as error:
        play(day(10), "li", voting)
    assert ("too-early", day(15, 1)) == (error.value.code, error.value.fields["until"])
    assert ("OpenVoting", day(15, 1)) in play.hall.allowed("li", "light", day(10)).later
    play(day(15, 1), "li", voting)


def test_a_ranked_vote_is_counted_with_the_lot_drawn_from_its_seed(play):
    opened(play, d.rule("irv"), ("repair", "replace"))
    play(day(2), "li", acts.CastBallot("li", Ranking(("repair",))))
    play(day(2), "wang", acts.CastBallot("wang", Ranking(("replace",))))
    play(day(2), "zhao", acts.CastBallot("zhao", Answer("INVALID")))
    decision = play.hall.matter("light", day(3)).decision
    lot = d.draw("4 2 6", ("repair", "replace", QUO), "light").order
    assert lot == decision.election.lot.order
    first = min(("repair", "replace"), key=lot.index)
    assert ((first,), 1, 2) == (decision.outcome.chosen, decision.election.invalid, decision.election.table.total)


@pytest.mark.parametrize(
    ("code", "actor", "act"),
    [
        ("wrong-ballot", "li", acts.CastBallot("li", Approval({"repair"}))),
        ("unknown-option", "li", acts.CastBallot("li", Ranking(("nothing",)))),
        ("option-twice", "li", acts.CastBallot("li", Ranking(("repair", "repair")))),
        ("not-your-ballot", "li", acts.CastBallot("wang", Ranking(("repair",)))),
        ("not-your-ballot", "wang", acts.CastBallot("li", Ranking(("repair",)), "paper")),
        ("unknown-channel", "li", acts.CastBallot("li", Ranking(("repair",)), "pigeon")),
        ("not-in-this-vote", "he", acts.CastBallot("he", Ranking(("repair",)))),
        ("not-on-the-roll", "nobody", acts.CastBallot("nobody", Ranking(("repair",)))),
        ("unknown-option", "bao", acts.CastBallot("bao", Ranking(("nothing",)))),
    ],
)
def test_a_ballot_that_cannot_count_is_refused_and_nothing_is_lost(play, code, actor, act):
    opened(play, d.rule("schulze"), ("repair", "replace"))
    assert code == play.refused(day(2), actor, act)


def test_an_objection_without_a_reason_is_refused(play):
    opened(play)
    assert "objection-needs-reason" == play.refused(day(2), "li", acts.CastBallot("li", Answer("OBJECTION", " ")))


def test_paper_ballots_are_entered_by_the_keeper_or_a_companion(play):
    opened(play)
    for actor, member in (("he", "wang"), ("li", "zhao")):
        play(day(2), actor, acts.CastBallot(member, Answer("YES"), "paper"))
    assert {"wang", "zhao"} == set(play.hall.matter("light").votes[0].counted)


def test_closing_a_vote_in_a_matter_that_never_began_leaves_nothing_behind(play):
    assert "no-issue" == play.refused(day(1), "li", acts.CloseVoting(), "nowhere")
    assert "not-on-the-roll" == play.refused(day(1), "nobody", acts.CloseVoting(), "nowhere")


def test_the_status_quo_as_winner_adopts_nothing(play):
    opened(play, d.rule("schulze"), ("repair", "replace"))
    for member in ("li", "wang"):
        play(day(2), member, acts.CastBallot(member, Ranking((QUO, "repair", "replace"))))
    decision = play.hall.matter("light", day(3)).decision
    assert ((QUO,), None) == (decision.outcome.chosen, decision.adopted)


@pytest.mark.parametrize("stance", ["NO", "ABSTAIN", "ABSENT", "PRESENT"])
def test_an_answer_that_no_part_of_the_requirement_counts_is_refused_not_lost(play, stance):
    opened(play)
    assert "stance-not-counted" == play.refused(day(2), "li", acts.CastBallot("li", Answer(stance)))


@pytest.mark.parametrize("stance", ["YES", "NO", "ABSTAIN"])
def test_everybody_may_say_no_and_abstain_even_where_only_yes_is_counted(play, stance):
    opened(play, d.rule("majority", requirement="aragon.v1"))
    play(day(2), "li", acts.CastBallot("li", Answer(stance)))
    assert {"li": Answer(stance)} == play.hall.matter("light", day(2)).vote.counted
