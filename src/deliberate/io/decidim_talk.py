"""A conversation exported from Decidim as moves, so that ``confer`` can fold it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from deliberate.assembly.moves import DraftProposal, GiveSupport, Move, OpenRound, RaiseIssue, TakeTurn
from deliberate.io.decidim import DecidimComment, DecidimProposal
from deliberate.io.exported import Person, distinct, name_each

_PROPOSAL, _COMMENT = "Decidim::Proposals::Proposal", "Decidim::Comments::Comment"
_ALWAYS = ("loss.earlier-texts", "loss.links", "loss.supporters", "loss.support-times")


@frozen
class DecidimTalk:
    """What was proposed and what was said about it.

    Attributes
    ----------
    proposals, comments
        As :mod:`deliberate.io.decidim` reads them.
    """

    proposals: tuple[DecidimProposal, ...]
    comments: tuple[DecidimComment, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """What each proposal is called on the table: its title, with its number where another has the same."""
        known = distinct((one.id, one.title) for one in self.proposals)
        return tuple(known[one.id, one.title] for one in self.proposals)

    def about(self) -> tuple[str, ...]:
        """For each comment the name of the proposal that it is about, however deep; empty where it is on none.

        Notes
        -----
        Cost O(comments * depth). Answers that go round in a circle, which no platform writes, are about nothing.
        """
        by_id = dict(zip((one.id for one in self.proposals), self.names, strict=True))
        by_url = {one.url: by_id[one.id] for one in self.proposals if one.url}
        comments = {one.id: one for one in self.comments}
        return tuple(_about(one, comments, by_id) or by_url.get(one.root, "") for one in self.comments)


def losses(talk: DecidimTalk) -> tuple[str, ...]:
    """What cannot be known from the export, or has no move, as codes that ``words.term`` puts into words.

    Notes
    -----
    Always: the earlier texts of a proposal (an amendment that was accepted already stands in it), where links and
    pictures led, who the counted supporters were, and when a named supporter joined. ``loss.comments``: there are
    comments on what is not in the export; they become no moves.

    Examples
    --------
    >>> losses(DecidimTalk(()))
    ('loss.earlier-texts', 'loss.links', 'loss.support-times', 'loss.supporters')
    """
    return tuple(sorted({*_ALWAYS, *(("loss.comments",) if "" in talk.about() else ())}))


def moves_of(talk: DecidimTalk, issue: str) -> tuple[Move, ...]:
    r"""The moves of a conversation in the order of time.

    Parameters
    ----------
    talk
        What was exported.
    issue
        What it was all about; the export does not say.

    Notes
    -----
    Whoever came first raises the issue and opens the one round, which stays open. A proposal or amendment is
    ``DraftProposal`` by its first author, a named supporter ``GiveSupport`` at the moment of the proposal, a comment
    ``TakeTurn``. Two people of one name are told apart by their numbers; where no author is named, the entry speaks
    for itself (``comments/7``). Fold it with ``Rounds(turns=...)`` large enough: an online conversation has no limit.

    Examples
    --------
    >>> from deliberate.assembly import Agenda, Rounds, confer
    >>> from deliberate.io.decidim import comments, proposals
    >>> lamps = proposals("id;title;body;published_at;author/name\n1;Lamps;Two.;2026-03-01 12:00:00 UTC;Li")
    >>> said = comments("id;body;alignment;created_at;author/name;commentable_type;commentable_id\n"
    ...     "3;Too bright.;-1;2026-03-02 12:00:00 UTC;Wang;Decidim::Proposals::Proposal;1")
    >>> confer(Agenda(), Rounds(), moves_of(DecidimTalk(lamps, said), "The dark yard")).speakers
    ('Wang',)
    """
    entries = sorted(_entries(talk), key=lambda move: move.at)
    if not entries:
        return ()
    first = entries[0]
    opening = (RaiseIssue(issue), OpenRound(issue))
    return (*(Move(first.by, first.at, act) for act in opening), *entries)


def _entries(talk: DecidimTalk) -> Iterator[Move]:
    proposers = [one.authors[0] if one.authors else Person("", f"proposals/{one.id}") for one in talk.proposals]
    speakers = [_speaker(one) for one in talk.comments]
    called = name_each((*proposers, *speakers))
    for one, known, by in zip(talk.proposals, talk.names, proposers, strict=True):
        yield Move(called[by], one.at, DraftProposal(known, one.text))
        yield from _support(one.endorsers, known, one)
    about: Sequence[str] = talk.about()
    for comment, proposal, by in zip(talk.comments, about, speakers, strict=True):
        if proposal:
            yield Move(called[by], comment.at, TakeTurn(comment.text, proposal, comment.side))


def _support(endorsers: Sequence[str], known: str, one: DecidimProposal) -> Iterator[Move]:
    for endorser in endorsers:
        yield Move(endorser, one.at, GiveSupport(known))


def _speaker(one: DecidimComment) -> Person:
    return one.author if one.author.id or one.author.name else Person("", f"comments/{one.id}")


def _about(one: DecidimComment, comments: dict[str, DecidimComment], proposals: dict[str, str]) -> str:
    seen = set()
    while one.on[0] == _COMMENT and one.on[1] in comments and one.id not in seen:
        seen.add(one.id)
        one = comments[one.on[1]]
    return proposals.get(one.on[1], "") if one.on[0] == _PROPOSAL else ""
