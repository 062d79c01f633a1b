"""Offices: who holds which, from which day to which, and which cannot go together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum

from attrs import field, frozen

from deliberate.community.body import Body, named
from deliberate.community.place import PlaceLevel
from deliberate.community.term import check_term, in_term, meet, years_after
from deliberate.errors import RollError
from deliberate.identity import name
from deliberate.records.kinds import kind
from deliberate.words import say


class Title(StrEnum):
    """What somebody is chosen or appointed to be 任职."""

    REPRESENTATIVE = "residents-representative"
    GROUP_LEADER = "residents-group-leader"
    BUILDING_LEADER = "building-leader"
    UNIT_LEADER = "unit-leader"
    GRID_WORKER = "grid-worker"
    COMMITTEE_MEMBER = "committee-member"
    OWNERS_COMMITTEE_MEMBER = "owners-committee-member"
    SUPERVISOR = "supervisor"
    MEDIATOR = "mediator"


@frozen
class TitleRule:
    """What is said of a title; None where the law is silent.

    Attributes
    ----------
    years
        The longest term.
    among
        Of whom they are chosen.
    level
        On what level of places their body stands.
    law, article
        Where it is said; ``residents-committees`` (2025), ``owners-meetings`` (2009).
    """

    title: Title
    years: int | None = None
    among: Title | None = None
    level: PlaceLevel | None = None
    law: str = ""
    article: int | None = None


# Articles 13 and 36 give representatives, group leaders and supervisors the committee's term: five years (article 14).
TITLES = (
    TitleRule(Title.REPRESENTATIVE, 5, law="residents-committees", article=13),
    TitleRule(
        Title.GROUP_LEADER, 5, Title.REPRESENTATIVE, PlaceLevel.RESIDENTS_GROUP, law="residents-committees", article=13
    ),
    TitleRule(Title.BUILDING_LEADER, level=PlaceLevel.BUILDING),
    TitleRule(Title.UNIT_LEADER, level=PlaceLevel.UNIT),
    TitleRule(Title.GRID_WORKER, level=PlaceLevel.GRID),
    TitleRule(Title.COMMITTEE_MEMBER, 5, law="residents-committees", article=14),
    TitleRule(Title.OWNERS_COMMITTEE_MEMBER, 5, law="owners-meetings", article=32),
    TitleRule(Title.SUPERVISOR, 5, law="residents-committees", article=36),
    TitleRule(Title.MEDIATOR),
)
RULES: Mapping[Title, TitleRule] = {rule.title: rule for rule in TITLES}


class Tie(StrEnum):
    """How the holders of two offices are one: the same person, or near relatives 近亲属."""

    SELF = "same-person"
    RELATIVE = "near-relative"


@frozen
class Incompatibility:
    """Two titles of one place that cannot be held by the same person, or by near relatives."""

    one: Title
    other: Title
    tie: Tie
    law: str
    article: int


INCOMPATIBLE = (
    Incompatibility(Title.SUPERVISOR, Title.COMMITTEE_MEMBER, Tie.SELF, "residents-committees", 36),
    Incompatibility(Title.SUPERVISOR, Title.COMMITTEE_MEMBER, Tie.RELATIVE, "residents-committees", 36),
    Incompatibility(Title.COMMITTEE_MEMBER, Title.COMMITTEE_MEMBER, Tie.RELATIVE, "residents-committees", 8),
)


def _title(given: str) -> Title:
    if given not in tuple(Title):
        raise RollError("unknown-title", title=given, known=tuple(Title))
    return Title(given)


@kind
@frozen
class Office:
    """One office of one person for one term.

    Attributes
    ----------
    member
        Who holds it; an id on the roll.
    body
        In which body, by name.
    since, until
        From the first day on, up to the day before the second; None where no end is set.

    Raises
    ------
    RollError
        ``unknown-title``, ``term-without-a-day``.

    Examples
    --------
    >>> office = Office("zhao", "supervisor", "居务监督委员会", date(2026, 1, 1), date(2031, 1, 1))
    >>> office.in_office(date(2031, 1, 1))
    False
    """

    member: str = field(converter=name)
    title: Title = field(converter=_title)
    body: str = field(converter=name)
    since: date
    until: date | None = None

    def __attrs_post_init__(self) -> None:
        check_term(self.member, self.since, self.until)

    def in_office(self, day: date) -> bool:
        """Whether the term has begun and not ended: ``since <= day < until``."""
        return in_term(self.since, self.until, day)

    def overlaps(self, other: Office) -> bool:
        """Whether the two terms have a day in common."""
        return meet((self.since, self.until), (other.since, other.until))


@kind
@frozen
class Clash:
    """Two offices that cannot go together, and whose terms have days in common.

    Attributes
    ----------
    since, until
        The days in common; None where no end is set.
    """

    one: Office
    other: Office
    tie: Tie
    law: str
    article: int

    @property
    def since(self) -> date:
        """The first day in common."""
        return max(self.one.since, self.other.since)

    @property
    def until(self) -> date | None:
        """The first day that they no longer have in common; None where no end is set."""
        return min((end for end in (self.one.until, self.other.until) if end), default=None)

    def explain(self, lang: str = "en") -> str:
        """Who holds what, and why it cannot be, in a sentence."""
        told = {
            "one": self.one.member,
            "title": f"title.{self.one.title}",
            "other": self.other.member,
            "second": f"title.{self.other.title}",
            "law": f"law.{self.law}",
            "article": self.article,
            "since": self.since,
            "until": self.until,
        }
        return say(f"Clash.{self.tie}", told, lang)


@kind
@frozen
class Flaw:
    """An office that is not as its title asks.

    Attributes
    ----------
    code
        ``term-too-long``; ``not-from-among``: they were not one of those of whom the holders are chosen when the term
        began; ``wrong-level``: the body stands on another level than the title.
    """

    office: Office
    code: str

    def explain(self, lang: str = "en") -> str:
        """What is not as it should be, in a sentence."""
        rule = RULES[self.office.title]
        told = {
            "member": self.office.member,
            "title": f"title.{self.office.title}",
            "body": self.office.body,
            "years": rule.years,
            "among": rule.among and f"title.{rule.among}",
            "level": rule.level and f"level.{rule.level}",
            "law": rule.law and f"law.{rule.law}",
            "article": rule.article,
        }
        return say(f"Flaw.{self.code}", told, lang)


def clashes(
    offices: Iterable[Office], bodies: Iterable[Body], relatives: Iterable[tuple[str, str]] = ()
) -> tuple[Clash, ...]:
    """The offices of one place that the law keeps apart, each pair once.

    Parameters
    ----------
    offices
        Of any bodies and terms.
    bodies
        Those that the offices name; two bodies of one place belong together.
    relatives
        Pairs of near relatives, in either order: spouses, parents and children, brothers and sisters, grandparents and
        grandchildren (Civil Code, article 1045). Nobody is concluded from two pairs.

    Raises
    ------
    RollError
        ``unknown-body``.
    InputError
        ``same-name-twice``.

    Notes
    -----
    Cost O(offices**2): they are few.

    Examples
    --------
    >>> from deliberate.community.scope import Scope
    >>> bodies = [Body("居委会", "committee", Scope("玉林")), Body("监督委员会", "resident", Scope("玉林"))]
    >>> zhao = Office("zhao", "supervisor", "监督委员会", date(2026, 1, 1))
    >>> [clash.tie for clash in clashes([zhao, Office("li", "committee-member", "居委会", date(2027, 1, 1))], bodies)]
    []
    >>> li = Office("li", "committee-member", "居委会", date(2027, 1, 1), date(2028, 1, 1))
    >>> [(clash.tie, clash.since) for clash in clashes([zhao, li], bodies, [("li", "zhao")])]
    [(<Tie.RELATIVE: 'near-relative'>, datetime.date(2027, 1, 1))]
    """
    given, known = tuple(offices), named(bodies)
    for office in given:
        _body(office, known)
    kin = frozenset(frozenset(pair) for pair in relatives)
    pairs = ((one, other) for place, one in enumerate(given) for other in given[place + 1 :] if one.overlaps(other))
    return tuple(
        clash
        for one, other in pairs
        if _body(one, known).scope.place == _body(other, known).scope.place
        for clash in _clash(one, other, kin)
    )


def flaws(offices: Iterable[Office], bodies: Iterable[Body]) -> tuple[Flaw, ...]:
    """What of the offices is not as their titles ask.

    Raises
    ------
    RollError
        ``unknown-body``.
    InputError
        ``same-name-twice``.
    """
    given, known = tuple(offices), named(bodies)
    return tuple(Flaw(office, code) for office in given for code in _flaws(office, given, _body(office, known)))


def _body(office: Office, known: Mapping[str, Body]) -> Body:
    if office.body not in known:
        raise RollError("unknown-body", body=office.body, known=tuple(known))
    return known[office.body]


def _clash(one: Office, other: Office, kin: frozenset[frozenset[str]]) -> Iterator[Clash]:
    same, near = one.member == other.member, frozenset((one.member, other.member)) in kin
    for row in INCOMPATIBLE:
        tied = same if row.tie is Tie.SELF else near and not same
        for first, second in dict.fromkeys(((one, other), (other, one))):
            if tied and (first.title, second.title) == (row.one, row.other):
                yield Clash(first, second, row.tie, row.law, row.article)
                break


def _flaws(office: Office, offices: tuple[Office, ...], body: Body) -> Iterator[str]:
    rule = RULES[office.title]
    if rule.years is not None and (office.until is None or office.until > years_after(office.since, rule.years)):
        yield "term-too-long"
    if rule.among and not any(
        each.member == office.member and each.title is rule.among and each.in_office(office.since) for each in offices
    ):
        yield "not-from-among"
    if rule.level and body.level not in {None, rule.level}:
        yield "wrong-level"
