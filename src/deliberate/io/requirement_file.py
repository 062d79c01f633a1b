"""A file that puts a requirement to the test: a pack or a requirement in full, and what was counted."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import cast

import attrs
from attrs import frozen

from deliberate.community.delegation import Delegation
from deliberate.decision.answers import Answers
from deliberate.decision.delegated import delegated, resolved
from deliberate.errors import InputError, RequirementError
from deliberate.quantities import whole
from deliberate.requirement.facts import Facts, NestedSums, Sums
from deliberate.requirement.grammar import bad_node
from deliberate.requirement.packs.formality import Formality
from deliberate.requirement.packs.pack import Pack, pack
from deliberate.requirement.ruling import Requirement, Ruling
from deliberate.requirement.statuses import STANCES
from deliberate.requirement.tallies import Tallies

KEYS = (
    "pack",
    "requirement",
    "parameters",
    "base",
    "tallies",
    "groups",
    "t",
    "open",
    "done",
    "answers",
    "weights",
    "delegations",
)
ANSWERED = ("answers", "weights", "delegations")
Data = Mapping[str, object]


@frozen
class RequirementFile:
    """What a file asks, and what it gives to answer it.

    Attributes
    ----------
    pack
        Where the requirement comes from one.
    answered
        The sums of the answers of single members, where these were given in place of tallies.
    voting
        ``"open"`` while those who are ABSENT may still answer, else ``"closed"``.
    done
        The day of each formality that was done; None where nobody asks.
    """

    requirement: Requirement
    facts: Facts
    pack: Pack | None
    answered: Tallies | None
    voting: str
    done: tuple[tuple[str, date], ...] | None

    @property
    def ruling(self) -> Ruling:
        """What the requirement rules."""
        return self.requirement.rule_on(self.facts)

    @property
    def missing(self) -> tuple[Formality, ...]:
        """The formalities that were not done."""
        return self.pack.missing(dict(self.done)) if self.pack and self.done is not None else ()

    @property
    def late(self) -> tuple[Formality, ...]:
        """The formalities done with too few days between them and the vote, or too many."""
        return self.pack.late(dict(self.done)) if self.pack and self.done is not None else ()


def read(data: object) -> RequirementFile:
    """Read what the data of a file says.

    Parameters
    ----------
    data
        ``{"pack" | "requirement", "parameters"?, "base"?, "t"?, "open"?, "done"?}`` with ``"tallies"`` or ``"groups"``
        or both, or with ``"answers"``, ``"weights"`` and ``"delegations"``.

    Raises
    ------
    InputError
        With the path of what is wrong: a key that is unknown or missing, a status, a weight, a member, a node.

    Examples
    --------
    >>> given = {"pack": "robert.majority", "answers": {"a": "YES", "d": "NO"}, "delegations": [["b", "a"]]}
    >>> print(read(given).ruling.status)
    PASSED
    """
    if not isinstance(data, Mapping):
        raise bad_node("", data)
    for key in data:
        if key not in KEYS:
            raise RequirementError("unknown-key", key=str(key)[:40], known=KEYS)
    known = pack(str(data["pack"])[:80]) if "pack" in data else None
    requirement = _requirement(data, known)
    facts, answered = _facts(data)
    return RequirementFile(requirement, facts, known, answered, _voting(data), _done(data, known))


def _requirement(data: Data, known: Pack | None) -> Requirement:
    parameters = data.get("parameters", {})
    if not isinstance(parameters, Mapping):
        raise bad_node("parameters", parameters)
    if (known is None) == ("requirement" not in data):
        raise RequirementError("one-of-two", one="pack", other="requirement")
    if known is not None:
        requirement = known.requirement(**parameters)
    else:
        requirement = Requirement.from_json(data["requirement"], parameters)
    return attrs.evolve(requirement, base=str(data["base"])[:40]) if "base" in data else requirement


def _facts(data: Data) -> tuple[Facts, Tallies | None]:
    t, groups = cast("int | str | None", data.get("t")), cast("NestedSums", data.get("groups", {}))
    if not any(key in data for key in ANSWERED):
        return Facts.of(cast("Sums | None", data.get("tallies")), groups=groups, t=t), None
    if "tallies" in data:
        raise RequirementError("one-of-two", one="tallies", other="answers")
    answered = _answered(data)
    return Facts.of(answered, groups=groups, t=t), answered


def _answered(data: Data) -> Tallies:
    stances = _object(data.get("answers", {}), "answers")
    for member, stance in stances.items():
        if stance not in STANCES:
            where = f"answers.{member}"
            raise RequirementError("unknown-status", where=where, status=str(stance)[:40], known=STANCES)
    delegations = _delegations(data.get("delegations", []))
    asked = (*stances, *(member for each in delegations for member in (each.giver, *each.to)))
    weights = _weights(data["weights"]) if "weights" in data else {"head": dict.fromkeys(asked, 1)}
    roll = {
        member: tuple(each.get(member, 0) for each in weights.values()) for each in weights.values() for member in each
    }
    answers = Answers.of(cast("Mapping[str, str]", stances), roll, tuple(weights))
    return delegated(answers, resolved(answers, delegations)).tallies()


def _weights(given: object) -> dict[str, dict[str, int]]:
    return {measure: _weight_of(each, f"weights.{measure}") for measure, each in _object(given, "weights").items()}


def _weight_of(given: object, where: str) -> dict[str, int]:
    weights = {}
    for member, weight in _object(given, where).items():
        units = whole(weight, where=f"{where}.{member}")
        if not 0 <= units < 2**63:
            raise RequirementError("bad-weight", where=f"{where}.{member}", weight=str(weight)[:40])
        weights[member] = units
    return weights


def _delegations(given: object) -> tuple[Delegation, ...]:
    if not isinstance(given, list):
        raise bad_node("delegations", given)
    delegations = []
    for place, pair in enumerate(given):
        where = f"delegations[{place}]"
        if not isinstance(pair, list) or len(pair) < 2 or not all(isinstance(member, str) for member in pair):
            raise bad_node(where, pair)
        try:
            delegations.append(Delegation(pair[0], tuple(pair[1:])))
        except InputError as error:
            error.where = where
            raise
    return tuple(delegations)


def _object(given: object, where: str) -> Mapping[str, object]:
    if not isinstance(given, Mapping):
        raise bad_node(where, given)
    return given


def _voting(data: Data) -> str:
    given = data.get("open", False)
    if not isinstance(given, bool):
        raise bad_node("open", given)
    return "open" if given else "closed"


def _done(data: Data, known: Pack | None) -> tuple[tuple[str, date], ...] | None:
    if "done" not in data:
        return None
    if known is None:
        raise bad_node("done", data["done"])
    days = {step: _day(day, f"done.{step}") for step, day in _object(data["done"], "done").items()}
    known.missing(days)
    return tuple(days.items())


def _day(day: object, where: str) -> date:
    try:
        return date.fromisoformat(str(day))
    except ValueError:
        raise RequirementError("bad-day", where=where, day=str(day)[:40]) from None
