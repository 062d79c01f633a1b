"""Plurality: the most first choices."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from attrs import frozen

from deliberate.decision.ballots import Ranking
from deliberate.decision.claims import Claim
from deliberate.decision.election import Election
from deliberate.decision.piles import Piles
from deliberate.decision.select import best
from deliberate.decision.steps import Step, Tallied
from deliberate.records.kinds import kind


@kind
@frozen
class Plurality:
    """The options with the most first choices; all later choices are ignored.

    A ballot that puts two options first counts for neither and is told as exhausted. With several seats this
    is the single non-transferable vote.

    Examples
    --------
    The lamps have the most friends, and more than half would rather have had anything else:

    >>> import deliberate as d
    >>> election = d.ranked("4: lamps > bins; 3: bins > benches; 3: benches > bins")
    >>> d.decide(election, Plurality()).chosen
    ('lamps',)

    Notes
    -----
    O(n_types * n_options). Ties: the lot. Where every ballot puts two options first nobody has a vote, and the lot may
    choose an option that everybody ranks below another (1: a = b > c).

    References
    ----------
    W. H. Riker, Liberalism against Populism, 1982, chapter 4.
    """

    name: ClassVar[str] = "plurality"
    ballot: ClassVar[type[object]] = Ranking
    satisfies: ClassVar[frozenset[Claim]] = frozenset(
        {Claim.ANONYMOUS, Claim.NEUTRAL, Claim.HOMOGENEOUS, Claim.MAJORITY, Claim.MONOTONE}
    )

    def steps(self, election: Election[Ranking], /) -> Iterator[Step]:
        """Count the first choices, then fill the seats."""
        piles = Piles(election.profile)
        votes = dict(zip(election.options, piles.votes, strict=True))
        yield Tallied(tallies=tuple(votes.items()), exhausted=piles.exhausted)
        yield from best(election, votes)
