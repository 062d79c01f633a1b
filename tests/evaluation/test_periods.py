"""Before and since: exact means, and none where nothing was reported."""

from datetime import timedelta
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from deliberate.evaluation.periods import mean, periods

VALUES = st.lists(st.integers(0, 50), max_size=6)


def test_the_day_of_the_start_is_in_the_second_part(squad):
    start = squad.reports[14].day
    two = periods(squad, "waste", start)
    assert (14, 21) == (len(two.before), len(two.after))
    assert start == two.after[0].day
    assert 15 == len(periods(squad, "waste", start + timedelta(days=1)).before)


def test_governance_7b_the_means_are_95_7_and_53_7(squad):
    two = periods(squad, "waste", squad.reports[14].day)
    assert (Fraction(95, 7), Fraction(53, 7)) == (two.mean_before, two.mean_after)
    assert (-6, Fraction(53, 95)) == (two.change, two.ratio)


def test_a_series_that_nobody_reported_has_no_mean(squad):
    two = periods(squad, "noise", squad.reports[14].day)
    assert (0, None, None, None, None) == (two.n, two.mean_before, two.mean_after, two.change, two.ratio)


def test_a_mean_before_of_nothing_gives_a_change_and_no_ratio(reported):
    followed = reported((0, 0), (3, 4))
    two = periods(followed, "waste", followed.reports[2].day)
    assert (Fraction(7, 2), None) == (two.change, two.ratio)


@given(VALUES)
def test_the_mean_times_the_reports_is_the_sum(reported, values):
    reports = reported((), values).reports
    assert sum(values) == (mean(reports) or 0) * len(reports)
