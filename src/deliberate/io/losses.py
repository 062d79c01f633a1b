"""What a format cannot hold of an election, told before it is written."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from deliberate.decision.answers import Answers
from deliberate.decision.election import Election
from deliberate.decision.profile import B, Profile
from deliberate.io.formats import find
from deliberate.io.title import tidy

# Where a format cannot hold one of these, the ballots written would be other ballots: it is not written.
BALLOTS = frozenset({"loss.rankings", "loss.approvals", "loss.scores", "loss.answers", "loss.ties", "loss.unranked"})

_KINDS = {"Ranking": "rankings", "Approval": "approvals", "Scores": "scores", "Answer": "answers"}


def losses(election: Election[B], format: str) -> tuple[str, ...]:  # noqa: A002 - the word of the door
    """What would be lost of the election in this format, as codes that ``words.term`` puts into words.

    Parameters
    ----------
    format
        A name such as ``blt``.

    Returns
    -------
    tuple of str
        Sorted; empty where reading the file back gives an equal election. One of ``BALLOTS`` among them means
        that the format is refused.

    Raises
    ------
    InputError
        ``unknown-format``.

    Examples
    --------
    >>> import deliberate as d
    >>> losses(d.ranked("3: lamps > bins = benches; 2: bins", seats=2), "soi")
    ('loss.seats', 'loss.ties')
    """
    return tuple(f"loss.{code}" for code in sorted(set(_features(election)) - find(format).holds))


def _features(election: Election[B]) -> Iterator[str]:
    yield _KINDS[election.ballot]
    yield from _of_title(election.title)
    if isinstance(election.table, Answers):
        yield from _of_answers(election.table)
    else:
        yield from _of_ballots(election.table)
    if any('"' in option for option in election.table.options):
        yield "quotes"
    if election.seats != 1:
        yield "seats"
    if election.withdrawn:
        yield "withdrawn"
    if election.lot.by == "lot":
        yield "lot"
    if election.electorate is not None:
        yield "electorate"
    if election.invalid:
        yield "invalid"


def _of_title(title: str) -> Iterator[str]:
    if title:
        yield "title"
    if title != tidy(title):
        yield "title-form"
    if '"' in title:
        yield "quotes"


def _of_answers(answers: Answers) -> Iterator[str]:
    if answers.options != ("proposal", "status quo"):
        yield "option-names"


def _of_ballots(profile: Profile[B]) -> Iterator[str]:
    if profile.ballot.__name__ != "Ranking":
        return
    ranks: NDArray[np.int64] = np.sort(profile.planes, axis=0).astype(np.int64)
    if (ranks == 0).any():
        yield "unranked"
    above, below = ranks[:-1], ranks[1:]
    if ((above == below) & (below > 0)).any():
        yield "ties"
    if (below > above + 1).any() or (ranks[:1] > 1).any():
        yield "skipped-ranks"
