"""Comparisons and combinations of them, and what each finds on given tallies."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import assert_never

from attrs import field, frozen

from deliberate.quantities import Amount, exact, meets, share_met
from deliberate.records.kinds import kind
from deliberate.requirement.expressions import Expression, Tally, tallies_of, value
from deliberate.requirement.tallies import Tallies


@kind
@frozen
class Comparison:
    """Left reaches right: more than it where strict, at least it where not."""

    left: Expression
    right: Expression
    strict: bool


def _fraction(given: Amount | str) -> Fraction:
    return Fraction(exact(given))


@kind
@frozen
class Share:
    """A part reaches a share of a base; never where the base is nothing.

    Attributes
    ----------
    share
        Exact, such as 2/3.
    strict
        过半数 is strict; 以上 includes the figure.
    """

    part: Expression
    of: Expression
    share: Fraction = field(converter=_fraction)
    strict: bool = False


@kind
@frozen
class All:
    """Every part holds; an empty one holds."""

    parts: tuple[Condition, ...]


@kind
@frozen
class AnyOf:
    """At least one part holds; an empty one does not."""

    parts: tuple[Condition, ...]


@kind
@frozen
class Not:
    """The part does not hold."""

    part: Condition


Condition = Comparison | Share | All | AnyOf | Not


@kind
@frozen
class Compared:
    """What a comparison or share found: both sides, exact.

    Attributes
    ----------
    margin
        Left minus right.
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
        ``"all"``, ``"any"`` or ``"not"``.
    """

    op: str
    parts: tuple[Finding, ...]
    holds: bool

    def tree(self) -> dict[str, object]:
        """The finding as JSON data."""
        return {"op": self.op, "holds": self.holds, "parts": [part.tree() for part in self.parts]}


Finding = Compared | Combined


def examine(condition: Condition, tallies: Tallies) -> Finding:
    """Look at a condition and all its parts on these tallies; nothing is cut short."""
    match condition:
        case Comparison():
            left, right = value(condition.left, tallies), value(condition.right, tallies)
            return Compared(condition, left, right, meets(left, right, strict=condition.strict))
        case Share():
            part, of = value(condition.part, tallies), value(condition.of, tallies)
            holds = share_met(part, of, condition.share, strict=condition.strict)
            return Compared(condition, part, exact(condition.share * of), holds)
        case All():
            return _combined("all", condition.parts, tallies, all)
        case AnyOf():
            return _combined("any", condition.parts, tallies, any)
        case Not():
            return _combined("not", (condition.part,), tallies, lambda holds: not holds[0])
    assert_never(condition)


def _combined(
    op: str, parts: tuple[Condition, ...], tallies: Tallies, judge: Callable[[tuple[bool, ...]], bool]
) -> Combined:
    findings = tuple(examine(part, tallies) for part in parts)
    return Combined(op, findings, judge(tuple(finding.holds for finding in findings)))


def tallies_in(condition: Condition) -> frozenset[Tally]:
    """The tallies that a condition reads."""
    match condition:
        case Comparison():
            return tallies_of(condition.left) | tallies_of(condition.right)
        case Share():
            return tallies_of(condition.part) | tallies_of(condition.of)
        case All() | AnyOf():
            return frozenset().union(*(tallies_in(part) for part in condition.parts))
        case Not():
            return tallies_in(condition.part)
    assert_never(condition)


def measures_in(condition: Condition) -> frozenset[str]:
    """The measures that a condition reads."""
    return frozenset(tally.measure for tally in tallies_in(condition))


def restricted(condition: Condition, measure: str) -> Condition | None:
    """The condition with the leaves that do not read a measure taken as met; None under ``not``.

    What one measure still lacks can be told only where more YES never hurts.
    """
    match condition:
        case Comparison() | Share():
            return condition if measure in measures_in(condition) else All(())
        case All() | AnyOf():
            parts = tuple(restricted(part, measure) for part in condition.parts)
            known = tuple(part for part in parts if part is not None)
            return type(condition)(known) if len(known) == len(parts) else None
        case Not():
            return None if measure in measures_in(condition) else All(())
    assert_never(condition)
