"""The texts of a talk: what each proposal says at the end, how it came to say so, and what became of amendments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import pairwise

from attrs import frozen

from deliberate.assembly.circle.steps import BroughtToCircle, IntegrationAccepted, ProposalTuned
from deliberate.assembly.confer import Deliberation
from deliberate.assembly.floor import Floor, Version
from deliberate.assembly.liquid.part import Liquid
from deliberate.assembly.procedure import Part
from deliberate.assembly.proposals.amendment import Amendment
from deliberate.assembly.proposals.diffs import Difference, Piece, difference
from deliberate.assembly.proposals.part import Proposals
from deliberate.assembly.proposals.steps import AmendmentAdopted, AmendmentRejected
from deliberate.assembly.together import Parts
from deliberate.report.blocks import Block, Quote, Table
from deliberate.report.plain import one_line, plain
from deliberate.requirement.ruling import Ruling
from deliberate.requirement.statuses import Stance
from deliberate.words import say

SHORT = 16


@frozen
class Paper:
    """A proposal, under whatever rules of order.

    Attributes
    ----------
    life
        What became of it; empty where the rules of order do not say.
    asked
        Who supported an earlier text and has not said whether they support this one.
    """

    name: str
    by: tuple[str, ...]
    versions: tuple[Version, ...]
    life: str = ""
    supporters: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()


def parts_of(part: Part) -> Iterator[Part]:
    """The part, or those of the procedures that it holds together."""
    if isinstance(part, Parts):
        for each in part.each:
            yield from parts_of(each)
    else:
        yield part


def papers(talk: Deliberation, at: datetime | None = None) -> tuple[Paper, ...]:
    """All proposals in the order in which they came, those that left the table as well.

    Parameters
    ----------
    at
        When supporters are counted; None where nobody asks for them.
    """
    found = [paper for part in parts_of(talk.part) for paper in _papers(part, at)]
    return (*found, *_circle(talk))


def _papers(part: Part, at: datetime | None) -> Iterator[Paper]:
    match part:
        case Floor():
            for each in part.proposals:
                yield Paper(each.name, (each.by,), each.versions, supporters=each.latest.supporters)
        case Proposals():
            for draft in part.drafts.named.values():
                versions = tuple(Version(each.number, each.text, each.hash) for each in draft.versions)
                counted = (draft.backing.counted(at), draft.backing.unconfirmed(at)) if at else ((), ())
                yield Paper(draft.name, draft.initiators, versions, f"proposal-{draft.life}", *counted)
        case Liquid():
            for one in part.initiatives.values():
                versions = tuple(Version(number, each.text, each.hash) for number, each in enumerate(one.drafts, 1))
                life = "proposal-live" if one.is_live else "proposal-withdrawn"
                yield Paper(one.name, (one.by,), versions, life, tuple(one.supporters))


def _circle(talk: Deliberation) -> Iterator[Paper]:
    for brought in talk.steps(BroughtToCircle):
        later = (step for step in talk.trace if isinstance(step, ProposalTuned | IntegrationAccepted))
        versions = (Version(1, brought.text, brought.hash), *(Version(s.version, s.text, s.hash) for s in later))
        yield Paper(brought.proposal, (brought.by,), versions)


def texts(talk: Deliberation, at: datetime, lang: str) -> Iterator[Block]:
    """Each proposal with its latest text, who supports it, and what was changed; then the amendments.

    Notes
    -----
    For each change of a text the cost of comparing two texts.
    """
    for paper in papers(talk, at):
        latest = paper.versions[-1]
        about = {"proposal": paper.name, "number": latest.number, "hash": latest.hash[:SHORT]}
        yield one_line(say("minutes.text", {**about, "by": paper.by, "life": paper.life or None}, lang))
        yield Quote(latest.text)
        backed = say("minutes.supporters", {"supporters": paper.supporters, "asked": paper.asked}, lang)
        if backed:
            yield one_line(backed)
        yield from _changes(paper, lang)
    yield from _amendments(talk, lang)


def written(proposal: str, latest: Version, lang: str) -> Iterator[Block]:
    """A text with its hash; set apart where it has lines of its own."""
    about = {"proposal": proposal, "number": latest.number, "hash": latest.hash[:SHORT]}
    if "\n" not in plain(latest.text).strip():
        yield one_line(say("record.text", {**about, "text": latest.text}, lang))
    else:
        yield one_line(say("record.text", {**about, "text": ""}, lang))
        yield Quote(latest.text)


def _changes(paper: Paper, lang: str) -> Iterator[str]:
    for old, new in pairwise(paper.versions):
        changed = difference(plain(old.text), plain(new.text))
        told = say("minutes.changed", {"old": old.number, "new": new.number}, lang)
        yield "\n".join((told, *map(one_line, changed.explain(lang).split("\n"))))


def _amendments(talk: Deliberation, lang: str) -> Iterator[Table]:
    for part in parts_of(talk.part):
        if isinstance(part, Proposals) and part.amendments.named:
            decided = {
                step.amendment: step for step in talk.trace if isinstance(step, AmendmentAdopted | AmendmentRejected)
            }
            rows = tuple(_amendment(part, one, decided.get(one.name), lang) for one in part.amendments.named.values())
            yield Table(say("minutes.amendments", {}, lang), _head("amendment", lang), rows)


def _amendment(
    part: Proposals, one: Amendment, decided: AmendmentAdopted | AmendmentRejected | None, lang: str
) -> tuple[str, ...]:
    told = {"proposal": one.proposal, "version": one.version, "of": one.of}
    way = decided.way if isinstance(decided, AmendmentAdopted) and one.moot is None else None
    fate = {
        "state": None if way else f"amendment-{one.state}",
        "way": way,
        "moot": f"moot-{one.moot}" if one.moot else None,
        "rival": one.rival,
        **figures(decided.ruling if decided else None),
    }
    return (
        one.name,
        say("minutes.amendment-to", told, lang),
        one.by,
        one_line(amending(part, one).explain(lang)),
        say("minutes.amendment-fate", fate, lang),
    )


def amending(part: Proposals, one: Amendment) -> Difference:
    """What an amendment changes, to be read; looks at no more of the text than the amendment does."""
    text, pieces, at = part.base(one).text, list[Piece](), 0
    for span in sorted(one.spans):
        inside = difference(text[span.start : span.stop], span.replacement)
        pieces += (("keep", text[at : span.start]), *inside.pieces)
        at = span.stop
    return Difference(tuple(piece for piece in (*pieces, ("keep", text[at:])) if piece[1]))


def figures(ruling: Ruling | None) -> dict[str, object]:
    """How many said yes and no, by the first measure; None where it was not ruled by figures."""
    if ruling is None or not ruling.tallies.measures:
        return {"yes": None, "no": None}
    counts = dict(ruling.tallies.measures[0][1])
    return {"yes": counts.get(Stance.YES, 0), "no": counts.get(Stance.NO, 0)}


def _head(table: str, lang: str) -> tuple[str, ...]:
    columns: Iterable[str] = ("name", "to", "by", "changes", "fate")
    return tuple(say(f"minutes.{table}.{column}", {}, lang) for column in columns)
