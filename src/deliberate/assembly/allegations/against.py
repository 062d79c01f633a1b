"""What stands against an act about an allegation; the same reasons refuse a move and say what is legal."""

from __future__ import annotations

from collections.abc import Iterator

from deliberate.assembly.allegations.acts import (
    AllegationAct,
    AnnounceAssignment,
    AnswerAllegation,
    DeclareInterests,
    Found,
    HearSide,
    MakeAllegation,
    NameReviewer,
    NoteSilence,
    PublishFinding,
)
from deliberate.assembly.allegations.allegation import Allegation
from deliberate.assembly.allegations.docket import Allegations
from deliberate.assembly.allegations.order import ORDER
from deliberate.assembly.allegations.terms import FairTerms
from deliberate.assembly.reasons import Ask, Reason, refusal, silent
from deliberate.assembly.ties import close_to
from deliberate.assembly.usable import unusable

AllegationAsk = Ask[Allegations, FairTerms]
Reasons = Iterator[Reason]

_About = AnswerAllegation | NameReviewer | HearSide | NoteSilence | PublishFinding


def against(ask: AllegationAsk, act: AllegationAct) -> Reasons:
    """What stands against an act, the first reason first; what comes later may rely on what came before."""
    yield from unusable(act, ask.at, ask.part.last)
    if ask.by not in ask.terms.persons:
        yield refusal("not-on-the-roll", member=ask.by)
    match act:
        case DeclareInterests(_, pay):
            if pay < 0:
                yield refusal("pay-below-nothing")
        case AnnounceAssignment(task, member):
            yield from _announcing(ask, task, member)
        case MakeAllegation():
            yield from _accusing(ask, act)
        case _:
            yield from _about(ask, act)


def _announcing(ask: AllegationAsk, task: str, member: str) -> Reasons:
    if ask.by not in ask.terms.keepers:
        yield refusal("not-your-part", who="role.keeper")
    if member not in ask.terms.persons:
        yield refusal("not-on-the-roll", member=member)
    if member not in ask.part.interests:
        yield refusal("interests-not-declared", member=member)
    if task in ask.part.assignments:
        yield refusal("task-announced", task=task, member=ask.part.assignments[task].member)


def _accusing(ask: AllegationAsk, act: MakeAllegation) -> Reasons:
    if ask.by not in ask.terms.members:
        yield refusal("not-your-part", who="role.member")
    assignment = ask.part.assignments.get(act.task)
    if assignment is None:
        yield refusal("unknown-task", task=act.task)
    elif assignment.member == ask.by:
        yield refusal("accuses-oneself")
    yield from silent(act.claim)
    if not act.evidence:
        yield refusal("evidence-needed")


def _about(ask: AllegationAsk, act: _About) -> Reasons:
    one = ask.part.allegations.get(act.allegation)
    if one is None:
        yield refusal("unknown-allegation", allegation=act.allegation)
        return
    row = ORDER.row(type(act).__name__, one.state)
    if row is None:
        yield refusal("not-in-this-phase", phase=one.state)
        return
    doers = {"keeper": ask.terms.keepers, "accused": (one.made.accused,), "reviewer": (one.reviewer,)}
    if ask.by not in doers[row.by]:
        yield refusal("not-your-part", who=f"role.{row.by}")
    match act:
        case AnswerAllegation(_, statement):
            yield from silent(statement)
            if one.answered is not None:
                yield refusal("allegation-answered", allegation=act.allegation)
        case NameReviewer(_, reviewer):
            yield from _naming(ask, one, reviewer)
        case _:
            yield from _reviewing(ask, one, act)


def _naming(ask: AllegationAsk, one: Allegation, reviewer: str) -> Reasons:
    if one.answered is None and ask.at <= one.made.due:
        yield refusal("answer-awaited", until=one.made.due)
    if ask.by in one.sides:
        yield refusal("side-names-no-reviewer", member=ask.by)
    if reviewer not in ask.terms.reviewers:
        yield refusal("not-a-reviewer", member=reviewer)
    if reviewer in one.sides:
        yield refusal("reviewer-is-a-side", reviewer=reviewer)
    if near := close_to(ask.terms.ties, reviewer, one.sides):
        yield refusal("reviewer-has-a-tie", reviewer=reviewer, sides=near)


def _reviewing(ask: AllegationAsk, one: Allegation, act: HearSide | NoteSilence | PublishFinding) -> Reasons:
    match act:
        case HearSide(_, side, statement):
            # Whoever was noted as silent may still speak.
            yield from _a_side(one, side, heard=bool(one.heard.get(side)))
            yield from silent(statement)
        case NoteSilence(_, side):
            yield from _a_side(one, side, heard=side in one.heard)
            if ask.at <= one.made.due:
                yield refusal("answer-awaited", until=one.made.due)
            if side == one.made.accused and one.answered is not None:
                yield refusal("side-not-silent", side=side)
        case PublishFinding(_, found, reasons, sanction):
            if one.unheard:
                yield refusal("side-not-heard", missing=one.unheard)
            yield from silent(reasons)
            if sanction and found is not Found.FOUNDED:
                yield refusal("sanction-without-ground")


def _a_side(one: Allegation, side: str, *, heard: bool) -> Reasons:
    if side not in one.sides:
        yield refusal("not-a-side", member=side)
    elif heard:
        yield refusal("side-heard-already", side=side)
