"""What a condition and all its parts find on given facts: both sides of every comparison, exact."""

from __future__ import annotations

from typing import assert_never

from attrs import frozen

from deliberate.errors import RequirementError
from deliberate.quantities import Amount, exact, meets, share_met
from deliberate.records.kinds import kind
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
)
from deliberate.requirement.expressions import value
from deliberate.requirement.facts import Facts
from deliberate.requirement.tallies import Tallies


@kind
@frozen
class Compared:
    """What a comparison or share found: both sides, exact.

    Attributes
    ----------
    right
        Of a share: that share of its base.
    """

    condition: Comparison | Share
    left: Amount
    right: Amount
    holds: bool

    @property
    def margin(self) -> Amount:
        """Left minus right, exact."""
        return exact(self.left - self.right)

    def tree(self) -> dict[str, object]:
        """The finding as JSON data."""
        op = ">" if self.condition.strict else ">="
        sides = {"left": str(self.left), "right": str(self.right), "margin": str(self.margin)}
        return {"op": op, **sides, "holds": self.holds}


@kind
@frozen
class Combined:
    """What a combination found.

    Attributes
    ----------
    op
        ``"all"``, ``"any"``, ``"not"`` or ``"at_least"``.
    k
        How many parts have to hold.
    """

    op: str
    parts: tuple[Finding, ...]
    holds: bool
    k: int

    def tree(self) -> dict[str, object]:
        """The finding as JSON data."""
        least = {"k": self.k} if self.op == "at_least" else {}
        return {"op": self.op, **least, "holds": self.holds, "parts": [part.tree() for part in self.parts]}


@kind
@frozen
class Divided:
    """What the groups found, and what their count found.

    Attributes
    ----------
    units
        Each group with its weight and what its own condition found; an empty group says no whatever that is.
    says
        The groups that say yes.
    """

    by: str
    units: tuple[tuple[str, int, Finding], ...]
    says: frozenset[str]
    then: Finding

    @property
    def holds(self) -> bool:
        """Whether the count of the groups holds."""
        return self.then.holds

    def tree(self) -> dict[str, object]:
        """The finding as JSON data."""
        units = {group: group in self.says for group, _, _ in self.units}
        inner = {group: finding.tree() for group, _, finding in self.units}
        return {
            "op": "grouped",
            "by": self.by,
            "holds": self.holds,
            "units": units,
            "inner": inner,
            "then": self.then.tree(),
        }


Finding = Compared | Combined | Divided


def examine(condition: Condition, facts: Facts) -> Finding:
    """Look at a condition and all its parts on these facts; nothing is cut short."""
    match condition:
        case Comparison():
            left, right = value(condition.left, facts), value(condition.right, facts)
            return Compared(condition, left, right, meets(left, right, strict=condition.strict))
        case Share():
            part, of = value(condition.part, facts), value(condition.of, facts)
            holds = share_met(part, of, condition.share, strict=condition.strict)
            return Compared(condition, part, exact(condition.share * of), holds)
        case All():
            return _combined("all", condition.parts, facts, len(condition.parts))
        case AnyOf():
            return _combined("any", condition.parts, facts, 1)
        case AtLeast():
            return _combined("at_least", condition.parts, facts, condition.k)
        case Not():
            denied = examine(condition.part, facts)
            return Combined("not", (denied,), not denied.holds, 0)
        case Grouped():
            return _divided(condition, facts)
    assert_never(condition)


def _combined(op: str, parts: tuple[Condition, ...], facts: Facts, k: int) -> Combined:
    findings = tuple(examine(part, facts) for part in parts)
    return Combined(op, findings, sum(finding.holds for finding in findings) >= k, k)


def _divided(condition: Grouped, facts: Facts) -> Divided:
    named = facts.within(condition.by)
    check_weights(condition, frozenset(group for group, _ in named))
    units = []
    says = set()
    for group, tallies in named:
        finding = examine(condition.inner, Facts(tallies, t=facts.t))
        units.append((group, condition.weight(group), finding))
        if finding.holds and not is_empty(condition.inner, tallies):
            says.add(group)
    yes = sum(weight for group, weight, _ in units if group in says)
    no = sum(weight for group, weight, _ in units if group not in says)
    counted = facts.beside(UNIT, Tallies.of({UNIT: {"YES": yes, "NO": no}}))
    return Divided(condition.by, tuple(units), frozenset(says), examine(condition.then, counted))


def is_empty(condition: Condition, tallies: Tallies) -> bool:
    """Whether nobody at all is on the roll in a measure that the condition reads."""
    return any(tallies.roll(measure) == 0 for measure in measures_in(condition))


def check_weights(condition: Grouped, groups: frozenset[str]) -> None:
    """Refuse a weight for a group that has no tallies: it would silently fall out of the count."""
    for group, _ in condition.weights:
        if group not in groups:
            raise RequirementError("group-missing", where=f"groups.{condition.by}", group=group)
