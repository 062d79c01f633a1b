"""How many are still needed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from attrs import frozen

from deliberate.requirement.conditions import Condition, examine, restricted
from deliberate.requirement.statuses import Stance
from deliberate.requirement.tallies import Tallies


@frozen
class Needed:
    """The fewest units of one measure that would make it pass, the other measures' conditions taken as met.

    Attributes
    ----------
    switch
        From NO or ABSTAIN to YES; 0 where it holds already, None where none suffice.
    join
        From ABSENT to YES; likewise.
    """

    switch: int | None
    join: int | None

    def tree(self) -> dict[str, object]:
        """As JSON data."""
        return {"switch": self.switch, "join": self.join}


def needed(valid: Condition, pass_: Condition, tallies: Tallies, measures: Iterable[str]) -> Mapping[str, Needed]:
    """Say for each measure how many more are needed.

    Notes
    -----
    Conditions without ``not`` whose left sides grow with YES are monotone, so that bisection finds the least;
    under ``not`` nothing is promised and None is said. NO is asked before ABSTAIN: it counts twice.
    """
    return {measure: _needed(valid, pass_, tallies, measure) for measure in sorted(measures)}


def _needed(valid: Condition, pass_: Condition, tallies: Tallies, measure: str) -> Needed:
    parts = [restricted(condition, measure) for condition in (valid, pass_)]
    conditions = [part for part in parts if part is not None]
    if len(conditions) < len(parts):
        return Needed(None, None)

    def holds(moved: Tallies) -> bool:
        return all(examine(condition, moved).holds for condition in conditions)

    counts = tallies.counts(measure)
    no, abstain = counts.get(Stance.NO, 0), counts.get(Stance.ABSTAIN, 0)

    def switched(units: int) -> bool:
        from_no = min(units, no)
        moves = ((Stance.NO, Stance.YES, from_no), (Stance.ABSTAIN, Stance.YES, units - from_no))
        return holds(tallies.moved(measure, moves))

    def joined(units: int) -> bool:
        return holds(tallies.moved(measure, ((Stance.ABSENT, Stance.YES, units),)))

    return Needed(_least(switched, no + abstain), _least(joined, counts.get(Stance.ABSENT, 0)))


def _least(enough: Callable[[int], bool], most: int) -> int | None:
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
