"""What the result of a vote does to the business."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import attrs

from deliberate.assembly.motions.business import Business
from deliberate.assembly.motions.order import debatable
from deliberate.assembly.motions.parts import parts_of, rebased
from deliberate.assembly.motions.stack import (
    Content,
    Decided,
    Key,
    Parked,
    Pending,
    Stack,
    amended_at_last,
    freed,
)
from deliberate.assembly.motions.steps import QuestionCarried, QuestionLost
from deliberate.assembly.motions.table import Motion

Effect = Callable[[Business, Pending], Business]
# What is decided on these may not be moved again in the same session.
_SETTLED = (Motion.MAIN, Motion.AMEND, Motion.RESCIND)


def decided(business: Business, step: QuestionCarried | QuestionLost, session: int) -> Business:
    """The business after a vote was announced: the question leaves the stack and has its effect.

    Notes
    -----
    O(questions pending), and one copy of the table of decisions.
    """
    question = attrs.evolve(business.stack[-1], votes=None, recounted=False)
    votes = business.stack[-1].votes
    carried = isinstance(step, QuestionCarried)
    before = (*business.stack[:-1], question)
    effect = (_CARRIED if carried else _LOST).get(question.motion, _nothing)
    left = effect(attrs.evolve(business, stack=business.stack[:-1]), question)
    earlier = business.decided.get(question.number)
    entry = Decided(
        question,
        carried,
        step.day,
        session,
        debatable(business, question),
        before,
        left.stack,
        votes.ayes if votes else (),
        votes.noes if votes else (),
        again=earlier is not None,
        ruling=business.ruling,
    )
    # The newest last, also where a question was reconsidered and decided anew.
    others = {number: each for number, each in left.decided.items() if number != question.number}
    settled = dict.fromkeys(_settles(business, entry), question.number)
    return attrs.evolve(
        left,
        decided={**others, question.number: entry},
        adopted=(*left.adopted, question.number) if question.motion is Motion.MAIN and carried else left.adopted,
        settled={**left.settled, **settled},
        suspended=left.suspended if left.stack or question.motion is Motion.SUSPEND else frozenset(),
        ruling=left.ruling if any(each.motion is Motion.APPEAL for each in left.stack) else None,
    )


def _settles(business: Business, entry: Decided) -> list[Key]:
    """The question itself, and a main question that it disposed of for the session."""
    question = entry.question
    kills = (question.motion is Motion.INDEFINITE and entry.carried) or (
        question.motion is Motion.OBJECT and not entry.carried
    )
    ended = [each for each in entry.gone if each.motion in _SETTLED and (kills or each.number == question.number)]
    return [business.key_of(each) for each in ended]


def _nothing(business: Business, _: Pending) -> Business:
    return business


def _with(business: Business, stack: Stack) -> Business:
    return attrs.evolve(business, stack=stack)


def _on(business: Business, number: int | None, change: Callable[[Pending], Pending]) -> Business:
    """The business with one pending question changed."""
    return _with(business, tuple(change(each) if each.number == number else each for each in business.stack))


def _amended(business: Business, question: Pending) -> Business:
    """The target reads as the amendment says, and the other parts of a divided amendment stand on that text.

    Limits of debate are amended in the same way; those of the debate on the amendment end with it.
    """
    stack, target = business.stack, business.pending(question.target)
    said = question.content
    if target is None or amended_at_last(stack, target).motion is not Motion.LIMIT:
        said = Content(said.text, said.until)
    left = _on(business, question.target, lambda each: each.saying(each.content.amended(said)))
    if target is None or not said.text:
        return left
    return _with(left, tuple(_rebased(each, target, said.text) for each in left.stack))


def _rebased(other: Pending, target: Pending, text: str) -> Pending:
    """Another part of the same amendment, after the target reads differently."""
    if other.motion is not Motion.AMEND or other.target != target.number:
        return other
    return attrs.evolve(other, text=rebased(target.text, other.text, text))


def _dropped(business: Business, question: Pending) -> Business:
    """The target leaves the stack with all that adheres to it."""
    place = [each.number for each in business.stack].index(question.target or 0)
    return _with(business, business.stack[:place])


def _put_off(business: Business, question: Pending) -> Business:
    """The main question goes with all that adheres to it, other parts of a divided one stay.

    To refer drops a motion to postpone indefinitely, and what was ordered about debate.
    """
    first = [each.number for each in business.stack].index(question.target or 0)
    left, stack = business.stack[:first], business.stack[first:]
    if question.motion is Motion.REFER:
        stack = freed(tuple(each for each in stack if each.motion is not Motion.INDEFINITE))
    ruling = business.ruling if any(each.motion is Motion.APPEAL for each in stack) else None
    put_off = Parked(question.motion, stack, question.until, vote=question.number, ruling=ruling)
    return attrs.evolve(business, stack=left, parked={**business.parked, stack[0].number: put_off})


def _closed(business: Business, question: Pending) -> Business:
    """Debate and amendment end on the pending questions from the one that was named upward."""
    numbers = [each.number for each in business.stack]
    closed = frozenset(numbers[numbers.index(question.target or 0) :])
    shut = (attrs.evolve(each, closed=each.closed or each.number in closed) for each in business.stack)
    return _with(business, tuple(shut))


def _limited(business: Business, question: Pending) -> Business:
    limits = Content(speeches=question.speeches, minutes=question.minutes)
    return _on(business, question.target, lambda each: each.saying(each.content.amended(limits)))


def _divided(business: Business, _: Pending) -> Business:
    """Each part is a question of its own; the first one is voted on first."""
    whole = business.stack[-1]
    texts = parts_of(business.stack, whole)
    numbers = range(business.made + 1, business.made + len(texts) + 1)
    parts = tuple(attrs.evolve(whole, number=number, text=text) for number, text in zip(numbers, texts, strict=True))
    return attrs.evolve(business, stack=(*business.stack[:-1], *reversed(parts)), made=numbers[-1])


def _suspended(business: Business, question: Pending) -> Business:
    return attrs.evolve(business, suspended=business.suspended | {question.text})


def _taken(business: Business, question: Pending) -> Business:
    return business.brought_back(question.target or 0)


def _rescinded(business: Business, question: Pending) -> Business:
    """What was adopted is void, or reads as the motion says."""
    number, text = question.target or 0, question.text
    if number not in business.adopted:
        return business
    was, settled = business.decided[number], _unsettled(business, question.target or 0)
    now = attrs.evolve(was, question=attrs.evolve(was.question, text=text or was.question.text))
    if text:
        settled = {**settled, business.key_of(now.question): number}
    adopted = business.adopted if text else _without(business.adopted, number)
    return attrs.evolve(business, decided={**business.decided, number: now}, adopted=adopted, settled=settled)


def _without(numbers: tuple[int, ...], number: int) -> tuple[int, ...]:
    return tuple(each for each in numbers if each != number)


def _unsettled(business: Business, number: int) -> Mapping[Key, int]:
    return {key: by for key, by in business.settled.items() if by != number}


def _reconsidered(business: Business, question: Pending) -> Business:
    """The state before the vote: what it took comes back, what it changed reads as before."""
    number = question.target or 0
    was = business.decided[number]
    changed, there = was.changed(), {each.number for each in was.before}
    new = {each.number for each in was.after} - there
    kept = tuple(
        each.saying(each.content.undone(*changed[each.number])) if each.number in changed else each
        for each in business.stack
        if each.number not in new
    )
    ruled_out = business.ruled_out
    if was.ruling and was.ruling.ruled_out and not was.carried:
        ruled_out |= {business.key_of(was.ruling.ruled_out)}
    return attrs.evolve(
        business,
        stack=(*kept, *was.gone),
        decided={**business.decided, number: attrs.evolve(was, again=True)},
        adopted=_without(business.adopted, number),
        settled=_unsettled(business, number),
        parked={key: each for key, each in business.parked.items() if key != was.lead.number},
        ruling=was.ruling if was.question.motion is Motion.APPEAL else business.ruling,
        ruled_out=ruled_out,
    )


def _confirmed(business: Business, question: Pending) -> Business:
    """Nobody moves a second time to reconsider what the assembly would not reconsider."""
    was = attrs.evolve(business.decided[question.target or 0], again=True)
    return attrs.evolve(business, decided={**business.decided, question.target or 0: was})


def _considered(business: Business, question: Pending) -> Business:
    """To consider it after an objection begins its consideration."""
    return _on(business, question.target, lambda each: attrs.evolve(each, begun=True))


def _reversed(business: Business, _: Pending) -> Business:
    """A ruling that the assembly reversed; the motion that was ruled out is pending again."""
    ruled = business.ruling.ruled_out if business.ruling else None
    if ruled is None:
        return attrs.evolve(business, ruling=None)
    stack = (*business.stack, ruled)
    return attrs.evolve(business, stack=stack, ruling=None, ruled_out=business.ruled_out - {business.key_of(ruled)})


_CARRIED: Mapping[Motion, Effect] = {
    Motion.AMEND: _amended,
    Motion.INDEFINITE: _dropped,
    Motion.WITHDRAW: _dropped,
    Motion.LAY: _put_off,
    Motion.POSTPONE: _put_off,
    Motion.REFER: _put_off,
    Motion.PREVIOUS: _closed,
    Motion.LIMIT: _limited,
    Motion.DIVIDE: _divided,
    Motion.SUSPEND: _suspended,
    Motion.TAKE: _taken,
    Motion.RESCIND: _rescinded,
    Motion.RECONSIDER: _reconsidered,
    Motion.OBJECT: _considered,
}
_LOST: Mapping[Motion, Effect] = {
    Motion.OBJECT: _dropped,
    Motion.APPEAL: _reversed,
    Motion.RECONSIDER: _confirmed,
}
