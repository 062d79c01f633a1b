"""Who may do what, and when: rights, places, clocks, retries."""

from datetime import datetime, timedelta

import pytest

from deliberate.assembly.moves import (
    AnswerHandover,
    GiveSupport,
    HandIssueOver,
    OpenRound,
    RaiseIssue,
)
from deliberate.community.group import Group, Scope
from deliberate.decision.ballots import Answer
from deliberate.duty.duty import Duty
from deliberate.errors import CommandIdReused
from deliberate.hall import acts
from deliberate.hall.events import Command, event
from tests.hall.courtyard import a_roll, day


@pytest.mark.parametrize(
    "act", ["GiveSupport", "ProposeDuties", "AnswerOffer", "AssignDuties", "Evaluate", "PlanMeasure"]
)
def test_companions_guide_and_do_not_act(play, act):
    assert ("companions-guide") == dict(play.hall.allowed("he", "light", day(0)).refused)[act]


@pytest.mark.parametrize("member", ["li", "he", "bao", "nobody"])
def test_what_is_allowed_is_what_is_not_refused_by_the_gate(play, member):
    allowed = play.hall.allowed(member, "light", day(0))
    told = {*allowed.now, *(act for act, _ in allowed.later), *(act for act, _ in allowed.refused)}
    elsewhere = {"FoundCommunity", "AdoptRoll", "AdoptPolicy", "FormGroup", "Delegate", "WithdrawDelegation"}
    assert {*acts.EVENTS, "CloseVoting"} - {*elsewhere, "RecordResult"} == told
    assert (member == "nobody") == (() == allowed.now)


def test_one_who_is_not_on_the_roll_may_do_nothing(play):
    assert "not-on-the-roll" == play.refused(day(0), "nobody", OpenRound("lamps"))


def test_only_the_keeper_changes_the_roll(play):
    assert "keeper-only" == play.refused(day(0), "wang", acts.AdoptRoll(a_roll()), "community")


@pytest.mark.parametrize(
    ("code", "act", "stream"),
    [
        ("founded-already", acts.FoundCommunity("again"), "community"),
        ("not-a-community-act", RaiseIssue("bins"), "community"),
        ("not-a-matter-act", acts.FoundCommunity("again"), "light"),
        ("not-a-matter-act", acts.RecordResult("decided", ("repair",), "{}", "0"), "light"),
        ("one-issue", RaiseIssue("bins"), "light"),
        ("no-issue", OpenRound("bins"), "bins"),
        ("unknown-group", HandIssueOver("squad", day(3)), "light"),
        ("no-proposal", acts.FreezeText((), "dice"), "light"),
        ("unknown-proposal", acts.FreezeText(("nothing",), "dice"), "light"),
        ("nothing-adopted", acts.ProposeDuties((Duty("d", "w", 1),)), "light"),
        ("no-plan", acts.Measure(()), "light"),
        ("no-vote", acts.CastBallot("li", Answer("YES")), "light"),
    ],
)
def test_an_act_out_of_place_is_refused(play, code, act, stream):
    assert code == play.refused(day(1), "li", act, stream)


def test_a_group_answers_only_by_its_members(play):
    squad = Group("squad", "We clean.", Scope(tags=frozenset({"x"})), ("wang",))
    play(day(0), "li", acts.FormGroup(squad), "community")
    play(day(0), "li", HandIssueOver("squad", day(7)))
    assert "not-in-the-group" == play.refused(day(1), "li", AnswerHandover("accept"))
    play(day(1), "wang", AnswerHandover("accept"))


def test_a_clock_a_little_behind_is_held_and_a_clock_that_went_back_is_refused(play):
    play(day(1), "li", OpenRound("lamps"))
    play(day(1) - timedelta(seconds=5), "li", GiveSupport("repair"))
    last = event(list(play.hall.store.read("light"))[-1].line)
    assert day(1) == last.at
    assert "clock-went-back" == play.refused(day(1) - timedelta(seconds=6), "li", GiveSupport("replace"))
    assert "no-time-zone" == play.refused(datetime(2026, 3, 9), "li", GiveSupport("replace"))


def test_the_same_command_sent_twice_has_one_effect_and_the_equal_receipt(play):
    command = Command("once", "li", "light", GiveSupport("repair"))
    first = play.hall.handle(command, now=day(1))
    second = play.hall.handle(command, now=day(2))
    assert first == second
    assert (False, True) == (first.replayed, second.replayed)
    assert ("li",) == play.hall.matter("light").floor.proposal("repair").latest.supporters


def test_one_command_id_with_two_contents_is_refused(play):
    play.hall.handle(Command("once", "li", "light", GiveSupport("repair")), now=day(1))
    with pytest.raises(CommandIdReused):
        play.hall.handle(Command("once", "li", "light", GiveSupport("replace")), now=day(1))
