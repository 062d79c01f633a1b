"""Drafting as a procedure: moves in, steps out, and a refusal says what can be done in its place."""

import json

import pytest

from deliberate.assembly.agenda import Agenda
from deliberate.assembly.confer import confer
from deliberate.assembly.moves import DraftProposal, GiveSupport, Move, ReviseProposal
from deliberate.assembly.procedure import Sitting
from deliberate.assembly.procedures.drafting import Drafting
from deliberate.assembly.proposals.gates import GATES
from deliberate.assembly.proposals.part import proposals_of
from deliberate.assembly.proposals.policy import ProposalPolicy
from deliberate.assembly.proposals.rules import ACTS
from deliberate.community.roll import Roll
from deliberate.records.convert import from_dict, to_dict
from deliberate.requirement.packs import requirement
from tests.assembly.proposals.table import NOON

MOVES = tuple(
    Move(by, NOON, act)
    for by, act in (
        ("li", DraftProposal("lamps", "Repair the lamps.")),
        ("wang", GiveSupport("lamps")),
        ("wang", ReviseProposal("lamps", "Buy bins.")),
        ("li", ReviseProposal("lamps", "Repair all lamps.")),
    )
)


def test_every_move_has_its_step_and_the_steps_lead_to_where_things_stand():
    steps = tuple(Drafting().steps(Sitting(Agenda(), MOVES)))
    assert ["TextProposed", "TextSupported", "MoveRefused", "TextRevised"] == [type(step).__name__ for step in steps]
    assert ("wang",) == proposals_of(steps).unconfirmed("lamps", NOON)


def test_a_refusal_says_what_can_be_done_in_its_place():
    drafting = Drafting()
    refused = list(drafting.steps(Sitting(Agenda(), MOVES)))[2]
    before = proposals_of(list(drafting.steps(Sitting(Agenda(), MOVES[:2]))))
    assert ("not-initiator", drafting.legal(before, "wang", NOON)) == (refused.code, refused.legal)


def test_what_is_answered_is_what_has_a_gate():
    assert set(GATES) == {act.__name__ for act in ACTS}
    assert ACTS == Drafting().acts


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_deliberation_under_it_is_told(lang):
    lines = confer(Agenda(), Drafting(), MOVES).explain(lang).split("\n")
    assert len(MOVES) == len(lines)
    assert "wang" in lines[-1]


def test_it_is_a_record_with_all_its_parameters():
    policy = ProposalPolicy(
        order="robert",
        requirement=requirement("robert.majority"),
        roll=Roll.of({"li": (1,)}),
        keepers=frozenset({"li"}),
    )
    drafting = Drafting(policy)
    assert drafting == from_dict(json.loads(json.dumps(to_dict(drafting))))
