"""The motion is voted on by hand; a simple majority carries it, a tie fails."""

from __future__ import annotations

from deliberate.assembly.moves import Side
from deliberate.assembly.reasons import refusal
from deliberate.assembly.talk.acts import CallVote, DeclareResult, VoteByHand
from deliberate.assembly.talk.gate import Ask, Gate, Reasons, chair_only
from deliberate.assembly.talk.steps import ResultDeclared, VoteCalled, VotedByHand
from deliberate.assembly.talk.traits import Clause, Result
from deliberate.quantities import meets


def _against_calling(ask: Ask, _: CallVote) -> Reasons:
    yield from chair_only(ask)


def _in_this_vote(ask: Ask) -> Reasons:
    if not ask.terms.votes(ask.by, ask.form):
        yield refusal("not-in-this-vote", member=ask.by)


def _against_voting(ask: Ask, act: VoteByHand) -> Reasons:
    yield from _in_this_vote(ask)
    if ask.by in ask.matter.votes:
        yield refusal("voted-already", member=ask.by)
    if ask.form.has(Clause.CHAIR_VOTES_LAST) and ask.by == ask.presides:
        yield refusal("chair-votes-last")
    if ask.form.has(Clause.ABSTAINERS_NOT_CALLED) and act.side is Side.NEITHER:
        yield refusal("abstainers-not-called")


def _against_declaring(ask: Ask, act: DeclareResult) -> Reasons:
    yield from chair_only(ask)
    if act.side is Side.NEITHER:
        return
    if not ask.form.has(Clause.CHAIR_VOTES_LAST):
        yield refusal("chair-votes-with-all")
    yield from _in_this_vote(ask)


def _declared(ask: Ask, act: DeclareResult) -> ResultDeclared:
    matter = ask.matter
    yes, no = (matter.count(side) + (act.side is side) for side in (Side.FOR, Side.AGAINST))
    result = Result.CARRIED if meets(yes, no, strict=True) else Result.FAILED
    return ResultDeclared(matter.number, matter.topic, yes, no, result, ask.by, act.side, ask.at)


GATES = {
    CallVote: Gate(
        lambda _: (CallVote(),),
        _against_calling,
        lambda ask, _: VoteCalled(ask.matter.number, ask.by, ask.at),
    ),
    VoteByHand: Gate(
        lambda _: (VoteByHand(Side.FOR),), _against_voting, lambda ask, act: VotedByHand(ask.by, act.side, ask.at)
    ),
    DeclareResult: Gate(lambda _: (DeclareResult(),), _against_declaring, _declared),
}
