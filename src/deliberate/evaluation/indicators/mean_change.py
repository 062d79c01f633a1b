"""Mean change: the mean since the start against the mean before."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import ClassVar

import attrs
from attrs import field, frozen

from deliberate.duty.follow import Followed
from deliberate.evaluation.periods import periods
from deliberate.evaluation.reading import SHARE, Reading
from deliberate.evaluation.steps import CourseFound, Read
from deliberate.quantities import Amount
from deliberate.records.kinds import Step, kind

ALONE = "no-control-group"


@kind
@frozen
class MeanChange:
    """How far the mean of a series has moved since the start.

    Attributes
    ----------
    series
        What was observed.
    start
        The first day on which the decision was at work.
    better
        What the community hopes for: ``"lower"`` (default) or ``"higher"``.

    Notes
    -----
    Exact: the means are fractions. A change since the start is not a change because of it: without a control
    group there is no causal claim, and the reading says so. Trend, season and the eagerness of whoever counts are
    all in it. Where the mean before is 0 the change has no share.

    References
    ----------
    D. T. Campbell, J. C. Stanley, Experimental and Quasi-Experimental Designs for Research, 1963: design 2.
    """

    name: ClassVar[str] = "change"

    series: str
    start: date
    better: str = field(default="lower", validator=attrs.validators.in_(("lower", "higher")))

    def steps(self, followed: Followed, /) -> Iterator[Step]:
        """Read both means, the change, and the change as a share of the mean before."""
        two = periods(followed, self.series, self.start)
        before, change, ratio = two.mean_before, two.change, two.ratio
        share = None if ratio is None else ratio - 1
        yield Read(Reading("mean-before", before, len(two.before), series=self.series))
        yield Read(Reading("mean-after", two.mean_after, len(two.after), series=self.series))
        yield Read(Reading("change", change, two.n, before, note=ALONE, series=self.series))
        yield Read(Reading("change-share", share, two.n, before, SHARE, series=self.series))
        if change is not None:
            yield CourseFound(self.series, self._course(change))

    def _course(self, change: Amount) -> str:
        if change == 0:
            return "unchanged"
        return "better" if (change < 0) == (self.better == "lower") else "worse"
