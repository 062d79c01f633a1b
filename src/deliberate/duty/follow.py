"""Following a mandate: what was reported while the duties were carried out 办理."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from attrs import field, frozen

from deliberate.duty.assign import Mandate
from deliberate.errors import InputError
from deliberate.identity import name
from deliberate.quantities import Amount, exact
from deliberate.records.kinds import kind


@kind
@frozen
class Report:
    """One observation of one day.

    Attributes
    ----------
    series
        What was observed; the name of a duty where the duty itself is judged.
    value
        Exact: an integer, a fraction, or text such as ``"15.00"``; never a float.
    by
        Who observed it.

    Examples
    --------
    >>> Report("pet waste", date(2026, 3, 1), 14, by="wang").value
    14
    """

    series: str = field(converter=name)
    day: date
    value: Amount = field(converter=exact)
    by: str = field(converter=name)
    note: str = ""


def _in_time(reports: Iterable[Report]) -> tuple[Report, ...]:
    return tuple(sorted(reports, key=lambda report: (report.day, report.series)))


@kind
@frozen
class Followed:
    """A mandate and what was reported since and before.

    Attributes
    ----------
    reports
        In the order of time, in whatever order they were given.

    Raises
    ------
    InputError
        ``reported-twice``: two reports of one series on one day. ``steward-reports``: the steward of a duty reports
        on the duty; whoever answers for the work does not judge it.
    """

    mandate: Mandate
    reports: tuple[Report, ...] = field(converter=_in_time)

    def __attrs_post_init__(self) -> None:
        seen: set[tuple[str, date]] = set()
        for report in self.reports:
            if (report.series, report.day) in seen:
                raise InputError("reported-twice", series=report.series, day=report.day)
            seen.add((report.series, report.day))
        self._check_apart()

    def series(self, name: str) -> tuple[Report, ...]:
        """The reports of one series, in the order of time; none where nobody reported."""
        return tuple(report for report in self.reports if report.series == name)

    def _check_apart(self) -> None:
        stewards = {duty.name: self.mandate.steward(duty.name) for duty in self.mandate.undertaking.duties}
        for report in self.reports:
            if stewards.get(report.series) == report.by:
                raise InputError("steward-reports", duty=report.series, person=report.by, day=report.day)


def follow(mandate: Mandate, reports: Iterable[Report]) -> Followed:
    """Put the reports beside the mandate.

    Parameters
    ----------
    mandate
        Who answers for what.
    reports
        Observations from before the duties began and since.
    """
    return Followed(mandate, tuple(reports))
