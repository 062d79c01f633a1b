"""Rounds: what is legal when, and what a refusal says."""

from datetime import UTC, datetime, timedelta

import pytest

from deliberate.assembly.agenda import Agenda, AgendaItem
from deliberate.assembly.confer import confer
from deliberate.assembly.moves import (
    AnswerHandover,
    CloseRound,
    DraftProposal,
    GiveSupport,
    HandIssueOver,
    Move,
    OpenRound,
    RaiseIssue,
    ReviseProposal,
    TakeTurn,
)
from deliberate.assembly.procedures.rounds import Rounds
from deliberate.assembly.steps import MoveRefused, ProposalRevised, RoundClosed, SupportGiven
from deliberate.identity import text_hash

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


RULES = Rounds()


def held(*acts, procedure=RULES):
    moves = [Move(by, NOON + timedelta(minutes=n), act) for n, (by, act) in enumerate(acts)]
    return confer(Agenda(), procedure, moves)


RAISED = ("li", RaiseIssue("lamps"))
DRAFTED = ("li", DraftProposal("repair", "Repair the three lamps."))


def refusals(*acts, procedure=RULES):
    return [(step.by, step.code) for step in held(*acts, procedure=procedure).refusals]


def test_a_proposal_keeps_every_text_with_its_hash():
    deliberation = held(RAISED, DRAFTED, ("li", ReviseProposal("repair", "Repair all lamps.")))
    [proposal] = deliberate_texts = deliberation.slate
    assert [1, 2] == [version.number for version in proposal.versions]
    assert text_hash("Repair all lamps.") == proposal.latest.hash
    assert ("repair",) == tuple(each.name for each in deliberate_texts)


def test_a_new_text_voids_the_support_of_the_old_and_names_who_is_asked_again():
    support = [("wang", GiveSupport("repair")), ("zhao", GiveSupport("repair"))]
    deliberation = held(RAISED, DRAFTED, *support, ("li", ReviseProposal("repair", "Repair all lamps.")))
    [revised] = deliberation.steps(ProposalRevised)
    assert ("wang", "zhao") == revised.void
    assert () == deliberation.slate[0].latest.supporters


def test_support_is_bound_to_the_version_that_was_supported():
    again = [("wang", GiveSupport("repair")), ("li", ReviseProposal("repair", "new")), ("wang", GiveSupport("repair"))]
    assert [1, 2] == [step.version for step in held(RAISED, DRAFTED, *again).steps(SupportGiven)]


def test_a_round_ends_with_who_spoke_in_the_order_of_their_first_turn():
    talk = [("wang", TakeTurn("a")), ("li", TakeTurn("b")), ("wang", TakeTurn("c"))]
    [closed] = held(RAISED, ("li", OpenRound("lamps")), *talk, ("li", CloseRound())).steps(RoundClosed)
    assert ("wang", "li") == closed.speakers


def test_turns_are_counted_afresh_in_each_round():
    talk = [("wang", TakeTurn("a")), ("wang", TakeTurn("b"))]
    rounds = [("li", OpenRound("one")), *talk, ("li", CloseRound()), ("li", OpenRound("two")), *talk]
    assert [] == refusals(RAISED, *rounds)


@pytest.mark.parametrize(
    ("code", "acts"),
    [
        ("no-issue", [("li", OpenRound("lamps"))]),
        ("one-issue", [RAISED, ("li", RaiseIssue("bins"))]),
        ("no-round", [RAISED, ("li", TakeTurn("?"))]),
        ("no-round", [RAISED, ("li", CloseRound())]),
        ("round-open", [RAISED, ("li", OpenRound("a")), ("li", OpenRound("b"))]),
        ("turns-spent", [RAISED, ("li", OpenRound("a")), *[("li", TakeTurn("!"))] * 3]),
        ("turn-over", [RAISED, ("li", OpenRound("a")), ("li", TakeTurn("…", seconds=121))]),
        ("unknown-proposal", [RAISED, ("li", OpenRound("a")), ("li", TakeTurn("…", "nothing"))]),
        ("unknown-proposal", [RAISED, ("li", GiveSupport("nothing"))]),
        ("unknown-proposal", [RAISED, ("li", ReviseProposal("nothing", "text"))]),
        ("proposal-exists", [RAISED, DRAFTED, DRAFTED]),
        ("same-text", [RAISED, DRAFTED, ("li", ReviseProposal("repair", "Repair the three lamps."))]),
        ("supports-already", [RAISED, DRAFTED, *[("li", GiveSupport("repair"))] * 2]),
        ("nothing-handed-over", [RAISED, ("li", AnswerHandover("accept"))]),
        ("unknown-answer", [RAISED, ("li", HandIssueOver("squad", NOON)), ("li", AnswerHandover("perhaps"))]),
    ],
)
def test_an_illegal_move_is_refused_with_its_rule_and_changes_nothing_else(code, acts):
    deliberation = held(*acts)
    assert [("li", code)] == [(step.by, step.code) for step in deliberation.refusals]
    before = held(*acts[:-1])
    assert before.floor == deliberation.floor


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_step_is_told_and_a_refusal_says_the_rule(lang):
    deliberation = held(RAISED, DRAFTED, ("wang", TakeTurn("?")))
    lines = deliberation.explain(lang).split("\n")
    assert len(lines) == len(deliberation.trace)
    last = {"en": "Refused to wang: No round is open.", "zh": "wang的举动未被接受：现在不在发言轮次中。"}[lang]
    assert lines[-1].startswith(last)
    assert isinstance(deliberation.trace[-1], MoveRefused)


def test_an_agenda_joins_another_without_repeating_it():
    lamps, bins = AgendaItem("lamps", "raised"), AgendaItem("bins", "raised")
    assert Agenda((lamps, bins)) == Agenda((lamps,)) | Agenda((lamps, bins))
    assert not Agenda()
