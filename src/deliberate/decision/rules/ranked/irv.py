"""Instant-runoff voting: the weakest option leaves until one has a majority."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from typing import ClassVar

import attrs
from attrs import field, frozen

from deliberate.decision.ballots import Ranking
from deliberate.decision.claims import Claim
from deliberate.decision.election import Election
from deliberate.decision.piles import Piles, lowest_together
from deliberate.decision.select import by_points, filled, last
from deliberate.decision.steps import Eliminated, Step, Tallied
from deliberate.records.kinds import kind


@kind
@frozen
class IRV:
    """The option that keeps a majority of the continuing ballots while the weakest leave one by one.

    Attributes
    ----------
    overvote
        ``"exhaust"``: a ballot that meets two or more continuing options on one rank is out for good; with one
        it counts for that one. Skipped ranks pass on.
    elimination
        ``"single"``: the option with the fewest votes leaves. ``"batch"``: all who together stay below the
        next one up leave at once; where there is no such group, one leaves.

    Examples
    --------
    The lamps lead, but the friends of the benches prefer the bins:

    >>> import deliberate as d
    >>> election = d.ranked("4: lamps; 3: bins > benches; 2: benches > bins")
    >>> d.decide(election, IRV()).chosen
    ('bins',)

    Notes
    -----
    O(n_types * n_options) for the usual count. Stops at a majority of the continuing ballots. A tie for the
    fewest is told, and the last of the lot leaves. Ranked higher, a winner can lose
    (Burlington 2009); where overvotes exhaust, an option that loses every pair can win (2: a = b; 1: c).

    References
    ----------
    N. Tideman, Collective Decisions and Voting, 2006, chapter 13.
    Burlington, Vermont, City Charter, section 5 (2005-2010): batch elimination; its count of 2009 is a test.
    """

    name: ClassVar[str] = "irv"
    ballot: ClassVar[type[object]] = Ranking
    single_winner: ClassVar[bool] = True
    satisfies: ClassVar[frozenset[Claim]] = frozenset(
        {Claim.ANONYMOUS, Claim.NEUTRAL, Claim.HOMOGENEOUS, Claim.MAJORITY}
    )

    overvote: str = field(default="exhaust", validator=attrs.validators.in_(("exhaust",)))
    elimination: str = field(default="single", validator=attrs.validators.in_(("single", "batch")))

    def steps(self, election: Election[Ranking], /) -> Iterator[Step]:
        """Tally and eliminate, round after round."""
        piles = Piles(election.profile)
        gone: list[tuple[str, ...]] = []
        number = 1
        while True:
            votes = {election.options[column]: piles.votes[column] for column in piles.continuing}
            yield Tallied(tallies=tuple(votes.items()), round=number, exhausted=piles.exhausted)
            if len(votes) == 1 or 2 * max(votes.values()) > sum(votes.values()):
                break
            leaving = yield from self._leaving(election, votes)
            yield Eliminated(leaving, round=number)
            gone[:0] = by_points({option: votes[option] for option in leaving})
            piles.leave(election.options.index(option) for option in leaving)
            number += 1
        yield from filled(election, (*by_points(votes), *gone))

    def _leaving(self, election: Election[Ranking], votes: dict[str, int]) -> Generator[Step, None, tuple[str, ...]]:
        if self.elimination == "batch":
            together = lowest_together(sorted(votes.items(), key=lambda pair: pair[1]))
            if together:
                return together
        fewest = min(votes.values())
        return ((yield from last(election, [option for option, count in votes.items() if count == fewest])),)
