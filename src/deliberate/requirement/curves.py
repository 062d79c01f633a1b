"""Thresholds that move with time: a line through points, and a reciprocal."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from attrs import field, frozen

from deliberate.errors import RequirementError
from deliberate.quantities import Amount, exact
from deliberate.records.kinds import kind

Point = tuple[Amount, Amount]


def _points(given: Iterable[tuple[Amount | str, Amount | str]]) -> tuple[Point, ...]:
    return tuple((exact(t), exact(value)) for t, value in given)


@kind
@frozen
class Curve:
    """A line through points, flat before the first and after the last.

    Attributes
    ----------
    points
        Pairs of a moment and a value, moments in order. Two points of one moment make a step, and the later holds.

    Raises
    ------
    RequirementError
        ``curve-without-points``, ``curve-out-of-order``.

    Examples
    --------
    >>> falling = Curve((("0", "1"), ("10", "1/2")))
    >>> [str(falling.at(t)) for t in (0, 5, 10, 20)]
    ['1', '3/4', '1/2', '1/2']
    """

    points: tuple[Point, ...] = field(converter=_points)

    def __attrs_post_init__(self) -> None:
        if not self.points:
            raise RequirementError("curve-without-points")
        for place, ((before, _), (after, _)) in enumerate(zip(self.points, self.points[1:], strict=False), start=1):
            if after < before:
                raise RequirementError("curve-out-of-order", where=f"[{place}]", before=before, after=after)

    def at(self, t: Amount) -> Amount:
        """The exact value at a moment."""
        reached = [place for place, (moment, _) in enumerate(self.points) if moment <= t]
        if not reached:
            return self.points[0][1]
        (start, low), *later = self.points[reached[-1] :]
        if not later:
            return low
        end, high = later[0]
        return exact(low + (high - low) * Fraction(t - start, end - start))


@kind
@frozen
class Reciprocal:
    """``factor / (t + x_offset) + y_offset``: falls fast, then slowly.

    Raises
    ------
    RequirementError
        ``no-reciprocal`` at the moment where it would divide by nothing.

    Examples
    --------
    >>> str(Reciprocal(factor="1/4", x_offset="1/4", y_offset="0").at(1))
    '1/5'
    """

    factor: Amount = field(converter=exact)
    x_offset: Amount = field(converter=exact)
    y_offset: Amount = field(converter=exact)

    def at(self, t: Amount) -> Amount:
        """The exact value at a moment."""
        under = Fraction(t) + self.x_offset
        if under == 0:
            raise RequirementError("no-reciprocal", t=t, x_offset=self.x_offset)
        return exact(self.factor / under + self.y_offset)
