"""Places: the levels on which people live together, and the map of one community."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cached_property

from attrs import field, frozen

from deliberate.community.scope import path_of
from deliberate.errors import RollError
from deliberate.records.kinds import kind
from deliberate.words import say


class PlaceLevel(StrEnum):
    """On what level of living together a place stands 空间层级."""

    HOUSEHOLD = "household"
    UNIT = "unit"
    BUILDING = "building"
    ESTATE = "estate"
    COURTYARD = "courtyard"
    RESIDENTS_GROUP = "residents-group"
    GRID = "grid"
    COMMUNITY = "community"
    STREET = "street"


@frozen
class Rung:
    """What is known of a level.

    Attributes
    ----------
    height
        A place lies only inside places of a greater height; levels of one height stand beside each other.
    decides
        Whether a body of this level may decide anything.
    """

    level: PlaceLevel
    height: int
    decides: bool = True

    def explain(self, lang: str = "en") -> str:
        """The level and what it is, in a sentence."""
        return say(f"level.{self.level}", {}, lang)


# An estate 小区 has an owners' meeting, an older compound 院落 a group of its own; both hold buildings. The residents'
# groups (article 13 of the law on residents' committees) cut the community another way, and so does the grid.
LADDER = (
    Rung(PlaceLevel.HOUSEHOLD, 0),
    Rung(PlaceLevel.UNIT, 1),
    Rung(PlaceLevel.BUILDING, 2),
    Rung(PlaceLevel.ESTATE, 3),
    Rung(PlaceLevel.COURTYARD, 3),
    Rung(PlaceLevel.RESIDENTS_GROUP, 3),
    Rung(PlaceLevel.GRID, 3, decides=False),
    Rung(PlaceLevel.COMMUNITY, 4),
    Rung(PlaceLevel.STREET, 5),
)
RUNGS: Mapping[PlaceLevel, Rung] = {rung.level: rung for rung in LADDER}


def level_of(given: str) -> PlaceLevel:
    """The level of this name.

    Raises
    ------
    RollError
        ``unknown-level``.
    """
    if given not in tuple(PlaceLevel):
        raise RollError("unknown-level", level=given, known=tuple(PlaceLevel))
    return PlaceLevel(given)


@kind
@frozen
class Place:
    """One place of the community.

    Attributes
    ----------
    path
        From the largest, as in :attr:`~deliberate.community.party.Member.place`; the last part is its own name.
    level
        ``household``, ``unit``, ``building``, ...; levels may be left out between two.
    """

    path: tuple[str, ...] = field(converter=path_of)
    level: PlaceLevel = field(converter=level_of)

    @property
    def name(self) -> str:
        """The path in one text."""
        return " ".join(self.path)


@kind
@frozen
class Places:
    """The map of a community: every place once, each inside larger ones.

    Attributes
    ----------
    known
        In the order given. A place need not have the one around it on the map.

    Raises
    ------
    RollError
        ``same-place-twice``; ``place-out-of-order``: a place inside one that is no larger, such as a courtyard inside a
        building; ``grid-holds-homes``: the grid stands beside where people live, and nothing lies inside it.

    Notes
    -----
    Cost O(places * depth).

    Examples
    --------
    >>> places = Places((Place("玉林", "community"), Place(("玉林", "3 栋"), "building")))
    >>> [place.name for place in places.around(("玉林", "3 栋", "2 单元", "301"))]
    ['玉林 3 栋', '玉林']
    """

    known: tuple[Place, ...]

    def __attrs_post_init__(self) -> None:
        if len(self.by_path) < len(self.known):
            twice = next(each for each in self.known if self.by_path[each.path] is not each)
            raise RollError("same-place-twice", place=twice.name)
        for place in self.known:
            above = next(iter(self.around(place.path[:-1])), None)
            if above and above.level is PlaceLevel.GRID:
                raise RollError("grid-holds-homes", place=place.name, inside=above.name)
            if above and RUNGS[above.level].height <= RUNGS[place.level].height:
                raise RollError(
                    "place-out-of-order",
                    place=place.name,
                    level=f"level.{place.level}",
                    inside=above.name,
                    other=f"level.{above.level}",
                )

    @cached_property
    def by_path(self) -> Mapping[tuple[str, ...], Place]:
        """Each place under its path."""
        return {place.path: place for place in self.known}

    def __contains__(self, path: tuple[str, ...]) -> bool:
        return path in self.by_path

    def around(self, path: tuple[str, ...]) -> tuple[Place, ...]:
        """The places that take in a path, itself included, the nearest first."""
        prefixes = (path[:depth] for depth in range(len(path), 0, -1))
        return tuple(self.by_path[each] for each in prefixes if each in self.by_path)
