"""Ballots written out in one line: ``3: lamps > bins = benches; 2: bins``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TypedDict, Unpack

from deliberate.decision.ballots import Ranking
from deliberate.decision.election import Election
from deliberate.decision.profile import Profile
from deliberate.errors import ParseError
from deliberate.identity import name
from deliberate.lot import TieOrder
from deliberate.quantities import whole


class Terms(TypedDict, total=False):
    """What an election may be given besides its ballots, as in :class:`~deliberate.decision.election.Election`."""

    seats: int
    lot: TieOrder | Iterable[str] | None
    electorate: int | None
    title: str


def ranked(text: str, *, options: Sequence[str] | None = None, **terms: Unpack[Terms]) -> Election[Ranking]:
    """Read ballots written out, such as in a notebook.

    Parameters
    ----------
    text
        Ballots divided by ``;`` or line ends, each with its number of votes before a colon (1 without);
        ``>`` is "better than", ``=`` is "equal to". An option that a ballot leaves out is unranked.
    options
        In this order; else in the order of first use.
    **terms
        ``seats``, ``lot``, ``electorate``, ``title``: as in :class:`~deliberate.decision.election.Election`.

    Raises
    ------
    ParseError
        ``empty-text``, ``bad-ballot-line``, with the place of the ballot.

    Examples
    --------
    >>> election = ranked("3: lamps > bins = benches; 2: bins")
    >>> election.options, election.profile.total
    (('lamps', 'bins', 'benches'), 5)
    """
    ballots = [part.strip() for part in re.split(r"[;\n]", text) if part.strip()]
    if not ballots:
        raise ParseError("empty-text")
    pairs = [_ballot(ballot, f"ballot {place}") for place, ballot in enumerate(ballots, 1)]
    used = dict.fromkeys(name(option) for levels, _ in pairs for level in levels for option in level)
    rankings = [(Ranking(levels), votes) for levels, votes in pairs]
    profile = Profile.from_rankings(rankings, tuple(used) if options is None else options)
    return Election(profile, **terms)


def _ballot(text: str, where: str) -> tuple[list[list[str]], int]:
    votes, colon, ranking = text.rpartition(":")
    levels = [[option.strip() for option in level.split("=")] for level in ranking.split(">")]
    if any(not option for level in levels for option in level):
        raise ParseError("bad-ballot-line", where=where, line=text)
    return levels, whole(votes, where=where) if colon else 1
