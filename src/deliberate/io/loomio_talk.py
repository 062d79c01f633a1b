"""A discussion exported from Loomio as moves, so that ``confer`` can fold it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import frozen

from deliberate.assembly.moves import CloseRound, DraftProposal, Move, OpenRound, RaiseIssue, Side, TakeTurn
from deliberate.io.exported import Person, distinct, name_each
from deliberate.io.loomio_poll import LoomioVotes, stance_of
from deliberate.io.loomio_records import LoomioDiscussion, LoomioGroup, LoomioPoll
from deliberate.requirement.statuses import Stance

_SIDES = {Stance.YES: Side.FOR, Stance.NO: Side.AGAINST, Stance.OBJECTION: Side.AGAINST}

# What the export never holds, as codes that ``words.term`` puts into words.
LOSSES = ("loss.earlier-texts", "loss.links", "loss.reactions", "loss.replies")


@frozen
class _Thread:
    """One discussion with what belongs to it."""

    group: LoomioGroup
    discussion: LoomioDiscussion
    polls: Mapping[str, LoomioPoll]
    names: Mapping[str, str]
    called: Mapping[Person, str]


def losses(group: LoomioGroup, votes: Sequence[LoomioVotes] = ()) -> tuple[str, ...]:
    """What cannot be known from the exports, as codes that ``words.term`` puts into words.

    Notes
    -----
    Always: earlier texts, where links and pictures led, reactions, and which comment answers which. ``loss.choices``:
    a poll of the group has votes whose choices stand in its own export only, which was not given.

    Examples
    --------
    >>> losses(LoomioGroup(()))
    ('loss.earlier-texts', 'loss.links', 'loss.reactions', 'loss.replies')
    """
    given = {one.id for one in votes}
    unknown = any(stance.poll not in given for stance in group.stances)
    return tuple(sorted({*LOSSES, *(("loss.choices",) if unknown else ())}))


def moves_of(group: LoomioGroup, discussion: str, votes: Sequence[LoomioVotes] = ()) -> tuple[Move, ...]:
    r"""The moves of one discussion in the order of time.

    Parameters
    ----------
    discussion
        Its number.
    votes
        The exports of its polls, as far as there are any: they say on which side a voter's reason is.

    Raises
    ------
    InputError
        ``unknown-discussion``; as :func:`~deliberate.io.loomio_poll.stance_of` for the votes given.

    Notes
    -----
    The author raises the issue and opens the one round. A poll of the kind ``proposal`` is ``DraftProposal``; polls of
    other kinds put no proposal on the table. A comment is ``TakeTurn``, and so is the reason of a voter's latest
    stance, on the proposal's side where the votes say it. Where a poll has an outcome, the round is closed at the
    end with all outcomes as its summary. Fold it with ``Rounds(turns=...)`` large enough.

    Examples
    --------
    >>> from deliberate.io.loomio import group
    >>> read = group("Discussions (1)\nId,Author,Author name,Title,Description,Created at\n"
    ...     "5,1,Li,Lamps,Too dark.,2026-03-01 12:00:00 UTC\n")
    >>> [type(move.act).__name__ for move in moves_of(read, "5")]
    ['RaiseIssue', 'OpenRound']
    """
    thread = _thread(group, group.discussion(discussion))
    one = thread.discussion
    by = thread.called[one.author]
    opening = (RaiseIssue(one.title, one.text), OpenRound(one.title))
    sides = _sides(poll for poll in votes if poll.id in thread.names)
    entries = sorted((*_drafts(thread), *_turns(thread, sides)), key=lambda move: move.at)
    return (*(Move(by, one.at, act) for act in opening), *entries, *_close(thread, by, entries))


def _thread(group: LoomioGroup, discussion: LoomioDiscussion) -> _Thread:
    polls = {one.id: one for one in group.polls if one.topic == discussion.topic}
    proposals = [one for one in polls.values() if one.kind == "proposal"]
    known = distinct((one.id, one.title) for one in proposals)
    people = (
        *(one.author for one in group.discussions),
        *(one.author for one in group.comments),
        *(one.author for one in group.polls),
        *(one.voter for one in group.stances),
    )
    names = {one.id: known[one.id, one.title] for one in proposals}
    return _Thread(group, discussion, polls, names, name_each(people))


def _sides(votes: Iterable[LoomioVotes]) -> dict[str, Side]:
    return {vote.id: _SIDES.get(stance_of(poll, vote), Side.NEITHER) for poll in votes for vote in poll.votes}


def _drafts(thread: _Thread) -> Iterator[Move]:
    for number, known in thread.names.items():
        poll = thread.polls[number]
        yield Move(thread.called[poll.author], poll.at, DraftProposal(known, poll.text))


def _turns(thread: _Thread, sides: Mapping[str, Side]) -> Iterator[Move]:
    for comment in thread.group.comments:
        if comment.topic == thread.discussion.topic:
            yield Move(thread.called[comment.author], comment.at, TakeTurn(comment.text))
    for stance in thread.group.stances:
        if stance.poll in thread.polls and stance.latest and stance.reason:
            proposal = thread.names.get(stance.poll, "")
            side = sides.get(stance.id, Side.NEITHER) if proposal else Side.NEITHER
            yield Move(thread.called[stance.voter], stance.at, TakeTurn(stance.reason, proposal, side))


def _close(thread: _Thread, by: str, entries: Sequence[Move]) -> Iterator[Move]:
    outcomes = [one for one in thread.group.outcomes if one.poll in thread.polls]
    if outcomes:
        last = max((*(move.at for move in entries), *(one.at for one in outcomes)))
        yield Move(by, last, CloseRound("\n".join(one.text for one in outcomes)))
