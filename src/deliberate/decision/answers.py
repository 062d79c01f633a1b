"""All answers to one question as a table: a stance for each line of the roll, and its weights."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import cast

import numpy as np
from attrs import define, evolve
from numpy.typing import NDArray

from deliberate.errors import ElectionError
from deliberate.identity import names
from deliberate.records.kinds import kind
from deliberate.requirement.facts import Facts
from deliberate.requirement.statuses import STANCES, Stance
from deliberate.requirement.tallies import Tallies

_CODES = {stance: code for code, stance in enumerate(STANCES)}


@kind
@define(frozen=True, eq=False, slots=False, repr=False)
class Answers:
    """Who stands how to a proposal, counted by several weights at once.

    Make one with :meth:`of`.

    Attributes
    ----------
    options
        The proposal, then the status quo.
    members
        The lines of the roll.
    stances
        Shape (n_voters,), uint8, read-only: the place of the stance in ``STANCES``.
    measures
        What is counted: ``head``, ``area`` (0.01 m2), ...
    weights
        Shape (n_voters, n_measures), int64, read-only, in the measure's unit.
    divisions
        Pairs of how the roll is divided (``building``) and the group of each line: what a ``grouped`` requirement
        is judged on.

    Examples
    --------
    >>> answers = Answers.of({"li": "YES", "wang": "NO"}, roll={"li": (1,), "wang": (1,), "zhao": (1,)})
    >>> answers.tallies().count("head", "ABSENT")
    1
    """

    options: tuple[str, str]
    members: tuple[str, ...]
    stances: NDArray[np.uint8]
    measures: tuple[str, ...]
    weights: NDArray[np.int64]
    divisions: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def __attrs_post_init__(self) -> None:
        for by, groups in self.divisions:
            if len(groups) != len(self.members):
                raise ElectionError("division-does-not-fit", by=by, lines=len(self.members), given=len(groups))
        if self.stances.shape != (len(self.members),) or self.weights.shape != (len(self.members), len(self.measures)):
            raise ElectionError("bad-table", shape=self.weights.shape, columns=len(self.measures), dtype="int64")
        if self.weights.size and self.weights.min() < 0:
            raise ElectionError("bad-weight", weight=str(self.weights.min()))
        for array in (self.stances, self.weights):
            array.flags.writeable = False

    @classmethod
    def of(
        cls,
        answers: Mapping[str, Stance | str],
        roll: Mapping[str, Sequence[int]],
        measures: Sequence[str] = ("head",),
        options: tuple[str, str] = ("proposal", "status quo"),
    ) -> Answers:
        """Put answers beside the roll; a member of the roll who did not answer is ABSENT.

        Parameters
        ----------
        answers
            The stance of each member who answered.
        roll
            For each member the weights, one for each measure, whole and not negative.
        measures
            The names of the weights.
        options
            The proposal and the status quo.

        Raises
        ------
        ElectionError
            ``not-on-the-roll``, ``unknown-stance``, ``bad-weight``.
        """
        members = names(roll, where="roll")
        places = {member: place for place, member in enumerate(members)}
        stances = np.full(len(members), _CODES[Stance.ABSENT], np.uint8)
        for member, stance in answers.items():
            if member not in places:
                raise ElectionError("not-on-the-roll", member=member)
            stances[places[member]] = _code(stance)
        table = [_weights(roll[member], measures, member) for member in roll]
        weights = np.array(table, dtype=np.int64).reshape(len(members), len(measures))
        return cls(options, members, stances, tuple(measures), weights)

    def tallies(self) -> Tallies:
        """The exact sum of each measure for each stance."""
        return Tallies.from_columns(self.stances, self.weights, self.measures)

    def facts(self) -> Facts:
        """The sums, and those of every group of every division: what a requirement is judged on."""
        divided = (
            (by, np.unique(np.array(groups, dtype=np.str_), return_inverse=True)) for by, groups in self.divisions
        )
        groups = tuple(
            (by, tuple(zip(map(str, names), self._by_group(codes), strict=True))) for by, (names, codes) in divided
        )
        return Facts(self.tallies(), groups)

    def _by_group(self, codes: NDArray[np.intp]) -> tuple[Tallies, ...]:
        return Tallies.by_group(self.stances, self.weights, self.measures, codes.astype(np.int64)) if len(codes) else ()

    @property
    def total(self) -> int:
        """How many answered."""
        return int(np.count_nonzero(self.stances != _CODES[Stance.ABSENT]))

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the content, as 64 hexadecimal digits."""
        text = repr((self.options, self.members, self.measures, *self.divisions)).encode()
        return hashlib.sha256(text + self.stances.tobytes() + self.weights.astype("<i8").tobytes()).hexdigest()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Answers) and self.digest == other.digest

    def __hash__(self) -> int:
        return hash(self.digest)

    def __repr__(self) -> str:
        return f"<Answers of {self.total} of {len(self.members)} on {self.options[0]!r}>"

    def to_json(self) -> dict[str, object]:
        """The answers as JSON data: a line for each member."""
        stances = (str(STANCES[code]) for code in self.stances)
        lines = [[m, s, w] for m, s, w in zip(self.members, stances, self.weights.tolist(), strict=True)]
        divisions = {"divisions": [[by, list(groups)] for by, groups in self.divisions]} if self.divisions else {}
        return {"options": list(self.options), "measures": list(self.measures), "lines": lines, **divisions}

    @classmethod
    def from_json(cls, data: object, /) -> Answers:
        """The answers that the data says."""
        given = cast("Mapping[str, list[tuple[str, str, list[int]]]]", data)
        lines = given["lines"]
        proposal, status_quo = cast("list[str]", given["options"])
        divisions = cast("list[tuple[str, list[str]]]", given.get("divisions", []))
        answers = cls.of(
            {member: stance for member, stance, _ in lines},
            roll={member: weights for member, _, weights in lines},
            measures=cast("list[str]", given["measures"]),
            options=(proposal, status_quo),
        )
        return evolve(answers, divisions=tuple((by, tuple(groups)) for by, groups in divisions))


def _code(stance: Stance | str) -> int:
    try:
        return _CODES[Stance(stance)]
    except ValueError:
        raise ElectionError("unknown-stance", stance=str(stance), known=tuple(str(each) for each in STANCES)) from None


def _weights(weights: Sequence[int], measures: Sequence[str], member: str) -> list[int]:
    if len(weights) != len(measures):
        raise ElectionError("bad-weight", where=member, weight=str(tuple(weights)))
    for weight in weights:
        if type(weight) is not int or not 0 <= weight < 2**63:
            raise ElectionError("bad-weight", where=member, weight=str(weight)[:40])
    return list(weights)
