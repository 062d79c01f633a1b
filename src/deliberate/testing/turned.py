"""An election turned around, renamed, doubled, shuffled: what the claims compare it with."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import permutations
from typing import cast

import attrs
import numpy as np

from deliberate.decision.answers import Answers
from deliberate.decision.arithmetic import Table
from deliberate.decision.ballots import Approval, Ranking, Scores
from deliberate.decision.election import AnyElection, Election
from deliberate.decision.pairwise import from_top
from deliberate.decision.profile import Profile
from deliberate.decision.rule import AnyRule
from deliberate.decision.universes import universes
from deliberate.requirement.statuses import STANCES, Stance
from deliberate.testing.strategies import AnyProfile, table

Rows = list[list[int]]
# A line of the roll: member, stance, weights.
Line = tuple[str, Stance, list[int]]


def results(rule: AnyRule, election: AnyElection) -> frozenset[frozenset[str]]:
    """Every set of options that some lot lets the rule choose."""
    # One rule counts one kind of ballot; that the two fit is what ``universes`` checks itself.
    outcomes = universes(election, rule)
    return frozenset(frozenset(outcome.chosen) for outcome in outcomes)


def winners(rule: AnyRule, election: AnyElection) -> frozenset[str]:
    """Every option that some lot lets the rule choose."""
    return frozenset[str]().union(*results(rule, election))


def levels(profile: AnyProfile) -> Table:
    """How far from the best each option stands, shape (n_options, n_types): less is better, equal is equal."""
    if profile.ballot is Ranking:
        return from_top(profile)
    planes = profile.planes.astype(np.int32)
    return cast("Table", planes.max(initial=0) - planes)


def with_rows(election: AnyElection, rows: Sequence[Sequence[int]], weights: Sequence[int]) -> AnyElection:
    """The election with other ballots of the same kind on the same options, nobody withdrawn."""
    profile = plain(election)
    given = table(profile.ballot, profile.options, rows, weights)
    order = tuple(option for option in election.lot.order if option in profile.options)
    return cast("Election[Ranking]", Election(given, seats=election.seats, lot=order))


def plain(election: AnyElection) -> AnyProfile:
    """The ballots on the options that stand."""
    return cast("AnyProfile", election.profile)


def rows_of(profile: AnyProfile) -> tuple[Rows, list[int]]:
    """A row of numbers for each different ballot, and the votes."""
    return profile.planes.T.tolist(), profile.weights.tolist()


def shuffled(election: AnyElection) -> AnyElection:
    """The same votes handed in one by one from the other end, equal ballots apart."""
    if isinstance(election.table, Answers):
        return with_answers(election, lambda lines: list(reversed(lines)))
    rows, weights = rows_of(plain(election))
    apart = [(row, part) for row, votes in zip(rows, weights, strict=True) for part in (votes - 1, 1)]
    return with_rows(election, [row for row, _ in reversed(apart)], [votes for _, votes in reversed(apart)])


def doubled(election: AnyElection) -> AnyElection:
    """Every ballot twice."""
    if isinstance(election.table, Answers):
        return with_answers(election, lambda lines: [*lines, *((f"{m}'", s, w) for m, s, w in lines)])
    rows, weights = rows_of(plain(election))
    return with_rows(election, rows, [2 * votes for votes in weights])


def symmetric(election: AnyElection) -> AnyElection:
    """Every ballot under every exchange of the options: no option differs from another but by the lot."""
    rows, weights = rows_of(plain(election))
    orders = list(permutations(range(len(election.options))))
    every = [[row[place] for place in order] for row in rows for order in orders]
    return with_rows(election, every, [votes for votes in weights for _ in orders])


def reversed_(election: AnyElection, unranked: str = "last") -> AnyElection:
    """Every ballot the other way round: last is first, yes is no.

    Parameters
    ----------
    election
        Of any kind of ballot.
    unranked
        ``last``: what a ballot leaves out stands first on the ballot turned around. ``no-opinion``: it stays out.
    """
    if isinstance(election.table, Answers):
        other = {Stance.YES: Stance.NO, Stance.NO: Stance.YES}
        return with_answers(election, lambda lines: [(m, other.get(s, s), w) for m, s, w in lines])
    profile = plain(election)
    rows, weights = rows_of(profile)
    if profile.ballot is Ranking:
        last = max(map(max, rows), default=0) + 1
        out = last if unranked == "last" else 0
        return with_rows(
            election, [[last + 1 - (rank or out) if rank or out else 0 for rank in row] for row in rows], weights
        )
    top = 1 if profile.ballot is Approval else 0
    return with_rows(election, [[top - each for each in row] for row in rows], weights)


def renamed(election: AnyElection, names: Mapping[str, str]) -> AnyElection:
    """The same ballots under other names, in the lot, too."""
    given = cast("Profile[Ranking]", election.table)
    one = cast("Election[Ranking]", election)
    return attrs.evolve(
        one,
        profile=attrs.evolve(given, options=tuple(names[option] for option in given.options)),
        lot=tuple(names[option] for option in one.lot.order),
        withdrawn=tuple(names[option] for option in one.withdrawn),
    )


def columns_reversed(election: AnyElection) -> AnyElection:
    """The same ballots with the options printed in the opposite order; the lot stays."""
    one = cast("Election[Ranking]", election)
    given = cast("Profile[Ranking]", one.table)
    return attrs.evolve(one, profile=given.restricted(given.options[::-1]), lot=one.lot.order)


def raised(election: AnyElection, winner: str) -> Iterator[AnyElection]:
    """The election with the winner moved up on one vote of one kind, in each way there is."""
    if isinstance(election.table, Answers):
        yield from _raised_answers(election, winner)
        return
    profile = plain(election)
    rows, weights = rows_of(profile)
    column = profile.options.index(winner)
    for place, row in enumerate(rows):
        for better in _better(profile.ballot, row, column):
            fewer = [votes - (here == place) for here, votes in enumerate(weights)]
            yield with_rows(election, [*rows, better], [*fewer, 1])


def _better(ballot: type[object], row: list[int], column: int) -> Iterator[list[int]]:
    own = row[column]
    if ballot is Scores:
        yield [each + (place == column) for place, each in enumerate(row)]
    elif ballot is Approval and not own:
        yield [max(each, place == column) for place, each in enumerate(row)]
    elif ballot is Ranking:
        for rank in range(1, own or max(row) + 2):
            yield [rank if place == column else each for place, each in enumerate(row)]
            # Alone on its new rank: those who stood there and below make room.
            yield [rank if place == column else each + (each >= rank) for place, each in enumerate(row)]
        if own and row.count(own) > 1:
            yield [each + (each >= own and place != column) for place, each in enumerate(row)]


def _raised_answers(election: AnyElection, winner: str) -> Iterator[AnyElection]:
    better = Stance.YES if winner == election.answers.options[0] else Stance.NO
    for voter in election.answers.members:
        yield with_answers(election, partial(_restated, voter=voter, stance=better))


def _restated(lines: list[Line], voter: str, stance: Stance) -> list[Line]:
    return [(m, stance if m == voter else s, w) for m, s, w in lines]


def with_answers(election: AnyElection, change: Callable[[list[Line]], list[Line]]) -> AnyElection:
    """The election with its lines of the roll changed."""
    given = election.answers
    stances = (STANCES[code] for code in given.stances)
    lines = change(list(zip(given.members, stances, given.weights.tolist(), strict=True)))
    changed = Answers.of(
        {member: stance for member, stance, _ in lines},
        roll={member: weights for member, _, weights in lines},
        measures=given.measures,
        options=given.options,
    )
    return attrs.evolve(cast("Election[Ranking]", election), profile=changed)
