"""What was decided and may come back: to rescind, to reconsider."""

from __future__ import annotations

from collections.abc import Iterator

from deliberate.assembly.motions.acts import Voted
from deliberate.assembly.motions.ask import Ask
from deliberate.assembly.motions.order import barrier
from deliberate.assembly.motions.stack import Decided, Parked
from deliberate.assembly.motions.table import Cell, Motion
from deliberate.assembly.reasons import Reason, refusal


def standing(ask: Ask, number: int | None) -> Iterator[Reason]:
    """What stands against rescinding a question: only a main motion that was adopted and still stands can be."""
    if number is None:
        yield refusal("question-needed")
    elif number not in ask.business.adopted:
        yield refusal("no-question-of-this-number", number=number)


def eligible(ask: Ask, number: int | None, voted: Voted) -> Iterator[Reason]:
    """What stands against making a motion to reconsider, the order of business apart.

    It is made by one who voted with the prevailing side, on the same or the next day, and once.
    """
    if number is None:
        yield refusal("question-needed")
        return
    was = ask.business.decided.get(number)
    if was is None:
        yield refusal("no-question-of-this-number", number=number)
        return
    if not _can_be(ask, was):
        yield refusal("not-reconsidered", motion=was.question.motion, number=was.question.number)
    if was.again or number in ask.business.noted or _is_asked(ask, number):
        yield refusal("reconsidered-once", number=was.question.number)
    if not 0 <= (ask.day - was.day).days <= 1:
        yield refusal("too-late", number=was.question.number, day=was.day)
    if not _prevailed(ask.by, was, voted):
        yield refusal("not-prevailing", member=ask.by, number=was.question.number)
    yield from _still_there(ask, was)


def _is_asked(ask: Ask, number: int | None) -> bool:
    """Whether to reconsider it is pending."""
    return any(each.motion is Motion.RECONSIDER and each.target == number for each in ask.business.stack)


def _can_be(ask: Ask, was: Decided) -> bool:
    """What the last column of the table says."""
    match was.question.row.reconsidered:
        case Cell.YES:
            return True
        case Cell.YES_VOTE:
            return was.carried
        case Cell.NO_VOTE:
            return not was.carried
        case Cell.UNTIL_EXECUTED:
            closed = was.changed().keys() if was.carried else {was.question.target}
            return all(ask.business.pending(each) is not None for each in closed)
        case Cell.UNTIL_BEGUN:
            put_off = _put_off(ask, was)
            return not was.carried or (put_off is not None and not put_off.begun)
    return False


def _prevailed(member: str, was: Decided, voted: Voted) -> bool:
    if was.ayes or was.noes:
        return member in (was.ayes if was.carried else was.noes)
    return voted is was.prevailing


def _still_there(ask: Ask, was: Decided) -> Iterator[Reason]:
    """What the vote changed reads as the vote left it, and what it put off is still put off."""
    for number, (before, after) in was.changed().items():
        there = ask.business.pending(number)
        if there is None or not there.content.keeps(before, after):
            yield refusal("question-has-moved-on", number=number)
    if was.question.motion is Motion.MAIN and was.carried and not _stands(ask, was):
        yield refusal("question-has-moved-on", number=was.question.number)
    target = was.lead.target
    if target is not None and _is_gone(ask, was, target):
        yield refusal("question-has-moved-on", number=target)
    if was.carried and was.question.motion is Motion.POSTPONE and _put_off(ask, was) is None:
        yield refusal("question-has-moved-on", number=was.lead.number)


def _put_off(ask: Ask, was: Decided) -> Parked | None:
    """What this vote put off, and nobody has taken up since."""
    put_off = ask.business.parked.get(was.lead.number)
    return put_off if put_off is not None and put_off.vote == was.question.number else None


def _stands(ask: Ask, was: Decided) -> bool:
    """Whether what was adopted was neither rescinded nor amended since."""
    return was.question.number in ask.business.adopted and was.question.text == was.before[-1].text


def _is_gone(ask: Ask, was: Decided, target: int) -> bool:
    """Whether what the question was applied to was pending beside it and is pending no more."""
    was_pending = any(each.number == target for each in was.before)
    return was_pending and ask.business.pending(target) is None


def out_of_place(ask: Ask, was: Decided) -> Iterator[Reason]:
    """What stands in the way of considering it now: to reconsider has the rank of what it brings back.

    What was applied to another question, and an appeal, come back where they were: on the same pending questions.
    """
    yield from _still_there(ask, was)
    lead, top = was.lead, ask.top
    applied = lead.target is not None or lead.motion is Motion.APPEAL
    blocking = barrier(ask.business, lead.motion)
    if applied:
        blocking = None if _as_it_was(ask, was) else top
    if top is not None and (not top.stated or top.votes is not None):
        blocking = top
    if blocking is not None:
        yield refusal("out-of-rank", motion=Motion.RECONSIDER, pending=blocking.motion, number=blocking.number)
    elif applied and not _as_it_was(ask, was):
        yield refusal("question-has-moved-on", number=lead.target or lead.number)


def _as_it_was(ask: Ask, was: Decided) -> bool:
    """Whether the same questions are pending that were pending below it, besides what the vote itself brought."""
    found = tuple(each.number for each in was.before)
    taken = {each.number for each in was.gone}
    brought = {each.number for each in was.after} - set(found)
    pending = tuple(each.number for each in ask.business.stack if each.number not in brought)
    return pending == tuple(number for number in found if number not in taken)
