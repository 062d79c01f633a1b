"""Decided already: the ruling that every completion of the outstanding answers gives."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product as every
from math import comb, floor, prod
from typing import assert_never

import attrs
from attrs import frozen

from deliberate.quantities import Amount, meets, spread
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
    measures_in,
    parts_in,
    sides,
    tallies_in,
)
from deliberate.requirement.curves import Curve, Reciprocal
from deliberate.requirement.expressions import Constant, Expression, Floor, Product, Sum, Tally, value
from deliberate.requirement.facts import Facts
from deliberate.requirement.findings import check_weights, is_empty
from deliberate.requirement.linear import Line, margin
from deliberate.requirement.statuses import STANCES, Stance, Status
from deliberate.requirement.tallies import Tallies

# So many completions are gone through one by one where the bounds of the leaves leave it open.
MOST = 10_000


@frozen
class Open:
    """What is still open: which stances an absent line of the roll may take."""

    facts: Facts
    stances: frozenset[Stance]

    def absent(self, measure: str) -> Amount:
        """How much of a measure is outstanding."""
        return self.facts.tallies.count(measure, Stance.ABSENT)


Bounds = tuple[Amount, Amount]


def certain(condition: Condition, given: Open) -> bool | None:
    """Whether a condition holds whatever comes (True), never can (False), or neither is proved (None).

    Exact for a leaf whose two sides are straight lines in the tallies; sound for everything else.
    """
    match condition:
        case Comparison():
            return _settled(_margin(condition, given), strict=condition.strict)
        case Share():
            base = _settled(_bounds(condition.of, given), strict=True)
            return _at_least(2, [base, _settled(_margin(condition, given), strict=condition.strict)])
        case All():
            return _at_least(len(condition.parts), [certain(part, given) for part in condition.parts])
        case AnyOf():
            return _at_least(1, [certain(part, given) for part in condition.parts])
        case AtLeast():
            return _at_least(condition.k, [certain(part, given) for part in condition.parts])
        case Not():
            denied = certain(condition.part, given)
            return None if denied is None else not denied
        case Grouped():
            return _grouped(condition, given)
    assert_never(condition)


def _at_least(k: int, parts: list[bool | None]) -> bool | None:
    if parts.count(True) >= k:
        return True
    return False if len(parts) - parts.count(False) < k else None


def _settled(bounds: Bounds, *, strict: bool) -> bool | None:
    low, high = bounds
    if meets(low, 0, strict=strict):
        return True
    return None if meets(high, 0, strict=strict) else False


def _margin(leaf: Comparison | Share, given: Open) -> Bounds:
    straight = margin(leaf, given.facts)
    if straight is not None:
        return _extremes(straight, given)
    left, right = (_bounds(side, given) for side in sides(leaf))
    factor = leaf.share if isinstance(leaf, Share) else 1
    low, high = sorted((-factor * right[0], -factor * right[1]))
    return left[0] + low, left[1] + high


def _extremes(straight: Line, given: Open) -> Bounds:
    """A line over a simplex is least and most at corners: all who are absent do the same."""
    low = high = straight.constant
    for (measure, stance), slope in straight.slopes.items():
        units = slope * given.facts.tallies.count(measure, stance)
        low, high = low + units, high + units
    for measure in {measure for measure, _ in straight.slopes}:
        stay = straight.slope(measure, Stance.ABSENT)
        gains = [0, *(straight.slope(measure, stance) - stay for stance in given.stances)]
        low, high = low + min(gains) * given.absent(measure), high + max(gains) * given.absent(measure)
    return low, high


def _bounds(expression: Expression, given: Open) -> Bounds:
    match expression:
        case Constant() | Curve() | Reciprocal():
            fixed = value(expression, given.facts)
            return fixed, fixed
        case Tally():
            return _extremes(Line(0, {(expression.measure, stance): 1 for stance in expression.stances}), given)
        case Sum():
            parts = [_bounds(part, given) for part in expression.parts]
            return sum(low for low, _ in parts), sum(high for _, high in parts)
        case Product():
            low: Amount = 1
            high: Amount = 1
            for part in expression.parts:
                corners = [one * other for one in (low, high) for other in _bounds(part, given)]
                low, high = min(corners), max(corners)
            return low, high
        case Floor():
            low, high = _bounds(expression.part, given)
            return floor(low), floor(high)
    assert_never(expression)


def _grouped(condition: Grouped, given: Open) -> bool | None:
    named = given.facts.within(condition.by)
    check_weights(condition, frozenset(group for group, _ in named))
    sums = {Stance.YES: 0, Stance.NO: 0, Stance.ABSENT: 0}
    for group, tallies in named:
        inside = attrs.evolve(given, facts=Facts(tallies, t=given.facts.t))
        says = False if is_empty(condition.inner, tallies) else certain(condition.inner, inside)
        stance = Stance.ABSENT if says is None else Stance.YES if says else Stance.NO
        sums[stance] += condition.weight(group)
    counted = given.facts.beside(UNIT, Tallies.of({UNIT: {str(stance): units for stance, units in sums.items()}}))
    # An open group may say yes or no, whatever its members may answer.
    return certain(condition.then, Open(counted, given.stances | {Stance.YES, Stance.NO}))


Asked = tuple[Condition, Condition, Condition]


def early(conditions: Asked, given: Open, judge: Callable[[Facts], Status]) -> Status | None:
    """The status that every completion gives; None where it is open or cannot be proved.

    Parameters
    ----------
    conditions
        The quorum; what makes it pass, the tie policy in it; what keeps it from being rejected: that, or a tie that
        is left to a lot.
    given
        What is counted, and what the absent may still do. Each measure is completed for itself: nobody knows
        which head has which area.
    judge
        The status on given facts, asked where the bounds leave it open and the completions are few.
    """
    valid, passes, stays = conditions
    quorum = certain(valid, given)
    if quorum is False:
        return Status.NO_QUORUM
    if quorum:
        if certain(passes, given):
            return Status.PASSED
        if certain(stays, given) is False:
            return Status.REJECTED
    found: set[Status] = set()
    for facts in _completions(conditions, given):
        found.add(judge(facts))
        if len(found) > 1:
            return None
    return None if Status.TIED in found else next(iter(found), None)


def _completions(conditions: tuple[Condition, ...], given: Open) -> Iterator[Facts]:
    """Every completion, where there are few; none at all where there are too many."""
    divisions = {part.by for one in conditions for part in parts_in(one) if isinstance(part, Grouped)}
    if len(divisions) > 1:
        return
    rolls = [each for by in divisions for _, each in given.facts.within(by)] or [given.facts.tallies]
    places = [(place, measure) for place, roll in enumerate(rolls) for measure in roll.names]
    read = frozenset[str]().union(*map(measures_in, conditions))
    moves = [(place, measure) for place, measure in places if measure in read]
    stances = _different(conditions, given.stances)
    outstanding = [rolls[place].count(measure, Stance.ABSENT) for place, measure in moves]
    if any(not isinstance(units, int) for units in outstanding):
        return
    if prod(comb(int(units) + len(stances), len(stances)) for units in outstanding) > MOST:
        return
    for choice in every(*(list(spread(int(units), len(stances))) for units in outstanding)):
        new = list(rolls)
        for (place, measure), units in zip(moves, choice, strict=True):
            # What is left over stays ABSENT.
            taken = zip((*stances, Stance.ABSENT), units, strict=True)
            new[place] = new[place].moved(measure, ((Stance.ABSENT, stance, each) for stance, each in taken))
        yield _rebuilt(given.facts, divisions, new)


def _rebuilt(facts: Facts, divisions: set[str], rolls: list[Tallies]) -> Facts:
    if not divisions:
        return Facts(rolls[0], t=facts.t)
    [by] = divisions
    groups = tuple(zip((name for name, _ in facts.within(by)), rolls, strict=True))
    return Facts(Tallies.together(rolls), ((by, groups),), facts.t)


def _different(conditions: tuple[Condition, ...], stances: frozenset[Stance]) -> tuple[Stance, ...]:
    """One stance of each kind that the tallies tell apart; whoever counts as absent may as well stay so."""
    tallies = frozenset[Tally]().union(*map(tallies_in, conditions))
    kinds = {frozenset(tally for tally in tallies if Stance.ABSENT in tally.stances): Stance.ABSENT}
    for stance in (each for each in STANCES if each in stances):
        kinds.setdefault(frozenset(tally for tally in tallies if stance in tally.stances), stance)
    return tuple(stance for stance in kinds.values() if stance is not Stance.ABSENT)
