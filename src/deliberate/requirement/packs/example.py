"""A boundary case of a pack: what was counted, what it is ruled, and why, in one sentence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from attrs import frozen

from deliberate.errors import RequirementError
from deliberate.quantities import Amount
from deliberate.requirement.facts import Facts, NestedSums, Sums
from deliberate.requirement.packs import reading
from deliberate.requirement.statuses import Status

_MAY = ("tallies", "groups", "t", "parameters", "tie")


@frozen
class Example:
    """A case worked by hand.

    Attributes
    ----------
    id
        Its number in the literature of the house (``E9``), or ``boundary-1``.
    facts
        What was counted.
    parameters
        What it sets otherwise than the pack's defaults.
    tie
        Whether YES and NO are equal; None where the case does not say.
    why
        By language.
    """

    id: str
    facts: Facts
    parameters: Mapping[str, object]
    status: Status
    tie: bool | None
    why: Mapping[str, str]


def example(data: object, where: str) -> Example:
    """The case that a node says.

    Raises
    ------
    RequirementError
        With the path of what is wrong.
    """
    given = reading.entry(data, where, needs=("id", "status", "why"), may=_MAY)
    return Example(
        id=reading.text(given["id"], f"{where}.id"),
        facts=_facts(given, where),
        parameters=reading.mapping(given.get("parameters", {}), f"{where}.parameters"),
        status=_status(given["status"], f"{where}.status"),
        tie=reading.flag(given["tie"], f"{where}.tie") if "tie" in given else None,
        why=reading.languages(given["why"], f"{where}.why"),
    )


def _facts(given: Mapping[str, object], where: str) -> Facts:
    # Facts checks what it is given; the types say only what it hopes for.
    tallies, groups = cast("Sums | None", given.get("tallies")), cast("NestedSums", given.get("groups", {}))
    with reading.placed(where):
        return Facts.of(tallies, groups=groups, t=cast("Amount | str | None", given.get("t")))


def _status(data: object, where: str) -> Status:
    if data not in tuple(Status):
        raise RequirementError("unknown-status", where=where, status=str(data)[:40], known=tuple(map(str, Status)))
    return Status(str(data))
