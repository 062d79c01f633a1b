"""Who is first: options ordered by what they have, ties broken by the lot, each tie a step."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Mapping

from deliberate.decision.election import AnyElection
from deliberate.decision.steps import Chosen, Ranked, Step, TieBroken
from deliberate.quantities import Amount

Levels = tuple[tuple[str, ...], ...]


def best(election: AnyElection, points: Mapping[str, Amount]) -> Iterator[Step]:
    """Rank the options by their points and fill the seats from the top.

    Parameters
    ----------
    election
        Gives the seats and the lot.
    points
        For each option, the more the better.

    Yields
    ------
    Step
        ``Ranked``, a ``TieBroken`` for each question that the lot answered, ``Chosen``.
    """
    yield from filled(election, by_points(points))


def filled(election: AnyElection, order: Levels) -> Iterator[Step]:
    """Fill the seats from an order with ties.

    Yields
    ------
    Step
        ``Ranked``, a ``TieBroken`` for each question that the lot answered, ``Chosen``.
    """
    yield Ranked(order)
    chosen: list[str] = []
    for level in order:
        tied = list(level)
        while tied and len(chosen) < election.seats:
            # Equals who all find a seat need no lot: the order of the ballot tells them apart.
            if len(tied) <= election.seats - len(chosen):
                chosen += tied
                break
            kept = yield from first(election, tied)
            tied.remove(kept)
            chosen.append(kept)
    yield Chosen(tuple(chosen))


def by_points(points: Mapping[str, Amount]) -> Levels:
    """The options in levels of equal points, most first; within a level in the order given."""
    levels: dict[Amount, list[str]] = {}
    for option, amount in points.items():
        levels.setdefault(amount, []).append(option)
    return tuple(tuple(levels[amount]) for amount in sorted(levels, reverse=True))


def first(election: AnyElection, tied: Iterable[str]) -> Generator[Step, None, str]:
    """Ask the lot who of the tied goes on; a question with one answer is no step."""
    between = tuple(tied)
    if len(between) == 1:
        return between[0]
    kept = election.lot.first(between)
    yield TieBroken(between, kept=kept, by=election.lot.by)
    return kept


def last(election: AnyElection, tied: Iterable[str]) -> Generator[Step, None, str]:
    """Ask the lot who of the tied leaves; a question with one answer is no step."""
    between = tuple(tied)
    if len(between) == 1:
        return between[0]
    dropped = election.lot.last(between)
    yield TieBroken(between, dropped=dropped, by=election.lot.by)
    return dropped
