"""Groups by charter and the scopes that they answer for."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import field, frozen

from deliberate.identity import name, names
from deliberate.records.kinds import kind


@kind
@frozen
class Scope:
    """What a body may decide 职权范围.

    Attributes
    ----------
    place
        Where, as a path from the largest.
    tags
        About what.
    """

    place: tuple[str, ...] = ()
    tags: frozenset[str] = frozenset()

    def covers(self, tags: frozenset[str], place: tuple[str, ...] = ()) -> bool:
        """Whether all the tags and the place lie inside."""
        return tags <= self.tags and place[: len(self.place)] == self.place


@kind
@frozen
class Group:
    """Neighbours who act together by a charter, such as 铲屎官小队.

    Attributes
    ----------
    charter
        What they agreed on, in a sentence.
    members
        Ids on the roll.
    """

    name: str = field(converter=name)
    charter: str
    scope: Scope
    members: tuple[str, ...]

    def __attrs_post_init__(self) -> None:
        names(self.members, where=self.name)


def competent(groups: Iterable[Group], tags: frozenset[str]) -> tuple[Group, ...]:
    """The groups whose scope covers all the tags: none is a gap, two are an overlap.

    Examples
    --------
    >>> squad = Group("铲屎官小队", "We walk and we clean.", Scope(tags=frozenset({"pet", "courtyard"})), ("chen",))
    >>> [group.name for group in competent((squad,), frozenset({"pet"}))]
    ['铲屎官小队']
    """
    return tuple(group for group in groups if tags and group.scope.covers(tags))
