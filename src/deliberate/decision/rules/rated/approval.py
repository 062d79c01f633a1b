"""Approval: the options that most people find acceptable."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

import numpy as np
from attrs import frozen

from deliberate.decision.arithmetic import summed
from deliberate.decision.ballots import Approval as ApprovalBallot
from deliberate.decision.claims import Claim
from deliberate.decision.election import Election
from deliberate.decision.select import best
from deliberate.decision.steps import Step, Tallied
from deliberate.records.kinds import kind


@kind
@frozen
class ApprovalVoting:
    """The options with the most approvals; everybody approves as many as they like.

    Examples
    --------
    >>> import deliberate as d
    >>> profile = d.Profile.from_approvals([{"lamps", "bins"}, {"bins"}, {"benches", "bins"}])
    >>> d.decide(d.Election(profile), ApprovalVoting()).chosen
    ('bins',)

    Notes
    -----
    O(n_types * n_options). With several seats this is multi-winner approval: it may give every seat to one
    majority. Ties: the lot.

    References
    ----------
    S. J. Brams, P. C. Fishburn, Approval Voting, 1978, doi:10.2307/1955105.
    """

    name: ClassVar[str] = "approval"
    ballot: ClassVar[type[object]] = ApprovalBallot
    satisfies: ClassVar[frozenset[Claim]] = frozenset(
        {Claim.ANONYMOUS, Claim.NEUTRAL, Claim.HOMOGENEOUS, Claim.MONOTONE}
    )

    def steps(self, election: Election[ApprovalBallot], /) -> Iterator[Step]:
        """Count the approvals, then fill the seats."""
        profile = election.profile
        votes = {
            option: summed(np.asarray(column, bool), profile.weights)
            for option, column in zip(profile.options, profile.planes, strict=True)
        }
        yield Tallied(measure="approvals", tallies=tuple(votes.items()))
        yield from best(election, votes)
