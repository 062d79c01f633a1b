"""What the assembly takes up: plain data, so that a verdict can open the next round."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from deliberate.records.kinds import kind


@kind
@frozen
class AgendaItem:
    """One matter to take up.

    Attributes
    ----------
    reason
        A code with words: why it stands here (``raised``, ``rejected``, ``inquorate``, ``unfilled``, ...).
    due
        By when, where there is a day.
    """

    title: str
    reason: str
    due: date | None = None


@kind
@frozen
class Agenda:
    """Matters to take up 议程, in order.

    Examples
    --------
    >>> lamps, bins = Agenda((AgendaItem("lamps", "raised"),)), Agenda((AgendaItem("bins", "raised"),))
    >>> [item.title for item in (lamps | bins).items]
    ['lamps', 'bins']
    """

    items: tuple[AgendaItem, ...] = ()

    def __or__(self, other: Agenda) -> Agenda:
        return Agenda(self.items + tuple(item for item in other.items if item not in self.items))

    def __bool__(self) -> bool:
        return bool(self.items)
