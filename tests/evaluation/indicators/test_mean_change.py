"""The mean before, the mean since, and no claim about the cause."""

from datetime import date
from fractions import Fraction

import pytest

from deliberate.evaluation.indicators.mean_change import MeanChange
from deliberate.evaluation.reading import Reading
from deliberate.evaluation.steps import CourseFound, Read

START = date(2026, 3, 15)


def read(followed, **parameters):
    steps = tuple(MeanChange("waste", START, **parameters).steps(followed))
    readings = {step.reading.indicator: step.reading for step in steps if isinstance(step, Read)}
    courses = [step.course for step in steps if isinstance(step, CourseFound)]
    return readings, courses


def test_governance_7b_the_change_is_minus_six_exactly(squad):
    readings, _ = read(squad)
    base = Fraction(95, 7)
    expected = {
        "mean-before": Reading("mean-before", base, 14, series="waste"),
        "mean-after": Reading("mean-after", Fraction(53, 7), 21, series="waste"),
        "change": Reading("change", -6, 35, base, note="no-control-group", series="waste"),
        "change-share": Reading("change-share", Fraction(-42, 95), 35, base, "share", series="waste"),
    }
    assert expected == readings


def test_the_text_makes_no_claim_about_the_cause(squad):
    readings, _ = read(squad)
    assert "no group to compare with" in readings["change"].explain("en")
    assert "-44.2 %" in readings["change-share"].explain("en")


@pytest.mark.parametrize(
    ("after", "better", "course"),
    [
        ((3, 3), "lower", "better"),
        ((3, 3), "higher", "worse"),
        ((5, 5), "lower", "worse"),
        ((5, 5), "higher", "better"),
        ((4, 4), "lower", "unchanged"),
        ((4, 4), "higher", "unchanged"),
    ],
)
def test_better_is_what_the_community_hopes_for(reported, after, better, course):
    assert [course] == read(reported((4, 4), after), better=better)[1]


def test_hopes_are_for_lower_or_higher():
    with pytest.raises(ValueError, match="better"):
        MeanChange("waste", START, better="faster")


def test_a_base_of_nothing_gives_no_share(reported):
    readings, courses = read(reported((0, 0), (1, 1)))
    assert (1, None) == (readings["change"].value, readings["change-share"].value)
    assert ["worse"] == courses


@pytest.mark.parametrize(("before", "after"), [((), (1, 2)), ((1, 2), ()), ((), ())])
def test_without_reports_on_both_sides_there_is_no_value(reported, before, after):
    readings, courses = read(reported(before, after))
    assert (None, None) == (readings["change"].value, readings["change-share"].value)
    assert [] == courses
