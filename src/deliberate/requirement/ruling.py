"""A requirement and the ruling that it gives: valid and pass apart, exact, explained."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import cast

from attrs import field, frozen

from deliberate.errors import RequirementError
from deliberate.quantities import Amount
from deliberate.records.convert import from_dict, to_dict
from deliberate.records.kinds import kind
from deliberate.requirement.conditions import All, Condition, Grouped, measures_in, parts_in, tallies_in
from deliberate.requirement.drawings import Drawing
from deliberate.requirement.early import Open, early
from deliberate.requirement.facts import Facts, Groups, NestedSums, Sums
from deliberate.requirement.findings import Finding, examine
from deliberate.requirement.grammar import Reader, fields
from deliberate.requirement.needed import Needed, needed
from deliberate.requirement.policies import (
    BASES,
    NO_QUORUM,
    TIES,
    Casting,
    bad_policy,
    more_yes,
    no_fewer_yes,
    read_tie,
    read_word,
)
from deliberate.requirement.sentences import asked, changes, found, lines
from deliberate.requirement.statuses import STANCES, Stance, Status
from deliberate.requirement.tallies import Tallies
from deliberate.requirement.witness import NoShow, in_one_group, no_show, small_rolls
from deliberate.requirement.writing import written
from deliberate.words import say

_DEFAULTS: Mapping[str, str] = {"tie": "reject", "tie_on": "", "no_quorum": "reopen", "base": "roll", "name": ""}


_NOTHING = All(())
# A second call has no third, or hardly ever.
MOST_CALLS = 3


@kind
@frozen
class SecondCall:
    """What the second call 第二次召集 is judged by, where the first found too few.

    Attributes
    ----------
    requirement
        Usually the same threshold under a lower quorum.
    """

    requirement: Requirement


@kind
@frozen
class Requirement:
    """Who must take part, how many must agree, and what a tie or a thin meeting means.

    Attributes
    ----------
    pass_
        The threshold 通过门槛.
    valid
        The quorum 参与门槛; none by default.
    tie
        ``"reject"`` (default), ``"sustain"``, ``"lot"``, ``"revote"`` or the chair's :class:`Casting` vote. All but
        the first are refused unless the threshold is YES > NO in the measure of the tie.
    tie_on
        The measure a tie is judged on: ``head`` by default, else the only one.
    no_quorum
        ``"reopen"``, ``"lapse"`` or a :class:`SecondCall`: for the host; the ruling is NO_QUORUM either way.
    base
        ``"roll"`` (default): who is RECUSED stays in every base that names them, the roll first of all;
        ``"unrecused"``: they are counted nowhere.
    name
        The pack's id, or empty.

    Examples
    --------
    >>> from deliberate.requirement.packs import requirement
    >>> print(requirement("robert.majority").rule_on({"head": {"YES": 7, "NO": 6, "ABSTAIN": 9}}).status)
    PASSED
    """

    pass_: Condition
    valid: Condition = _NOTHING
    tie: str | Casting = "reject"
    tie_on: str | None = None
    no_quorum: str | SecondCall = "reopen"
    base: str = "roll"
    name: str = field(default="", eq=False)

    def __attrs_post_init__(self) -> None:
        if self.tie not in TIES and not isinstance(self.tie, Casting):
            raise bad_policy("tie", self.tie, (*TIES, "casting"))
        if self.no_quorum not in NO_QUORUM and not isinstance(self.no_quorum, SecondCall):
            raise bad_policy("no_quorum", self.no_quorum, (*NO_QUORUM, "second_call"))
        if self.base not in BASES:
            raise bad_policy("base", self.base, BASES)
        if self.tie != "reject" and (self.tie_measure is None or self.pass_ != more_yes(self.tie_measure)):
            given = self.tie if isinstance(self.tie, str) else "casting"
            raise RequirementError("tie-needs-majority", where="tie", given=given)

    def rule_on(
        self, tallies: Facts | Sums | None = None, *, groups: NestedSums | Groups = (), t: Amount | str | None = None
    ) -> Ruling:
        """Rule on tallies.

        Parameters
        ----------
        tallies
            Sums by measure and stance, in the measure's unit; the sum of the groups where they are left out.
        groups
            For each division of the electorate that a ``grouped`` condition names, each group's tallies.
        t
            The moment on a curve, in the curve's unit.

        Raises
        ------
        RequirementError
            What the requirement reads is missing, a stance is unknown, a sum negative, groups are not the whole.
        """
        facts = tallies if isinstance(tallies, Facts) else Facts.of(tallies, groups=groups, t=t)
        for measure in sorted(self.measures):
            facts.tallies.counts(measure)
        for by in self.divisions:
            facts.within(by)
        ruling = Ruling(self, facts)
        _ = ruling.pass_  # a curve without its moment is refused here, not where somebody reads the result
        return ruling

    @property
    def measures(self) -> frozenset[str]:
        """The measures that the requirement reads."""
        return measures_in(self.valid) | measures_in(self.pass_)

    @property
    def divisions(self) -> Mapping[str, tuple[str, ...]]:
        """How the electorate is divided, with the groups that have a weight of their own."""
        known: dict[str, dict[str, int]] = {}
        for part in (*parts_in(self.valid), *parts_in(self.pass_)):
            if isinstance(part, Grouped):
                known.setdefault(part.by, {}).update(part.weights)
        return {by: tuple(groups) for by, groups in known.items()}

    @property
    def stances(self) -> tuple[Stance, ...]:
        """The answers that count for something besides being on the roll, in their own order."""
        tallies = tallies_in(self.valid) | tallies_in(self.pass_)
        read = frozenset[Stance]().union(*(tally.stances for tally in tallies if not tally.is_roll))
        left_out = {Stance.RECUSED} if self.base == "unrecused" else set()
        return tuple(stance for stance in STANCES if stance in read - left_out)

    @property
    def tie_measure(self) -> str | None:
        """The measure that a tie is judged on."""
        if self.tie_on is not None:
            return self.tie_on
        if "head" in self.measures:
            return "head"
        return next(iter(self.measures)) if len(self.measures) == 1 else None

    @property
    def second_call(self) -> Requirement | None:
        """What a second call is judged by; None where there is none."""
        return self.no_quorum.requirement if isinstance(self.no_quorum, SecondCall) else None

    def no_show_witness(self, most: int = 6, t: Amount | str | None = None) -> NoShow | None:
        """Two small tallies on which coming to say NO makes it pass; None where there are none so small.

        Parameters
        ----------
        most
            The largest roll to search, in members. Each has one unit of every measure; in a divided electorate they
            all belong to one group.
        t
            The moment on a curve.

        Notes
        -----
        A quorum of participation has a witness, a threshold on the whole roll has none. Every tally is tried.

        Examples
        --------
        >>> from deliberate.requirement.packs import requirement
        >>> witness = requirement("robert.majority").no_show_witness()
        >>> witness.before.count("head", "YES"), witness.after.count("head", "NO")
        (2, 1)
        """
        divisions = {by: groups or ("1",) for by, groups in self.divisions.items()}
        rolls = small_rolls(self.stances, self.measures, most)
        facts = (in_one_group(Facts(roll, t=t), divisions) for roll in rolls)
        return no_show(lambda each: Ruling(self, each).status, facts)

    def drawing(self, lang: str = "en") -> Drawing:
        """What is required, as a tree; printed it is text, and it has a ``mermaid`` flowchart."""
        parts = (asked("ruling.valid", self.valid, lang), asked("ruling.pass", self.pass_, lang))
        return Drawing(say("asks", {"name": self.name}, lang), None, tuple(part for part in parts if part is not None))

    def to_json(self) -> dict[str, object]:
        """The requirement in its grammar, defaults left out."""
        data: dict[str, object] = {"pass": written(self.pass_)}
        if self.valid != _NOTHING:
            data["valid"] = written(self.valid)
        tie = {"casting": str(self.tie.answer)} if isinstance(self.tie, Casting) else self.tie
        call = self.second_call
        no_quorum = self.no_quorum if call is None else {"second_call": call.to_json()}
        given = {"tie": tie, "tie_on": self.tie_on, "no_quorum": no_quorum, "base": self.base, "name": self.name}
        return data | {key: each for key, each in given.items() if each is not None and each != _DEFAULTS[key]}

    @classmethod
    def from_json(
        cls, data: object, /, parameters: Mapping[str, object] | None = None, where: str = "requirement"
    ) -> Requirement:
        """Read a requirement from its JSON grammar.

        Parameters
        ----------
        data
            ``{"valid": rule?, "pass": rule, "tie"?, "tie_on"?, "no_quorum"?, "base"?, "name"?}``.
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
        given = fields(data, where, needs=("pass",), may=("valid", *_DEFAULTS))
        reader = Reader(parameters or {})
        return cls(
            pass_=reader.condition(given["pass"], f"{where}.pass"),
            valid=_NOTHING if given.get("valid") is None else reader.condition(given["valid"], f"{where}.valid"),
            tie=read_tie(given.get("tie"), f"{where}.tie"),
            tie_on=read_word(given.get("tie_on"), "", f"{where}.tie_on") or None,
            no_quorum=_no_quorum(given.get("no_quorum"), parameters, f"{where}.no_quorum"),
            base=read_word(given.get("base"), "roll", f"{where}.base"),
            name=read_word(given.get("name"), "", f"{where}.name"),
        )


