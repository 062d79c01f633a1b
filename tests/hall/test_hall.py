"""The hall: frozen votes, half-open times, rights, retries, replay."""

import json
import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pytest

import deliberate as d
from deliberate.assembly.moves import (
    AnswerHandover,
    DraftProposal,
    GiveSupport,
    HandIssueOver,
    OpenRound,
    RaiseIssue,
    ReviseProposal,
)
from deliberate.community.group import Group, Scope
from deliberate.community.party import Member, Standing
from deliberate.community.roll import Roll, RollLine
from deliberate.decision.ballots import Answer, Approval, Ranking
from deliberate.duty.assigners.balanced import Balanced
from deliberate.duty.duty import Duty
from deliberate.duty.follow import Report
from deliberate.errors import CommandIdReused, JournalError, Refused
from deliberate.evaluation.indicators.mean_change import MeanChange
from deliberate.hall import acts
from deliberate.hall.events import Command, event
from deliberate.hall.hall import Hall, dump
from deliberate.hall.journal.memory import Memory
from deliberate.hall.policy import Policy

MARCH = datetime(2026, 3, 1, tzinfo=UTC)
QUO = "as it is"


def day(number, hour=0):
    return MARCH + timedelta(days=number, hours=hour)


class Player:
    """Sends numbered commands."""

    def __init__(self, hall):
        self.hall, self.count = hall, 0

    def __call__(self, now, actor, act, stream="light"):
        self.count += 1
        return self.hall.handle(Command(f"c-{self.count}", actor, stream, act), now=now)

    def refused(self, now, actor, act, stream="light"):
        before = [entry.hash for entry in self.hall.store.read()]
        with pytest.raises(Refused) as error:
            self(now, actor, act, stream)
        assert before == [entry.hash for entry in self.hall.store.read()]
        assert error.value.message("zh") != error.value.message("en")
        return error.value.code


def a_roll():
    people = [("li", "resident"), ("wang", "resident"), ("zhao", "resident"), ("sun", "owner"), ("bao", "minor"),
              ("he", "companion")]  # fmt: skip
    return Roll(("head",), tuple(RollLine(Member(name, Standing(standing)), (1,)) for name, standing in people))


@pytest.fixture
def play(hall):
    player = Player(hall)
    player(day(-9), "li", acts.FoundCommunity("yulin"), "community")
    player(day(-9), "li", acts.AdoptRoll(a_roll()), "community")
    player(day(-9), "li", acts.AdoptPolicy(Policy(status_quo=QUO)), "community")
    player(day(0), "wang", RaiseIssue("lamps"))
    player(day(0), "li", DraftProposal("repair", "Repair the lamps."))
    player(day(0), "wang", DraftProposal("replace", "Buy new lamps."))
    return player


def opened(play, rule=None, proposals=("repair",), until=3):
    play(day(1), "li", acts.FreezeText(proposals, seed_rule="three dice"))
    play(day(1, 1), "li", acts.OpenVoting(rule or d.rule("consent"), until=day(until), seed="4 2 6"))


def answer(play, member, stance, hour=2, reason=""):
    return play(day(1, hour), member, acts.CastBallot(member, Answer(stance, reason)))


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
        ("minors-advise", "bao", acts.CastBallot("bao", Ranking(("repair",)))),
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


@pytest.mark.parametrize(
    "act", ["GiveSupport", "ProposeDuties", "AnswerOffer", "AssignDuties", "Evaluate", "PlanMeasure"]
)
def test_companions_guide_and_do_not_act(play, act):
    assert ("companions-guide") == dict(play.hall.allowed("he", "light", day(0)).refused)[act]


@pytest.mark.parametrize("member", ["li", "he", "bao", "nobody"])
def test_what_is_allowed_is_what_is_not_refused_by_the_gate(play, member):
    allowed = play.hall.allowed(member, "light", day(0))
    told = {*allowed.now, *(act for act, _ in allowed.later), *(act for act, _ in allowed.refused)}
    assert {*acts.EVENTS, "CloseVoting"} - {
        "FoundCommunity",
        "AdoptRoll",
        "AdoptPolicy",
        "FormGroup",
        "RecordResult",
    } == told
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


def finished(play):
    opened(play)
    for member in ("li", "wang", "zhao"):
        answer(play, member, "YES")
    play(day(3), "li", acts.CloseVoting())
    play(day(3), "li", acts.ProposeDuties((Duty("fix", "Fix the lamps.", 4, evaluator="sun"),)))
    play(day(3), "li", acts.OfferDuty("fix", "wang"))
    play(day(3), "wang", acts.AnswerOffer("fix", "accept", 5, "yes"))
    play(day(4), "li", acts.AssignDuties(Balanced(), stewards=(("fix", "wang"),)))
    play(day(4), "sun", acts.PlanMeasure((MeanChange("dark lamps", day(5).date()),)))
    counts = tuple(Report("dark lamps", day(n).date(), value, "zhao") for n, value in ((3, 4), (4, 4), (5, 1), (6, 0)))
    play(day(6), "zhao", acts.Measure(counts))


def test_duties_are_offered_accepted_assigned_and_judged_by_somebody_else(play):
    finished(play)
    assert "own-judge" == play.refused(day(7), "wang", acts.Evaluate())
    play(day(7), "sun", acts.Evaluate())
    matter = play.hall.matter("light")
    assert ("wang", "sun", 0) == (matter.mandate.steward("fix"), matter.mandate.evaluator("fix"), matter.mandate.short)
    assert matter.evaluation.mandate == matter.mandate
    play(day(8), "li", acts.CloseMatter())
    assert "matter-closed" == play.refused(day(9), "li", OpenRound("again"))


