"""What stands against making a motion."""

from __future__ import annotations

from collections.abc import Iterator

from deliberate.assembly.motions.acts import MakeMotion
from deliberate.assembly.motions.ask import Ask
from deliberate.assembly.motions.order import above, amends, barrier, in_the_way, main_question
from deliberate.assembly.motions.parts import MOST_PARTS, is_divisible
from deliberate.assembly.motions.reasons import arising, without_quorum
from deliberate.assembly.motions.reopening import eligible, standing
from deliberate.assembly.motions.stack import Content, Pending, amendable, amended_at_last, depth, sameness
from deliberate.assembly.motions.table import ROWS, WITHOUT_QUORUM, Cell, Group, Motion
from deliberate.assembly.reasons import Reason, refusal

# The codes of the rules that protect nothing but the order of debate; the others protect members and are not suspended.
SUSPENDABLE = ("first-speech-waits", "speeches-spent", "turn-over")

_ON_MAIN = frozenset({Motion.LAY, Motion.POSTPONE, Motion.REFER})
_ON_TOP = frozenset(
    {Motion.LIMIT, Motion.INDEFINITE, Motion.DIVIDE, Motion.WITHDRAW, Motion.OBJECT, Motion.RECOUNT, Motion.PREVIOUS}
)
# These may name a question below the one immediately pending.
_REACHING = frozenset({Motion.PREVIOUS, Motion.WITHDRAW})
_TIMED = frozenset({Motion.FIX_TIME, Motion.RECESS, Motion.POSTPONE, Motion.REFER})
_NOT_PENDING = frozenset({Motion.TAKE, Motion.RESCIND, Motion.RECONSIDER})
_ENDS_WITH_DEBATE = frozenset(
    {Motion.AMEND, Motion.PREVIOUS, Motion.LIMIT, Motion.POSTPONE, Motion.REFER, Motion.INDEFINITE}
)
_WHILE_VOTING = frozenset({Motion.RECOUNT, Motion.POINT, Motion.APPEAL})
_BEFORE_STATED = frozenset({Motion.POINT, Motion.APPEAL, Motion.WITHDRAW})


def target(ask: Ask, act: MakeMotion) -> int | None:
    """The number of the question that a motion is applied to: the one it names, or the one that is meant."""
    business, motion = ask.business, act.motion
    if motion in _ON_MAIN:
        found = main_question(business)
    elif motion in _REACHING and act.question is not None:
        found = business.pending(act.question)
    elif motion is Motion.WITHDRAW:
        found = next((each for each in reversed(business.stack) if each.mover == ask.by), business.top)
    elif motion in _ON_TOP:
        found = business.top
    elif motion is Motion.AMEND:
        found = amends(business.stack) if act.question is None else business.pending(act.question)
    elif motion is Motion.TAKE and act.question is None:
        laid = (number for number, each in reversed(tuple(business.parked.items())) if each.by is Motion.LAY)
        return next(laid, None)
    else:
        return act.question if motion in _NOT_PENDING else None
    return found.number if found else None


def making(ask: Ask, act: MakeMotion) -> Iterator[Reason]:
    """What stands against making this motion now, the first reason first.

    Notes
    -----
    O(questions pending), and the hash of the text where a text is moved.
    """
    row, number = ROWS[act.motion], target(ask, act)
    if row.interrupts is Cell.NO and ask.by not in {ask.meeting.floor, ask.meeting.chair} and not ask.is_board:
        yield refusal("not-recognised", member=ask.by)
    if not _arises(ask, act.motion, number):
        yield from without_quorum(ask)
    if act.motion is Motion.RECONSIDER:
        yield from eligible(ask, act.question, act.voted)
        yield from _terms(ask, act, number)
        return
    yield from _phase(ask, act.motion)
    if act.question is not None and act.question != number:
        yield refusal("no-question-of-this-number", number=act.question)
    if act.motion is Motion.AMEND:
        yield from _amending(ask, act, ask.business.pending(number))
    else:
        yield from _in_order(ask, act.motion)
    yield from _content(ask, act, number)


def _arises(ask: Ask, motion: Motion, number: int | None) -> bool:
    """Whether the motion needs no quorum, or is about a pending one that needs none."""
    if motion in WITHOUT_QUORUM:
        return True
    pending = arising(ask)
    return bool(pending) and (number is None or any(each.number == number for each in pending))


def _phase(ask: Ask, motion: Motion) -> Iterator[Reason]:
    """A motion just made is dealt with first, and a vote that is being taken is finished."""
    top = ask.top
    if top is None:
        return
    if top.votes is not None and motion not in _WHILE_VOTING:
        yield refusal("vote-is-taken", number=top.number)
    if not top.stated and motion not in _BEFORE_STATED:
        yield refusal("not-stated", motion=top.motion, number=top.number)
    if top.closed and motion in _ENDS_WITH_DEBATE:
        yield refusal("previous-question-ordered", number=top.number)


def _in_order(ask: Ask, motion: Motion) -> Iterator[Reason]:
    needs_main = (motion in _ON_MAIN or motion is Motion.INDEFINITE) and main_question(ask.business) is None
    needs_any = motion in _ON_TOP and ask.top is None
    in_its_way = barrier(ask.business, motion)
    if in_its_way is not None:
        yield refusal("out-of-rank", motion=motion, pending=in_its_way.motion, number=in_its_way.number)
    elif needs_main or needs_any:
        yield refusal("nothing-pending")


