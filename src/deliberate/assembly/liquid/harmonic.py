"""The order of initiatives by harmonic weight: whoever supports many gives each of them less."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from fractions import Fraction
from functools import cached_property
from math import lcm

import numpy as np
from attrs import field, frozen
from numpy.typing import NDArray

from deliberate.assembly.liquid.steps import InitiativeWeighed
from deliberate.community.party import several
from deliberate.errors import InputError
from deliberate.identity import name, names
from deliberate.quantities import Amount, exact
from deliberate.records import kinds
from deliberate.records.kinds import kind

MOST_DECIMALS = 30
# Below this every sum of whole weights fits into 64 bits.
_FITS = 2**62


@kind
@frozen
class Backed:
    """An initiative with those who count as its supporters: once it is admitted, only the satisfied ones.

    Attributes
    ----------
    number
        Its place in the order of time; the newer one stands behind in a tie.
    """

    initiative: str = field(converter=name)
    number: int
    supporters: tuple[str, ...] = field(default=(), converter=several)


@kind
@frozen
class HarmonicOrder:
    """Initiatives by harmonic weight, as the steps in which they left the count: the last one first.

    Examples
    --------
    >>> order = harmonic((Backed("lamps", 1, ("li", "wang")), Backed("lights", 2, ("li", "wang")), Backed("bins", 3)))
    >>> order.order
    ('lamps', 'lights', 'bins')
    >>> print(order.explain().splitlines()[1])
    lights is weighed at 1; then there were: lamps 1, lights 1.
    """

    steps: tuple[InitiativeWeighed, ...]

    @property
    def order(self) -> tuple[str, ...]:
        """The initiatives, the first first."""
        return tuple(step.initiative for step in reversed(self.steps))

    @cached_property
    def weights(self) -> Mapping[str, Amount]:
        """The harmonic weight of each initiative."""
        return {step.initiative: step.weight for step in self.steps}

    def explain(self, lang: str = "en") -> str:
        """How each initiative came to its place, one sentence a step."""
        return "\n".join(kinds.told(step, lang) for step in self.steps)


def harmonic(
    initiatives: Iterable[Backed],
    weights: Mapping[str, int] | None = None,
    *,
    admitted: Collection[str] = (),
    decimals: int | None = None,
) -> HarmonicOrder:
    """Order initiatives so that clones cannot crowd out a minority.

    Every supporter divides their weight equally among the initiatives that they support and that are still in the
    count. The initiative with the least sum leaves with it as its weight, and the rest is divided anew.

    Parameters
    ----------
    initiatives
        All of one issue.
    weights
        What each member's support weighs, delegations included; 1 where nothing is said.
    admitted
        Those that are admitted to the vote: the others leave before them.
    decimals
        Sums are rounded to so many before they are compared (LiquidFeedback: 3); None: they are exact.

    Raises
    ------
    InputError
        ``same-name-twice``, ``bad-weight``, ``bad-parameter``.

    Examples
    --------
    Two clones with six supporters each stand behind the four who want something else:

    >>> six, four = tuple("abcdef"), tuple("wxyz")
    >>> order = harmonic((Backed("1", 1, (*six, "g")), Backed("2", 2, six), Backed("3", 3, six), Backed("4", 4, four)))
    >>> order.order, dict(order.weights)
    (('1', '4', '2', '3'), {'3': 2, '2': 3, '4': 4, '1': 7})

    Notes
    -----
    Ties: the newer initiative leaves first. Where sums are exact, all weights together are the sum over the members
    of their weight times 1 + 1/2 + ... + 1/(number of initiatives that they support). Of clones, the second best has
    at most half of their supporters' weight, the third a third, and so on: a minority of more than half as many that
    supports nothing else stands before all but one of them. No more than that is promised: a minority that shares
    supporters with the clones can fall behind all of them.

    Cost O(initiatives**2 * (kinds of supporters + initiatives)); members who support the same are one kind. A sum is
    exact: whole numbers of the least common multiple of 1, 2, ..., the most initiatives that anybody supports.

    References
    ----------
    LiquidFeedback core: core.sql, ``set_harmonic_initiative_weights``. The Principles of LiquidFeedback, 2014.
    """
    table = tuple(sorted(initiatives, key=lambda each: each.number))
    names((each.initiative for each in table), where="initiatives")
    if decimals is not None and not 0 <= decimals <= MOST_DECIMALS:
        raise InputError("bad-parameter", parameter="decimals", value=str(decimals), known=(f"0-{MOST_DECIMALS}",))
    sharing = _Sharing(table, weights or {})
    return HarmonicOrder(tuple(_leaving(table, sharing, frozenset(admitted), decimals)))


def _leaving(
    table: tuple[Backed, ...], sharing: _Sharing, admitted: frozenset[str], decimals: int | None
) -> Iterator[InitiativeWeighed]:
    left = list(range(len(table)))
    while left:
        sums = {place: _rounded(each, decimals) for place, each in sharing.sums(left)}
        behind = [place for place in left if table[place].initiative not in admitted]
        # Of equal ones the newest: min takes the first that it meets.
        place = min(reversed(behind or left), key=sums.__getitem__)
        told = tuple((table[each].initiative, exact(sums[each])) for each in left)
        yield InitiativeWeighed(table[place].initiative, exact(sums[place]), told)
        left.remove(place)
        sharing.leave(place)


def _rounded(amount: Fraction, decimals: int | None) -> Fraction:
    """Half goes up, as in a NUMERIC of PostgreSQL; no sum is negative."""
    if decimals is None:
        return amount
    scale: int = 10**decimals
    return Fraction((2 * amount.numerator * scale + amount.denominator) // (2 * amount.denominator), scale)


class _Sharing:
    """Who supports what is left, and what each initiative gets of it.

    ``_given[place, among]`` is the weight of those who support the initiative and share among so many.
    """

    def __init__(self, table: tuple[Backed, ...], weights: Mapping[str, int]) -> None:
        self._rows, self._weights = _kinds_of_supporters(table, weights)
        self._among = self._rows.sum(axis=1)
        most = int(self._among.max(initial=1))
        self._given = np.zeros((len(table), most + 1), self._weights.dtype)
        self._pour(np.arange(len(self._rows)), 1)
        self._whole = lcm(*range(1, most + 1))
        self._shares = np.array([0, *(self._whole // among for among in range(1, most + 1))], object)

    def sums(self, left: list[int]) -> Iterator[tuple[int, Fraction]]:
        amounts = self._given[left].astype(object) @ self._shares
        return ((place, Fraction(int(each), self._whole)) for place, each in zip(left, amounts, strict=True))

    def leave(self, place: int) -> None:
        touched = np.flatnonzero(self._rows[:, place])
        self._pour(touched, -1)
        self._rows[touched, place] = False
        self._among[touched] -= 1
        self._pour(touched, 1)

    def _pour(self, kinds: NDArray[np.int64], sign: int) -> None:
        for among in np.unique(self._among[kinds]):
            part = kinds[self._among[kinds] == among]
            self._given[:, among] += sign * (self._weights[part] @ self._rows[part])


def _kinds_of_supporters(
    table: tuple[Backed, ...], weights: Mapping[str, int]
) -> tuple[NDArray[np.bool_], NDArray[np.int64]]:
    """One row for all who support the same; and what they weigh together."""
    supported: dict[str, list[int]] = {}
    for place, each in enumerate(table):
        for member in dict.fromkeys(each.supporters):
            supported.setdefault(member, []).append(place)
    together: dict[tuple[int, ...], int] = {}
    for member, places in supported.items():
        weight = weights.get(member, 1)
        if weight < 0:
            raise InputError("bad-weight", where=member, weight=str(weight))
        together[tuple(places)] = together.get(tuple(places), 0) + weight
    rows = np.zeros((len(together), len(table)), np.bool_)
    for row, support in enumerate(together):
        rows[row, list(support)] = True
    dtype = np.int64 if sum(together.values()) < _FITS else object
    return rows, np.array(list(together.values()), dtype)
