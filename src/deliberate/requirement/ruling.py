"""A requirement and the ruling that it gives: valid and pass apart, exact, explained."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cached_property

from attrs import field, frozen

from deliberate.errors import RequirementError
from deliberate.records.kinds import kind
from deliberate.requirement.conditions import All, Comparison, Condition, Finding, examine, measures_in, tallies_in
from deliberate.requirement.expressions import Tally
from deliberate.requirement.grammar import Reader, written
from deliberate.requirement.needed import Needed, needed
from deliberate.requirement.sentences import sentences
from deliberate.requirement.statuses import STANCES, Stance
from deliberate.requirement.tallies import Tallies

TIES = ("reject", "sustain", "lot", "revote")
NO_QUORUM = ("reopen", "lapse")
_NONE = All(())
_DEFAULTS: Mapping[str, str] = {"tie": "reject", "tie_on": "", "no_quorum": "reopen", "name": ""}


class Status(StrEnum):
    """What a requirement rules: "no quorum" is not "rejected"."""

    PASSED = "PASSED"
    REJECTED = "REJECTED"
    TIED = "TIED"
    NO_QUORUM = "NO_QUORUM"


@kind
@frozen
class Requirement:
    """Who must take part (``valid``), how many must agree (``pass_``), and what a tie or a thin meeting means.

    Attributes
    ----------
    pass_
        The threshold 通过门槛.
    valid
        The quorum 参与门槛; none by default.
    tie
        ``"reject"`` (default), ``"sustain"``, ``"lot"``, ``"revote"``. The last three are refused unless the
        threshold is YES > NO in the measure of the tie.
    tie_on
        The measure a tie is judged on: ``head`` by default, else the only one.
    no_quorum
        ``"reopen"`` or ``"lapse"``: for the host; the ruling is NO_QUORUM either way.
    name
        The pack's id, or empty.

    Examples
    --------
    >>> from fractions import Fraction
    >>> from deliberate.requirement.packs import requirement
    >>> print(requirement("robert.majority").rule_on({"head": {"YES": 7, "NO": 6, "ABSTAIN": 9}}).status)
    PASSED
    """

    pass_: Condition
    valid: Condition = _NONE
    tie: str = "reject"
    tie_on: str | None = None
    no_quorum: str = "reopen"
    name: str = field(default="", eq=False)

    def __attrs_post_init__(self) -> None:
        if self.tie not in TIES:
            raise RequirementError("bad-policy", where="tie", given=self.tie, known=TIES)
        if self.no_quorum not in NO_QUORUM:
            raise RequirementError("bad-policy", where="no_quorum", given=self.no_quorum, known=NO_QUORUM)
        if self.tie != "reject" and not self._is_plain_majority():
            raise RequirementError("tie-needs-majority", where="tie", given=self.tie)

    def rule_on(self, tallies: Tallies | Mapping[str, Mapping[str, object]]) -> Ruling:
        """Rule on tallies.

        Parameters
        ----------
        tallies
            Sums by measure and stance, in the measure's unit.

        Raises
        ------
        RequirementError
            A measure that the requirement reads is missing, a stance is unknown, a sum is negative.
        """
        counted = tallies if isinstance(tallies, Tallies) else Tallies.of(tallies)
        for measure in sorted(self.measures):
            counted.counts(measure)
        return Ruling(self, counted)

    @property
    def measures(self) -> frozenset[str]:
        """The measures that the requirement reads."""
        return measures_in(self.valid) | measures_in(self.pass_)

    @property
    def stances(self) -> tuple[Stance, ...]:
        """The answers that count for something besides being on the roll, in their own order."""
        tallies = tallies_in(self.valid) | tallies_in(self.pass_)
        read = frozenset[Stance]().union(*(tally.stances for tally in tallies if not tally.is_roll))
        return tuple(stance for stance in STANCES if stance in read)

    @property
    def tie_measure(self) -> str | None:
        """The measure that a tie is judged on."""
        if self.tie_on is not None:
            return self.tie_on
        if "head" in self.measures:
            return "head"
        return next(iter(self.measures)) if len(self.measures) == 1 else None

    def _is_plain_majority(self) -> bool:
        measure = self.tie_measure
        if measure is None:
            return False
        yes, no = Tally(measure, frozenset({Stance.YES})), Tally(measure, frozenset({Stance.NO}))
        return self.pass_ == Comparison(yes, no, strict=True)

    def to_json(self) -> dict[str, object]:
        """The requirement in its grammar, defaults left out."""
        data: dict[str, object] = {"pass": written(self.pass_)}
        if self.valid != All(()):
            data["valid"] = written(self.valid)
        given = {"tie": self.tie, "tie_on": self.tie_on, "no_quorum": self.no_quorum, "name": self.name}
        return data | {key: word for key, word in given.items() if word not in {None, _DEFAULTS[key]}}

    @classmethod
    def from_json(
        cls, data: object, /, parameters: Mapping[str, object] | None = None, where: str = "requirement"
    ) -> Requirement:
        """Read a requirement from its JSON grammar.

        Parameters
        ----------
        data
            ``{"valid": rule?, "pass": rule, "tie"?, "tie_on"?, "no_quorum"?, "name"?}``.
        parameters
            What ``{"parameter": name}`` stands for.
        where
            The path of ``data``, named in errors.

        Raises
        ------
        RequirementError
            With the path of the node that is wrong.

        Examples
        --------
        >>> more = {">": [{"tally": ["head", ["YES"]]}, {"tally": ["head", ["NO"]]}]}
        >>> print(Requirement.from_json({"pass": more}).rule_on({"head": {"YES": 2, "NO": 1}}).status)
        PASSED
        """
        if not isinstance(data, Mapping) or "pass" not in data:
            found = "no pass" if isinstance(data, Mapping) else repr(data)[:40]
            raise RequirementError("bad-node", where=where, found=found)
        for key in data:
            if key not in {"valid", "pass", *_DEFAULTS}:
                raise RequirementError("unknown-key", where=where, key=str(key), known=("valid", "pass", *_DEFAULTS))
        reader = Reader(parameters or {})
        valid = reader.condition(data["valid"], f"{where}.valid") if data.get("valid") is not None else All(())
        words = {key: _word(data.get(key), default, f"{where}.{key}") for key, default in _DEFAULTS.items()}
        return cls(
            pass_=reader.condition(data["pass"], f"{where}.pass"),
            valid=valid,
            tie=words["tie"],
            tie_on=words["tie_on"] or None,
            no_quorum=words["no_quorum"],
            name=words["name"],
        )


def _word(word: object, default: str, where: str) -> str:
    if word is None:
        return default
    if not isinstance(word, str):
        raise RequirementError("bad-policy", where=where, given=repr(word)[:40], known=("text",))
    return word


@kind
@frozen
class Ruling:
    """What a requirement rules on tallies, with both sides of every comparison."""

    requirement: Requirement
    tallies: Tallies

    @cached_property
    def valid(self) -> Finding:
        """What the quorum found."""
        return examine(self.requirement.valid, self.tallies)

    @cached_property
    def pass_(self) -> Finding:
        """What the threshold found."""
        return examine(self.requirement.pass_, self.tallies)

    @property
    def tie(self) -> bool:
        """Whether YES and NO are equal, somebody said either, and the threshold is missed."""
        measure = self.requirement.tie_measure
        if measure is None or self.pass_.holds:
            return False
        yes, no = self.tallies.count(measure, "YES"), self.tallies.count(measure, "NO")
        return yes == no > 0

    @property
    def status(self) -> Status:
        """PASSED, REJECTED, TIED or NO_QUORUM; an empty roll is NO_QUORUM."""
        empty = any(self.tallies.roll(measure) == 0 for measure in self.requirement.measures)
        if empty or not self.valid.holds:
            return Status.NO_QUORUM
        if self.pass_.holds:
            return Status.PASSED
        if not self.tie or self.requirement.tie == "reject":
            return Status.REJECTED
        return Status.PASSED if self.requirement.tie == "sustain" else Status.TIED

    @property
    def needed(self) -> Mapping[str, Needed]:
        """How many more are needed, by measure."""
        return needed(self.requirement.valid, self.requirement.pass_, self.tallies, self.requirement.measures)

    def explain(self, lang: str = "en") -> str:
        """The ruling in words, one line for each comparison."""
        return "\n".join(self.lines(lang))

    def lines(self, lang: str) -> Iterator[str]:
        """The sentences of :meth:`explain`."""
        yield from sentences(self.status.value, self.valid, self.pass_, lang)

    def tree(self) -> dict[str, object]:
        """The ruling as JSON data, as the command line prints it."""
        return {
            "status": self.status.value,
            "tie": self.tie,
            "valid": self.valid.tree(),
            "pass": self.pass_.tree(),
            "needed": {measure: each.tree() for measure, each in self.needed.items()},
        }
