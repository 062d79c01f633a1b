"""What a member may do now in a round, and what a refusal says of it."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from deliberate.assembly import moves
from deliberate.assembly.agenda import Agenda
from deliberate.assembly.confer import confer, told
from deliberate.assembly.moves import Move
from deliberate.assembly.procedures.rounds import Rounds
from deliberate.assembly.steps import MoveRefused
from deliberate.duty.duty import Duty
from deliberate.records.convert import from_dict, to_dict
from deliberate.words import LANGUAGES

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
ACTS = (
    moves.RaiseIssue("lamps"),
    moves.HandIssueOver("squad", NOON),
    moves.AnswerHandover("accept"),
    moves.DraftProposal("repair", "Mend them."),
    moves.ReviseProposal("repair", "Mend them all."),
    moves.ReviseProposal("repair", "Mend two."),
    moves.GiveSupport("repair"),
    moves.OpenRound("lamps"),
    moves.TakeTurn("Too dark."),
    moves.CloseRound(),
)
sequences = st.lists(st.tuples(st.sampled_from(("li", "wang", "zhao")), st.sampled_from(ACTS)), max_size=25)


def sitting(wanted):
    return [Move(by, NOON + timedelta(minutes=place), act) for place, (by, act) in enumerate(wanted)]


@given(sequences, st.sampled_from(("li", "wang")))
def test_legal_says_exactly_which_kinds_of_acts_are_accepted(wanted, member):
    rounds = Rounds()
    floor = confer(Agenda(), rounds, sitting(wanted)).part
    later = NOON + timedelta(days=1)
    tried = (*ACTS, moves.DraftProposal("replace", "New ones."))
    accepted = {type(act).__name__ for act in tried if not refused(rounds.step(floor, Move(member, later, act)))}
    assert accepted == set(rounds.legal(floor, member, later))


def refused(step):
    return isinstance(step, MoveRefused)


@given(sequences)
def test_a_sitting_folds_to_the_same_bytes_and_every_refusal_has_its_words(wanted):
    deliberation = confer(Agenda(), Rounds(), sitting(wanted))
    assert deliberation == from_dict(to_dict(deliberation))
    assert deliberation.floor == deliberation.part
    for lang in LANGUAGES:
        assert len(deliberation.trace) == len(deliberation.explain(lang).splitlines())


def test_a_refusal_says_what_is_in_order_instead():
    [_raised, refusal] = confer(
        Agenda(), Rounds(), sitting([("li", ACTS[0]), ("li", moves.TakeTurn("Too dark."))])
    ).trace
    assert ("no-round", True) == (refusal.code, "OpenRound" in refusal.legal)
    assert "现在可以：" in told(refusal, "zh")
    assert "Now in order: hand the issue to a group, put a proposal on the table, open a round." in told(refusal, "en")


def test_an_act_of_another_place_is_refused():
    [step] = confer(Agenda(), Rounds(), [Move("li", NOON, Duty("fix", "Fix it.", 4))]).trace
    assert ("not-done-here", (("act", "Duty"),)) == (step.code, step.about)
