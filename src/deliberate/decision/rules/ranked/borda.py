"""Borda count: an option earns a point for each option that a ballot ranks below it."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import ClassVar

from attrs import frozen

from deliberate.decision.ballots import Ranking
from deliberate.decision.claims import Claim
from deliberate.decision.election import Election
from deliberate.decision.pairwise import margins, preferred
from deliberate.decision.select import best
from deliberate.decision.steps import Step, Tallied
from deliberate.records.kinds import kind


@kind
@frozen
class Borda:
    """The options with the most points, one point for each option ranked below.

    Options that a ballot ranks equal share their points; options that it leaves out stand together at its end.

    Examples
    --------
    Three neighbours agree on the lamps, two insist on the bins, and the lamps offend nobody:

    >>> import deliberate as d
    >>> election = d.ranked("3: lamps > bins > benches; 2: bins > lamps > benches")
    >>> d.decide(election, Borda()).chosen
    ('lamps',)

    Notes
    -----
    With ``P[a, b]`` the voters who rank a above b, a has ``sum_b (P[a, b] - P[b, a]) / 2`` points more than the
    mean of ``(n_options - 1) / 2`` a ballot, so that one pairwise count is all the work:
    O(n_types * n_options**2). A majority's favourite can lose: three voters ``a > b > c`` and two
    ``b > c > a`` elect b. Ties: the lot.

    References
    ----------
    J.-C. de Borda, Mémoire sur les élections au scrutin, 1781.
    H. P. Young, An axiomatization of Borda's rule, 1974, doi:10.1016/0022-0531(74)90073-8.
    """

    name: ClassVar[str] = "borda"
    ballot: ClassVar[type[object]] = Ranking
    satisfies: ClassVar[frozenset[Claim]] = frozenset(
        {
            Claim.ANONYMOUS,
            Claim.NEUTRAL,
            Claim.HOMOGENEOUS,
            Claim.PARETO,
            Claim.MONOTONE,
            Claim.CONDORCET_LOSER,
            Claim.REVERSAL,
        }
    )

    def steps(self, election: Election[Ranking], /) -> Iterator[Step]:
        """Count the points, then fill the seats."""
        # Summed in Python: n_options times the votes may not fit into 64 bits.
        surplus = [int(sum(row)) for row in margins(preferred(election.profile)).tolist()]
        mean = (len(election.options) - 1) * election.profile.total
        points = {option: Fraction(more + mean, 2) for option, more in zip(election.options, surplus, strict=True)}
        yield Tallied(measure="points", tallies=tuple(points.items()))
        yield from best(election, points)
