"""A requirement and its findings in words: each comparison with both sides, as a resident names them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from math import ceil, floor
from typing import assert_never

from deliberate.quantities import Amount
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
    sides,
)
from deliberate.requirement.curves import Curve, Reciprocal
from deliberate.requirement.drawings import MARKS, Drawing
from deliberate.requirement.expressions import Constant, Expression, Floor, Product, Sum, Tally, tallies_of
from deliberate.requirement.findings import Combined, Compared, Divided, Finding
from deliberate.requirement.needed import Needed
from deliberate.requirement.statuses import Stance
from deliberate.words import knows, say, show, term

# Bases that have a name of their own; any other is spelt out stance by stance.
_BASES: dict[frozenset[Stance], str] = {
    frozenset({Stance.YES, Stance.NO, Stance.ABSTAIN, Stance.BLANK}): "taking-part",
    frozenset({Stance.YES, Stance.NO, Stance.ABSTAIN, Stance.BLANK, Stance.INVALID}): "handing-in",
    frozenset({Stance.YES, Stance.NO, Stance.ABSTAIN, Stance.BLANK, Stance.PRESENT, Stance.RECUSED}): "present",
    frozenset({Stance.YES, Stance.STAND_ASIDE, Stance.OBJECTION}): "answered",
    frozenset(Stance) - {Stance.YES}: "not-yes",
}

_OPS = {All: "all", AnyOf: "any", AtLeast: "at_least"}


def found(heading: str, finding: Finding, lang: str) -> Drawing | None:
    """A quorum's or a threshold's finding under its heading; None where nothing is asked."""
    if isinstance(finding, Combined) and not finding.parts:
        return None
    drawing = _found(finding, lang)
    # At the top "all of these" goes without saying.
    parts = drawing.parts if isinstance(finding, Combined) and finding.op == "all" else (drawing,)
    return Drawing(say(heading, {}, lang), finding.holds, parts)


def asked(heading: str, condition: Condition, lang: str) -> Drawing | None:
    """What a quorum or a threshold asks under its heading; None where nothing is asked."""
    if condition == All(()):
        return None
    drawing = _asked(condition, lang)
    return Drawing(say(heading, {}, lang), None, drawing.parts if isinstance(condition, All) else (drawing,))


def lines(drawing: Drawing, depth: int = 0) -> Iterator[str]:
    """The parts below a heading, a line for each, indented."""
    for part in drawing.parts:
        yield f"{'  ' * (depth + 1)}{MARKS[part.holds]} {part.says}"
        yield from lines(part, depth + 1)


def changes(needed: Mapping[str, Needed], lang: str, *, passed: bool) -> Iterator[str]:
    """The smallest change that would turn the ruling, a line for each measure."""
    for measure, each in needed.items():
        units = {"switch": each.switch, "join": each.join, "lose": each.lose}
        told = {name: amount(number, measure, lang) for name, number in units.items() if number}
        match told:
            case {"lose": _} if passed:
                yield say("ruling.lost-by", {"measure": measure, "lose": told["lose"]}, lang)
            case {"switch": switch, "join": join}:
                yield say("ruling.won-by.either", {"measure": measure, "switch": switch, "join": join}, lang)
            case {"switch": switch}:
                yield say("ruling.won-by.switch", {"measure": measure, "switch": switch}, lang)
            case {"join": join}:
                yield say("ruling.won-by.join", {"measure": measure, "join": join}, lang)


def _found(finding: Finding, lang: str) -> Drawing:
    match finding:
        case Compared():
            return Drawing(_compared(finding, lang), finding.holds)
        case Combined(op="not", parts=(Compared() as denied,)):
            return Drawing(_compared(denied, lang, denied=True), finding.holds)
        case Combined():
            parts = tuple(_found(part, lang) for part in finding.parts)
            return Drawing(say(f"ruling.{finding.op}", {"k": finding.k}, lang), finding.holds, parts)
        case Divided():
            return _divided(finding, lang)
    assert_never(finding)


def _divided(finding: Divided, lang: str) -> Drawing:
    units = []
    for group, weight, inner in finding.units:
        drawing = _found(inner, lang)
        fields = {
            "group": group,
            "weight": weight if weight != 1 else "",
            "says": "" if drawing.parts else drawing.says,
        }
        units.append(Drawing(say("ruling.group", fields, lang), group in finding.says, drawing.parts))
    fields = {"by": term(finding.by, lang)}
    each = Drawing(say("ruling.grouped", fields, lang), None, tuple(units))
    return Drawing(say("ruling.then", fields, lang), finding.holds, (each, _found(finding.then, lang)))


def _asked(condition: Condition, lang: str) -> Drawing:
    match condition:
        case Comparison() | Share():
            return Drawing(_asks(condition, lang), None)
        case Not(part=Comparison() | Share() as denied):
            return Drawing(_asks(denied, lang, denied=True), None)
        case Not():
            return Drawing(say("ruling.not", {"k": 0}, lang), None, (_asked(condition.part, lang),))
        case All() | AnyOf() | AtLeast():
            op, k = {All: ("all", 0), AnyOf: ("any", 0)}.get(type(condition), ("at_least", 0))
            k = condition.k if isinstance(condition, AtLeast) else k
            return Drawing(
                say(f"ruling.{op}", {"k": k}, lang), None, tuple(_asked(part, lang) for part in condition.parts)
            )
        case Grouped():
            fields = {"by": term(condition.by, lang)}
            each = Drawing(say("ruling.grouped", fields, lang), None, (_asked(condition.inner, lang),))
            return Drawing(say("ruling.then", fields, lang), None, (each, _asked(condition.then, lang)))
    assert_never(condition)


def _form(condition: Comparison | Share, *, denied: bool) -> str:
    return ("not-" if denied else "") + ("more-than" if condition.strict else "at-least")


def _turned(condition: Comparison | Share) -> Comparison | None:
    """A number that must be more than a tally, said from the tally's side: fewer than four not saying yes."""
    if isinstance(condition, Share) or tallies_of(condition.left) or not tallies_of(condition.right):
        return None
    return Comparison(condition.right, condition.left, strict=not condition.strict)


