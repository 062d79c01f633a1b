"""The verdict: keep, amend or repeal, from what was read."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from deliberate.evaluation.steps import CourseFound, Judged, TargetMet
from deliberate.quantities import Amount
from deliberate.records.kinds import Trace


class Verdict(StrEnum):
    """What is to become of the decision 结论."""

    KEEP = "keep"
    AMEND = "amend"
    REPEAL = "repeal"


def verdict(trace: Trace) -> Judged:
    """Judge what the indicators found.

    Parameters
    ----------
    trace
        The steps of all indicators.

    Returns
    -------
    Judged
        In this order:

        - ``amend`` (``nothing-measured``) where no series was compared and no target held against one;
        - ``keep`` (``target-reached``) where every target is reached and no series is worse;
        - ``amend`` where some series is better: ``mixed`` where another is worse, ``target-missed``, or ``no-target``
          where none was set before the start;
        - ``repeal`` where none is better: ``got-worse`` or ``no-better``.

    Notes
    -----
    Habits open a review and judge nothing: a run says how it is now, not whether it is better than before.
    """
    targets = [step for step in trace if isinstance(step, TargetMet)]
    courses = set(_courses(trace))
    if not courses:
        return Judged(Verdict.AMEND, "nothing-measured")
    if targets and all(step.reached for step in targets) and "worse" not in courses:
        return Judged(Verdict.KEEP, "target-reached")
    if "better" in courses:
        return Judged(Verdict.AMEND, _why_amend(targets, courses))
    return Judged(Verdict.REPEAL, "got-worse" if "worse" in courses else "no-better")


def _courses(trace: Trace) -> Iterator[str]:
    for step in trace:
        if isinstance(step, CourseFound):
            yield step.course
        elif isinstance(step, TargetMet):
            yield _course(step.value)


def _course(share: Amount) -> str:
    if share == 1:
        return "unchanged"
    return "better" if share < 1 else "worse"


def _why_amend(targets: list[TargetMet], courses: set[str]) -> str:
    if "worse" in courses:
        return "mixed"
    return "target-missed" if targets else "no-target"
