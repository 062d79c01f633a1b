"""What stands against making a motion."""

from __future__ import annotations

from collections.abc import Iterator

from deliberate.assembly.motions.acts import MakeMotion
from deliberate.assembly.motions.ask import Ask
from deliberate.assembly.motions.order import amends, barrier, divisible, in_the_way, main_question
from deliberate.assembly.motions.reasons import without_quorum
from deliberate.assembly.motions.reopening import eligible, standing
from deliberate.assembly.motions.stack import Pending, amendable, depth, sameness
from deliberate.assembly.motions.table import ROWS, Cell, Motion
from deliberate.assembly.reasons import Reason, refusal

# The codes of the rules that protect nothing but the order of debate; the others protect members and are not suspended.
SUSPENDABLE = ("first-speech-waits", "speeches-spent", "turn-over")

_ON_MAIN = frozenset({Motion.LAY, Motion.POSTPONE, Motion.REFER})
_ON_TOP = frozenset(
    {Motion.LIMIT, Motion.INDEFINITE, Motion.DIVIDE, Motion.WITHDRAW, Motion.OBJECT, Motion.RECOUNT, Motion.PREVIOUS}
)
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
    elif motion in _ON_TOP:
        named = motion is Motion.PREVIOUS and act.question is not None
        found = business.pending(act.question) if named else business.top
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
    if row.interrupts is Cell.NO and ask.by != ask.meeting.floor and not ask.is_board:
        yield refusal("not-recognised", member=ask.by)
    yield from without_quorum(ask, act.motion, number)
    if act.motion is Motion.RECONSIDER:
        yield from eligible(ask, act.question, act.voted)
        return
    yield from _phase(ask, act.motion)
    if act.question is not None and act.question != number:
        yield refusal("no-question-of-this-number", number=act.question)
    if act.motion is Motion.AMEND:
        yield from _amending(ask, act, ask.business.pending(number))
    else:
        yield from _in_order(ask, act.motion)
    yield from _content(ask, act, number)


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
        yield refusal("amendment-depth", amendment=amended.number)
    if not amendable(business.stack, amended):
        yield refusal("not-amendable", motion=amended.motion)
    if act.text == amended.text and act.until is None and act.speeches is None and act.minutes is None:
        yield refusal("amends-nothing", number=amended.number)


def _content(ask: Ask, act: MakeMotion, number: int | None) -> Iterator[Reason]:
    """What a motion of this kind has to say, and what has been said before."""
    top = ask.top
    match act.motion:
        case Motion.MAIN | Motion.AMEND:
            yield from _text(ask, act, number)
        case Motion.POSTPONE | Motion.FIX_TIME | Motion.RECESS if not _has_time(ask, act):
            yield refusal("time-needed", motion=act.motion)
        case Motion.LIMIT if not _limits(act):
            yield refusal("limits-needed")
        case Motion.SUSPEND if act.text not in SUSPENDABLE:
            yield refusal("not-suspendable", rule=act.text, known=SUSPENDABLE)
        case Motion.OBJECT if top is not None and (top.motion is not Motion.MAIN or top.begun):
            yield refusal("consideration-has-begun", number=top.number)
        case Motion.DIVIDE if not divisible(top):
            yield refusal("indivisible", proposal=number or 0)
        case Motion.RECOUNT | Motion.WITHDRAW:
            yield from _demand(ask, act.motion)
        case Motion.APPEAL if ask.business.ruling is None or _appealing(ask):
            yield refusal("nothing-to-appeal")
        case Motion.TAKE if not _is_laid(ask, number):
            yield refusal("no-question-of-this-number", number=number or 0)
        case Motion.RESCIND:
            yield from standing(ask, act.question)
            yield from _decided(ask, act, number)


def _demand(ask: Ask, motion: Motion) -> Iterator[Reason]:
    """What one member may demand: a vote taken again, a motion of one's own back."""
    top = ask.top
    if top is not None and motion is Motion.RECOUNT and top.votes is None:
        yield refusal("no-vote-taken", number=top.number)
    if top is not None and motion is Motion.WITHDRAW and top.mover != ask.by:
        yield refusal("not-the-mover", mover=top.mover)


def _has_time(ask: Ask, act: MakeMotion) -> bool:
    """Whether the moment that is moved is to come; a recess may end at the call of the chair."""
    return act.motion is Motion.RECESS if act.until is None else act.until > ask.at


def _limits(act: MakeMotion) -> bool:
    given = tuple(each for each in (act.speeches, act.minutes) if each is not None)
    return bool(given) and min(given) >= 0


def _appealing(ask: Ask) -> bool:
    return any(each.motion is Motion.APPEAL for each in ask.business.stack)


def _is_laid(ask: Ask, number: int | None) -> bool:
    put_off = ask.business.parked.get(number or 0)
    return put_off is not None and put_off.by is Motion.LAY


def _text(ask: Ask, act: MakeMotion, number: int | None) -> Iterator[Reason]:
    only_terms = act.motion is Motion.AMEND and (act.until or act.speeches or act.minutes)
    if not act.text.strip() and not only_terms:
        yield refusal("text-needed", motion=act.motion)
    key = sameness(ask.business.stack, act.motion, number, act.text)
    if key in ask.business.ruled_out:
        yield refusal("not-germane", motion=act.motion)
    yield from _decided(ask, act, number)
    for each in ask.business.parked.values():
        if act.motion is Motion.MAIN and act.text == each.question.text:
            yield refusal("put-off-already", number=each.question.number, by=each.by)


def _decided(ask: Ask, act: MakeMotion, number: int | None) -> Iterator[Reason]:
    by = ask.business.settled.get(sameness(ask.business.stack, act.motion, number, act.text))
    if by is not None and ask.business.decided[by].session == ask.meeting.session:
        yield refusal("same-question", number=by)
