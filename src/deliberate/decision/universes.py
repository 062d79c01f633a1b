"""Every outcome that some lot allows, once for all rules."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from deliberate.decision.decide import counted
from deliberate.decision.election import AnyElection
from deliberate.decision.outcome import Outcome
from deliberate.decision.rule import AnyRule
from deliberate.errors import TooManyUniverses

BOUND = 10_000


def universes(election: AnyElection, rule: AnyRule, bound: int = BOUND) -> tuple[Outcome, ...]:
    """Count under every order of the lot that makes a difference.

    Parameters
    ----------
    election
        Its own lot does not matter here.
    rule
        Any rule: it asks only ``lot.first`` and ``lot.last``.
    bound
        The most counts that are made.

    Returns
    -------
    tuple of Outcome
        One for each different set of chosen options, sorted by their names; the first count that led there.

    Raises
    ------
    TooManyUniverses
        More than ``bound`` counts would be needed: give the election a lot and decide once.

    Notes
    -----
    The rule's steps are replayed with a lot that answers each open question in every way that one order of
    the options can, given its earlier answers: parallel-universe tie-breaking, as V. Conitzer, M. Rognlie,
    L. Xia, Preference functions that score rankings and maximum likelihood estimation, IJCAI 2009.

    Examples
    --------
    >>> import deliberate as d
    >>> cycle = d.ranked("1: a > b > c; 1: b > c > a; 1: c > a > b")
    >>> [outcome.chosen for outcome in universes(cycle, d.rule("schulze"))]
    [('a',), ('b',), ('c',)]
    """
    known: dict[tuple[str, ...], Outcome] = {}
    waiting: list[tuple[str, ...]] = [()]
    counts = 0
    while waiting:
        counts += 1
        if counts > bound:
            raise TooManyUniverses("too-many-universes", rule=rule.name, bound=bound, found=len(known))
        lot = _Fork(election.lot.order, waiting.pop())
        outcome = Outcome(rule, tuple(counted(attrs.evolve(election, lot=lot), rule)))
        waiting += lot.unexplored
        known.setdefault(tuple(sorted(outcome.chosen)), outcome)
    return tuple(known[chosen] for chosen in sorted(known))


class _Fork:
    """A lot not yet drawn: follows a script of answers, then takes the first that is open and notes the others.

    What it has said so far is a set of pairs ``(earlier, later)``, closed under transitivity; an answer that
    would contradict them is not open.
    """

    by = "lot"

    def __init__(self, order: tuple[str, ...], script: tuple[str, ...]) -> None:
        self.order = order
        self.unexplored: list[tuple[str, ...]] = []
        self._script = script
        self._answers: list[str] = []
        self._before: set[tuple[str, str]] = set()

    def first(self, tied: Iterable[str], /) -> str:
        between = tuple(tied)
        given = self._answer([one for one in between if not any((other, one) in self._before for other in between)])
        self._learn([(given, other) for other in between if other != given])
        return given

    def last(self, tied: Iterable[str], /) -> str:
        between = tuple(tied)
        given = self._answer([one for one in between if not any((one, other) in self._before for other in between)])
        self._learn([(other, given) for other in between if other != given])
        return given

    def _answer(self, possible: list[str]) -> str:
        if len(possible) == 1:
            return possible[0]
        place = len(self._answers)
        if place < len(self._script):
            given = self._script[place]
        else:
            given = possible[0]
            self.unexplored.extend((*self._answers, other) for other in reversed(possible[1:]))
        self._answers.append(given)
        return given

    def _learn(self, pairs: Iterable[tuple[str, str]]) -> None:
        for earlier, later in pairs:
            above = {earlier} | {one for one, two in self._before if two == earlier}
            below = {later} | {two for one, two in self._before if one == later}
            self._before.update((one, two) for one in above for two in below)
