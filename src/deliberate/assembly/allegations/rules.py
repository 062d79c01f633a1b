"""The door of allegations: a move in, a step or a refusal out, and what somebody may do now."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from typing import assert_never, get_args

from deliberate.assembly.allegations import acts, steps
from deliberate.assembly.allegations.acts import AllegationAct, Found
from deliberate.assembly.allegations.against import AllegationAsk, against
from deliberate.assembly.allegations.docket import Allegations
from deliberate.assembly.allegations.order import ORDER
from deliberate.assembly.allegations.steps import AllegationStep
from deliberate.assembly.allegations.terms import FairTerms
from deliberate.assembly.moves import Move
from deliberate.assembly.reasons import not_done_here, turned_down, unused
from deliberate.assembly.steps import MoveRefused


def _announced(ask: AllegationAsk) -> Iterable[AllegationAct]:
    task = unused(ask.part.assignments)
    return (acts.AnnounceAssignment(task, member) for member in ask.part.interests if ask.by in ask.terms.keepers)


def _made(ask: AllegationAsk) -> Iterable[AllegationAct]:
    return (acts.MakeAllegation(task, "-", ("-",)) for task in ask.part.assignments)


def _under(ask: AllegationAsk, act: str) -> Iterator[int]:
    """The allegations to which an act could be done as they stand."""
    return (number for number, one in ask.part.allegations.items() if ORDER.row(act, one.state))


def _sides(ask: AllegationAsk, act: Callable[[int, str], AllegationAct]) -> Iterable[AllegationAct]:
    return (act(number, side) for number in _reviewed(ask) for side in ask.part.allegations[number].sides)


def _reviewed(ask: AllegationAsk) -> Iterator[int]:
    """The allegations that somebody reviews."""
    return (number for number, one in ask.part.allegations.items() if one.reviewer == ask.by and one.finding is None)


def _against_me(ask: AllegationAsk) -> Iterator[int]:
    """The allegations against somebody that they have not answered."""
    for number, one in ask.part.allegations.items():
        if one.made.accused == ask.by and one.answered is None:
            yield number


def _named(ask: AllegationAsk) -> Iterable[AllegationAct]:
    open_to = _under(ask, "NameReviewer") if ask.by in ask.terms.keepers else ()
    return (acts.NameReviewer(number, each) for number in open_to for each in ask.terms.reviewers)


# For each act ways to do it, one of which is accepted wherever any way is.
TRIES: Mapping[str, Callable[[AllegationAsk], Iterable[AllegationAct]]] = {
    "DeclareInterests": lambda _: (acts.DeclareInterests(),),
    "AnnounceAssignment": _announced,
    "MakeAllegation": _made,
    "AnswerAllegation": lambda ask: (acts.AnswerAllegation(number, "-") for number in _against_me(ask)),
    "NameReviewer": _named,
    "HearSide": lambda ask: _sides(ask, lambda number, side: acts.HearSide(number, side, "-")),
    "NoteSilence": lambda ask: _sides(ask, acts.NoteSilence),
    "PublishFinding": lambda ask: (acts.PublishFinding(number, Found.OPEN, "-") for number in _reviewed(ask)),
}

ACTS: tuple[type[AllegationAct], ...] = get_args(AllegationAct)


def answer(docket: Allegations, move: Move, terms: FairTerms) -> AllegationStep | MoveRefused:
    """Answer a move: what happens, or the first rule that it breaks.

    Notes
    -----
    Cost O(length of the texts + ties). A refusal leaves everything as it is.
    """
    act = move.act
    if not isinstance(act, AllegationAct):
        return not_done_here(move.by, act)
    ask = AllegationAsk(docket, terms, move.by, move.at)
    reason = next(against(ask, act), None)
    return _happens(ask, act) if reason is None else turned_down(move.by, reason)


def legal(docket: Allegations, member: str, at: datetime, terms: FairTerms) -> tuple[str, ...]:
    """The names of the acts that somebody may do now: there is a way to do each that is accepted.

    Notes
    -----
    Cost O(allegations * (reviewers + ties) + people * assignments) at worst.
    """
    ask = AllegationAsk(docket, terms, member, at)
    return tuple(act for act in ORDER.acts if _open(ask, act))


def _open(ask: AllegationAsk, act: str) -> bool:
    return any(next(against(ask, each), None) is None for each in TRIES[act](ask))


def _happens(ask: AllegationAsk, act: AllegationAct) -> AllegationStep:
    docket, by, at = ask.part, ask.by, ask.at
    match act:
        case acts.DeclareInterests(interests, pay):
            return steps.InterestsDeclared(by, at, interests, pay)
        case acts.AnnounceAssignment(task, member):
            return steps.AssignmentAnnounced(task, member, at + ask.terms.notice, by, at)
        case acts.MakeAllegation():
            return _made_step(ask, act)
        case acts.AnswerAllegation(number, statement, evidence):
            in_time = at <= docket.allegations[number].made.due
            return steps.AllegationAnswered(number, statement, in_time, by, at, evidence)
        case acts.NameReviewer(number, reviewer):
            return steps.ReviewerNamed(number, reviewer, by, at)
        case acts.HearSide(number, side, statement):
            return steps.SideHeard(number, side, statement, by, at)
        case acts.NoteSilence(number, side):
            return steps.SilenceNoted(number, side, by, at)
        case acts.PublishFinding(number, found, reasons, sanction):
            one = docket.allegations[number]
            accuser, accused = (one.heard[side] for side in one.sides)
            return steps.FindingPublished(number, one.made.accused, found, reasons, accuser, accused, sanction, by, at)
    assert_never(act)


def _made_step(ask: AllegationAsk, act: acts.MakeAllegation) -> steps.AllegationMade:
    assignment, number = ask.part.assignments[act.task], len(ask.part.allegations) + 1
    due, in_notice = ask.at + ask.terms.time_to_answer, ask.at < assignment.until
    return steps.AllegationMade(
        number, act.task, assignment.member, act.claim, act.evidence, due, in_notice, ask.by, ask.at
    )
