"""Hypothesis strategies for what the engine counts: options, rankings, profiles, elections, answers.

Small on purpose: a few options and a few kinds of ballot, with every trap that real ballots hold: ties, ranks
that were skipped, options left out, empty ballots, large weights, options withdrawn.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar, cast

from deliberate.decision.answers import Answers
from deliberate.decision.ballots import Answer, Approval, Ranking, Scores
from deliberate.decision.election import AnyElection, Election
from deliberate.decision.profile import Profile
from deliberate.errors import MissingExtra
from deliberate.requirement.statuses import STANCES

if TYPE_CHECKING:
    from types import ModuleType

    from hypothesis.strategies import DrawFn, SearchStrategy

T = TypeVar("T")
P = ParamSpec("P")

NAMES = ("lamps", "bins", "benches", "trees", "路灯", "养狗")
AnyProfile = Profile[Ranking] | Profile[Approval] | Profile[Scores]

# A weight where float32, float64 and int64 each stop being exact.
EDGES = (2**24 - 1, 2**53 + 1, 2**62, 2**63 + 1)


def hypothesis_library() -> ModuleType:
    """The library that searches, where it is installed.

    Raises
    ------
    MissingExtra
        ``missing-extra``: the extra ``testing`` is not installed.
    """
    try:
        import hypothesis
    except ImportError:
        raise MissingExtra("missing-extra", library="hypothesis", extra="testing") from None
    return hypothesis


def drawn(build: Callable[Concatenate[DrawFn, P], T]) -> Callable[P, SearchStrategy[T]]:
    """A strategy from a function that draws; hypothesis is imported when the strategy is first asked for."""

    @cache
    def composite() -> Callable[P, SearchStrategy[T]]:
        hypothesis_library()
        from hypothesis import strategies as st

        return st.composite(build)

    @wraps(build)
    def strategy(*args: P.args, **kwargs: P.kwargs) -> SearchStrategy[T]:
        return composite()(*args, **kwargs)

    return strategy


@drawn
def options(draw: DrawFn, *, least: int = 1, most: int = 4) -> tuple[str, ...]:
    """Names of options, in any order.

    Parameters
    ----------
    draw
        Given by hypothesis.
    least, most
        How many; at most six.
    """
    from hypothesis import strategies as st

    number = draw(st.integers(least, most))
    return tuple(draw(st.permutations(NAMES))[:number])


@drawn
def rankings(draw: DrawFn, options: Sequence[str]) -> Ranking:
    """A ranking of some of the options: with ties, ranks skipped, options left out.

    Parameters
    ----------
    draw
        Given by hypothesis.
    options
        What may be ranked.
    """
    row = draw(_rows(len(options), 0, len(options) + 1))
    levels: list[list[str]] = [[] for _ in range(max(row, default=0))]
    for option, rank in zip(options, row, strict=True):
        if rank:
            levels[rank - 1].append(option)
    return Ranking(levels)


@drawn
def profiles(
    draw: DrawFn,
    ballot: type[object] = Ranking,
    options: Sequence[str] | None = None,
    *,
    most_types: int = 5,
    most_weight: int = 5,
) -> AnyProfile:
    """A profile of one kind of ballot, the empty one included.

    Parameters
    ----------
    draw
        Given by hypothesis.
    ballot
        ``Ranking``, ``Approval`` or ``Scores``.
    options
        The columns; two to four of the house's own names where none are given.
    most_types
        How many different ballots at most.
    most_weight
        How many votes each at most; now and then one has a weight at the edge of a kind of number.
    """
    from hypothesis import strategies as st

    names = draw(_options(least=2)) if options is None else tuple(options)
    low, high = {Ranking: (0, len(names) + 1), Approval: (0, 1)}.get(ballot, (-3, 5))
    rows = draw(st.lists(_rows(len(names), low, high), max_size=most_types))
    large = draw(st.sampled_from((False,) * 7 + (True,)))
    weight = st.sampled_from(EDGES) if large else st.integers(1, most_weight)
    weights = [draw(weight) for _ in rows]
    return table(ballot, names, rows, weights)


# Below, ``options`` is an argument of the same name.
_options = options


def table(
    ballot: type[object], options: Sequence[str], rows: Sequence[Sequence[int]], weights: Sequence[int]
) -> AnyProfile:
    """A profile of any kind from its rows: ranks, ones and zeros, or points.

    Parameters
    ----------
    ballot
        ``Ranking``, ``Approval`` or ``Scores``.
    options
        The columns.
    rows
        One for each kind of ballot, a number for each option.
    weights
        Votes, one for each row.
    """
    import numpy as np

    names = tuple(options)
    array = np.array(rows, dtype=np.int64).reshape(len(rows), len(names))
    if ballot is Approval:
        sets = [frozenset(name for name, each in zip(names, row, strict=True) if each) for row in rows]
        return Profile.from_approvals(
            [(Approval(each), votes) for each, votes in zip(sets, weights, strict=True)], names
        )
    make = Profile.from_scores if ballot is Scores else Profile.from_ranks
    return make(array, names, list(weights))


@drawn
def answers(draw: DrawFn, *, most_voters: int = 7) -> Answers:
    """Answers of a small roll, heads and area, absent members included."""
    from hypothesis import strategies as st

    size = draw(st.integers(0, most_voters))
    members = [f"m{number}" for number in range(size)]
    roll = {member: (1, draw(st.sampled_from((6000, 9000, 12000)))) for member in members}
    stances = {member: draw(st.sampled_from(STANCES)) for member in members}
    return Answers.of(stances, roll=roll, measures=("head", "area"))


@drawn
def elections(
    draw: DrawFn,
    ballot: type[object] = Ranking,
    *,
    most_options: int = 4,
    most_types: int = 5,
    most_seats: int = 1,
) -> AnyElection:
    """An election of one kind of ballot, with a lot, and now and then with an option withdrawn.

    Parameters
    ----------
    draw
        Given by hypothesis.
    ballot
        ``Ranking``, ``Approval``, ``Scores`` or ``Answer``.
    most_options, most_types
        How many options and how many different ballots at most.
    most_seats
        1 for a rule that fills one seat.
    """
    from hypothesis import strategies as st

    if ballot is Answer:
        given = draw(answers())
        return Election[Answer](given, lot=draw(st.permutations(given.options)))
    names = draw(_options(most=most_options))
    profile = draw(profiles(ballot, names, most_types=most_types))
    withdrawn = draw(st.sampled_from([(), (), (), names[:1]])) if len(names) > 1 else ()
    return Election(
        cast("Profile[Ranking]", profile),
        seats=draw(st.integers(1, min(most_seats, len(names) - len(withdrawn)))),
        lot=draw(st.one_of(st.none(), st.permutations(names))),
        withdrawn=withdrawn,
        invalid=draw(st.integers(0, 2)),
    )


def _rows(size: int, low: int, high: int) -> SearchStrategy[list[int]]:
    from hypothesis import strategies as st

    return st.lists(st.integers(low, high), min_size=size, max_size=size)