@pytest.mark.parametrize(
    ("code", "actor", "act"),
    [
        ("duty-exists", "li", acts.ProposeDuties((Duty("fix", "Again.", 1),))),
        ("unknown-duty", "li", acts.OfferDuty("nothing", "wang")),
        ("offered-already", "li", acts.OfferDuty("fix", "wang")),
        ("not-on-the-roll", "li", acts.OfferDuty("fix", "bao")),
        ("nothing-offered", "zhao", acts.AnswerOffer("fix", "accept")),
        ("plan-fixed", "sun", acts.PlanMeasure(())),
        ("not-your-report", "li", acts.Measure((Report("dark lamps", day(7).date(), 1, "zhao"),))),
    ],
)
def test_a_duty_act_out_of_place_is_refused(play, code, actor, act):
    finished(play)
    assert code == play.refused(day(7), actor, act)


def test_an_offer_that_was_declined_may_be_made_again_and_silence_is_not_acceptance(play):
    opened(play)
    for member in ("li", "wang", "zhao"):
        answer(play, member, "YES")
    play(day(3), "li", acts.ProposeDuties((Duty("fix", "Fix the lamps.", 4),)))
    play(day(3), "li", acts.OfferDuty("fix", "wang"))
    play(day(3), "li", acts.OfferDuty("fix", "zhao"))
    play(day(3), "wang", acts.AnswerOffer("fix", "decline"))
    play(day(4), "li", acts.AssignDuties(Balanced()))
    assert (0, 4) == (play.hall.matter("light").mandate.flow, play.hall.matter("light").mandate.short)
    play(day(4), "li", acts.OfferDuty("fix", "wang"))
    assert "unknown-answer" == play.refused(day(4), "wang", acts.AnswerOffer("fix", "perhaps"))
    play(day(4), "wang", acts.AnswerOffer("fix", "accept", 4))
    play(day(4), "li", acts.AssignDuties(Balanced()))
    assert "wang" == play.hall.matter("light").mandate.steward("fix")


def test_replay_gives_the_same_state_and_the_same_bytes(play):
    finished(play)
    live = play.hall.matter("light")
    again = Hall(Memory())
    for entry in play.hall.entries():
        told = event(entry.line)
        assert entry.line == told.line
        again.store.append(entry.stream, entry.seq - 1, (f"r-{entry.position}", "h"), [entry.line])
    assert live == again.matter("light")
    assert [e.hash for e in play.hall.entries()] == [e.hash for e in again.entries()]
    assert dump(play.hall) == dump(again)


def test_a_recorded_result_that_the_ballots_do_not_give_does_not_replay(play):
    opened(play)
    answer(play, "li", "YES")
    answer(play, "wang", "YES")
    play(day(3), "li", acts.CloseVoting())
    forged = Hall(Memory())
    for entry in play.hall.entries():
        line = entry.line.replace('"status":"decided"', '"status":"rejected"')
        forged.store.append(entry.stream, entry.seq - 1, (f"r-{entry.position}", "h"), [line])
    assert len(list(forged.entries())) == len(list(play.hall.entries()))
    with pytest.raises(JournalError) as error:
        forged.matter("light")
    assert "result-does-not-replay" == error.value.code


@pytest.mark.parametrize("change", [("v", 2), ("type", "Teleported")])
def test_an_entry_from_the_future_is_refused(play, change):
    data = json.loads(next(iter(play.hall.store.read("light"))).line)
    data[change[0]] = change[1]
    with pytest.raises(JournalError) as error:
        event(json.dumps(data))
    assert "future-version" == error.value.code


def test_a_matter_that_does_not_exist_is_a_typed_error(hall):
    with pytest.raises(JournalError) as error:
        hall.matter("nothing")
    assert "no-matter" == error.value.code


def test_every_command_has_an_event_and_every_event_a_command():
    asked = {name for name in acts.EVENTS if name != "RecordResult"} | {"CloseVoting"}
    known = {kind.__name__ for union in (acts.CommunityAct, acts.moves.Act, acts.HallAct) for kind in union.__args__}
    assert asked | {"RecordResult"} == known
    assert len(set(acts.EVENTS.values())) == len(acts.EVENTS)


def test_the_journal_has_the_same_bytes_under_every_hash_seed():
    program = (
        "from deliberate.hall.hall import Hall; from deliberate.scenarios.pet_waste import play;"
        "hall = Hall.in_memory(); play(hall); print(list(hall.entries())[-1].hash)"
    )
    heads = {
        subprocess.run(
            [sys.executable, "-c", program], env={"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
        ).stdout
        for seed in ("0", "1", "2026")
    }
    assert 1 == len(heads)


def test_a_hall_opened_twice_on_one_file_follows_what_the_other_wrote(tmp_path):
    one, two = Hall.open(tmp_path / "a.db"), Hall.open(tmp_path / "a.db")
    play = Player(one)
    play(day(0), "li", acts.FoundCommunity("yulin"), "community")
    assert "yulin" == two.community.name
    play(day(0), "li", acts.AdoptRoll(a_roll()), "community")
    play(day(0), "li", RaiseIssue("lamps"))
    assert one.matter("light") == two.matter("light")
    one.close()
    with two as still_open:
        assert ("light",) == still_open.matters
