"""One pack: a requirement with its source, its days in force, its procedure and its boundary cases."""

from __future__ import annotations

import json
from collections.abc import Mapping
from copy import deepcopy
from datetime import date, datetime, timezone
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from typing import cast

from attrs import field, frozen

from deliberate.errors import RequirementError
from deliberate.identity import digest
from deliberate.quantities import exact
from deliberate.requirement.packs import reading
from deliberate.requirement.packs.example import Example, example
from deliberate.requirement.packs.formality import Formality, formality
from deliberate.requirement.packs.names import BASE, check_names
from deliberate.requirement.ruling import Requirement, Ruling

_NEEDS = ("id", "title", "rule", "source", "requirement")
_MAY = ("aliases", "note", "jurisdiction", "verified", "valid_from", "valid_to", "utc_offset")
_LISTS = ("parameters", "formalities", "examples")
# The vote's own step: what comes before and after is reckoned from its day.
VOTE = "vote"


@frozen
class Pack:
    """A requirement with its provenance; packs of the same data are equal.

    Attributes
    ----------
    id, aliases
        Dotted, such as ``cn.owners.2021.major``; other names that it is found by.
    title, rule, note
        By language: the name, the rule in a sentence, and what a reader should know beside it (may be empty).
    source
        Text and article, or repository and file.
    jurisdiction
        Where it is law, such as ``CN``; empty for a handbook, a platform, a ministry's guidance, a charter.
    verified
        Whether the threshold was read in the source itself. What was not is no law here.
    valid_from, valid_to
        In force from the one through the other; None where open.
    utc_offset
        Where its days begin, such as ``+08:00``; empty for UTC.
    parameters
        Named constants with their defaults.
    formalities, examples
        The procedure in order; boundary cases.
    """

    id: str
    aliases: tuple[str, ...]
    title: Mapping[str, str]
    rule: Mapping[str, str]
    note: Mapping[str, str]
    source: str
    jurisdiction: str
    verified: bool
    valid_from: date | None
    valid_to: date | None
    utc_offset: str
    parameters: Mapping[str, object]
    formalities: tuple[Formality, ...]
    examples: tuple[Example, ...]
    data: Mapping[str, object] = field(repr=False)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Pack) and self.hash == other.hash

    def __hash__(self) -> int:
        return hash(self.hash)

    @property
    def hash(self) -> str:
        """SHA-256 of the pack's canonical JSON."""
        return digest(self.data)

    @property
    def is_law(self) -> bool:
        """Whether it states law: its threshold was read in the text, and the text is law somewhere."""
        return self.verified and bool(self.jurisdiction)

    def in_force(self, day: date) -> bool:
        """Whether the pack is in force on a day of its own calendar; :meth:`day` gives that of a moment."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)

    def day(self, moment: datetime) -> date:
        """The day that a moment falls on where the pack applies.

        Raises
        ------
        RequirementError
            ``no-time-zone``.
        """
        if moment.tzinfo is None:
            raise RequirementError("no-time-zone", where=self.id, moment=moment.isoformat())
        return moment.astimezone(timezone(reading.ahead_of_utc(self.utc_offset))).date()

    def missing(self, done: Mapping[str, date]) -> tuple[Formality, ...]:
        """The steps of the procedure that were not done.

        Parameters
        ----------
        done
            The day of each step that was done.

        Raises
        ------
        RequirementError
            ``unknown-key``: a step that the pack does not have.
        """
        self._check_steps(done)
        return tuple(each for each in self.formalities if each.step not in done)

    def late(self, done: Mapping[str, date]) -> tuple[Formality, ...]:
        """The steps done too close to the vote, or too long after it; none while the day of the vote is not given.

        Raises
        ------
        RequirementError
            ``unknown-key``: a step that the pack does not have.

        Examples
        --------
        >>> meeting = pack("cn.residents.2026")
        >>> in_time = {"notice": date(2026, 3, 17), "vote": date(2026, 3, 27)}
        >>> [each.step for each in meeting.late(in_time)]
        []
        >>> [each.step for each in meeting.late(in_time | {"notice": date(2026, 3, 18)})]
        ['notice']
        """
        self._check_steps(done)
        voted = done.get(VOTE)
        if voted is None:
            return ()
        taken = (each for each in self.formalities if each.step in done)
        return tuple(each for each in taken if not each.in_time(done[each.step], voted))

    def _check_steps(self, done: Mapping[str, date]) -> None:
        known = tuple(each.step for each in self.formalities)
        for step in done:
            if step not in known:
                raise RequirementError("unknown-key", where="done", key=str(step), known=known)

    def requirement(self, **parameters: object) -> Requirement:
        """The pack's requirement with its parameters filled.

        Parameters
        ----------
        **parameters
            The pack's named constants, exact; and ``base``, ``"roll"`` or ``"unrecused"``, which every pack takes.

        Raises
        ------
        RequirementError
            ``unknown-parameter``; a value that does not fit where it stands, with the path of the node.
        """
        for name in parameters:
            if name not in {*self.parameters, BASE}:
                known = (*self.parameters, BASE)
                raise RequirementError("unknown-parameter", where=self.id, parameter=name, known=known)
        named = {**cast("Mapping[str, object]", self.data["requirement"]), "name": self.id}
        if BASE in parameters:
            named[BASE] = parameters[BASE]
        own = {name: _constant(each) for name, each in parameters.items() if name != BASE}
        return Requirement.from_json(named, {**self.parameters, **own}, self.id)

    def judged(self, case: Example) -> Ruling:
        """What the pack rules on one of its examples."""
        return self.requirement(**case.parameters).rule_on(case.facts)

    def to_json(self) -> dict[str, object]:
        """The pack as JSON data."""
        return deepcopy(dict(self.data))

    @classmethod
    def from_json(cls, data: object, /, where: str = "pack") -> Pack:
        """Read a pack: one that ships, or a community's own charter, which is a pack without a jurisdiction.

        Parameters
        ----------
        data
            ``{"id", "title", "rule", "source", "requirement"}``, and perhaps ``aliases``, ``note``,
            ``jurisdiction``, ``verified``, ``valid_from``, ``valid_to``, ``utc_offset``, ``parameters``,
            ``formalities``, ``examples``.
        where
            Whose file it is, named in errors.

        Raises
        ------
        RequirementError
            With the path of what is wrong: an unknown key, one that is missing, a day that is none, an end before
            the beginning (``bad-period``), a law that nobody verified (``unverified-law``), a parameter that
            nothing uses (``unused-parameter``), a threshold that does not parse.

        Examples
        --------
        >>> charter = Pack.from_json({
        ...     "id": "our.courtyard",
        ...     "title": {"en": "Our courtyard", "zh": "我们院"},
        ...     "rule": {"en": "More yes than no.", "zh": "赞成多于反对。"},
        ...     "source": "Our charter of 1 March 2026",
        ...     "requirement": {"pass": {">": [{"tally": ["head", ["YES"]]}, {"tally": ["head", ["NO"]]}]}},
        ... })
        >>> charter.is_law, str(charter.requirement().rule_on({"head": {"YES": 2, "NO": 1}}).status)
        (False, 'PASSED')
        """
        with reading.placed(where, ": "):
            one = _read(deepcopy(data))
            _check(one)
        return one


def _read(data: object) -> Pack:
    given = reading.entry(data, "", needs=_NEEDS, may=(*_MAY, *_LISTS))
    return Pack(
        id=reading.text(given["id"], "id"),
        aliases=reading.several(given.get("aliases", ()), "aliases", reading.text),
        title=reading.languages(given["title"], "title"),
        rule=reading.languages(given["rule"], "rule"),
        note=reading.languages(given["note"], "note") if "note" in given else {},
        source=reading.text(given["source"], "source"),
        jurisdiction=reading.text(given["jurisdiction"], "jurisdiction") if given.get("jurisdiction") else "",
        verified=reading.flag(given.get("verified", True), "verified"),
        valid_from=reading.day(given.get("valid_from"), "valid_from"),
        valid_to=reading.day(given.get("valid_to"), "valid_to"),
        utc_offset=reading.offset(given.get("utc_offset", ""), "utc_offset"),
        parameters=reading.mapping(given.get("parameters", {}), "parameters"),
        formalities=reading.several(given.get("formalities", ()), "formalities", formality),
        examples=reading.several(given.get("examples", ()), "examples", example),
        data=given,
    )


def _check(one: Pack) -> None:
    if one.valid_from and one.valid_to and one.valid_to < one.valid_from:
        raise RequirementError("bad-period", where="valid_to", valid_from=one.valid_from, valid_to=one.valid_to)
    if one.jurisdiction and not one.verified:
        raise RequirementError("unverified-law", where="jurisdiction", jurisdiction=one.jurisdiction)
    # The threshold itself: read once with the defaults, so that a pack with a typo is never on the shelf.
    Requirement.from_json(one.data["requirement"], one.parameters)
    check_names(one.data["requirement"], one.parameters, one.examples)
    reading.all_different(tuple(each.step for each in one.formalities), "formalities")
    reading.all_different(tuple(each.id for each in one.examples), "examples")


def _constant(value: object) -> object:
    return value if isinstance(value, bool | Mapping | list | tuple | str) else str(exact(value))


@cache
def packs() -> Mapping[str, Pack]:
    """All packs that ship, by id."""
    known: dict[str, Pack] = {}
    for entry in sorted(files("deliberate.requirement.packs").iterdir(), key=lambda entry: entry.name):
        if entry.name.endswith(".json"):
            one = Pack.from_json(json.loads(entry.read_text(encoding="utf-8")), where=f"packs/{entry.name}")
            known[one.id] = one
    return known


@cache
def _found_by() -> Mapping[str, Pack]:
    """Every pack under its id and its aliases."""
    names = {alias: one for one in packs().values() for alias in one.aliases}
    return {**names, **packs()}


def pack(id: str) -> Pack:  # noqa: A002 - the field's word for it
    """The pack of this id or alias; a typed error that names the nearest where there is none."""
    known = _found_by().get(id)
    if known is None:
        nearest = get_close_matches(id, _found_by(), n=3, cutoff=0.4) or tuple(packs())
        raise RequirementError("unknown-pack", pack=id, near=tuple(nearest))
    return known


def requirement(id: str, **parameters: object) -> Requirement:  # noqa: A002 - the field's word for it
    """The requirement of a pack.

    Parameters
    ----------
    id
        Such as ``cn.owners.2021.major``.
    **parameters
        The pack's named constants, exact; and ``base``, ``"roll"`` or ``"unrecused"``.

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
