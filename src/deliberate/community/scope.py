"""Scopes: where and about what a body may decide, and where and about what a matter is."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import field, frozen

from deliberate.community.party import several
from deliberate.identity import name
from deliberate.records.kinds import kind


def path_of(given: str | Iterable[str]) -> tuple[str, ...]:
    """A place as a path from the largest, of tidy parts; the empty one is the whole community."""
    return tuple(name(part, where="place") for part in several(given))


def paths_of(given: Iterable[str | Iterable[str]]) -> tuple[tuple[str, ...], ...]:
    """Several places, each as a path."""
    return tuple(path_of(each) for each in given)


def tags_of(given: str | Iterable[str]) -> frozenset[str]:
    """What something is about: a lone text is one tag."""
    return frozenset(name(tag, where="tags") for tag in several(given))


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

    place: tuple[str, ...] = field(default=(), converter=path_of)
    tags: frozenset[str] = field(default=frozenset(), converter=tags_of)

    def covers(self, tags: frozenset[str], place: tuple[str, ...] = ()) -> bool:
        """Whether all the tags and the place lie inside."""
        return tags <= self.tags and place[: len(self.place)] == self.place


@kind
@frozen
class Subject:
    """Where a matter is and what it is about 事项: what is asked of the scopes.

    Attributes
    ----------
    place
        As a path from the largest; empty for the whole community.
    tags
        A body may decide only what lies wholly inside its scope, so that each further tag asks for more.

    Examples
    --------
    >>> Subject(("玉林", "3 栋"), "lift")
    Subject(place=('玉林', '3 栋'), tags=frozenset({'lift'}))
    """

    place: tuple[str, ...] = field(default=(), converter=path_of)
    tags: frozenset[str] = field(default=frozenset(), converter=tags_of)

    @property
    def where(self) -> str:
        """The place in one text; empty for the whole community."""
        return " ".join(self.place)
