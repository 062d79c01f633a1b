"""The rule of the verdict, line by line."""

from fractions import Fraction

import pytest

from deliberate.evaluation.steps import CourseFound, HabitState, Judged, TargetMet
from deliberate.evaluation.verdict import verdict
from deliberate.words import knows

BETTER, WORSE, SAME = (CourseFound("waste", course) for course in ("better", "worse", "unchanged"))
REACHED = TargetMet(Fraction(3, 5), Fraction(1, 2), reached=True)
MISSED = TargetMet(Fraction(3, 5), Fraction(4, 5), reached=False)
MISSED_UNCHANGED = TargetMet(Fraction(3, 5), 1, reached=False)
MISSED_WORSE = TargetMet(Fraction(3, 5), Fraction(6, 5), reached=False)
HELD_DOWN = TargetMet(1, 1, reached=True)


@pytest.mark.parametrize(
    ("trace", "judged"),
    [
        ((), Judged("amend", "nothing-measured")),
        ((HabitState("HOLDING", 20, 7),), Judged("amend", "nothing-measured")),
        ((REACHED,), Judged("keep", "target-reached")),
        ((BETTER, REACHED), Judged("keep", "target-reached")),
        ((HELD_DOWN,), Judged("keep", "target-reached")),
        ((SAME, REACHED), Judged("keep", "target-reached")),
        ((WORSE, REACHED), Judged("amend", "mixed")),
        ((REACHED, MISSED), Judged("amend", "target-missed")),
        ((BETTER, MISSED), Judged("amend", "target-missed")),
        ((MISSED,), Judged("amend", "target-missed")),
        ((BETTER,), Judged("amend", "no-target")),
        ((BETTER, WORSE), Judged("amend", "mixed")),
        ((BETTER, MISSED_WORSE), Judged("amend", "mixed")),
        ((SAME,), Judged("repeal", "no-better")),
        ((MISSED_UNCHANGED,), Judged("repeal", "no-better")),
        ((WORSE,), Judged("repeal", "got-worse")),
        ((SAME, MISSED_WORSE), Judged("repeal", "got-worse")),
    ],
)
def test_the_verdict_follows_from_targets_and_courses(trace, judged):
    assert judged == verdict(trace)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_verdict_and_reason_has_words(lang):
    reasons = ("target-reached", "target-missed", "no-target", "mixed", "no-better", "got-worse", "nothing-measured")
    assert [] == [word for word in (*reasons, "keep", "amend", "repeal") if not knows(f"term.{word}", lang)]
