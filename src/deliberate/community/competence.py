"""Who may decide: the lowest body whose scope takes a matter in, or a gap, or an overlap."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from attrs import frozen

from deliberate.community.body import Body, named
from deliberate.community.scope import Subject
from deliberate.records.kinds import kind
from deliberate.words import say


class GapReason(StrEnum):
    """Why nobody may decide; the first that holds is told."""

    UNTAGGED = "untagged"
    OUT_OF_TERM = "out-of-term"
    DECIDES_NOTHING = "decides-nothing"
    TAGS_DIVIDED = "tags-divided"
    ELSEWHERE = "elsewhere"
    NOBODY = "nobody"


@kind
@frozen
class Competent:
    """One body may decide, and none that is nearer to the homes."""

    subject: Subject
    body: str

    def explain(self, lang: str = "en") -> str:
        """Who may decide, in a sentence."""
        return say("Competent", {**_told(self.subject), "body": self.body}, lang)


@kind
@frozen
class Gap:
    """Nobody may decide 空白: what the charter has to settle first.

    Attributes
    ----------
    reason
        ``untagged``: nobody said what it is about; ``out-of-term``: whose scope it is has no term running;
        ``decides-nothing``: whose scope it is has no competence to decide, such as a grid; ``tags-divided``: several
        bodies may each decide a part; ``elsewhere``: only bodies of other places decide on this; ``nobody``.
    concerned
        The bodies of which the reason speaks, by name.
    nearest
        Whom to ask: the lowest bodies that decide anything where the matter is.
    """

    subject: Subject
    reason: GapReason
    concerned: tuple[str, ...] = ()
    nearest: tuple[str, ...] = ()

    def explain(self, lang: str = "en") -> str:
        """What is missing, in a sentence."""
        about = {"reason": f"gap.{self.reason}", "concerned": self.concerned, "nearest": self.nearest}
        return say("Gap", {**_told(self.subject), **about}, lang)


@kind
@frozen
class Overlap:
    """Several bodies on one level may decide, and none that is nearer to the homes 交叉.

    Attributes
    ----------
    bodies
        By name.
    """

    subject: Subject
    bodies: tuple[str, ...]

    def explain(self, lang: str = "en") -> str:
        """Who may all decide, in a sentence."""
        return say("Overlap", {**_told(self.subject), "bodies": self.bodies}, lang)


def competent_body(subject: Subject, bodies: Iterable[Body], day: date | None = None) -> Competent | Gap | Overlap:
    """Who may decide on a matter: the lowest body 自下而上, or why there is not exactly one.

    Parameters
    ----------
    subject
        Where the matter is, and what it is about.
    bodies
        Of the whole community, in any order.
    day
        Bodies whose term does not run that day do not count; None leaves the terms out.

    Raises
    ------
    InputError
        ``same-name-twice``: two bodies of one name.

    Notes
    -----
    Of the bodies whose scope takes in the place and all tags and who may decide there, those with the longest path are
    the lowest. One is competent, two on that level are an overlap, though there be others above: these come in by an
    :class:`~deliberate.community.escalation.Escalation` only. A body of lower place that covers but a part of the tags
    is not competent: part of a matter cannot be decided. Cost O(bodies * (depth + tags)).

    Examples
    --------
    >>> from deliberate.community.scope import Scope
    >>> committee = Body("居委会", "committee", Scope("玉林", {"lift", "pet"}))
    >>> building = Body("3 栋楼栋会", "resident", Scope(("玉林", "3 栋"), "lift"))
    >>> competent_body(Subject(("玉林", "3 栋"), "lift"), [committee, building]).body
    '3 栋楼栋会'
    >>> competent_body(Subject(("玉林", "3 栋"), "pet"), [committee, building]).body
    '居委会'
    >>> print(competent_body(Subject("玉林", "parking"), [committee, building]).explain("en"))
    Nobody may decide on parking in 玉林: no body has this in its scope. The nearest body to ask: 居委会.
    """
    known = tuple(named(bodies).values())
    may = lowest(body for body in known if body.may_decide(subject, day))
    if len(may) == 1:
        return Competent(subject, may[0].name)
    return Overlap(subject, _names(may)) if may else _gap(subject, known, day)


def gaps_and_overlaps(
    bodies: Iterable[Body], matters: Iterable[Subject], day: date | None = None
) -> tuple[Gap | Overlap, ...]:
    """What a charter leaves open or settles twice, matter by matter.

    Parameters
    ----------
    bodies
        Of the whole community.
    matters
        What may come up, such as :func:`every_subject` of its places and tags.
    day
        None leaves the terms out.

    Examples
    --------
    >>> from deliberate.community.scope import Scope
    >>> lamps = Body("lamps", "resident", Scope("3 栋", "light"))
    >>> [found.subject.where for found in gaps_and_overlaps([lamps], every_subject(["3 栋", "4 栋"], ["light"]))]
    ['4 栋']
    """
    known = tuple(bodies)
    found = (competent_body(subject, known, day) for subject in matters)
    return tuple(each for each in found if not isinstance(each, Competent))


def every_subject(places: Iterable[str | Iterable[str]], tags: Iterable[str]) -> tuple[Subject, ...]:
    """A matter for each place and each single tag, in the order given."""
    about = tuple(tags)
    paths = (place if isinstance(place, str) else tuple(place) for place in places)
    return tuple(Subject(place, tag) for place in paths for tag in about)


def lowest(bodies: Iterable[Body]) -> tuple[Body, ...]:
    """Those with the longest path, in the order given."""
    given = tuple(bodies)
    depth = max((body.depth for body in given), default=0)
    return tuple(body for body in given if body.depth == depth)


def _gap(subject: Subject, bodies: tuple[Body, ...], day: date | None) -> Gap:
    here = [body for body in bodies if body.takes_in(subject.place)]
    deciding = [body for body in here if body.decides and body.in_term(day)]
    reason, concerned = _reason(subject, bodies, here, deciding)
    return Gap(subject, reason, _names(concerned), _names(lowest(deciding)))


def _reason(
    subject: Subject, bodies: Iterable[Body], here: list[Body], deciding: list[Body]
) -> tuple[GapReason, Iterable[Body]]:
    if not subject.tags:
        return GapReason.UNTAGGED, ()
    whose = [body for body in here if subject.tags <= body.scope.tags]
    if any(body.decides for body in whose):
        return GapReason.OUT_OF_TERM, (body for body in whose if body.decides)
    if whose:
        return GapReason.DECIDES_NOTHING, whose
    parts = [body for body in deciding if body.scope.tags & subject.tags]
    if subject.tags <= frozenset(tag for body in parts for tag in body.scope.tags):
        return GapReason.TAGS_DIVIDED, parts
    others = [body for body in bodies if body.decides and subject.tags <= body.scope.tags]
    return (GapReason.ELSEWHERE, others) if others else (GapReason.NOBODY, ())


def _names(bodies: Iterable[Body]) -> tuple[str, ...]:
    return tuple(body.name for body in bodies)


def _told(subject: Subject) -> dict[str, object]:
    return {"place": subject.where, "tags": subject.tags}
