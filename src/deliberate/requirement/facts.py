"""What a requirement is judged on: sums, the same sums by group, and the moment on a curve."""

from __future__ import annotations

from collections.abc import ItemsView, Mapping
from typing import TypeVar

import attrs
from attrs import field, frozen

from deliberate.errors import InputError, RequirementError
from deliberate.quantities import Amount, exact
from deliberate.records.kinds import kind
from deliberate.requirement.statuses import Stance
from deliberate.requirement.tallies import Tallies

Named = tuple[tuple[str, Tallies], ...]
Groups = tuple[tuple[str, Named], ...]
Sums = Tallies | Mapping[str, Mapping[str, object]]
NestedSums = Mapping[str, Mapping[str, Sums]]
T = TypeVar("T")


def _moment(given: Amount | str | None) -> Amount | None:
    try:
        return None if given is None else exact(given, where="t")
    except InputError as error:
        raise RequirementError(error.code, where="t", **error.fields) from None


@kind
@frozen
class Facts:
    """Sums by measure and stance, perhaps by group as well, perhaps at a moment.

    Attributes
    ----------
    groups
        Pairs of what the electorate is divided by (``building``, ``canton``) and each group with its own tallies.
    t
        Where on a curve one stands: integer or fraction, in the unit of the curve.

    Examples
    --------
    >>> nested = {"building": {"a": {"head": {"YES": 9, "NO": 1}}, "b": {"head": {"YES": 4, "NO": 5}}}}
    >>> Facts.of(groups=nested).tallies.count("head", "YES")
    13
    """

    tallies: Tallies
    groups: Groups = ()
    t: Amount | None = field(default=None, converter=_moment)

    @classmethod
    def of(
        cls, tallies: Sums | None = None, *, groups: NestedSums | Groups = (), t: Amount | str | None = None
    ) -> Facts:
        """Read sums written out.

        Parameters
        ----------
        tallies
            Sums by measure and stance; where there are groups they may be left out, and are then their sum.
        groups
            For each division of the electorate the tallies of each group.
        t
            The moment on a curve.

        Raises
        ------
        RequirementError
            ``missing-key`` without tallies and groups; ``groups-do-not-sum`` where the groups of a division are not
            together the tallies; and what :meth:`Tallies.of` refuses, with the path.
        """
        nested = groups if isinstance(groups, tuple) else _nested(groups)
        if tallies is None:
            if not nested:
                raise RequirementError("missing-key", key="tallies")
            tallies = Tallies.together(each for _, each in nested[0][1])
        whole = tallies if isinstance(tallies, Tallies) else Tallies.of(tallies)
        for by, named in nested:
            _check_sum(whole, by, named)
        return cls(whole, nested, t)

    def within(self, by: str) -> Named:
        """The groups of a division of the electorate; ``no-groups`` where it was not divided so."""
        for name, named in self.groups:
            if name == by:
                return named
        raise RequirementError("no-groups", by=by, known=tuple(name for name, _ in self.groups))

    def beside(self, measure: str, tallies: Tallies) -> Facts:
        """The facts with one more measure, which hides one of the same name."""
        others = tuple((name, counts) for name, counts in self.tallies.measures if name != measure)
        return attrs.evolve(self, tallies=Tallies((*others, *tallies.measures)))

    def moved(self, moves: tuple[tuple[Stance, Stance, int], ...]) -> Facts:
        """The facts if so many units of every measure took another stance, in the first group of each division."""
        groups = tuple((by, ((named[0][0], _moved(named[0][1], moves)), *named[1:])) for by, named in self.groups)
        return Facts(_moved(self.tallies, moves), groups, self.t)

    def without(self, stance: Stance) -> Facts:
        """The facts as if nobody of this stance were on the roll."""
        groups = tuple((by, tuple((name, each.without(stance)) for name, each in named)) for by, named in self.groups)
        return Facts(self.tallies.without(stance), groups, self.t)


def _moved(tallies: Tallies, moves: tuple[tuple[Stance, Stance, int], ...]) -> Tallies:
    for measure in tallies.names:
        tallies = tallies.moved(measure, moves)
    return tallies


def _nested(groups: NestedSums) -> Groups:
    return tuple((by, _named(named, f"groups.{by}")) for by, named in _entries(groups, "groups"))


def _named(named: Mapping[str, Sums], where: str) -> Named:
    return tuple((name, _tallies(each, f"{where}.{name}")) for name, each in _entries(named, where))


def _tallies(given: Sums, where: str) -> Tallies:
    return given if isinstance(given, Tallies) else Tallies.of(given, where=where)


def _entries(given: Mapping[str, T], where: str) -> ItemsView[str, T]:
    if not isinstance(given, Mapping):
        raise RequirementError("bad-node", where=where, found=type(given).__name__)
    return given.items()


def _check_sum(whole: Tallies, by: str, named: Named) -> None:
    together = Tallies.together(each for _, each in named)
    for measure in whole.names:
        if dict(together.measures).get(measure, ()) != dict(whole.measures)[measure]:
            raise RequirementError("groups-do-not-sum", where=f"groups.{by}", measure=measure)
