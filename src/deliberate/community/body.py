"""Bodies: who may decide what, where, and from which day to which."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum

from attrs import field, frozen

from deliberate.community.group import Group
from deliberate.community.party import Standing, several
from deliberate.community.place import RUNGS, PlaceLevel, Places, level_of
from deliberate.community.relation import Party, standing_of
from deliberate.community.scope import Scope, Subject, paths_of
from deliberate.community.term import check_term, in_term
from deliberate.errors import RollError
from deliberate.identity import name, names
from deliberate.records.kinds import kind


class Competence(StrEnum):
    """What a body may do with the matters in its scope 职权.

    The owners' meeting decides and its committee carries out: two bodies in one place on the same matters, and no
    overlap.
    """

    DECIDE = "decide"
    CARRY_OUT = "carry-out"
    SUPERVISE = "supervise"
    ADVISE = "advise"


def _competences(given: str | Iterable[str]) -> frozenset[Competence]:
    for each in several(given):
        if each not in tuple(Competence):
            raise RollError("unknown-competence", competence=each, known=tuple(Competence))
    return frozenset(Competence(each) for each in several(given))


def _level(given: str | None) -> PlaceLevel | None:
    return None if given is None else level_of(given)


@kind
@frozen
class Body:
    """Those who may act together in a scope: a meeting, a committee, a group, an office.

    Attributes
    ----------
    standing
        What kind of party 主体 it is; a meeting has the standing of those who meet.
    scope
        Where and about what.
    competences
        What it may do there; to decide, unless another is said.
    level
        On what level it stands; None where that is not said.
    homes
        Places that it takes in though they lie on other paths: the buildings of a residents' group 居民小组.
    since, until
        Its term: from the first day on, up to the day before the second; None where no end is set.
    quorum
        The id of the requirement under which it decides, such as ``cn.representatives.2026``.

    Raises
    ------
    RollError
        ``grid-decides-nothing``, ``unknown-competence``, ``unknown-level``, ``unknown-standing``,
        ``term-without-a-day``.

    Examples
    --------
    >>> meeting = Body("3 栋楼栋会", "resident", Scope(("玉林", "3 栋"), "lift"), level="building")
    >>> meeting.takes_in(("玉林", "3 栋", "2 单元", "301"))
    True
    """

    name: str = field(converter=name)
    standing: Standing = field(converter=standing_of)
    scope: Scope
    competences: frozenset[Competence] = field(default=frozenset({Competence.DECIDE}), converter=_competences)
    level: PlaceLevel | None = field(default=None, converter=_level)
    homes: tuple[tuple[str, ...], ...] = field(default=(), converter=paths_of)
    since: date | None = None
    until: date | None = None
    quorum: str = ""

    def __attrs_post_init__(self) -> None:
        check_term(self.name, self.since, self.until)
        if self.level and self.decides and not RUNGS[self.level].decides:
            raise RollError("grid-decides-nothing", body=self.name)

    @classmethod
    def of(cls, group: Group) -> Body:
        """A group by charter as a body of residents."""
        return cls(group.name, Standing.RESIDENT, group.scope)

    @property
    def party(self) -> Party:
        """The body as one side of a relation."""
        return Party(self.name, self.standing)

    @property
    def decides(self) -> bool:
        """Whether deciding is among its competences."""
        return Competence.DECIDE in self.competences

    @property
    def depth(self) -> int:
        """How near to the homes it stands: the length of the path of its place; the lowest body has the greatest."""
        return len(self.scope.place)

    def takes_in(self, place: tuple[str, ...]) -> bool:
        """Whether a place lies inside, whatever it is about."""
        return any(place[: len(each)] == each for each in (self.scope.place, *self.homes))

    def may_decide(self, subject: Subject, day: date | None = None) -> bool:
        """Whether it may decide on this: place and all tags inside, the competence there, the term running.

        Parameters
        ----------
        day
            None leaves the term out.
        """
        inside = bool(subject.tags) and subject.tags <= self.scope.tags and self.takes_in(subject.place)
        return inside and self.decides and self.in_term(day)

    def in_term(self, day: date | None) -> bool:
        """Whether the term is running that day; None leaves the term out."""
        return day is None or in_term(self.since, self.until, day)


def named(bodies: Iterable[Body]) -> Mapping[str, Body]:
    """The bodies by name, in the order of the names.

    Raises
    ------
    InputError
        ``same-name-twice``.
    """
    given = tuple(bodies)
    names((body.name for body in given), where="bodies")
    return dict(sorted((body.name, body) for body in given))


def misplaced(bodies: Iterable[Body], places: Places) -> tuple[str, ...]:
    """The bodies whose place, or one of whose homes, is not on the map, or is there on another level.

    Examples
    --------
    >>> misplaced([Body("lamps", "resident", Scope("nowhere", "light"))], Places(()))
    ('lamps',)
    """
    return tuple(body.name for body in bodies if not _placed(body, places))


def _placed(body: Body, places: Places) -> bool:
    here = places.by_path.get(body.scope.place)
    if body.scope.place and (here is None or body.level not in {None, here.level}):
        return False
    if here and body.decides and not RUNGS[here.level].decides:
        return False
    return all(home in places for home in body.homes)
