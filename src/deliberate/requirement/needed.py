"""How many are still needed, and how many may still be lost."""

from __future__ import annotations

from collections.abc import Callable
from math import floor
from typing import assert_never

from attrs import frozen

from deliberate.requirement.conditions import (
    All,
    AnyOf,
    AtLeast,
    Comparison,
    Condition,
    Grouped,
    Not,
    Share,
    restricted,
)
from deliberate.requirement.facts import Facts
from deliberate.requirement.findings import examine
from deliberate.requirement.linear import Line, line, margin
from deliberate.requirement.statuses import Stance
from deliberate.requirement.tallies import Tallies

# Where more YES might hurt, or a side is curved, so many numbers are tried one after the other.
MOST_TRIED = 5_000


@frozen
class Needed:
    """The fewest units of one measure that would make it pass, the other measures' conditions taken as met.

    Where one of several conditions is enough, those of other measures stay as they stand.

    Attributes
    ----------
    switch
        From NO or ABSTAIN to YES; 0 where it holds already, None where none suffice.
    join
        From ABSENT to YES; likewise.
    lose
        From YES to NO, so that it holds no more; 0 where it does not hold, None where it holds whatever they do.
    """

    switch: int | None
    join: int | None
    lose: int | None

    def tree(self) -> dict[str, object]:
        """What is still lacking, as JSON data."""
        return {"switch": self.switch, "join": self.join}


def needed(valid: Condition, pass_: Condition, facts: Facts, measure: str) -> Needed:
    """Say how many more of a measure are needed, and how many fewer would do.

    Notes
    -----
    Where every leaf is a straight line that rises with YES, bisection finds the least: O(log n) rulings. Else up to
    ``MOST_TRIED`` numbers are tried in turn and None is said beyond. Under ``not`` and ``grouped`` nothing is
    promised and None is said. NO is asked before ABSTAIN: it counts twice.
    """
    parts = [restricted(condition, measure) for condition in (valid, pass_)]
    known = tuple(part for part in parts if part is not None)
    if len(known) < len(parts):
        return Needed(None, None, None)
    asked = All(known)
    tallies = facts.tallies

    def holds(moved: Tallies) -> bool:
        return examine(asked, Facts(moved, facts.groups, facts.t)).holds

    def switched(units: int) -> bool:
        return holds(switching(tallies, measure, units))

    def joined(units: int) -> bool:
        return holds(tallies.moved(measure, ((Stance.ABSENT, Stance.YES, units),)))

    def lost(units: int) -> bool:
        return not holds(tallies.moved(measure, ((Stance.YES, Stance.NO, units),)))

    # NO, ABSTAIN and ABSENT may all end as YES: what rises for each of these origins can be bisected.
    least = _bisected if _rising(asked, facts, measure) else _tried
    return Needed(
        switch=least(switched, _units(tallies, measure, Stance.NO, Stance.ABSTAIN)),
        join=least(joined, _units(tallies, measure, Stance.ABSENT)),
        lose=least(lost, _units(tallies, measure, Stance.YES)),
    )


def switching(tallies: Tallies, measure: str, units: int) -> Tallies:
    """The tallies if so many units went over to YES, those who said NO first."""
    from_no = min(units, _units(tallies, measure, Stance.NO))
    moves = ((Stance.NO, Stance.YES, from_no), (Stance.ABSTAIN, Stance.YES, units - from_no))
    return tallies.moved(measure, moves)


def _units(tallies: Tallies, measure: str, *stances: Stance) -> int:
    return sum(floor(tallies.count(measure, stance)) for stance in stances)


def _rising(condition: Condition, facts: Facts, measure: str) -> bool:
    """Whether more YES can only help; what groups say, or is denied, does not read the measure here."""
    match condition:
        case Comparison() | Share():
            return _rises(condition, facts, measure)
        case All() | AnyOf() | AtLeast():
            return all(_rising(part, facts, measure) for part in condition.parts)
        case Not() | Grouped():
            return True
    assert_never(condition)


def _rises(leaf: Comparison | Share, facts: Facts, measure: str) -> bool:
    straight = margin(leaf, facts)
    if straight is None:
        return False
    return _climbs(straight, measure) and (not isinstance(leaf, Share) or _base_climbs(leaf, facts, measure))


def _base_climbs(leaf: Share, facts: Facts, measure: str) -> bool:
    base = line(leaf.of, facts)
    return base is not None and _climbs(base, measure)


def _climbs(straight: Line, measure: str) -> bool:
    yes = straight.slope(measure, Stance.YES)
    return all(yes >= straight.slope(measure, each) for each in (Stance.NO, Stance.ABSTAIN, Stance.ABSENT))


def _bisected(enough: Callable[[int], bool], most: int) -> int | None:
    if not enough(most):
        return None
    low, high = 0, most
    while low < high:
        middle = (low + high) // 2
        if enough(middle):
            high = middle
        else:
            low = middle + 1
    return low


def _tried(enough: Callable[[int], bool], most: int) -> int | None:
    return next((units for units in range(min(most, MOST_TRIED) + 1) if enough(units)), None)
