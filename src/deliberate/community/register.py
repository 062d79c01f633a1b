"""The register of units, and the roll of owners with heads and areas that follows from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cached_property
from itertools import takewhile

import attrs
from attrs import field, frozen

from deliberate.community.party import Member, Standing
from deliberate.community.roll import Roll, RollLine
from deliberate.community.units import Unit, UnitState, path
from deliberate.errors import RollError
from deliberate.identity import name, names
from deliberate.records.kinds import kind

MEASURES = ("head", "area")

# Between the names of joint owners, in the name of their line.
AND = "、"


class Heads(StrEnum):
    """How heads are counted: the law counts buyers, the charter of some communities counts units."""

    PER_BUYER = "per-buyer"
    PER_UNIT = "per-unit"


def _units(given: Iterable[Unit]) -> tuple[Unit, ...]:
    return tuple(given)


def _heads(given: str) -> Heads:
    if given not in tuple(Heads):
        raise RollError("bad-parameter", parameter="heads", value=given, known=tuple(Heads))
    return Heads(given)


def _developer(given: str) -> str:
    return name(given) if given else ""


@kind
@frozen
class Register:
    """The register of units 房屋清册, and the roll of owners that follows from it.

    A line of the roll is a slot: joint owners have one line, named ``li、wang``, and one ballot between them. Any of
    them may cast it; where two do, the channels' rule says which counts.

    Attributes
    ----------
    units
        All that count as units; leave off what does not, such as parking places without a title of their own.
    developer
        Who holds the units that are not sold or not delivered; empty where there are none.
    heads
        ``per-buyer`` as the law has it, or ``per-unit`` where the community's charter says so.

    Raises
    ------
    RollError
        ``same-unit-twice``, ``developer-not-named``, ``unsold-unit-has-buyer``, ``bad-parameter``.
    InputError
        ``same-name-twice``: an owner is called as the line of a couple is.

    Notes
    -----
    Per buyer, a head is one unit, and these are one head together: all units of one buyer; all units of one set of
    joint owners; all units of the developer, unsold or sold and not yet delivered. Who owns a flat alone and another
    with a spouse is two buyers: himself, and the couple. Per unit, a line has as many heads as units, and its owner
    still has one ballot. Cost O(units).

    References
    ----------
    Civil Code of China, article 278: owners with their exclusive area and their number. The heads are counted as in
    articles 8 and 9 of the Supreme People's Court's interpretation 法释〔2009〕7号 (amended 2020), which is cited from
    memory here: check the text before you rely on it.

    Examples
    --------
    >>> register = Register((Unit("301", 9000, ("wang", "li")), Unit("302", 12000, "zhao"), Unit("303", 9000, "zhao")))
    >>> register.roll.weights
    {'li、wang': (1, 9000), 'zhao': (1, 21000)}
    >>> register.may_cast("wang", "li、wang")
    True
    """

    units: tuple[Unit, ...] = field(converter=_units)
    developer: str = field(default="", converter=_developer)
    heads: Heads = field(default=Heads.PER_BUYER, converter=_heads)

    def __attrs_post_init__(self) -> None:
        seen: set[tuple[str, ...]] = set()
        for unit in self.units:
            if unit.place in seen:
                raise RollError("same-unit-twice", unit=unit.name)
            seen.add(unit.place)
            if unit.state is not UnitState.SOLD and not self.developer:
                raise RollError("developer-not-named", unit=unit.name)
            # Many registers write the developer as the owner of what is not sold yet.
            if unit.state is UnitState.UNSOLD and set(unit.owners) - {self.developer}:
                raise RollError("unsold-unit-has-buyer", unit=unit.name, owners=unit.owners)
        # An owner who is called like a couple would be taken for it.
        names((AND.join(holders) for holders in self._held), where="register")

    @cached_property
    def _held(self) -> Mapping[tuple[str, ...], tuple[Unit, ...]]:
        held: dict[tuple[str, ...], list[Unit]] = {}
        for unit in self.units:
            # Sorted: the same couple is one buyer, whoever of them is written first.
            holders = tuple(sorted(unit.owners)) if unit.state is UnitState.SOLD else (self.developer,)
            held.setdefault(holders, []).append(unit)
        return {holders: tuple(units) for holders, units in held.items()}

    @cached_property
    def _holders(self) -> Mapping[str, tuple[str, ...]]:
        return {AND.join(holders): holders for holders in self._held}

    @cached_property
    def roll(self) -> Roll:
        """The owners with their heads and areas (0.01 m2), in the order in which they first stand in the register.

        The place of a line is as much of the path as its units share: a flat, else a building, else nothing.
        """
        lines = tuple(
            RollLine(Member(AND.join(holders), Standing.OWNER, _shared(units)), (self._count(units), _area(units)))
            for holders, units in self._held.items()
        )
        return Roll(MEASURES, lines)

    def _count(self, units: tuple[Unit, ...]) -> int:
        return len(units) if self.heads is Heads.PER_UNIT else 1

    def within(self, place: str | Iterable[str]) -> Register:
        """The register of one building or entrance alone: who owns in two buildings is a head in each."""
        inside = path(place)
        return attrs.evolve(self, units=tuple(unit for unit in self.units if unit.place[: len(inside)] == inside))

    def owners(self, line: str) -> tuple[str, ...]:
        """The people behind one line of the roll; ``not-on-the-roll`` where there is no such line."""
        if line not in self._holders:
            raise RollError("not-on-the-roll", member=line)
        return self._holders[line]

    def may_cast(self, person: str, line: str) -> bool:
        """Whether a person may cast the one ballot of a line: its owner, or any of its joint owners."""
        return person in self.owners(line)

    def lines_of(self, person: str) -> tuple[str, ...]:
        """The lines whose ballot a person may cast: more than one for who owns alone and jointly."""
        return tuple(line for line, holders in self._holders.items() if person in holders)


def owners_roll(units: Iterable[Unit], developer: str = "", heads: str = Heads.PER_BUYER) -> Roll:
    """The roll of the owners of units, with heads and areas; :class:`Register` also knows who stands behind a line.

    Raises
    ------
    RollError
        As :class:`Register`.

    Examples
    --------
    >>> units = (Unit("301", 9000, "zhou"), Unit("302", 9000, "zhou"), Unit("303", 12000, state="unsold"))
    >>> roll = owners_roll(units, developer="builder")
    >>> roll.total("head"), roll.total("area")
    (2, 30000)
    >>> owners_roll(units, "builder", heads="per-unit").total("head")
    3
    """
    return Register(units, developer, heads).roll


def _area(units: tuple[Unit, ...]) -> int:
    return sum(unit.area for unit in units)


def _shared(units: tuple[Unit, ...]) -> tuple[str, ...]:
    # The path that the first and the last in order share is shared by all between them.
    places = sorted(unit.place for unit in units)
    pairs = zip(places[0], places[-1], strict=False)
    return tuple(one for one, _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
