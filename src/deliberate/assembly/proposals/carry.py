"""Support 支持 is bound to a version: what becomes of it when the text changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from fractions import Fraction

import attrs
from attrs import field, frozen

from deliberate.errors import InputError
from deliberate.quantities import exact
from deliberate.records.kinds import kind

# Ten years: a longer wait is a slip of the pen, and the calendar ends somewhere.
MOST_DAYS = 3660


def _share(given: Fraction | int | str) -> Fraction:
    return Fraction(exact(given))


@kind
@frozen
class AskAgain:
    """A new text has nobody's support until they give it: all who supported the old one are asked again."""


@kind
@frozen
class UnlessWithdrawn:
    """Whoever supported the old text is asked, and counts for the new one from a named day on unless they withdraw.

    Attributes
    ----------
    days
        From the change to that day.

    Raises
    ------
    InputError
        ``bad-parameter``: less than a day, or more than ten years.
    """

    days: int = 7

    def __attrs_post_init__(self) -> None:
        if not 1 <= self.days <= MOST_DAYS:
            raise InputError("bad-parameter", parameter="days", value=str(self.days), known=(f"1-{MOST_DAYS}",))


@kind
@frozen
class ReconfirmAbove:
    """Support goes over to the new text at once, unless more than a share of the words was changed.

    Attributes
    ----------
    share
        As :attr:`~deliberate.assembly.proposals.diffs.Difference.share` counts it, exact.

    Raises
    ------
    InputError
        ``bad-parameter``: below 0 or above 1.
    """

    share: Fraction = field(default=Fraction(1, 10), converter=_share)

    def __attrs_post_init__(self) -> None:
        if not 0 <= self.share <= 1:
            raise InputError("bad-parameter", parameter="share", value=str(self.share), known=())


Carry = AskAgain | UnlessWithdrawn | ReconfirmAbove


@frozen
class Backing:
    """Who stands behind the latest version of a proposal.

    Attributes
    ----------
    confirmed
        Who supports this very version, and since when.
    asked
        Who supported the version before and counts for this one from ``until`` on, unless they withdraw.
    invited
        Who supported the version before, or a text that this one is made of, and does not count until they say so.

    Examples
    --------
    >>> from datetime import UTC
    >>> noon = datetime(2026, 3, 1, 12, tzinfo=UTC)
    >>> backing = Backing().with_("li", noon)
    >>> backing.carried(ReconfirmAbove("1/10"), Fraction(1, 10), noon).counted(noon)
    ('li',)
    >>> backing.carried(ReconfirmAbove("1/10"), Fraction(1, 9), noon).invited
    ('li',)
    """

    confirmed: Mapping[str, datetime] = field(factory=dict)
    asked: tuple[str, ...] = ()
    until: datetime | None = None
    invited: tuple[str, ...] = ()

    def counted(self, at: datetime) -> tuple[str, ...]:
        """Who counts as a supporter at a moment."""
        return (*self.confirmed, *(self.asked if self._silence_counts(at) else ()))

    def unconfirmed(self, at: datetime) -> tuple[str, ...]:
        """Who is asked or invited and does not count."""
        return (*(() if self._silence_counts(at) else self.asked), *self.invited)

    def _silence_counts(self, at: datetime) -> bool:
        return self.until is not None and at >= self.until

    def with_(self, member: str, at: datetime) -> Backing:
        """The backing with one more who supports this version."""
        others = self.without(member)
        return attrs.evolve(others, confirmed={**others.confirmed, member: at})

    def without(self, member: str) -> Backing:
        """The backing without a member, who is not asked any more either."""
        confirmed = {each: since for each, since in self.confirmed.items() if each != member}
        asked = tuple(each for each in self.asked if each != member)
        return Backing(confirmed, asked, self.until, tuple(each for each in self.invited if each != member))

    def carried(self, carry: Carry, changed: Fraction, at: datetime) -> Backing:
        """The backing of a text that takes the place of this one, a share of its words changed."""
        counted, open_ = self.counted(at), () if self._silence_counts(at) else self.asked
        match carry:
            case ReconfirmAbove(share) if changed <= share:
                return Backing(dict.fromkeys(counted, at), invited=(*open_, *self.invited))
            case UnlessWithdrawn(days) if counted or open_:
                return Backing({}, (*counted, *open_), at + timedelta(days=days), self.invited)
        return Backing(invited=(*counted, *open_, *self.invited))


def invited(backings: Iterable[Backing], at: datetime) -> tuple[str, ...]:
    """Everybody who supports one of several texts, once each: invited to the text that is made of them, never moved."""
    return tuple(dict.fromkeys(member for backing in backings for member in backing.counted(at)))
