"""A script: commands in time, played into a hall."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta, timezone

from deliberate.hall.acts import Act
from deliberate.hall.events import COMMUNITY, Command
from deliberate.hall.hall import Hall
from deliberate.hall.journal.store import Receipt

SHANGHAI = timezone(timedelta(hours=8))


def at(month: int, day: int, hour: int = 9, minute: int = 0) -> datetime:
    """A moment of 2026 in Shanghai."""
    return datetime(2026, month, day, hour, minute, tzinfo=SHANGHAI)


class Script:
    """Plays commands into one matter of a hall and numbers them.

    Parameters
    ----------
    hall
        Any.
    matter
        The stream that the acts go to.
    """

    def __init__(self, hall: Hall, matter: str) -> None:
        self.hall = hall
        self.matter = matter
        self._count = 0

    def community(self, now: datetime, actor: str, act: Act) -> Receipt:
        """Do something in the community."""
        return self._send(COMMUNITY, now, actor, act)

    def do(self, now: datetime, actor: str, *acts: Act) -> None:
        """Do one thing after the other in the matter."""
        for act in acts:
            self._send(self.matter, now, actor, act)

    def each(self, now: datetime, pairs: Iterable[tuple[str, Act]]) -> None:
        """Everybody does their own."""
        for actor, act in pairs:
            self._send(self.matter, now, actor, act)

    def _send(self, stream: str, now: datetime, actor: str, act: Act) -> Receipt:
        self._count += 1
        return self.hall.handle(Command(f"{self.matter}/{self._count}", actor, stream, act), now=now)