def _asks(condition: Comparison | Share, lang: str, *, denied: bool = False) -> str:
    turned = _turned(condition)
    if turned is not None:
        return _asks(turned, lang, denied=not denied)
    form = _form(condition, denied=denied)
    one, other = (phrase(side, lang, measure_of(condition)) for side in sides(condition))
    if isinstance(condition, Share):
        return say(f"asks.share.{form}", {"part": one, "of": other, "share": share(condition.share, lang)}, lang)
    return say(f"asks.compare.{form}", {"one": one, "other": other}, lang)


def _compared(finding: Compared, lang: str, *, denied: bool = False) -> str:
    condition = finding.condition
    turned = _turned(condition)
    if turned is not None:
        return _compared(Compared(turned, finding.right, finding.left, not finding.holds), lang, denied=not denied)
    measure = measure_of(condition)
    fields: dict[str, object] = {
        "left": amount(finding.left, measure, lang),
        "right": amount(finding.right, measure, lang),
        "short": "" if finding.holds else amount(_short(finding), measure, lang),
        "spare": amount(_spare(finding), measure, lang) if finding.holds else "",
    }
    form = _form(condition, denied=denied)
    match condition:
        case Share():
            names = {"part": phrase(condition.part, lang), "of": phrase(condition.of, lang)}
            if condition.share and not finding.right and not finding.holds:
                return say("ruling.share.of-nothing", names, lang)
            return say(f"ruling.share.{form}", fields | names | {"share": share(condition.share, lang)}, lang)
        case Comparison():
            fixed = not tallies_of(condition.right)
            names = {"one": phrase(condition.left, lang), "other": "" if fixed else phrase(condition.right, lang)}
            return say(f"ruling.compare.{form}", fields | names, lang)
    assert_never(condition)


def _short(finding: Compared) -> int:
    """How many whole units the left side lacks: half a head is a head, and exactly half is not more than half."""
    lacking = -finding.margin
    return floor(lacking) + 1 if finding.condition.strict else ceil(lacking)


def _spare(finding: Compared) -> int:
    """How many whole units the left side could do without."""
    return ceil(finding.margin) - 1 if finding.condition.strict else floor(finding.margin)


def measure_of(condition: Comparison | Share) -> str:
    """The one measure that a leaf reads, or nothing where there are several or none."""
    measures = measures_in(condition)
    return next(iter(measures)) if len(measures) == 1 else ""


def phrase(expression: Expression, lang: str, measure: str = "") -> str:
    """What is counted, in words."""
    match expression:
        case Constant():
            return amount(expression.value, measure, lang)
        case Tally():
            if expression.is_roll and expression.measure == UNIT:
                return say("tally.units", {}, lang)
            return say("tally", {"base": base(expression, lang), "measure": term(expression.measure, lang)}, lang)
        case Sum():
            return " + ".join(phrase(part, lang) for part in expression.parts)
        case Product():
            return " × ".join(_factor(part, lang) for part in expression.parts)
        case Floor():
            return say("rounded-down", {"part": phrase(expression.part, lang)}, lang)
        case Curve() | Reciprocal():
            return say("on-the-curve", {}, lang)
    assert_never(expression)


def _factor(expression: Expression, lang: str) -> str:
    return f"({phrase(expression, lang)})" if isinstance(expression, Sum) else phrase(expression, lang)


def base(tally: Tally, lang: str) -> str:
    """The set of stances that is counted, by its name where it has one."""
    if tally.is_roll:
        return term("who.roll", lang)
    name = _BASES.get(tally.stances)
    if name is not None:
        return term(f"who.{name}", lang)
    named = (term(f"who.{stance.value}", lang) for stance in Stance if stance in tally.stances)
    return say("or", {}, lang).join(named)


def amount(value: Amount, measure: str, lang: str) -> str:
    """An amount of a measure, in the unit that people use: area in m2, not in 0.01 m2."""
    if knows(f"unit.{measure}", lang):
        per_unit = int(say(f"per-unit.{measure}", {}, lang))
        return say(f"unit.{measure}", {"amount": Fraction(value) / per_unit}, lang)
    return show(value, lang)


def share(value: Fraction, lang: str) -> str:
    """A share in words: a half, two thirds; else in per cent where that is exact, else the fraction."""
    if not knows(f"term.share.{value}", lang) and (100 * value).denominator == 1:
        return say("percent", {"n": int(100 * value)}, lang)
    return term(f"share.{value}", lang).removeprefix("share.")
