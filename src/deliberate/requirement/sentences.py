"""A finding in words: each comparison with both sides, named as a resident names them."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import ceil, floor
from typing import assert_never

from deliberate.quantities import Amount
from deliberate.requirement.conditions import Combined, Compared, Comparison, Finding, Share
from deliberate.requirement.expressions import Constant, Expression, Product, Sum, Tally, measures_of
from deliberate.requirement.statuses import Stance
from deliberate.words import knows, say, show, term

# Bases that have a name of their own; any other is spelt out stance by stance.
_BASES: dict[frozenset[Stance], str] = {
    frozenset({Stance.YES, Stance.NO, Stance.ABSTAIN, Stance.BLANK}): "taking-part",
    frozenset({Stance.YES, Stance.NO, Stance.ABSTAIN, Stance.BLANK, Stance.PRESENT, Stance.RECUSED}): "present",
    frozenset({Stance.YES, Stance.STAND_ASIDE, Stance.OBJECTION}): "answered",
}


def sentences(status: str, valid: Finding, pass_: Finding, lang: str) -> Iterator[str]:
    """The ruling, then the quorum and the threshold, a line for each comparison."""
    yield say("ruling", {"status": status}, lang)
    for key, finding in (("ruling.valid", valid), ("ruling.pass", pass_)):
        if not (isinstance(finding, Combined) and not finding.parts):
            yield say(key, {}, lang)
            yield from _finding(finding, lang, 1)


def _finding(finding: Finding, lang: str, depth: int) -> Iterator[str]:
    indent = "  " * depth
    mark = "✓" if finding.holds else "✗"
    match finding:
        case Compared():
            yield f"{indent}{mark} {_compared(finding, lang)}"
        case Combined(op="not", parts=(Compared() as denied,)):
            yield f"{indent}{mark} {_compared(denied, lang, denied=True)}"
        case Combined():
            # At the top "all of these" goes without saying.
            plain = finding.op == "all" and depth == 1
            if not plain:
                yield f"{indent}{mark} {say(f'ruling.{finding.op}', {}, lang)}"
            for part in finding.parts:
                yield from _finding(part, lang, depth if plain else depth + 1)
        case _:
            assert_never(finding)


def _compared(finding: Compared, lang: str, *, denied: bool = False) -> str:
    condition = finding.condition
    measures = sorted(_measures(condition))
    measure = measures[0] if len(measures) == 1 else ""
    fields: dict[str, object] = {
        "left": amount(finding.left, measure, lang),
        "right": amount(finding.right, measure, lang),
        "short": "" if finding.holds else amount(_short(finding), measure, lang),
    }
    form = ("not-" if denied else "") + ("more-than" if condition.strict else "at-least")
    match condition:
        case Share():
            names = {"part": phrase(condition.part, lang), "of": phrase(condition.of, lang)}
            return say(f"ruling.share.{form}", fields | names | {"share": share(condition.share, lang)}, lang)
        case Comparison():
            constant = isinstance(condition.right, Constant)
            names = {"one": phrase(condition.left, lang), "other": "" if constant else phrase(condition.right, lang)}
            return say(f"ruling.compare.{form}", fields | names, lang)
    assert_never(condition)


def _short(finding: Compared) -> int:
    """How many whole units the left side lacks: half a head is a head, and exactly half is not more than half."""
    lacking = -finding.margin
    return floor(lacking) + 1 if finding.condition.strict else ceil(lacking)


def _measures(condition: Comparison | Share) -> frozenset[str]:
    one, other = (condition.part, condition.of) if isinstance(condition, Share) else (condition.left, condition.right)
    return measures_of(one) | measures_of(other)


def phrase(expression: Expression, lang: str) -> str:
    """What is counted, in words."""
    match expression:
        case Constant():
            return show(expression.value, lang)
        case Tally():
            return say("tally", {"base": base(expression, lang), "measure": term(expression.measure, lang)}, lang)
        case Sum():
            return " + ".join(phrase(part, lang) for part in expression.parts)
        case Product():
            return " × ".join(phrase(part, lang) for part in expression.parts)
    assert_never(expression)


def base(tally: Tally, lang: str) -> str:
    """The set of stances that is counted, by its name where it has one."""
    if tally.is_roll:
        return term("who.roll", lang)
    name = _BASES.get(tally.stances)
    if name is not None:
        return term(f"who.{name}", lang)
    ordered = [stance for stance in Stance if stance in tally.stances]
    return show(tuple(term(f"who.{stance.value}", lang) for stance in ordered), lang)


def amount(value: Amount, measure: str, lang: str) -> str:
    """An amount of a measure, in the unit that people use: area in m2, not in 0.01 m2."""
    if knows(f"unit.{measure}", lang):
        per_unit = int(say(f"per-unit.{measure}", {}, lang))
        return say(f"unit.{measure}", {"amount": Fraction(value) / per_unit}, lang)
    return show(value, lang)


def share(value: Fraction, lang: str) -> str:
    """A share in words: a half, two thirds, else the fraction."""
    return term(f"share.{value}", lang).removeprefix("share.")
