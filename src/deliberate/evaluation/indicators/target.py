"""Target: how low the mean was to come, said before the start."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import ClassVar

from attrs import field, frozen

from deliberate.duty.follow import Followed
from deliberate.errors import InputError
from deliberate.evaluation.periods import periods, positive
from deliberate.evaluation.reading import SHARE, Reading
from deliberate.evaluation.steps import Read, TargetMet
from deliberate.quantities import Amount, exact, meets
from deliberate.records.kinds import Step, kind


@kind
@frozen
class Target:
    """The mean since the start is at most a share of the mean before.

    Attributes
    ----------
    series
        What was observed.
    start
        The first day on which the decision was at work.
    at_most
        The share that the mean may reach, more than 0; the figure itself reaches the target.
    registered
        The day on which the target was written down: no later than the start.

    Raises
    ------
    InputError
        ``target-too-late``: a target set after the fact is no target. ``not-positive``.

    Examples
    --------
    >>> Target("pet waste", date(2026, 3, 15), registered=date(2026, 3, 1)).at_most
    Fraction(3, 5)
    """

    name: ClassVar[str] = "target"

    series: str
    start: date
    at_most: Amount = field(default=Fraction(3, 5), converter=exact)
    registered: date = field(kw_only=True)

    def __attrs_post_init__(self) -> None:
        positive(self.at_most, "at_most")
        if self.registered > self.start:
            raise InputError("target-too-late", where=self.series, registered=self.registered, start=self.start)

    def steps(self, followed: Followed, /) -> Iterator[Step]:
        """Read the share; say whether it reaches the target."""
        two = periods(followed, self.series, self.start)
        share = two.ratio
        yield Read(Reading("target", share, two.n, two.mean_before, SHARE, series=self.series))
        if share is not None:
            yield TargetMet(self.at_most, share, meets(self.at_most, share, strict=False), self.series)
