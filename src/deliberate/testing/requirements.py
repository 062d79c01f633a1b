"""Hypothesis strategies for quorums and thresholds: tallies, facts, requirements of every shape."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING

from deliberate.requirement.conditions import (
    UNIT,
    All,
    AnyOf,
    AtLeast,
    Comparison,
    Condition,
    Grouped,
    Not,
    Share,
)
from deliberate.requirement.curves import Curve, Reciprocal
from deliberate.requirement.expressions import Constant, Expression, Floor, Product, Sum, Tally
from deliberate.requirement.facts import Facts
from deliberate.requirement.ruling import Requirement
from deliberate.requirement.statuses import STANCES, Stance
from deliberate.requirement.tallies import Tallies
from deliberate.testing.strategies import drawn, hypothesis_library

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn, SearchStrategy

MEASURES = ("head", "area")
GROUPS = ("a", "b", "c")
BY = "building"


@drawn
def tallies(draw: DrawFn, measures: Sequence[str] = MEASURES, *, most: int = 40) -> Tallies:
    """Sums for each measure and stance, the empty roll included.

    Parameters
    ----------
    draw
        Given by hypothesis.
    measures
        Names of the measures.
    most
        The largest sum, in the measure's unit.
    """
    from hypothesis import strategies as st

    counts: SearchStrategy[Mapping[str, object]] = st.dictionaries(st.sampled_from(STANCES), st.integers(0, most))
    return Tallies.of({measure: draw(counts) for measure in measures})


@drawn
def facts(draw: DrawFn, requirement: Requirement | None = None, *, most: int = 40) -> Facts:
    """Facts that a requirement can be judged on: its measures, its groups, a moment.

    Parameters
    ----------
    draw
        Given by hypothesis.
    requirement
        What is to be judged; by default a requirement that :func:`requirements` gives.
    most
        The largest sum of a stance in a group, in the measure's unit.
    """
    from hypothesis import strategies as st

    measures = tuple(sorted(requirement.measures)) if requirement else MEASURES
    divisions = {by: names or GROUPS for by, names in requirement.divisions.items()} if requirement else {BY: GROUPS}
    t = draw(st.fractions(0, 30, max_denominator=8))
    if not divisions:
        return Facts(draw(tallies(measures, most=most)), t=t)
    [(by, names)] = divisions.items()
    named = tuple((name, draw(tallies(measures, most=most))) for name in names)
    return Facts(Tallies.together(each for _, each in named), ((by, named),), t)


@drawn
def requirements(draw: DrawFn, measures: Sequence[str] = MEASURES) -> Requirement:
    """A requirement of any shape that the grammar allows, ties lost.

    Parameters
    ----------
    draw
        Given by hypothesis.
    measures
        What its tallies may read.
    """
    from hypothesis import strategies as st

    condition = conditions(tuple(measures))
    return Requirement(
        pass_=draw(condition),
        valid=draw(st.one_of(st.just(All(())), condition)),
        no_quorum=draw(st.sampled_from(("reopen", "lapse"))),
        base=draw(st.sampled_from(("roll", "unrecused"))),
    )


@cache
def conditions(
    measures: tuple[str, ...] = MEASURES, stances: tuple[Stance, ...] = STANCES
) -> SearchStrategy[Condition]:
    """Conditions of any shape: comparisons and shares, combinations of them, groups that say yes or no.

    Parameters
    ----------
    measures, stances
        What the tallies may read, the roll besides.
    """
    hypothesis_library()
    from hypothesis import strategies as st

    plain = _combinations(_leaves(measures, stances))
    grouped = st.builds(
        Grouped,
        st.just(BY),
        plain,
        _combinations(_leaves((UNIT, *measures), stances)),
        st.dictionaries(st.sampled_from(GROUPS), st.integers(0, 3)),
    )
    return st.one_of(plain, plain, grouped, _combinations(st.one_of(_leaves(measures, stances), grouped)))


def rising(measures: tuple[str, ...] = MEASURES) -> SearchStrategy[Condition]:
    """Conditions without ``not`` that a NO turned into YES can only help.

    The left sides rise with YES and never read NO, the right sides read YES only together with NO.
    """
    hypothesis_library()
    from hypothesis import strategies as st

    others = st.frozensets(st.sampled_from([stance for stance in STANCES if stance not in {Stance.YES, Stance.NO}]))
    both = frozenset({Stance.YES, Stance.NO})
    measure = st.sampled_from(measures)
    left = st.builds(Tally, measure, st.one_of(others.map(lambda some: some | {Stance.YES}), others.map(both.union)))
    right = st.builds(Tally, measure, st.one_of(others.map(both.union), others.map(lambda some: some | {Stance.NO})))
    fixed = st.builds(Constant, st.fractions(0, 20, max_denominator=6))
    more = st.one_of(
        left, fixed, st.builds(Floor, left), st.tuples(left, fixed).map(Sum), st.tuples(left, fixed).map(Product)
    )
    leaf: SearchStrategy[Condition] = st.one_of(
        st.builds(Comparison, more, st.one_of(right, fixed, st.tuples(right, fixed).map(Product)), st.booleans()),
        st.builds(
            Share,
            left,
            st.builds(Tally, measure, others.map(both.union)),
            st.fractions(0, 1, max_denominator=12),
            st.booleans(),
        ),
    )
    return _combinations(leaf, negated="never")


def _combinations(leaf: SearchStrategy[Condition], negated: str = "too") -> SearchStrategy[Condition]:
    from hypothesis import strategies as st

    def combined(inner: SearchStrategy[Condition]) -> SearchStrategy[Condition]:
        parts = st.lists(inner, max_size=3).map(tuple)
        some = st.tuples(parts, st.integers(0, 3)).map(lambda given: AtLeast(min(given[1], len(given[0])), given[0]))
        kinds = [st.builds(All, parts), st.builds(AnyOf, parts), some]
        return st.one_of(*kinds, *([st.builds(Not, inner)] if negated == "too" else []))

    return st.recursive(leaf, combined, max_leaves=4)


def _leaves(measures: Sequence[str], stances: Sequence[Stance]) -> SearchStrategy[Condition]:
    from hypothesis import strategies as st

    return st.one_of(
        st.builds(Comparison, _expressions(measures, stances), _expressions(measures, stances), st.booleans()),
        st.builds(
            Share,
            _sums(measures, stances),
            _sums(measures, stances),
            st.fractions(0, 1, max_denominator=12),
            st.booleans(),
        ),
    )


def _sums(measures: Sequence[str], stances: Sequence[Stance]) -> SearchStrategy[Expression]:
    from hypothesis import strategies as st

    bases = st.one_of(st.frozensets(st.sampled_from(tuple(stances)), min_size=1), st.just(frozenset(STANCES)))
    return st.builds(Tally, st.sampled_from(tuple(measures)), bases)


def _expressions(measures: Sequence[str], stances: Sequence[Stance]) -> SearchStrategy[Expression]:
    from hypothesis import strategies as st

    leaf = st.one_of(_sums(measures, stances), st.builds(Constant, st.fractions(-5, 20, max_denominator=6)), curves())

    def combined(inner: SearchStrategy[Expression]) -> SearchStrategy[Expression]:
        parts = st.lists(inner, min_size=1, max_size=3).map(tuple)
        return st.one_of(st.builds(Sum, parts), st.builds(Product, parts), st.builds(Floor, inner))

    return st.recursive(leaf, combined, max_leaves=3)


def curves() -> SearchStrategy[Expression]:
    """Curves through up to four points, steps among them, and reciprocals."""
    hypothesis_library()
    from hypothesis import strategies as st

    point = st.tuples(st.fractions(0, 9, max_denominator=4), st.fractions(0, 1, max_denominator=8))
    through = st.lists(point, min_size=1, max_size=4).map(
        lambda points: Curve(tuple(zip(accumulate(t for t, _ in points), (value for _, value in points), strict=True)))
    )
    part = st.fractions("1/8", 4, max_denominator=8)
    return st.one_of(through, st.builds(Reciprocal, part, part, part))
