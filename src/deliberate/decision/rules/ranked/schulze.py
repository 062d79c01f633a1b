"""Schulze's rule: who beats whom along the strongest path."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

import attrs
import numpy as np
from attrs import field, frozen

from deliberate.decision.arithmetic import Votes
from deliberate.decision.ballots import Ranking
from deliberate.decision.claims import Claim
from deliberate.decision.election import Election
from deliberate.decision.pairwise import UNRANKED, margins, preferred
from deliberate.decision.select import filled
from deliberate.decision.steps import PairsCompared, PathsFound, Step
from deliberate.records.kinds import kind

ALWAYS = frozenset({Claim.ANONYMOUS, Claim.NEUTRAL, Claim.HOMOGENEOUS})
WHOLE_BALLOTS = frozenset(
    {Claim.PARETO, Claim.MAJORITY, Claim.CONDORCET, Claim.CONDORCET_LOSER, Claim.MONOTONE, Claim.REVERSAL}
)


@kind
@frozen
class Schulze:
    """The option that no other beats along a stronger path of pairwise victories.

    Where one option beats every other in pairs it wins. Where victories run in a circle, a path is as strong
    as its weakest victory, and the stronger path decides between two options.

    Attributes
    ----------
    strength
        What a victory is worth: ``"margins"`` (votes ahead) or ``"winning-votes"`` (votes of the winner).
    unranked
        ``"last"``: options left out stand together at the end. ``"no-opinion"``: a ballot speaks only of pairs
        that it ranks both.

    Examples
    --------
    The bins are nobody's dream, but they beat the lamps and the benches one against one:

    >>> import deliberate as d
    >>> election = d.ranked("4: lamps > bins > benches; 3: benches > bins > lamps; 2: bins > benches > lamps")
    >>> d.decide(election, Schulze()).chosen
    ('bins',)

    Notes
    -----
    O(n_types * n_options**2 + n_options**3). The relation is transitive; the order is peeled from the top:
    those whom nobody beats, then those whom nobody left beats. Ties: the lot. On real elections the two
    parameters change the winner (Govan 2007, Debian 2006), so both stand in the result.

    References
    ----------
    M. Schulze, A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent single-winner
    election method, 2011, doi:10.1007/s00355-010-0475-4; its example 1 is a test.
    """

    name: ClassVar[str] = "schulze"
    ballot: ClassVar[type[object]] = Ranking
    single_winner: ClassVar[bool] = True

    strength: str = field(default="margins", validator=attrs.validators.in_(("margins", "winning-votes")))
    unranked: str = field(default="last", validator=attrs.validators.in_(UNRANKED))

    @property
    def satisfies(self) -> frozenset[Claim]:
        """All that is proved where a ballot ranks every option; where it may be silent on a pair, less."""
        return ALWAYS | WHOLE_BALLOTS if self.unranked == "last" else ALWAYS

    def steps(self, election: Election[Ranking], /) -> Iterator[Step]:
        """Compare the pairs, find the strongest paths, peel the order from the top."""
        options = election.options
        above = preferred(election.profile, self.unranked)
        yield PairsCompared(options, _rows(above), self.unranked)
        paths = strongest_paths(self._victories(above))
        yield PathsFound(options, _rows(paths), self.strength)
        order = peeled(paths > paths.T)
        yield from filled(election, tuple(tuple(options[column] for column in level) for level in order))

    def _victories(self, above: Votes) -> Votes:
        worth = above if self.strength == "winning-votes" else margins(above)
        return np.where(above > above.T, worth, 0)


def strongest_paths(victories: Votes) -> Votes:
    """The strength of the strongest path for each ordered pair: Floyd's algorithm with min for plus.

    Parameters
    ----------
    victories
        Shape (n_options, n_options), in votes; 0 where there is no victory.
    """
    paths = victories.copy()
    for through in range(len(paths)):
        via = np.minimum(paths[:, through, None], paths[None, through, :])
        paths = np.maximum(paths, via)
    np.fill_diagonal(paths, 0)
    return paths


def peeled(beats: np.ndarray[tuple[int, int], np.dtype[np.bool_]]) -> tuple[tuple[int, ...], ...]:
    """The levels of a transitive relation: those whom nobody beats, then those whom nobody left beats."""
    left = list(range(len(beats)))
    levels = []
    while left:
        top = tuple(one for one in left if not beats[left, one].any())
        levels.append(top)
        left = [one for one in left if one not in top]
    return tuple(levels)


def _rows(matrix: Votes) -> tuple[tuple[int, ...], ...]:
    return tuple(tuple(int(each) for each in row) for row in matrix)
