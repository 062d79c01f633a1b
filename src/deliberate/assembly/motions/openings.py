"""Acts to try: for each kind one that is accepted wherever any of its kind is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count, islice

from deliberate.assembly.motions import acts
from deliberate.assembly.motions.acts import MakeMotion, MotionAct, Ruling
from deliberate.assembly.motions.ask import Ask
from deliberate.assembly.motions.making import SUSPENDABLE, target
from deliberate.assembly.motions.meeting import Sits
from deliberate.assembly.motions.order import amends
from deliberate.assembly.motions.reopening import eligible
from deliberate.assembly.motions.stack import sameness
from deliberate.assembly.motions.table import Motion
from deliberate.assembly.usable import LATEST


def openings(ask: Ask) -> Iterator[MotionAct]:
    """Acts but motions: if none of a kind is accepted, no act of the kind is."""
    meeting, business = ask.meeting, ask.business
    if meeting.sits is not Sits.OPEN:
        yield acts.CallToOrder(meeting.members if meeting.goes_on else (ask.by,), (ask.by,))
        return
    yield acts.TakeAttendance((ask.by,))
    yield acts.AskForTheFloor()
    yield acts.YieldTheFloor()
    yield from map(acts.Recognise, _recognisable(ask))
    yield acts.SecondMotion()
    yield acts.LetMotionFall()
    yield acts.RuleMotionOut()
    yield acts.StateQuestion()
    yield acts.Debate("")
    yield acts.PutQuestion(0, 0)
    yield acts.AnnounceResult()
    yield acts.GiveRuling(Ruling.GRANTED)
    yield from map(acts.CallUpReconsideration, business.noted)
    unnoticed = (each for each in reversed(business.adopted) if each not in business.notices)
    yield from map(acts.GiveNotice, islice(unnoticed, 1))
    yield from map(acts.BeginCommittee, islice(_committees(ask), 1))
    yield from map(acts.TakeUp, islice(_due(ask), 1))


def _recognisable(ask: Ask) -> Iterable[str]:
    """Who has not spoken yet may be recognised wherever somebody who has may be."""
    waiting, top = ask.meeting.waiting, ask.top
    if top is None or not waiting:
        return waiting[:1]
    day = ask.day
    new = (each for each in waiting if not top.spoken_by(each, day))
    return (next(new, waiting[0]),)


def _committees(ask: Ask) -> Iterator[int]:
    """What a committee has to begin with."""
    parked = ask.business.parked.items()
    return (number for number, each in parked if each.by is Motion.REFER and not each.begun)


def _due(ask: Ask) -> Iterator[int]:
    """What was put off, and not until later."""
    for number, each in ask.business.parked.items():
        later = each.by is Motion.POSTPONE and each.until is not None and ask.at < each.until
        if each.by is not Motion.LAY and not later:
            yield number


def motions(ask: Ask) -> Iterator[MakeMotion]:
    """For each motion one that is accepted wherever any motion of its kind is."""
    for motion in Motion:
        match motion:
            case Motion.MAIN | Motion.AMEND:
                yield MakeMotion(motion, _new(ask, motion))
            case Motion.FIX_TIME | Motion.POSTPONE:
                yield MakeMotion(motion, until=LATEST)
            case Motion.LIMIT:
                yield MakeMotion(motion, speeches=ask.terms.speeches)
            case Motion.SUSPEND:
                yield MakeMotion(motion, SUSPENDABLE[0])
            case Motion.RESCIND:
                yield from (MakeMotion(motion, _new(ask, motion, each), each) for each in islice(_rescindable(ask), 1))
            case Motion.RECONSIDER:
                yield from _reconsidering(ask)
            case _:
                yield MakeMotion(motion)


def _rescindable(ask: Ask) -> Iterator[int]:
    """What was adopted, the newest first, unless to rescind it was put off."""
    put_off = {each.question.target for each in ask.business.parked.values() if each.question.motion is Motion.RESCIND}
    return (each for each in reversed(ask.business.adopted) if each not in put_off)


def _new(ask: Ask, motion: Motion, question: int | None = None) -> str:
    """A text that was not decided on, is not put off and changes something."""
    business = ask.business
    amended = amends(business.stack)
    put_off = {each.question.text for each in business.parked.values()}
    number = target(ask, MakeMotion(motion, question=question))

    def is_new(text: str) -> bool:
        key = sameness(business.stack, motion, number, text)
        return not (key in business.settled or key in business.ruled_out or text in put_off)

    tried = ("·" * length for length in count(1))
    return next(text for text in tried if is_new(text) and (amended is None or amended.text != text))


def _reconsidering(ask: Ask) -> Iterator[MakeMotion]:
    """The newest decision that this member may move to reconsider."""
    for number, was in reversed(tuple(ask.business.decided.items())):
        if (ask.day - was.day).days > 1:
            return
        if next(eligible(ask, number, was.prevailing), None) is None:
            yield MakeMotion(Motion.RECONSIDER, question=number, voted=was.prevailing)
            return