def _amending(ask: Ask, act: MakeMotion, amended: Pending | None) -> Iterator[Reason]:
    """One primary and one secondary amendment at a time, and no third degree."""
    if amended is None:
        yield refusal("nothing-pending")
        return
    business = ask.business
    blocking = in_the_way(business, amended)
    if blocking is not None:
        yield refusal("out-of-rank", motion=act.motion, pending=blocking.motion, number=blocking.number)
    if any(each.motion is Motion.AMEND and each.target == amended.number for each in business.stack):
        yield refusal("one-at-a-time", number=amended.number)
    if depth(business.stack, amended) > 1:
        yield refusal("third-degree", number=amended.number)
    if not amendable(business.stack, amended):
        yield refusal("not-amendable", motion=amended.motion)
    if amended.content == amended.content.amended(Content(act.text, act.until, act.speeches, act.minutes)):
        yield refusal("amends-nothing", number=amended.number)


def _content(ask: Ask, act: MakeMotion, number: int | None) -> Iterator[Reason]:
    """What a motion of this kind has to say, and what has been said before."""
    top = ask.top
    yield from _terms(ask, act, number)
    match act.motion:
        case Motion.MAIN | Motion.AMEND:
            yield from _text(ask, act, number)
        case Motion.SUSPEND if act.text not in SUSPENDABLE:
            yield refusal("not-suspendable", rule=act.text, known=SUSPENDABLE)
        case Motion.OBJECT if top is not None:
            yield from _objecting(top)
        case Motion.DIVIDE if top is not None and not is_divisible(ask.business.stack, top):
            yield refusal("not-divisible", motion=top.motion, number=top.number, most=MOST_PARTS)
        case Motion.RECOUNT if top is not None:
            yield from _recounting(top)
        case Motion.WITHDRAW:
            yield from _withdrawing(ask, ask.business.pending(number))
        case Motion.APPEAL if ask.business.ruling is None or _appealing(ask):
            yield refusal("nothing-to-appeal")
        case Motion.TAKE if number is None:
            yield refusal("nothing-on-the-table")
        case Motion.TAKE if not _is_laid(ask, number or 0):
            yield refusal("no-question-of-this-number", number=number)
        case Motion.RESCIND:
            yield from standing(ask, act.question)
            yield from _decided(ask, act, number)
            yield from _put_off(ask, act)


def _terms(ask: Ask, act: MakeMotion, number: int | None) -> Iterator[Reason]:
    """A time and limits of debate are said with the motions that set them, and with amendments to these."""
    amended = ask.business.pending(number) if act.motion is Motion.AMEND else None
    motion = act.motion if amended is None else amended_at_last(ask.business.stack, amended).motion
    limits = tuple(each for each in (act.speeches, act.minutes) if each is not None)
    if (act.until is not None and motion not in _TIMED) or (limits and motion is not Motion.LIMIT):
        yield refusal("does-not-belong", motion=motion)
    # A recess may end at the call of the chair.
    needed = act.motion in {Motion.POSTPONE, Motion.FIX_TIME}
    if needed if act.until is None else act.until <= ask.at:
        yield refusal("time-needed", motion=motion)
    if (act.motion is Motion.LIMIT and not limits) or min(limits, default=0) < 0:
        yield refusal("limits-needed")


def _objecting(top: Pending) -> Iterator[Reason]:
    if top.motion is not Motion.MAIN:
        yield refusal("out-of-rank", motion=Motion.OBJECT, pending=top.motion, number=top.number)
    if top.begun:
        yield refusal("consideration-has-begun", number=top.number)


def _recounting(top: Pending) -> Iterator[Reason]:
    if top.votes is None:
        yield refusal("no-vote-taken", number=top.number)
    if top.recounted:
        yield refusal("recounted-once", number=top.number)


def _withdrawing(ask: Ask, own: Pending | None) -> Iterator[Reason]:
    """One takes back what one has moved, with what is applied to it; what else is pending above comes first."""
    if own is None:
        return
    if own.mover != ask.by:
        yield refusal("not-the-mover", mover=own.mover)
    for each in above(ask.business, own):
        if not each.stated:
            yield refusal("not-stated", motion=each.motion, number=each.number)
        if each.row.group is not Group.SUBSIDIARY:
            yield refusal("out-of-rank", motion=Motion.WITHDRAW, pending=each.motion, number=each.number)


def _appealing(ask: Ask) -> bool:
    return any(each.motion is Motion.APPEAL for each in ask.business.stack)


def _is_laid(ask: Ask, number: int) -> bool:
    put_off = ask.business.parked.get(number)
    return put_off is not None and put_off.by is Motion.LAY


def _text(ask: Ask, act: MakeMotion, number: int | None) -> Iterator[Reason]:
    only_terms = act.motion is Motion.AMEND and (act.until or act.speeches or act.minutes)
    if not act.text.strip() and not only_terms:
        yield refusal("text-needed", motion=act.motion)
    key = sameness(ask.business.stack, act.motion, number, act.text)
    if key in ask.business.ruled_out:
        yield refusal("not-germane", motion=act.motion)
    yield from _decided(ask, act, number)
    yield from _put_off(ask, act)


def _put_off(ask: Ask, act: MakeMotion) -> Iterator[Reason]:
    """A main motion that was put off is not moved a second time, nor is another one to rescind the same."""
    for each in ask.business.parked.values():
        question = each.question
        same = act.text == question.text if act.motion is Motion.MAIN else act.question == question.target
        if act.motion is question.motion and same:
            yield refusal("put-off-already", number=question.number, by=each.by)


def _decided(ask: Ask, act: MakeMotion, number: int | None) -> Iterator[Reason]:
    by = ask.business.settled.get(sameness(ask.business.stack, act.motion, number, act.text))
    if by is not None and ask.business.decided[by].session == ask.meeting.session:
        yield refusal("same-question", number=by)
