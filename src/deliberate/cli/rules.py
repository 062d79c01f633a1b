"""``deliberate rules``: the menu, and the packs of requirements."""

from __future__ import annotations

import re
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, cast

from deliberate.cli.command import Command, Reply, Word

if TYPE_CHECKING:
    from deliberate.decision.rule import AnyRule
    from deliberate.requirement.packs.pack import Pack

_SHELF = "deliberate.decision.rules."
_COST = re.compile(r"O\((?:[^()]|\([^()]*\))*\)")
_REFERENCES = re.compile(r"\n *References\n *-+\n(.*)", re.DOTALL)


def add(parser: ArgumentParser, word: Word) -> None:
    """Tell the arguments."""
    parser.add_argument("--packs", action="store_true", help=word("packs"))


def rules(given: Namespace) -> Reply:
    """List the rules, or the packs."""
    lang: str = given.lang
    if given.packs:
        from deliberate.requirement.packs.pack import packs

        known = tuple(packs().values())
        return Reply(lambda: [_pack_data(each) for each in known], lambda: _blocks(_pack(each, lang) for each in known))
    from deliberate.decision.menu import classes

    menu = classes()
    return Reply(
        lambda: [_data(name, one) for name, one in menu.items()],
        lambda: _blocks(_rule(name, one, lang) for name, one in menu.items()),
    )


def _data(name: str, one: type[AnyRule]) -> dict[str, object]:
    told = one.__doc__ or ""
    cost = _COST.search(told)
    return {
        "name": name,
        "ballot": one.ballot.__name__,
        "family": _family(one),
        "claims": sorted(str(claim) for claim in _claims(one)),
        "parameters": _defaults(one),
        "cost": " ".join(cost[0].split()) if cost else "",
        "reference": _reference(told),
    }


def _family(one: type[AnyRule]) -> str:
    """The shelf that the rule stands on; a plug-in stands on none of ours."""
    module = one.__module__
    return module.removeprefix(_SHELF).partition(".")[0] if module.startswith(_SHELF) else "plug-in"


def _claims(one: type[AnyRule]) -> Iterable[str]:
    """What the rule declares of itself with its defaults; nothing where it has none."""
    claims: object = one.satisfies
    if isinstance(claims, frozenset):
        return claims
    return () if None in _defaults(one).values() else one().satisfies


def _defaults(one: type[AnyRule]) -> dict[str, object]:
    """The parameters with their defaults; None where one must be given."""
    import attrs

    from deliberate.cli.plain import parameter

    defaults: dict[str, object] = {}
    for each in attrs.fields(cast("type[attrs.AttrsInstance]", one)):
        default: object = each.default
        if isinstance(default, attrs.Factory):  # type: ignore[arg-type]  # a class at run time, a function to mypy
            default = default.factory()  # type: ignore[attr-defined]  # as above
        defaults[each.alias or each.name] = None if default is attrs.NOTHING else parameter(default)
    return defaults


def _reference(told: str) -> str:
    """The first reference, which ends where a line does with a full stop."""
    section = _REFERENCES.search(told)
    lines: list[str] = []
    for line in section[1].strip().splitlines() if section else ():
        lines.append(line.strip())
        if not line.strip() or line.rstrip().endswith("."):
            break
    return " ".join(lines).strip()


def _rule(name: str, one: type[AnyRule], lang: str) -> tuple[str, Sequence[str]]:
    from deliberate.words import knows, say

    data = _data(name, one)
    sentence = say(f"rule.{name}", {}, lang) if knows(f"rule.{name}", lang) else ""
    fields = {**data, "parameters": _written(cast("Mapping[str, object]", data["parameters"]))}
    told = (say(f"cli.rules.told.{part}", fields, lang) for part in ("kind", "parameters", "claims", "cost"))
    return name, [line for line in (sentence, *told, str(data["reference"])) if line]


def _pack_data(pack: Pack) -> dict[str, object]:
    return {
        "id": pack.id,
        "aliases": list(pack.aliases),
        "title": dict(pack.title),
        "law": pack.jurisdiction if pack.is_law else None,
        "source": pack.source,
        "hash": pack.hash,
        "valid_from": pack.valid_from.isoformat() if pack.valid_from else None,
        "valid_to": pack.valid_to.isoformat() if pack.valid_to else None,
        "parameters": dict(pack.parameters),
        "formalities": [each.step for each in pack.formalities],
    }


def _pack(pack: Pack, lang: str) -> tuple[str, Sequence[str]]:
    from deliberate.words import say

    fields = {
        "source": pack.source,
        "valid_from": pack.valid_from,
        "valid_to": pack.valid_to,
        "parameters": _written(pack.parameters),
    }
    told = (say(f"cli.rules.told.{part}", fields, lang) for part in ("source", "validity", "parameters"))
    return pack.id, [line for line in (pack.title[lang], pack.rule[lang], *told) if line]


def _written(parameters: Mapping[str, object]) -> tuple[str, ...]:
    return tuple(f"{name}={_word(value)}" for name, value in parameters.items())


def _word(value: object) -> str:
    match value:
        case bool():
            return str(value).lower()
        case None:
            return ""
        case dict() | list():
            return "{...}"
    return str(value)


def _blocks(blocks: Iterable[tuple[str, Sequence[str]]]) -> str:
    return "\n\n".join("\n".join((head, *(f"  {line}" for line in lines))) for head, lines in blocks)


RULES = Command(
    name="rules",
    usage="[--packs]",
    examples=("deliberate rules --json", "deliberate rules --packs --lang zh"),
    add=add,
    do=rules,
)
