"""Periods: one series before and since a day, and their exact means."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from attrs import frozen

from deliberate.duty.follow import Followed, Report
from deliberate.errors import InputError
from deliberate.quantities import Amount, exact


@frozen
class Periods:
    """The reports of a series before the start, and those from the start on.

    Examples
    --------
    >>> reports = [Report("noise", date(2026, 3, day), value, by="li") for day, value in ((1, 4), (2, 5), (3, 2))]
    >>> periods = Periods(tuple(reports[:2]), tuple(reports[2:]))
    >>> periods.mean_before, periods.mean_after, periods.ratio
    (Fraction(9, 2), 2, Fraction(4, 9))
    """

    before: tuple[Report, ...]
    after: tuple[Report, ...]

    @property
    def n(self) -> int:
        """How many reports there are."""
        return len(self.before) + len(self.after)

    @property
    def mean_before(self) -> Amount | None:
        """The mean before the start, the baseline; None where nobody reported."""
        return mean(self.before)

    @property
    def mean_after(self) -> Amount | None:
        """The mean from the start on; None where nobody reported."""
        return mean(self.after)

    @property
    def change(self) -> Amount | None:
        """The mean since the start less the mean before; None where either is missing."""
        before, after = self.mean_before, self.mean_after
        return None if before is None or after is None else exact(after - before)

    @property
    def ratio(self) -> Amount | None:
        """The mean since the start over the mean before; None where that is 0 or either is missing."""
        before, after = self.mean_before, self.mean_after
        return None if not before or after is None else exact(Fraction(after) / before)


def periods(followed: Followed, series: str, start: date) -> Periods:
    """Divide the reports of a series at the start; the day of the start is in the second part."""
    reports = followed.series(series)
    return Periods(
        tuple(report for report in reports if report.day < start),
        tuple(report for report in reports if report.day >= start),
    )


def mean(reports: tuple[Report, ...]) -> Amount | None:
    """The exact mean of what was reported; None where nothing was."""
    values = [report.value for report in reports]
    return exact(Fraction(sum(values, Fraction())) / len(values)) if values else None


def positive(value: Amount, what: str) -> None:
    """Refuse a parameter that is 0 or less."""
    if value <= 0:
        raise InputError("not-positive", where=what, value=value)
