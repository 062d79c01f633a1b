"""Groups by charter and the scopes that they answer for."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import field, frozen

from deliberate.community.scope import Scope, path_of, tags_of
from deliberate.identity import name, names
from deliberate.records.kinds import kind

__all__ = ["Group", "Scope", "competent"]


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


def competent(groups: Iterable[Group], tags: str | Iterable[str], place: str | Iterable[str] = ()) -> tuple[Group, ...]:
    """The groups whose scope covers the place and all the tags: none is a gap, two are an overlap.

    Notes
    -----
    It does not ask which is nearer. Where places are nested, ask
    :func:`~deliberate.community.competence.competent_body`, to which each group is a body.

    Examples
    --------
    >>> squad = Group("铲屎官小队", "We walk and we clean.", Scope(tags=frozenset({"pet", "courtyard"})), ("chen",))
    >>> [group.name for group in competent((squad,), frozenset({"pet"}))]
    ['铲屎官小队']
    """
    about, where = tags_of(tags), path_of(place)
    return tuple(group for group in groups if about and group.scope.covers(about, where))
