"""The roll: who may take part, and with what weight in each measure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from attrs import field, frozen

from deliberate.community.party import Member, Standing
from deliberate.errors import RollError
from deliberate.identity import confusable, digest, names
from deliberate.records.kinds import kind


@kind
@frozen
class RollLine:
    """One line of the roll.

    Attributes
    ----------
    weights
        One for each of the roll's measures, whole and not negative, in the measure's unit.
    """

    member: Member
    weights: tuple[int, ...]


@kind
@frozen
class Roll:
    """A roll 名册 with several weights on each line; weights live here, never on a ballot.

    Attributes
    ----------
    measures
        ``head``, ``area`` (in 0.01 m2), ...
    lines
        In the order given.

    Examples
    --------
    >>> roll = Roll.of({"li": (1, 9000), "wang": (1, 12000)}, measures=("head", "area"))
    >>> roll.total("area")
    21000
    """

    measures: tuple[str, ...]
    lines: tuple[RollLine, ...] = field()

    def __attrs_post_init__(self) -> None:
        names(self.measures, where="measures")
        names((line.member.id for line in self.lines), where="roll")
        for line in self.lines:
            if len(line.weights) != len(self.measures) or any(weight < 0 for weight in line.weights):
                raise RollError("bad-weight", where=line.member.id, weight=str(line.weights))

    @classmethod
    def of(cls, weights: Mapping[str, Iterable[int]], measures: Iterable[str] = ("head",)) -> Roll:
        """Make a roll of residents from their weights."""
        lines = tuple(RollLine(Member(member), tuple(each)) for member, each in weights.items())
        return cls(tuple(measures), lines)

    @cached_property
    def _by_id(self) -> Mapping[str, RollLine]:
        return {line.member.id: line for line in self.lines}

    def __contains__(self, member: str) -> bool:
        return member in self._by_id

    def __len__(self) -> int:
        return len(self.lines)

    def member(self, id: str) -> Member:  # noqa: A002 - the field's word for it
        """The member of this id; ``not-on-the-roll`` where there is none."""
        line = self._by_id.get(id)
        if line is None:
            raise RollError("not-on-the-roll", member=id)
        return line.member

    @property
    def members(self) -> tuple[str, ...]:
        """The ids, in the order of the roll."""
        return tuple(line.member.id for line in self.lines)

    @property
    def electorate(self) -> Roll:
        """The part of the roll that may vote 有表决权人: no minors, no companions, no organisations."""
        return Roll(self.measures, tuple(line for line in self.lines if line.member.votes))

    @property
    def advisers(self) -> Roll:
        """The minors: their ballots advise, are counted by themselves, and never stand in a binding tally."""
        return Roll(self.measures, tuple(line for line in self.lines if line.member.standing is Standing.MINOR))

    def by_place(self, depth: int) -> Mapping[tuple[str, ...], Roll]:
        """The roll of each place, such as each building, in the order in which the places first stand on it.

        Parameters
        ----------
        depth
            How many parts of the path make the place; 0 puts all together. Whoever's own path is shorter stands
            under that: who lives nowhere in particular, and the owner of units in several buildings.

        Raises
        ------
        RollError
            ``bad-parameter``: less than 0.

        Notes
        -----
        Every line stands in exactly one of the rolls, so that the totals add up. Cost O(lines).

        Examples
        --------
        >>> li, wang = Member("li", place=("1 栋", "1 单元")), Member("wang", place=("2 栋",))
        >>> roll = Roll(("head",), (RollLine(li, (1,)), RollLine(wang, (1,))))
        >>> [(place, part.members) for place, part in roll.by_place(1).items()]
        [(('1 栋',), ('li',)), (('2 栋',), ('wang',))]
        """
        if depth < 0:
            raise RollError("bad-parameter", parameter="depth", value=str(depth), known=())
        found: dict[tuple[str, ...], list[RollLine]] = {}
        for line in self.lines:
            found.setdefault(line.member.place[:depth], []).append(line)
        return {place: Roll(self.measures, tuple(lines)) for place, lines in found.items()}

    def total(self, measure: str) -> int:
        """The sum of a measure."""
        if measure not in self.measures:
            raise RollError("unknown-measure", measure=measure, known=self.measures)
        place = self.measures.index(measure)
        return sum(line.weights[place] for line in self.lines)

    @property
    def weights(self) -> Mapping[str, tuple[int, ...]]:
        """The weights of each member by id."""
        return {line.member.id: line.weights for line in self.lines}

    @property
    def confusable(self) -> tuple[tuple[str, str], ...]:
        """Pairs of ids that look alike: a warning for whoever keeps the roll."""
        return confusable(self.members)

    @property
    def hash(self) -> str:
        """SHA-256 of the roll's rows: what an opening freezes."""
        rows = [
            [line.member.id, str(line.member.standing), list(line.member.place), [str(w) for w in line.weights]]
            for line in self.lines
        ]
        return digest([list(self.measures), rows])
