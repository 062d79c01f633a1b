"""Relations: who serves, entrusts, guides, supervises or assists whom, and what the law says of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from attrs import field, frozen

from deliberate.community.party import Standing
from deliberate.community.scope import tags_of
from deliberate.community.term import check_term, in_term
from deliberate.errors import RollError
from deliberate.identity import name
from deliberate.records.kinds import kind
from deliberate.words import say


class RelationKind(StrEnum):
    """What one party is to another: 服务 委托 指导 监督 协助."""

    SERVES = "serves"
    ENTRUSTS = "entrusts"
    GUIDES = "guides"
    SUPERVISES = "supervises"
    ASSISTS = "assists"


# Service and help go both ways between equals (权责对等); who is entrusted, guided or supervised by somebody cannot
# turn it round, unless the law names the other direction, too.
ONE_WAY = frozenset({RelationKind.ENTRUSTS, RelationKind.GUIDES, RelationKind.SUPERVISES})


@frozen
class Pairing:
    """A relation that a statute names, and where.

    Attributes
    ----------
    law
        ``residents-committees`` (2025), ``property-management`` (2018), ``owners-meetings`` (2009), ``civil-code``.
    article
        Its number there.
    """

    one: Standing
    how: RelationKind
    other: Standing
    law: str
    article: int

    def explain(self, lang: str = "en") -> str:
        """The relation and its article, in a sentence."""
        return say("pairing", _told(self.one, self.how, self.other, self), lang)


def _rows(law: str, *rows: tuple[str, str, str, int]) -> tuple[Pairing, ...]:
    return tuple(Pairing(Standing(one), RelationKind(how), Standing(other), law, at) for one, how, other, at in rows)


# Only what the text says in these very words; where it is silent, the parties are free.
PAIRINGS = (
    *_rows(
        "residents-committees",
        ("street", "guides", "committee", 6),
        ("committee", "assists", "street", 6),
        ("committee", "serves", "resident", 10),
        ("resident", "supervises", "committee", 11),
        ("committee", "guides", "resident-unit", 46),
    ),
    *_rows(
        "property-management",
        ("owner", "supervises", "owners-committee", 6),
        ("owner", "supervises", "property-company", 6),
        ("owners-committee", "supervises", "property-company", 15),
        ("owners-committee", "assists", "property-company", 15),
        ("committee", "guides", "owners-committee", 20),
        ("committee", "supervises", "owners-committee", 20),
        ("owners-committee", "entrusts", "property-company", 34),
        ("property-company", "serves", "owner", 35),
    ),
    *_rows(
        "owners-meetings",
        ("street", "guides", "owners-committee", 6),
        ("street", "supervises", "owners-committee", 6),
    ),
    *_rows(
        "civil-code",
        ("committee", "assists", "owner", 277),
        ("owner", "entrusts", "property-company", 284),
    ),
)
_FOUND = {(row.one, row.how, row.other): row for row in PAIRINGS}


def pairing(one: Standing, how: RelationKind, other: Standing) -> Pairing | None:
    """The statute's row for a relation; None where the law is silent.

    Examples
    --------
    >>> pairing(Standing.STREET, RelationKind.GUIDES, Standing.COMMITTEE).article
    6
    >>> pairing(Standing.STREET, RelationKind.SERVES, Standing.SOCIAL_ORGANISATION) is None
    True
    """
    return _FOUND.get((one, how, other))


def contrary(one: Standing, how: RelationKind, other: Standing) -> Pairing | None:
    """The statute's row that a relation would turn round; None where it turns none round."""
    return None if how not in ONE_WAY or pairing(one, how, other) else pairing(other, how, one)


def standing_of(given: str) -> Standing:
    """The standing of this name.

    Raises
    ------
    RollError
        ``unknown-standing``.
    """
    if given not in tuple(Standing):
        raise RollError("unknown-standing", standing=given, known=tuple(Standing))
    return Standing(given)


def _how(given: str) -> RelationKind:
    if given not in tuple(RelationKind):
        raise RollError("unknown-relation", relation=given, known=tuple(RelationKind))
    return RelationKind(given)


@kind
@frozen
class Party:
    """One side of a relation 主体: a person, a body, an organisation; one name is one party."""

    name: str = field(converter=name)
    standing: Standing = field(converter=standing_of)


