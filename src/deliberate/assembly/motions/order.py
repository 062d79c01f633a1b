"""What is in order: which pending question a motion may be made above, and which it is applied to."""

from __future__ import annotations

from collections.abc import Iterator

from deliberate.assembly.motions.acts import Matter
from deliberate.assembly.motions.business import Business
from deliberate.assembly.motions.stack import Pending, Stack
from deliberate.assembly.motions.table import ROWS, Cell, Group, Motion

# Where an appeal is not debated, whatever is pending.
_UNDEBATED = frozenset({Matter.DECORUM, Matter.PRIORITY})
_ADHERING = frozenset({Motion.AMEND, Motion.INDEFINITE})
_APPLIED = frozenset({Motion.AMEND, Motion.PREVIOUS, Motion.LIMIT})


def debatable(business: Business, question: Pending) -> bool:
    """Whether the question may be debated, the previous question apart."""
    match question.row.debatable:
        case Cell.AS_TARGET:
            if question.motion is Motion.RECONSIDER:
                return business.decided[question.target or 0].debatable
            target = business.pending(question.target)
            return target is not None and debatable(business, target)
        case Cell.BY_MATTER:
            if business.ruling is not None and business.ruling.matter in _UNDEBATED:
                return False
            below = business.stack[: place(business.stack, question)]
            return not below or debatable(business, below[-1])
    return question.row.debatable is Cell.YES


def takes(business: Business, question: Pending, motion: Motion) -> bool:
    """Whether the motion can be applied to the question, whatever their ranks.

    An amendment to what can be amended, the previous question to what can be debated or amended, limits of debate to
    what can be debated.
    """
    if motion not in _APPLIED:
        return False
    if motion is Motion.LIMIT:
        return debatable(business, question)
    return question.row.amendable is not Cell.NO or (motion is Motion.PREVIOUS and debatable(business, question))


def barrier(business: Business, motion: Motion) -> Pending | None:
    """The pending question that has to be dealt with before the motion is in order; None where there is none.

    Notes
    -----
    O(questions pending). The highest such question is named.
    """
    row, stack = ROWS[motion], business.stack
    if not stack or takes(business, stack[-1], motion):
        return None
    if row.rank is None:
        return None if stack[-1].row.pending_group in row.over and stack[-1].motion is not motion else stack[-1]
    return next((each for each in reversed(stack) if not _yields(each, motion, row.rank)), None)


def _yields(question: Pending, motion: Motion, rank: int) -> bool:
    """Whether a pending question yields; one without a rank yields to privileged motions and to the table."""
    held = question.row.pending_rank
    if held is None:
        return ROWS[motion].group is Group.PRIVILEGED or motion is Motion.LAY
    return rank < held


def amends(stack: Stack) -> Pending | None:
    """What an amendment that names no question is applied to: the main question below a postponement for good."""
    return next((each for each in reversed(stack) if each.motion is not Motion.INDEFINITE), None)


def in_the_way(business: Business, target: Pending) -> Pending | None:
    """What is pending above the question to be amended and is neither its amendment nor its postponement for good."""
    return next((each for each in above(business, target) if each.motion not in _ADHERING), None)


def main_question(business: Business) -> Pending | None:
    """The main question, where one is pending; of a divided one the part that is voted on first."""
    return next((each for each in reversed(business.stack) if each.row.pending_group is Group.MAIN), None)


def above(business: Business, target: Pending) -> Iterator[Pending]:
    """What is pending above a question, the highest first."""
    return reversed(business.stack[place(business.stack, target) + 1 :])


def place(stack: Stack, question: Pending) -> int:
    """Where a question stands on the stack; above it all where it is not there."""
    return next((at for at, each in enumerate(stack) if each.number == question.number), len(stack))
