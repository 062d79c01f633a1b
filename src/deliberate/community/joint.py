"""Joint action 共同行动: first who may decide 厘清权责, then who is what to whom 重塑关系, then what they do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from attrs import field, frozen

from deliberate.community.body import Body, named
from deliberate.community.competence import Competent, Gap, Overlap, competent_body
from deliberate.community.party import Standing, several
from deliberate.community.relation import Relation
from deliberate.community.scope import Subject
from deliberate.errors import Refused, RollError
from deliberate.identity import name, names
from deliberate.records.kinds import kind
from deliberate.words import say


def _parties(given: str | Iterable[str]) -> tuple[str, ...]:
    return names(several(given), where="parties")


@kind
@frozen
class JointAction:
    """What several parties may do together 共同行动. Make one with :func:`joint_action`.

    Attributes
    ----------
    parties
        Who acts, by name.
    body
        Who may decide on it.
    relations
        What holds them and the body together that day.
    """

    parties: tuple[str, ...] = field(converter=_parties)
    subject: Subject
    body: str = field(converter=name)
    relations: tuple[Relation, ...]
    day: date

    def explain(self, lang: str = "en") -> str:
        """Who acts, who decides, and by what relations, a line for each."""
        told = {
            "parties": self.parties,
            "place": self.subject.where,
            "tags": self.subject.tags,
            "body": self.body,
            "day": self.day,
        }
        return "\n".join((say("JointAction", told, lang), *(each.explain(lang) for each in self.relations)))


def joint_action(
    parties: str | Iterable[str],
    subject: Subject,
    bodies: Iterable[Body],
    relations: Iterable[Relation],
    day: date,
) -> JointAction:
    """What the parties may do together that day, once it is settled who decides and who is what to whom.

    Parameters
    ----------
    parties
        Those who want to act, by name: two or more.
    subject
        Where, and about what.
    bodies
        Of the whole community, in any order.
    relations
        Of the whole community; those count that hold that day and speak of all of this.

    Raises
    ------
    Refused
        The first of :func:`hindrances`.
    RollError
        ``two-standings``: one name is two kinds of party.
    InputError
        ``same-name-twice``.

    Examples
    --------
    >>> from deliberate.community.relation import Party
    >>> from deliberate.community.scope import Scope
    >>> street, committee = Party("玉林街道", "street"), Body("居委会", "committee", Scope("玉林", "fire"))
    >>> guides = Relation(street, committee.party, "guides", date(2026, 1, 1))
    >>> fire, day = Subject("玉林", "fire"), date(2026, 3, 1)
    >>> joint_action(["玉林街道", "居委会"], fire, [committee], [guides], day).body
    '居委会'
    >>> joint_action(["玉林街道", "居委会"], fire, [committee], [], day)
    Traceback (most recent call last):
    deliberate.errors.Refused: No relation is named between 居委会 and these: 玉林街道. Name it first: who serves, \
entrusts, guides, supervises or assists whom, from when, and about what.
    """
    acting, known, named_relations = _parties(parties), tuple(bodies), tuple(relations)
    for hindrance in hindrances(acting, subject, known, named_relations, day):
        raise hindrance
    # Nothing stands in the way, so that there is exactly one body.
    [body] = _decider(competent_body(subject, known, day))
    return JointAction(acting, subject, body, _among((*acting, body), subject, named_relations, day), day)


def hindrances(
    parties: str | Iterable[str],
    subject: Subject,
    bodies: Iterable[Body],
    relations: Iterable[Relation],
    day: date,
) -> Iterator[Refused]:
    """All that stands against a joint action, in the order in which it is settled; nothing where it may begin.

    Yields
    ------
    Refused
        ``acts-alone``: there is one party; ``no-competent-body`` or ``competence-overlap``: it is not settled who
        decides; ``no-relation``: a party is not joined to the others and to the body that decides.

    Notes
    -----
    A relation joins two parties whichever way it points, and two parties may be joined through a third that acts with
    them: the parties and the deciding body are to hang together, not each with each. Cost O(bodies * (depth + tags) +
    relations).
    """
    acting, known, given = _parties(parties), tuple(bodies), tuple(relations)
    _one_standing_each(known, given)
    if len(acting) < 2:
        yield Refused("acts-alone", parties=acting)
    found = competent_body(subject, known, day)
    match found:
        case Gap():
            yield Refused("no-competent-body", place=subject.where, tags=subject.tags, reason=f"gap.{found.reason}")
        case Overlap():
            yield Refused("competence-overlap", bodies=found.bodies)
    body = _decider(found)
    everybody = (*body, *(party for party in acting if party not in body))
    joined = _joined(everybody, _among(everybody, subject, given, day))
    apart = tuple(party for party in everybody if party not in joined)
    if apart:
        yield Refused("no-relation", apart=apart, joined=tuple(party for party in everybody if party in joined))


def _decider(found: Competent | Gap | Overlap) -> tuple[str, ...]:
    return (found.body,) if isinstance(found, Competent) else ()


def _one_standing_each(bodies: tuple[Body, ...], relations: tuple[Relation, ...]) -> None:
    known: dict[str, Standing] = {each: body.standing for each, body in named(bodies).items()}
    for party in (party for each in relations for party in (each.one, each.other)):
        if known.setdefault(party.name, party.standing) is not party.standing:
            standings = (f"party.{known[party.name]}", f"party.{party.standing}")
            raise RollError("two-standings", party=party.name, standings=standings)


def _among(parties: Iterable[str], subject: Subject, relations: Iterable[Relation], day: date) -> tuple[Relation, ...]:
    inside = frozenset(parties)
    return tuple(each for each in relations if inside.issuperset(each.names) and each.holds(subject.tags, day))


def _joined(parties: tuple[str, ...], relations: tuple[Relation, ...]) -> frozenset[str]:
    """Those who hang together with the first one."""
    beside: dict[str, set[str]] = {party: set() for party in parties}
    for each in relations:
        one, other = each.names
        beside[one].add(other)
        beside[other].add(one)
    reached, ahead = set[str](), list(parties[:1])
    while ahead:
        party = ahead.pop()
        if party not in reached:
            reached.add(party)
            ahead += beside[party]
    return frozenset(reached)
