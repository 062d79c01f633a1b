"""No-show witnesses: where a NO that stays at home would have stopped it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from attrs import frozen

from deliberate.quantities import spread
from deliberate.records.kinds import kind
from deliberate.requirement.facts import Facts, Groups
from deliberate.requirement.statuses import STANCES, Stance, Status
from deliberate.requirement.tallies import Tallies


def small_rolls(stances: Iterable[Stance], measures: Iterable[str], most: int) -> Iterator[Tallies]:
    """Every way in which up to so many members, a unit of each measure apiece, may stand.

    Parameters
    ----------
    stances
        What they may answer beside being ABSENT.
    measures
        What is counted.
    most
        The largest roll, in members.
    """
    asked = tuple(stance for stance in STANCES if stance in {*stances, Stance.NO} and stance is not Stance.ABSENT)
    names = sorted(measures)
    for members in range(1, most + 1):
        for units in spread(members, len(asked)):
            counts = {str(stance): each for stance, each in zip((*asked, Stance.ABSENT), units, strict=True)}
            yield Tallies.of(dict.fromkeys(names, counts))


def in_one_group(facts: Facts, divisions: Mapping[str, tuple[str, ...]]) -> Facts:
    """The facts where everybody belongs to the first group of each division and the other groups are empty."""
    nobody = Tallies(tuple((measure, ()) for measure in facts.tallies.names))
    groups: Groups = tuple(
        (by, tuple((name, facts.tallies if place == 0 else nobody) for place, name in enumerate(names)))
        for by, names in divisions.items()
    )
    return Facts(facts.tallies, groups, facts.t)


@kind
@frozen
class NoShow:
    """Two tallies that differ in one member, absent in the first, saying NO in the second, which passes.

    Attributes
    ----------
    before
        NO_QUORUM: had the member stayed at home, it would not have passed.
    after
        PASSED, because somebody came to say no.
    """

    before: Tallies
    after: Tallies


def no_show(judge: Callable[[Facts], Status], facts: Iterable[Facts]) -> NoShow | None:
    """The first of these facts on which one more NO turns NO_QUORUM into PASSED.

    Parameters
    ----------
    judge
        The status on given facts.
    facts
        What to search, the smallest roll first.

    References
    ----------
    P. C. Fishburn, S. J. Brams, Paradoxes of preferential voting, 1983, doi:10.2307/2689808 (no-show paradox).
    """
    for before in facts:
        at_home = (before.tallies.count(measure, Stance.ABSENT) for measure in before.tallies.names)
        if all(at_home) and judge(before) == Status.NO_QUORUM:
            after = before.moved(((Stance.ABSENT, Stance.NO, 1),))
            if judge(after) == Status.PASSED:
                return NoShow(before.tallies, after.tallies)
    return None
