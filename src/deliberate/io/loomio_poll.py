"""Loomio's export of one poll: its options, who chose what, and why.

Read in the repository loomio/loomio: ``app/extras/poll_exporter.rb`` (the tables), ``config/poll_types.yml`` (the kinds
and the options of a proposal), ``app/models/stance_choice.rb`` (what a score says in each kind).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from attrs import frozen

from deliberate.decision.answers import Answers
from deliberate.decision.ballots import Ranking
from deliberate.decision.election import Election
from deliberate.decision.profile import Profile
from deliberate.errors import InputError
from deliberate.identity import name
from deliberate.io.blocks import Block, blocks
from deliberate.io.exported import Person, name_each, plain_text
from deliberate.io.places import failed, join, placed
from deliberate.io.title import tidy
from deliberate.quantities import whole
from deliberate.requirement.statuses import Stance

# The options of the platform's own templates; the spelling is what its users see.
STANCES = {
    **dict.fromkeys(("agree", "consent", "accept", "looks good", "yes", "同意", "赞成"), Stance.YES),
    **dict.fromkeys(("disagree", "decline", "no", "不同意", "反对"), Stance.NO),
    **dict.fromkeys(("abstain", "not sure", "弃权"), Stance.ABSTAIN),
    **dict.fromkeys(("block", "objection", "object", "veto", "阻止", "异议"), Stance.OBJECTION),
    **dict.fromkeys(("stand aside", "保留"), Stance.STAND_ASIDE),
}

# In one kind the best option has the highest score, in the other the lowest.
_BEST_IS_HIGH = {"ranked_choice": True, "stv": False}


@frozen
class LoomioVote:
    """One voter's latest word.

    Attributes
    ----------
    id
        The number of the stance; the export of the group has the same.
    scores
        For each option of the poll what was given to it; None where nothing was.
    """

    id: str
    voter: Person
    reason: str
    scores: tuple[int | None, ...]


@frozen
class LoomioVotes:
    """One poll with its votes; who was asked and has not voted stands there too, without scores."""

    id: str
    title: str
    options: tuple[str, ...]
    votes: tuple[LoomioVote, ...]


def votes(text: str, where: str = "") -> LoomioVotes:
    r"""What the export of a poll holds.

    Parameters
    ----------
    text
        The tables ``poll``, ``poll_options`` and ``votes``, the last one with a column for each option at its end.
    where
        The file, for errors.

    Raises
    ------
    ParseError
        ``empty-file``, ``bad-csv``, ``row-does-not-fit``, ``no-table``, ``no-column``, ``same-name-twice``,
        ``empty-name``, ``not-a-number``, ``not-whole``: with file and line.

    Examples
    --------
    >>> read = votes(
    ...     "poll\nid,title\n4,Two lamps\npoll_options\nid,name\n1,Agree\n2,Disagree\n"
    ...     "votes\nid,voter_id,voter_name,reason,Agree,Disagree\n7,1,Li,Dark.,1,\n8,2,Wang,,,\n"
    ... )
    >>> answers(read).tallies().count("head", "YES"), answers(read).tallies().count("head", "ABSENT")
    (1, 1)
    """
    tables = blocks(text, where)
    missing = tuple(title for title in ("poll", "poll_options", "votes") if title not in tables)
    if missing:
        raise failed("no-table", where, 1, needed=missing, found=tuple(tables))
    options = _options(tables["poll_options"], where)
    for line, poll in _cells(tables["poll"], ("id", "title"), where):
        with placed(where, line):
            title = name(tidy(poll["title"]))
        return LoomioVotes(poll["id"], title, options, tuple(_votes(tables["votes"], options, where)))
    raise failed("truncated-file", where, tables["poll"].line)


def stance_of(poll: LoomioVotes, vote: LoomioVote) -> Stance:
    """How a voter stands to a proposal: ``STANCES`` says what each option means; nothing chosen is ABSENT.

    Raises
    ------
    InputError
        ``unknown-stance`` for an option that the table does not know; ``several-answers``.
    """
    chosen = [option for option, score in zip(poll.options, vote.scores, strict=True) if score]
    if len(chosen) > 1:
        raise InputError("several-answers", member=vote.voter.name, answers=tuple(chosen))
    if not chosen:
        return Stance.ABSENT
    stance = STANCES.get(chosen[0].casefold().replace("_", " "))
    if stance is None:
        raise InputError("unknown-stance", stance=chosen[0], known=tuple(STANCES))
    return stance


def answers(poll: LoomioVotes, status_quo: str = "status quo") -> Answers:
    """The answers to a proposal, one head for each voter asked.

    Parameters
    ----------
    status_quo
        What leaving things as they are is called.

    Raises
    ------
    InputError
        As :func:`stance_of`.
    """
    called = _voters(poll)
    stances = {by: stance_of(poll, vote) for by, vote in zip(called, poll.votes, strict=True)}
    return Answers.of(stances, dict.fromkeys(called, (1,)), options=(poll.title, status_quo))


def rankings(poll: LoomioVotes, kind: str) -> Election[Ranking]:
    r"""The rankings of a poll; who ranked nothing has no ballot.

    Parameters
    ----------
    kind
        ``ranked_choice`` or ``stv``: the export of the group says which it is, this one does not. In the first the
        best option has the highest score, in the second the score is the rank.

    Raises
    ------
    InputError
        ``not-ranked`` for another kind.

    Examples
    --------
    >>> read = votes("poll\nid,title\n4,Where?\npoll_options\nid,name\n1,north\n2,south\n"
    ...     "votes\nid,voter_id,voter_name,reason,north,south\n7,1,Li,,2,1\n")
    >>> rankings(read, "ranked_choice").profile.ranks.tolist(), rankings(read, "stv").profile.ranks.tolist()
    ([[1, 2]], [[2, 1]])
    """
    if kind not in _BEST_IS_HIGH:
        raise InputError("not-ranked", kind=kind, known=tuple(_BEST_IS_HIGH))
    ballots = [(Ranking(levels), 1) for levels in (_levels(poll, vote, kind) for vote in poll.votes) if levels]
    return Election(Profile.from_rankings(ballots, poll.options), title=poll.title)


def _levels(poll: LoomioVotes, vote: LoomioVote, kind: str) -> tuple[tuple[str, ...], ...]:
    sign = -1 if _BEST_IS_HIGH[kind] else 1
    given = sorted(
        (score * sign, option) for option, score in zip(poll.options, vote.scores, strict=True) if score is not None
    )
    return tuple(tuple(option for _, option in level) for _, level in groupby(given, key=lambda pair: pair[0]))


def _voters(poll: LoomioVotes) -> tuple[str, ...]:
    """A name of its own for each voter; in an anonymous poll all have the same name, and perhaps no number."""
    people = [vote.voter if vote.voter.id else Person(vote.id, vote.voter.name) for vote in poll.votes]
    called = name_each(people)
    return tuple(called[person] for person in people)


def _options(block: Block, where: str) -> tuple[str, ...]:
    found: dict[str, int] = {}
    for line, row in _cells(block, ("name",), where):
        join(found, tidy(row["name"]), where, line)
    return tuple(found)


def _votes(block: Block, options: tuple[str, ...], where: str) -> Iterator[LoomioVote]:
    known: dict[str, int] = {}
    voters: dict[str, int] = {}
    for (line, row), (_, cells) in zip(_cells(block, ("id", "voter_name"), where), block.rows, strict=True):
        join(known, row["id"], where, line)
        voter = Person(row.get("voter", ""), tidy(row["voter_name"]))
        if voter.id:
            join(voters, voter.id, where, line)
        with placed(where, line):
            # An option may be called like a column before it: the options are the last columns.
            scores = tuple(whole(cell) if cell else None for cell in cells[len(cells) - len(options) :])
        yield LoomioVote(row["id"], voter, plain_text(row.get("reason", "")), scores)


def _cells(block: Block, needed: tuple[str, ...], where: str) -> Iterator[tuple[int, dict[str, str]]]:
    missing = tuple(column for column in needed if column not in block.head)
    if missing:
        raise failed("no-column", where, block.line, needed=missing, found=block.head)
    yield from block.cells()
