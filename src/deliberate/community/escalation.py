"""Escalation: how a matter comes to a higher body, step by step, each with its reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from enum import StrEnum

import attrs
from attrs import field, frozen

from deliberate.community.body import Body, named
from deliberate.community.scope import Subject
from deliberate.errors import InputError, Refused, RollError
from deliberate.identity import name
from deliberate.records.kinds import kind
from deliberate.words import say


class Ground(StrEnum):
    """Why a matter leaves a lower body; checked against the bodies, the clock or the words.

    ``out-of-competence``: the body may not decide on it; ``unanswered``: the answer is overdue;
    ``asked-by-the-lower-body``: the body itself asks; ``overlap``: another body on its level may decide as well;
    ``party-to-it``: the body is a party to the matter, and the words say how.
    """

    OUT_OF_COMPETENCE = "out-of-competence"
    UNANSWERED = "unanswered"
    ASKED = "asked-by-the-lower-body"
    OVERLAP = "overlap"
    PARTY = "party-to-it"


def _ground(given: str) -> Ground:
    if given not in tuple(Ground):
        raise RollError("unknown-ground", ground=given, known=tuple(Ground))
    return Ground(given)


def _aware(moment: datetime | None) -> None:
    if moment is not None and moment.tzinfo is None:
        raise InputError("no-time-zone", moment=moment.isoformat())


@kind
@frozen
class Passed:
    """A body that a matter leaves, or goes by, and why.

    Attributes
    ----------
    due
        By when it was to answer; asked for where the reason is ``unanswered``.
    words
        More of the reason; asked for where it is ``party-to-it``.
    """

    body: str = field(converter=name)
    reason: Ground = field(converter=_ground)
    due: datetime | None = None
    words: str = ""

    def __attrs_post_init__(self) -> None:
        _aware(self.due)


@kind
@frozen
class Escalation:
    """A matter goes from a lower body to a higher one 上交.

    Attributes
    ----------
    matter
        The id of the matter.
    lower
        Which body it leaves, and why.
    upper
        To which body it goes, by name.
    by
        Who moves it: a member, or a body itself.
    at
        When, with its distance from UTC.
    passed
        The competent bodies below the higher one that it goes by, each with the reason.
    """

    matter: str = field(converter=name)
    lower: Passed
    upper: str = field(converter=name)
    by: str = field(converter=name)
    at: datetime
    passed: tuple[Passed, ...] = ()

    def __attrs_post_init__(self) -> None:
        _aware(self.at)

    def explain(self, lang: str = "en") -> str:
        """From where to where and why, in a sentence."""
        told = {
            "matter": self.matter,
            "lower": self.lower.body,
            "upper": self.upper,
            "by": self.by,
            "at": self.at,
            "reason": f"ground.{self.lower.reason}",
            "words": self.lower.words,
            "passed": tuple(each.body for each in self.passed),
        }
        return say("Escalation", told, lang)


@kind
@frozen
class Route:
    """The way of one matter up the bodies so far: its log.

    Attributes
    ----------
    taken
        The escalations, in order.
    """

    matter: str = field(converter=name)
    subject: Subject
    taken: tuple[Escalation, ...] = ()

    @property
    def holder(self) -> str:
        """The body that has the matter; empty before the first escalation."""
        return self.taken[-1].upper if self.taken else ""

    @property
    def had(self) -> frozenset[str]:
        """The bodies that have or had it, or that it went by with a reason."""
        return frozenset(
            body for each in self.taken for body in (each.lower.body, each.upper, *(p.body for p in each.passed))
        )

    def explain(self, lang: str = "en") -> str:
        """The log, a line for each escalation."""
        return "\n".join(each.explain(lang) for each in self.taken)


def escalate(route: Route, escalation: Escalation, bodies: Iterable[Body], day: date | None = None) -> Route:
    """The route with one step more: up, to a body that may decide, past nobody without a reason.

    Parameters
    ----------
    bodies
        Of the whole community, in any order.
    day
        Bodies whose term does not run that day may not decide; None leaves the terms out.

    Raises
    ------
    Refused
        The first of :func:`objections`; the route stays as it is.

    Examples
    --------
    >>> from datetime import UTC
    >>> from deliberate.community.scope import Scope
    >>> building = Body("3 栋楼栋会", "resident", Scope(("玉林", "3 栋"), "lift"))
    >>> committee = Body("居委会", "committee", Scope("玉林", {"lift", "pet"}))
    >>> asked = Passed("3 栋楼栋会", "asked-by-the-lower-body")
    >>> up = Escalation("lift", asked, "居委会", "3 栋楼栋会", datetime(2026, 3, 9, tzinfo=UTC))
    >>> escalate(Route("lift", Subject(("玉林", "3 栋"), "lift")), up, [committee, building]).holder
    '居委会'
    """
    for objection in objections(route, escalation, bodies, day):
        raise objection
    return attrs.evolve(route, taken=(*route.taken, escalation))


def objections(
    route: Route, escalation: Escalation, bodies: Iterable[Body], day: date | None = None
) -> Iterator[Refused]:
    """All that stands against an escalation; nothing where it may be made.

    Yields
    ------
    Refused
        ``other-matter``; ``unknown-body``; ``not-with-this-body``: another has the matter; ``not-on-the-way-up``: a
        body of some other place; ``not-upward``; ``not-competent``: the higher body may not decide on this, and
        nobody becomes competent by being asked; ``competence-overlap``: on its level, others may, too;
        ``passes-competent-body``: a lower one may decide, never had it, and no reason is given; and for each body
        left or passed ``within-competence``, ``answer-not-due``, ``not-asked-by-the-body``, ``no-overlap`` or
        ``reason-without-words``, where the reason does not hold.

    Notes
    -----
    Cost O(bodies * (depth + tags)).
    """
    known = named(bodies)
    if escalation.matter != route.matter:
        yield Refused("other-matter", matter=escalation.matter, expected=route.matter)
    left = (escalation.lower, *escalation.passed)
    unknown = [one for one in (*(each.body for each in left), escalation.upper) if one not in known]
    if unknown:
        yield Refused("unknown-body", body=unknown[0], known=tuple(known))
        return
    yield from _direction(route, escalation, known)
    competent = [body for body in known.values() if body.may_decide(route.subject, day)]
    yield from _aim(known[escalation.upper], competent)
    for each in left:
        yield from _grounds(each, escalation, known, competent)
    yield from _passing(route, escalation, known, competent)


def higher(route: Route, body: str, bodies: Iterable[Body], day: date | None = None) -> tuple[str, ...]:
    """The bodies above one of them to which a matter may go, the nearest first.

    Where several on one level may decide, it can go to none of them.

    Raises
    ------
    Refused
        ``unknown-body``.
    """
    known = named(bodies)
    if body not in known:
        raise Refused("unknown-body", body=body, known=tuple(known))
    competent = [each for each in known.values() if each.may_decide(route.subject, day)]
    levels = Counter(each.depth for each in competent)
    above = [each for each in competent if each.depth < known[body].depth and levels[each.depth] == 1]
    return tuple(each.name for each in sorted(above, key=lambda each: -each.depth))


def _direction(route: Route, escalation: Escalation, known: Mapping[str, Body]) -> Iterator[Refused]:
    lower, upper = known[escalation.lower.body], known[escalation.upper]
    if route.holder and lower.name != route.holder:
        yield Refused("not-with-this-body", body=lower.name, holder=route.holder)
    for body in (lower, upper):
        if not body.takes_in(route.subject.place):
            yield Refused("not-on-the-way-up", body=body.name, place=route.subject.where)
    if upper.depth >= lower.depth:
        yield Refused("not-upward", lower=lower.name, upper=upper.name)


def _aim(upper: Body, competent: list[Body]) -> Iterator[Refused]:
    beside = tuple(body.name for body in competent if body.depth == upper.depth)
    if upper not in competent:
        yield Refused("not-competent", body=upper.name)
    elif len(beside) > 1:
        yield Refused("competence-overlap", bodies=beside)


def _grounds(
    left: Passed, escalation: Escalation, known: Mapping[str, Body], competent: list[Body]
) -> Iterator[Refused]:
    body = known[left.body]
    match left.reason:
        case Ground.OUT_OF_COMPETENCE if body in competent:
            yield Refused("within-competence", body=body.name)
        case Ground.UNANSWERED if left.due is None or escalation.at <= left.due:
            yield Refused("answer-not-due", body=body.name, due=left.due)
        case Ground.ASKED if escalation.by != body.name:
            yield Refused("not-asked-by-the-body", body=body.name, by=escalation.by)
        case Ground.OVERLAP if body not in competent or sum(each.depth == body.depth for each in competent) < 2:
            yield Refused("no-overlap", body=body.name)
        case Ground.PARTY if not left.words.strip():
            yield Refused("reason-without-words", body=body.name)


def _passing(
    route: Route, escalation: Escalation, known: Mapping[str, Body], competent: list[Body]
) -> Iterator[Refused]:
    had = route.had | {escalation.lower.body} | {each.body for each in escalation.passed}
    left = (each.lower for each in (*route.taken, escalation))
    # Those who overlap have the matter together.
    shared = {known[each.body].depth for each in left if each.reason is Ground.OVERLAP and each.body in known}
    for body in competent:
        if body.depth > known[escalation.upper].depth and body.name not in had and body.depth not in shared:
            yield Refused("passes-competent-body", body=body.name, upper=escalation.upper)
