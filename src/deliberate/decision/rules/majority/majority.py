"""Majority: one proposal against the status quo, judged by a requirement."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import ClassVar

from attrs import field, frozen

from deliberate.decision.ballots import Answer
from deliberate.decision.claims import Claim
from deliberate.decision.election import Election
from deliberate.decision.judge import judged, required
from deliberate.decision.steps import Step
from deliberate.records.kinds import kind
from deliberate.requirement.ruling import Requirement


@kind
@frozen
class Majority:
    """The proposal, where enough take part and enough of them agree; else the status quo stays.

    Attributes
    ----------
    requirement
        Quorum and threshold, or the id of a pack such as ``"cn.owners.2021.major"``; more yes than no by default.

    Examples
    --------
    >>> import deliberate as d
    >>> roll = {"li": (1,), "wang": (1,), "zhao": (1,)}
    >>> answers = d.Answers.of({"li": "YES", "wang": "YES", "zhao": "NO"}, roll=roll)
    >>> d.decide(d.Election(answers), Majority()).chosen
    ('proposal',)

    Notes
    -----
    O(n_voters * n_measures). Too few taking part is ``inquorate``, which is not ``rejected``. A tie follows
    the requirement's own policy: rejected by default.

    References
    ----------
    K. O. May, A set of independent necessary and sufficient conditions for simple majority decision, 1952,
    doi:10.2307/1907651.
    """

    name: ClassVar[str] = "majority"
    ballot: ClassVar[type[object]] = Answer
    satisfies: ClassVar[frozenset[Claim]] = frozenset({Claim.ANONYMOUS, Claim.HOMOGENEOUS, Claim.MONOTONE})

    requirement: Requirement = field(factory=partial(required, "robert.majority"), converter=required)

    def steps(self, election: Election[Answer], /) -> Iterator[Step]:
        """Tally the answers, rule on them."""
        yield from judged(election, self.requirement)
