"""The names of a pack's parameters: each is used, and no example sets one that is not there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from deliberate.errors import RequirementError
from deliberate.requirement.packs.example import Example

# Every requirement has a base; a pack's own constant cannot be called so.
BASE = "base"


def check_names(requirement: object, parameters: Mapping[str, object], examples: tuple[Example, ...]) -> None:
    """Refuse a parameter that nothing uses, and one that an example sets and the pack does not have.

    Raises
    ------
    RequirementError
        ``unused-parameter``, ``unknown-parameter``.
    """
    used = set(_named(requirement))
    for name in parameters:
        if name not in used or name == BASE:
            raise RequirementError("unused-parameter", where=f"parameters.{name}", parameter=name)
    known = (*parameters, BASE)
    for place, case in enumerate(examples):
        for name in case.parameters:
            if name not in known:
                where = f"examples[{place}].parameters"
                raise RequirementError("unknown-parameter", where=where, parameter=name, known=known)


def _named(data: object) -> Iterator[str]:
    """The parameters that a requirement names."""
    match data:
        case {"parameter": str(name)}:
            yield name
        case Mapping():
            for part in data.values():
                yield from _named(part)
        case list() | tuple():
            for part in data:
                yield from _named(part)
