"""Reports stand in time, one a day and series, and not from whoever answers for the work."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deliberate.duty.assign import assign
from deliberate.duty.assigners.balanced import Balanced
from deliberate.duty.follow import Followed, Report, follow
from deliberate.errors import InputError

MARCH = [date(2026, 3, day) for day in range(1, 32)]


@pytest.fixture(scope="session")
def mandate(squad):
    return assign(squad, Balanced())


def refused(code, mandate, *reports):
    with pytest.raises(InputError) as caught:
        follow(mandate, reports)
    assert code == caught.value.code
    assert caught.value.told("en")
    assert caught.value.told("zh")


def test_two_reports_of_one_series_on_one_day_are_refused(mandate):
    refused("reported-twice", mandate, Report("waste", MARCH[0], 1, "wang"), Report("waste", MARCH[0], 1, "li"))


def test_two_series_may_be_reported_on_one_day(mandate):
    followed = follow(mandate, (Report("waste", MARCH[0], 1, "wang"), Report("noise", MARCH[0], 2, "wang")))
    assert (2, 1) == tuple(followed.series(name)[0].value for name in ("noise", "waste"))


def test_the_steward_of_a_duty_does_not_report_on_it(mandate):
    refused("steward-reports", mandate, Report("rota", MARCH[0], 1, mandate.steward("rota")))


def test_somebody_else_reports_on_a_duty(mandate):
    report = Report("rota", MARCH[0], 1, "wang")
    assert (report,) == follow(mandate, (report,)).series("rota")


def test_a_steward_may_report_on_something_else(mandate):
    report = Report("waste", MARCH[0], 1, mandate.steward("rota"))
    assert (report,) == follow(mandate, (report,)).reports


def test_a_value_is_exact():
    assert 15 == Report("waste", MARCH[0], "15.00", "li").value
    with pytest.raises(InputError, match="exact"):
        Report("waste", MARCH[0], 15.0, "li")


@given(st.permutations(MARCH[:6]))
def test_reports_stand_in_the_order_of_time(mandate, days):
    reports = [Report(series, day, day.day, "wang") for day in days for series in ("waste", "noise")]
    followed = follow(mandate, reports)
    assert MARCH[:6] == [report.day for report in followed.series("waste")]
    assert Followed(mandate, tuple(reversed(reports))) == followed


def test_nobody_reported_is_an_empty_series(mandate):
    assert () == follow(mandate, ()).series("waste")
