"""The rules of order: each move is answered with a step or a refusal, and the same reasons say what is legal."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from typing import assert_never, get_args

from deliberate.assembly.motions import acts, steps
from deliberate.assembly.motions.acts import MakeMotion, MotionAct, TopAct
from deliberate.assembly.motions.ask import Ask, Terms
from deliberate.assembly.motions.gate import gate
from deliberate.assembly.motions.making import making, target
from deliberate.assembly.motions.meeting import Meeting
from deliberate.assembly.motions.openings import motions, openings
from deliberate.assembly.motions.reasons import against
from deliberate.assembly.motions.reopening import out_of_place
from deliberate.assembly.motions.stack import Pending
from deliberate.assembly.motions.table import DEMANDED, ROWS, Cell, Electorate, Motion, carried
from deliberate.assembly.moves import Move
from deliberate.assembly.reasons import Reason, not_done_here
from deliberate.assembly.steps import MoveRefused
from deliberate.assembly.usable import out_of_reach
from deliberate.records.kinds import Step

ACTS: tuple[type[MotionAct], ...] = get_args(MotionAct)


def answer(meeting: Meeting, move: Move, terms: Terms) -> Step:
    """Answer one move: what happened, or a refusal with the rule and with what would be legal now.

    Notes
    -----
    O(questions pending) where the move is legal.
    """
    act: object = move.act
    if not isinstance(act, MotionAct):
        return not_done_here(move.by, move.act)
    ask = Ask(meeting, terms, move.by, move.at)
    reason = next(reasons(ask, act), None)
    if reason is None:
        return _step(ask, act)
    return MoveRefused(move.by, reason.code, reason.about, _instead(ask, act))


def reasons(ask: Ask, act: MotionAct) -> Iterator[Reason]:
    """All that stands against an act, the first reason first."""
    yield from gate(ask, act)
    yield from making(ask, act) if isinstance(act, MakeMotion) else against(ask, act)


def legal(meeting: Meeting, terms: Terms, member: str, at: datetime) -> tuple[str, ...]:
    """The names of the acts that a member may do now, in the order of :data:`MotionAct`.

    Notes
    -----
    O(questions pending and decided of late). What a motion may be is said by :func:`in_order`.
    """
    if next(out_of_reach(at), None) is not None:
        return ()
    ask = Ask(meeting, terms, member, at)
    found = dict.fromkeys(type(act).__name__ for act in openings(ask) if _stands(ask, act))
    found |= dict.fromkeys(type(act).__name__ for act in islice(_moved(ask), 1))
    return tuple(found)


def in_order(meeting: Meeting, terms: Terms, member: str, at: datetime) -> tuple[Motion, ...]:
    """The motions that a member may make now, in the order of the table."""
    if next(out_of_reach(at), None) is not None:
        return ()
    ask = Ask(meeting, terms, member, at)
    return tuple(dict.fromkeys(act.motion for act in _moved(ask)))


def _moved(ask: Ask) -> Iterator[MakeMotion]:
    """For each motion that is in order one to make."""
    if next(gate(ask, MakeMotion(Motion.ADJOURN)), None) is None:
        yield from (act for act in motions(ask) if _stands(ask, act))


def _stands(ask: Ask, act: MotionAct) -> bool:
    return next(reasons(ask, act), None) is None


def _instead(ask: Ask, act: MotionAct) -> tuple[str, ...]:
    """What would be legal: the acts, and to somebody who made a motion the motions that are in order."""
    if ask.at.tzinfo is None:
        return ()
    names = legal(ask.meeting, ask.terms, ask.by, ask.at)
    if not isinstance(act, MakeMotion):
        return names
    return (*names, *map(str, in_order(ask.meeting, ask.terms, ask.by, ask.at)))


def _step(ask: Ask, act: MotionAct) -> Step:
    by, at, meeting = ask.by, ask.at, ask.meeting
    match act:
        case acts.CallToOrder(members, present):
            session = meeting.session if meeting.goes_on else meeting.session + 1
            return steps.CalledToOrder(by, members, present, session, at)
        case acts.TakeAttendance(present):
            return steps.AttendanceTaken(present, at)
        case acts.AskForTheFloor():
            return steps.FloorAsked(by, at)
        case acts.YieldTheFloor():
            return steps.FloorYielded(by, at)
        case acts.Recognise(member):
            return steps.FloorGiven(member, at)
        case acts.MakeMotion():
            return _made(ask, act)
        case acts.CallUpReconsideration(question):
            noted = ask.business.noted[question]
            return steps.ReconsiderationCalledUp(noted.number, question, noted.by, by, noted.voted, ask.is_board, at)
        case acts.GiveNotice(question):
            return steps.NoticeGiven(question, by, ask.day, at)
        case acts.BeginCommittee(question):
            return steps.CommitteeBegun(question, at)
        case acts.TakeUp(question):
            return steps.QuestionTakenUp(question, at)
        case _:
            return _on_the_top(ask, act, ask.business.stack[-1])


def _made(ask: Ask, act: MakeMotion) -> Step:
    by, at, business = ask.by, ask.at, ask.business
    row, number, motion, top = ROWS[act.motion], business.made + 1, act.motion, business.top
    if motion is Motion.RECOUNT and top is not None:
        return steps.RecountDemanded(top.number, by, at)
    if motion is Motion.WITHDRAW and top is not None and (not top.stated or top.motion in DEMANDED):
        return steps.MotionWithdrawn(top.number, top.motion, by, at)
    if motion is Motion.RECONSIDER and act.question is not None and _waits(ask, act.question):
        return steps.ReconsiderationNoted(number, act.question, by, act.voted, at)
    return steps.MotionMade(
        number,
        motion,
        by,
        at,
        target(ask, act),
        act.text,
        act.until,
        act.speeches,
        act.minutes,
        act.voted,
        seconded=row.seconded is Cell.NO or ask.is_board or (motion is Motion.ADJOURN and ask.is_deserted),
        stated=motion in DEMANDED,
    )


def _waits(ask: Ask, number: int) -> bool:
    """Whether a motion to reconsider cannot be considered yet."""
    return next(out_of_place(ask, ask.business.decided[number]), None) is not None


def _on_the_top(ask: Ask, act: TopAct, top: Pending) -> Step:
    by, at, number, motion = ask.by, ask.at, top.number, top.motion
    match act:
        case acts.SecondMotion():
            return steps.MotionSeconded(number, motion, by, at)
        case acts.LetMotionFall():
            return steps.MotionFallen(number, motion, at)
        case acts.RuleMotionOut(matter, reason):
            return steps.MotionRuledOut(number, motion, top.mover, matter, at, reason)
        case acts.StateQuestion():
            return steps.QuestionStated(number, motion, top.text, at)
        case acts.Debate(text, seconds):
            return steps.SpeechMade(number, by, text, seconds, ask.day, at)
        case acts.PutQuestion(yes, no, ayes, noes):
            return steps.QuestionPut(number, motion, yes, no, at, ayes, noes)
        case acts.AnnounceResult():
            return _announced(ask, top)
        case acts.GiveRuling(ruling, matter, reason):
            return steps.RulingGiven(number, motion, ruling, matter, at, reason)
    assert_never(act)


def _announced(ask: Ask, top: Pending) -> Step:
    votes = top.votes
    assert votes is not None  # noqa: S101 - the reasons have seen that a vote was taken
    notice = ask.business.notices.get(top.target or 0) if top.motion is Motion.RESCIND else None
    electorate = Electorate(len(ask.meeting.members), notice is not None and notice < ask.day)
    kind = steps.QuestionCarried if carried(top.row.vote, votes.yes, votes.no, electorate) else steps.QuestionLost
    return kind(top.number, top.motion, votes.yes, votes.no, top.text, ask.day, ask.at)
