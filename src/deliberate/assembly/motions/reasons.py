"""What stands against each act; what stands against making a motion is in a file of its own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from deliberate.assembly.motions import acts
from deliberate.assembly.motions.acts import MotionAct, TopAct
from deliberate.assembly.motions.ask import Ask
from deliberate.assembly.motions.order import debatable
from deliberate.assembly.motions.reopening import out_of_place, standing
from deliberate.assembly.motions.stack import Parked, Pending, Stack
from deliberate.assembly.motions.table import DEMANDED, RULED, WITHOUT_QUORUM, Motion
from deliberate.assembly.reasons import Reason, refusal


def against(ask: Ask, act: MotionAct) -> Iterator[Reason]:
    """What stands against an act where the meeting sits and the member is here."""
    match act:
        case acts.CallToOrder() | acts.TakeAttendance() | acts.MakeMotion():
            return
        case acts.AskForTheFloor():
            if ask.by == ask.meeting.floor or ask.by in ask.meeting.waiting:
                yield refusal("floor-asked-already", member=ask.by)
        case acts.YieldTheFloor():
            if ask.by != ask.meeting.floor and ask.by not in ask.meeting.waiting:
                yield refusal("not-recognised", member=ask.by)
        case acts.Recognise(member):
            yield from _recognising(ask, member)
        case acts.CallUpReconsideration(question):
            yield from _calling_up(ask, question)
        case acts.GiveNotice(question):
            yield from standing(ask, question)
            if question in ask.business.notices:
                yield refusal("notice-was-given", number=question)
        case acts.BeginCommittee(question) | acts.TakeUp(question):
            yield from _put_off(ask, act, question)
        case _:
            yield from _on_the_top(ask, act)


def _on_the_top(ask: Ask, act: TopAct) -> Iterator[Reason]:
    """What stands against an act on the question immediately pending."""
    top = ask.top
    if top is None:
        yield refusal("nothing-pending")
        return
    if isinstance(act, acts.Debate | acts.PutQuestion) and not arising(ask):
        yield from without_quorum(ask)
    match act:
        case acts.SecondMotion():
            yield from _seconding(ask, top)
        case acts.Debate():
            yield from _debating(ask, act, top)
        case acts.PutQuestion():
            yield from _putting(ask, act, top)
        case acts.GiveRuling():
            yield from _giving(act, top)
        case acts.LetMotionFall():
            yield from _falling(top)
        case acts.RuleMotionOut():
            yield from _ruling_out(top)
        case acts.StateQuestion():
            yield from _stating(top)
        case acts.AnnounceResult():
            yield from _announcing(top)
        case _:
            assert_never(act)


def without_quorum(ask: Ask) -> Iterator[Reason]:
    """Where too few are here, only to adjourn, to recess, to fix a time, and what arises from these, is in order.

    What decides nothing, such as to let a motion fall, stays possible, so that nothing stands in the way of these.
    """
    present = len(ask.meeting.present)
    if present < ask.quorum:
        yield refusal("no-quorum-here", present=present, quorum=ask.quorum)


def arising(ask: Ask) -> Stack:
    """A pending question that needs no quorum, with all that is pending above it: none of that needs one."""
    stack = ask.business.stack
    lowest = next((at for at, each in enumerate(stack) if each.motion in WITHOUT_QUORUM), len(stack))
    return stack[lowest:]


def waits(ask: Ask, question: Pending) -> Iterator[str]:
    """Who has the floor or asked for it and may still speak on the question, in the order in which they asked."""
    asking = (ask.holder, *ask.meeting.waiting)
    return (each for each in asking if each and ask.speeches_left(question, each) != 0)


def is_debated(ask: Ask, question: Pending | None) -> bool:
    """Whether the question is open to debate now."""
    if question is None or not question.stated or question.votes is not None or question.closed:
        return False
    return debatable(ask.business, question)


def _recognising(ask: Ask, member: str) -> Iterator[Reason]:
    """Nobody speaks a second time on a question before all who wish have spoken once."""
    if member not in ask.meeting.waiting:
        yield refusal("asked-for-no-floor", member=member)
    if ask.holder:
        yield refusal("floor-is-taken", member=ask.holder)
    top = ask.top
    if top is None or ask.is_board or "first-speech-waits" in ask.business.suspended or not is_debated(ask, top):
        return
    if top.spoken_by(member, ask.day):
        day = ask.day
        first = next((each for each in ask.meeting.waiting if not top.spoken_by(each, day)), None)
        if first is not None:
            yield refusal("first-speech-waits", member=member, first=first)


def _seconding(ask: Ask, top: Pending) -> Iterator[Reason]:
    if not top.is_bare:
        yield refusal("needs-no-second", motion=top.motion, number=top.number)
    if ask.by == top.mover:
        yield refusal("own-second", member=ask.by)


def _debating(ask: Ask, act: acts.Debate, top: Pending) -> Iterator[Reason]:
    yield from _stated(top)
    if top.votes is not None:
        yield refusal("vote-is-taken", number=top.number)
    if not debatable(ask.business, top):
        yield refusal("not-debatable", motion=top.motion)
    if top.closed:
        yield refusal("previous-question-ordered", number=top.number)
    if ask.by not in {ask.meeting.floor, ask.meeting.chair} and not ask.is_board:
        yield refusal("not-recognised", member=ask.by)
    if ask.by == ask.meeting.chair and ask.holder and not ask.is_board:
        yield refusal("floor-is-taken", member=ask.holder)
    if ask.speeches_left(top, ask.by) == 0:
        yield refusal("speeches-spent", speeches=ask.most_speeches(top, ask.by), number=top.number)
    seconds = ask.minutes_on(top) * 60
    if act.seconds > seconds and "turn-over" not in ask.business.suspended:
        yield refusal("turn-over", seconds=seconds)
    if act.seconds < 0:
        yield refusal("bad-seconds", seconds=act.seconds)


def _stated(top: Pending) -> Iterator[Reason]:
    if top.is_bare:
        yield refusal("no-second", motion=top.motion, number=top.number)
    if not top.stated:
        yield refusal("not-stated", motion=top.motion, number=top.number)


def _putting(ask: Ask, act: acts.PutQuestion, top: Pending) -> Iterator[Reason]:
    if top.motion in RULED:
        yield refusal("chair-rules", motion=top.motion)
    yield from _stated(top)
    if top.votes is not None:
        yield refusal("vote-is-taken", number=top.number)
    if is_debated(ask, top):
        yield from (refusal("debate-goes-on", member=each) for each in waits(ask, top))
    for amount in (act.yes, act.no):
        if amount < 0:
            yield refusal("bad-tally", amount=amount)
    if act.yes + act.no > len(ask.meeting.present):
        yield refusal("more-votes-than-present", votes=act.yes + act.no, present=len(ask.meeting.present))
    named = act.ayes + act.noes
    if named and ((len(act.ayes), len(act.noes)) != (act.yes, act.no) or len(frozenset(named)) != len(named)):
        yield refusal("names-do-not-count-up", yes=act.yes, no=act.no)


def _falling(top: Pending) -> Iterator[Reason]:
    if not top.is_bare:
        yield refusal("needs-no-second", motion=top.motion, number=top.number)


def _ruling_out(top: Pending) -> Iterator[Reason]:
    if top.stated:
        yield refusal("stated-already", motion=top.motion, number=top.number)
    if top.motion is Motion.APPEAL:
        yield refusal("appeal-is-for-the-assembly", number=top.number)


def _stating(top: Pending) -> Iterator[Reason]:
    if top.stated:
        yield refusal("stated-already", motion=top.motion, number=top.number)
    if top.is_bare:
        yield refusal("no-second", motion=top.motion, number=top.number)


def _announcing(top: Pending) -> Iterator[Reason]:
    if top.votes is None:
        yield refusal("no-vote-taken", number=top.number)


def _giving(act: acts.GiveRuling, top: Pending) -> Iterator[Reason]:
    if top.motion not in DEMANDED:
        yield refusal("no-ruling-asked", motion=top.motion)
    if top.motion is Motion.ORDERS and act.ruling is acts.Ruling.DENIED:
        yield refusal("one-member-suffices", motion=top.motion)
    if top.votes is not None:
        yield refusal("vote-is-taken", number=top.number)


def _calling_up(ask: Ask, number: int) -> Iterator[Reason]:
    if number not in ask.business.noted:
        yield refusal("no-question-of-this-number", number=number)
        return
    if ask.meeting.floor != ask.by and not ask.is_board:
        yield refusal("not-recognised", member=ask.by)
    yield from without_quorum(ask)
    yield from out_of_place(ask, ask.business.decided[number])


def _put_off(ask: Ask, act: acts.BeginCommittee | acts.TakeUp, number: int) -> Iterator[Reason]:
    put_off = ask.business.parked.get(number)
    if put_off is None or put_off.by is Motion.LAY:
        yield refusal("no-question-of-this-number", number=number)
        return
    match act:
        case acts.BeginCommittee():
            if put_off.by is not Motion.REFER or put_off.begun:
                yield refusal("no-question-of-this-number", number=number)
        case acts.TakeUp():
            yield from _taking_up(ask, put_off)
        case _:
            assert_never(act)


def _taking_up(ask: Ask, put_off: Parked) -> Iterator[Reason]:
    if ask.top is not None:
        yield refusal("out-of-rank", motion=Motion.MAIN, pending=ask.top.motion, number=ask.top.number)
    if put_off.by is Motion.POSTPONE and put_off.until is not None and ask.at < put_off.until:
        yield refusal("time-not-come", until=put_off.until)
    yield from without_quorum(ask)