def _no_quorum(given: object, parameters: Mapping[str, object] | None, where: str) -> str | SecondCall:
    match given:
        case {"second_call": call, **others} if not others:
            if where.count("second_call") >= MOST_CALLS:
                raise RequirementError("too-deep", where=f"{where[:60]}...", most=MOST_CALLS)
            return SecondCall(Requirement.from_json(call, parameters, f"{where}.second_call"))
    return read_word(given, "reopen", where)


@kind
@frozen
class Ruling:
    """What a requirement rules on given facts, with both sides of every comparison.

    Attributes
    ----------
    facts
        As they were given; the findings are derived from them.
    """

    requirement: Requirement
    facts: Facts

    @property
    def tallies(self) -> Tallies:
        """The sums that were ruled on."""
        return self.facts.tallies

    def to_json(self) -> dict[str, object]:
        """The requirement and the facts, of which groups and a moment stand there only where they are."""
        facts = self.facts
        given = {"groups": to_dict(facts.groups)} if facts.groups else {}
        given |= {"t": str(facts.t)} if facts.t is not None else {}
        return {"requirement": to_dict(self.requirement), "tallies": to_dict(facts.tallies), **given}

    @classmethod
    def from_json(cls, data: object, /) -> Ruling:
        """The ruling that the data says."""
        given = cast("Mapping[str, object]", data)
        facts = {key: part for key, part in given.items() if key != "requirement"}
        requirement = cast("Requirement", from_dict(given["requirement"]))
        return cls(requirement, cast("Facts", from_dict({"kind": "Facts", "groups": [], "t": None, **facts})))

    @cached_property
    def _counted(self) -> Facts:
        """Who has stood back is on the roll or is not: that is said in the requirement, never guessed."""
        return self.facts.without(Stance.RECUSED) if self.requirement.base == "unrecused" else self.facts

    @cached_property
    def valid(self) -> Finding:
        """What the quorum found."""
        return examine(self.requirement.valid, self._counted)

    @cached_property
    def pass_(self) -> Finding:
        """What the threshold found."""
        return examine(self.requirement.pass_, self._counted)

    @property
    def tie(self) -> bool:
        """Whether YES and NO are equal, somebody said either, and the threshold is missed."""
        measure = self.requirement.tie_measure
        if measure is None or self.pass_.holds:
            return False
        yes, no = self.tallies.count(measure, "YES"), self.tallies.count(measure, "NO")
        return yes == no > 0

    @property
    def _nobody(self) -> bool:
        return any(self._counted.tallies.roll(measure) == 0 for measure in self.requirement.measures)

    @property
    def status(self) -> Status:
        """PASSED, REJECTED, TIED or NO_QUORUM; an empty roll is NO_QUORUM."""
        if self._nobody or not self.valid.holds:
            return Status.NO_QUORUM
        if self.pass_.holds:
            return Status.PASSED
        policy = self.requirement.tie
        if not self.tie or policy in {"reject", Casting(Stance.NO)}:
            return Status.REJECTED
        return Status.PASSED if policy in {"sustain", Casting(Stance.YES)} else Status.TIED

    @cached_property
    def needed(self) -> Mapping[str, Needed]:
        """How many more are needed, and how many fewer would do, by measure."""
        asked = (self.requirement.valid, self.requirement.pass_)
        return {measure: needed(*asked, self._counted, measure) for measure in sorted(self.requirement.measures)}

    @property
    def early(self) -> Status | None:
        """The status that stands already, whatever those who are ABSENT may still do; None where it is open.

        Each of them may take any stance that the requirement names, or stay away. Each measure is completed for
        itself, since sums do not say which head has which area; the moment on a curve stays as it is.

        Notes
        -----
        Never wrong. Complete where one condition alone decides or where the completions are few (``MOST`` in
        :mod:`deliberate.requirement.early`): None may also mean that nothing could be proved.

        Examples
        --------
        >>> from deliberate.requirement.packs import requirement
        >>> print(requirement("robert.majority").rule_on({"head": {"YES": 6, "NO": 1, "ABSENT": 4}}).early)
        PASSED
        """
        asked = self.requirement
        passes = stays = asked.pass_
        if asked.tie not in {"reject", Casting(Stance.NO)}:
            stays = no_fewer_yes(str(asked.tie_measure))
            passes = stays if asked.tie in {"sustain", Casting(Stance.YES)} else passes
        given = Open(self._counted, frozenset(asked.stances) - {Stance.ABSENT})
        status = early((asked.valid, passes, stays), given, lambda facts: Ruling(asked, facts).status)
        return Status.NO_QUORUM if self._nobody else status

    def explain(self, lang: str = "en") -> str:
        """The ruling in words: both sides of each comparison, and what would change it."""
        parts = [line for part in self._parts(lang) for line in (part.says, *lines(part))]
        turns = changes(self.needed, lang, passed=self.status == Status.PASSED)
        return "\n".join((say("ruling", {"status": self.status.value}, lang), *parts, *turns))

    def _parts(self, lang: str) -> tuple[Drawing, ...]:
        parts = (found("ruling.valid", self.valid, lang), found("ruling.pass", self.pass_, lang))
        return tuple(part for part in parts if part is not None)

    def drawing(self, lang: str = "en") -> Drawing:
        """The ruling as a tree; printed it is text, and it has a ``mermaid`` flowchart."""
        status = self.status
        return Drawing(say("ruling", {"status": status.value}, lang), status == Status.PASSED, self._parts(lang))

    def tree(self) -> dict[str, object]:
        """The ruling as JSON data, as the command line prints it."""
        return {
            "status": self.status.value,
            "tie": self.tie,
            "valid": self.valid.tree(),
            "pass": self.pass_.tree(),
            "needed": {measure: each.tree() for measure, each in self.needed.items()},
        }
