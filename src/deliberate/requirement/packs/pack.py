"""One pack: id, title, source with article, validity, parameters, requirement, formalities."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from typing import cast

from attrs import field, frozen

from deliberate.errors import RequirementError
from deliberate.identity import digest
from deliberate.quantities import exact
from deliberate.requirement.ruling import Requirement


@frozen
class Formality:
    """One step of the procedure 程序: who does what, how many days before or after, and what shows it.

    Attributes
    ----------
    step
        Short id, such as ``notice``.
    days
        At least so many days; 0 where none is set.
    """

    step: str
    title: Mapping[str, str]
    actor: str = ""
    days: int = 0
    relative_to: str = ""
    shown_by: str = ""


@frozen
class Pack:
    """A requirement with its provenance.

    Attributes
    ----------
    id
        Dotted, such as ``cn.owners.2021.major``.
    title, rule
        By language: the name, and the rule in a sentence.
    source
        Text and article.
    valid_from, valid_to
        In force from the one through the other; None where open.
    parameters
        Named constants with their defaults.
    """

    id: str
    title: Mapping[str, str]
    rule: Mapping[str, str]
    jurisdiction: str
    source: str
    valid_from: date | None
    valid_to: date | None
    parameters: Mapping[str, object]
    formalities: tuple[Formality, ...]
    data: Mapping[str, object] = field(repr=False)

    @property
    def hash(self) -> str:
        """SHA-256 of the pack's canonical JSON."""
        return digest(self.data)

    def in_force(self, day: date) -> bool:
        """Whether the pack is in force on a day."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)

    def requirement(self, **parameters: object) -> Requirement:
        """The pack's requirement with its parameters filled.

        Raises
        ------
        RequirementError
            ``unknown-parameter``.
        """
        for name in parameters:
            if name not in self.parameters:
                raise RequirementError("unknown-parameter", where=self.id, parameter=name, known=tuple(self.parameters))
        known = {**self.parameters, **{name: _constant(each) for name, each in parameters.items()}}
        named = {**cast("Mapping[str, object]", self.data["requirement"]), "name": self.id}
        return Requirement.from_json(named, known, self.id)


def _constant(value: object) -> object:
    return value if isinstance(value, bool | Mapping | list | str) else str(exact(value))


@cache
def packs() -> Mapping[str, Pack]:
    """All packs that ship, by id."""
    known = {}
    for entry in sorted(files("deliberate.requirement.packs").iterdir(), key=lambda entry: entry.name):
        if entry.name.endswith(".json"):
            one = _pack(json.loads(entry.read_text(encoding="utf-8")))
            known[one.id] = one
    return known


def pack(id: str) -> Pack:  # noqa: A002 - the field's word for it
    """The pack of this id; a typed error that names the nearest where there is none."""
    known = packs().get(id)
    if known is None:
        nearest = get_close_matches(id, packs(), n=3, cutoff=0.4) or tuple(packs())
        raise RequirementError("unknown-pack", pack=id, near=tuple(nearest))
    return known


def requirement(id: str, **parameters: object) -> Requirement:  # noqa: A002 - the field's word for it
    """The requirement of a pack.

    Parameters
    ----------
    id
        Such as ``cn.owners.2021.major``.
    **parameters
        The pack's named constants, exact.

    Raises
    ------
    RequirementError
        ``unknown-pack``, ``unknown-parameter``.

    Examples
    --------
    >>> ruling = requirement("cn.owners.2021.ordinary").rule_on({
    ...     "head": {"YES": 50, "NO": 8, "ABSTAIN": 8, "ABSENT": 33},
    ...     "area": {"YES": 500000, "NO": 90000, "ABSTAIN": 70000, "ABSENT": 330000},
    ... })
    >>> print(ruling.status)
    PASSED
    """
    return pack(id).requirement(**parameters)


def _pack(data: Mapping[str, object]) -> Pack:
    return Pack(
        id=str(data["id"]),
        title=cast("Mapping[str, str]", data["title"]),
        rule=cast("Mapping[str, str]", data["rule"]),
        jurisdiction=str(data.get("jurisdiction", "")),
        source=str(data["source"]),
        valid_from=_day(data.get("valid_from")),
        valid_to=_day(data.get("valid_to")),
        parameters=cast("Mapping[str, object]", data.get("parameters", {})),
        formalities=tuple(map(_formality, cast("list[Mapping[str, object]]", data.get("formalities", [])))),
        data=data,
    )


def _formality(data: Mapping[str, object]) -> Formality:
    days = data.get("days", 0)
    return Formality(
        step=str(data["step"]),
        title=cast("Mapping[str, str]", data["title"]),
        actor=str(data.get("actor", "")),
        days=days if isinstance(days, int) else 0,
        relative_to=str(data.get("relative_to", "")),
        shown_by=str(data.get("shown_by", "")),
    )


def _day(text: object) -> date | None:
    return None if text is None else date.fromisoformat(str(text))