@kind
@frozen
class Relation:
    """What one party is to another, for a time and about something 关系.

    Attributes
    ----------
    one
        Who serves, entrusts, guides, supervises or assists.
    other
        Whom.
    how
        ``serves``, ``entrusts``, ``guides``, ``supervises`` or ``assists``.
    since, until
        From the first day on, up to the day before the second; None where no end is set.
    about
        Tags; it speaks of matters that lie wholly inside, of every matter where there are none.

    Raises
    ------
    RollError
        ``related-to-self``, ``relation-turned-round``, ``term-without-a-day``, ``unknown-relation``.

    References
    ----------
    Law of China on urban residents' committees (revised 28 October 2025), articles 6, 10, 11, 46.
    Regulation on property management (2018), articles 6, 15, 20, 34, 35.
    Guiding rules on owners' meetings and committees (2009), article 6.
    Civil Code (2020), articles 277, 284.

    Examples
    --------
    >>> street, committee = Party("玉林街道", "street"), Party("居委会", "committee")
    >>> Relation(street, committee, "guides", date(2026, 1, 1)).explain("zh")
    '玉林街道指导居委会，自 2026 年 1 月 1 日起（《城市居民委员会组织法》第 6 条）。'
    """

    one: Party
    other: Party
    how: RelationKind = field(converter=_how)
    since: date
    until: date | None = None
    about: frozenset[str] = field(default=frozenset(), converter=tags_of)

    def __attrs_post_init__(self) -> None:
        if self.one.name == self.other.name:
            raise RollError("related-to-self", party=self.one.name)
        check_term(self.one.name, self.since, self.until)
        turned = contrary(self.one.standing, self.how, self.other.standing)
        if turned:
            raise RollError(
                "relation-turned-round",
                one=self.one.name,
                how=f"relation.{self.how}",
                other=self.other.name,
                law=f"law.{turned.law}",
                article=turned.article,
            )

    @property
    def pairing(self) -> Pairing | None:
        """What the law says of it; None where it is silent."""
        return pairing(self.one.standing, self.how, self.other.standing)

    @property
    def names(self) -> tuple[str, str]:
        """The two parties."""
        return self.one.name, self.other.name

    def holds(self, tags: frozenset[str], day: date) -> bool:
        """Whether it speaks of a matter with these tags on that day."""
        return (not self.about or tags <= self.about) and in_term(self.since, self.until, day)

    def explain(self, lang: str = "en") -> str:
        """The relation in a sentence, with the article where the law names it."""
        told = _told(self.one.name, self.how, self.other.name, self.pairing)
        return say("Relation", {**told, "about": self.about, "since": self.since, "until": self.until}, lang)


def _told(one: str, how: RelationKind, other: str, row: Pairing | None) -> dict[str, object]:
    law, article = (f"law.{row.law}", row.article) if row else (None, None)
    return {"one": one, "how": f"relation.{how}", "other": other, "law": law, "article": article}


def drawn(relations: Iterable[Relation], lang: str = "en") -> str:
    """The relations as a Mermaid flowchart, an arrow for each.

    Examples
    --------
    >>> street, committee = Party("玉林街道", "street"), Party("居委会", "committee")
    >>> print(drawn([Relation(street, committee, "guides", date(2026, 1, 1))], "zh"))
    flowchart TD
        n0["玉林街道"]
        n1["居委会"]
        n0 -->|指导| n1
    """
    given = tuple(relations)
    parties = {party: f"n{place}" for place, party in enumerate(dict.fromkeys(p for each in given for p in each.names))}
    boxes = [f'{box}["{_escaped(party)}"]' for party, box in parties.items()]
    arrows = [
        f"{parties[each.one.name]} -->|{say(f'term.relation.{each.how}', {}, lang)}| {parties[each.other.name]}"
        for each in given
    ]
    return "\n".join(("flowchart TD", *(f"    {line}" for line in (*boxes, *arrows))))


def _escaped(text: str) -> str:
    """Quotes and brackets mean something to Mermaid."""
    return "".join(f"#{ord(sign)};" if sign in '"#<>[]{}|&;' else sign for sign in text)
