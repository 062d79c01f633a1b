"""Two small brakes: initiatives that come together are voted on together, and none waits for ever."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from datetime import datetime, timedelta

from attrs import frozen

from deliberate.errors import InputError
from deliberate.records.kinds import kind

MOST_DAYS = 3660
MOST_MONTHS = 120


@kind
@frozen
class Batch:
    """Whoever reaches the bar while the window of the first is open is voted on the same day as the first.

    Examples
    --------
    >>> from datetime import UTC
    >>> reached = {day: datetime(2026, 3, int(day), tzinfo=UTC) for day in ("1", "20", "31")}
    >>> [names for _, names in Batch(days=30).together(reached)]
    [('1', '20'), ('31',)]
    """

    days: int = 30

    def __attrs_post_init__(self) -> None:
        if not 1 <= self.days <= MOST_DAYS:
            raise InputError("bad-parameter", parameter="days", value=str(self.days), known=(f"1-{MOST_DAYS}",))

    def together(self, reached: Mapping[str, datetime]) -> tuple[tuple[datetime, tuple[str, ...]], ...]:
        """When each window closes, and who is in it, in the order of time.

        Parameters
        ----------
        reached
            When each initiative reached the bar.
        """
        batches: list[tuple[datetime, tuple[str, ...]]] = []
        for name, moment in sorted(reached.items(), key=lambda pair: (pair[1], pair[0])):
            if batches and moment < batches[-1][0]:
                batches[-1] = (batches[-1][0], (*batches[-1][1], name))
            else:
                batches.append((moment + timedelta(days=self.days), (name,)))
        return tuple(batches)


@kind
@frozen
class Expiry:
    """What has not reached the bar after so many months is dropped.

    Examples
    --------
    >>> from datetime import UTC
    >>> Expiry(months=1).ends(datetime(2026, 1, 31, 12, tzinfo=UTC)).isoformat()
    '2026-02-28T12:00:00+00:00'
    """

    months: int = 12

    def __attrs_post_init__(self) -> None:
        if not 1 <= self.months <= MOST_MONTHS:
            raise InputError("bad-parameter", parameter="months", value=str(self.months), known=(f"1-{MOST_MONTHS}",))

    def ends(self, begun: datetime) -> datetime:
        """The moment from which it is gone: the same day of the month, or that month's last."""
        months = begun.month - 1 + self.months
        year, month = begun.year + months // 12, months % 12 + 1
        return begun.replace(year=year, month=month, day=min(begun.day, monthrange(year, month)[1]))
