"""Units: flats, shops and the like, each with its area and its owners."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from attrs import field, frozen

from deliberate.community.party import several
from deliberate.errors import InputError, RollError
from deliberate.identity import name, names
from deliberate.quantities import whole
from deliberate.records.kinds import kind


class UnitState(StrEnum):
    """Whose a unit is: sold and handed over, not yet sold, or sold but not yet delivered."""

    SOLD = "sold"
    UNSOLD = "unsold"
    UNDELIVERED = "undelivered"


def path(given: str | Iterable[str]) -> tuple[str, ...]:
    """A place as a path from the largest, of tidy parts; ``empty-name`` where there is none."""
    parts = tuple(name(part, where="place") for part in several(given))
    if not parts:
        raise InputError("empty-name", where="place")
    return parts


def _owners(given: str | Iterable[str]) -> tuple[str, ...]:
    return names(several(given), where="owners")


def _state(given: str) -> UnitState:
    if given not in tuple(UnitState):
        raise RollError("unknown-unit-state", state=given, known=tuple(UnitState))
    return UnitState(given)


@kind
@frozen
class Unit:
    """A unit that is owned by itself 专有部分: a flat, a shop, a parking place with a title of its own.

    Attributes
    ----------
    place
        Where it is, as a path from the largest; the last part is the unit itself: ``("3 栋", "2 单元", "301")``.
    area
        In 0.01 m2, more than 0; as registered, else as measured, else as in the contract of sale (article 8 of the
        interpretation that :class:`~deliberate.community.register.Register` cites from memory).
    owners
        Who bought it; several are joint owners. One name is one person all through the register.
    state
        ``sold`` (and delivered), ``unsold`` or ``undelivered``.
    """

    place: tuple[str, ...] = field(converter=path)
    area: int = field(converter=whole)
    owners: tuple[str, ...] = field(default=(), converter=_owners)
    state: UnitState = field(default=UnitState.SOLD, converter=_state)

    def __attrs_post_init__(self) -> None:
        if self.area <= 0:
            raise RollError("unit-without-area", unit=self.name)
        if self.state is UnitState.SOLD and not self.owners:
            raise RollError("unit-without-owner", unit=self.name)

    @property
    def name(self) -> str:
        """The place in one text."""
        return " ".join(self.place)
