"""Consent: adopted unless somebody has a reason against it."""

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
class Consent:
    """The proposal, where enough have answered and nobody holds a reasoned objection.

    Standing aside is not an objection: good enough for now, safe enough to try.

    Attributes
    ----------
    requirement
        Who must answer and what blocks, or the id of a pack; ``s3.consent`` by default.

    Examples
    --------
    >>> import deliberate as d
    >>> roll = {"li": (1,), "wang": (1,), "zhao": (1,)}
    >>> aside = d.Answers.of({"li": "YES", "wang": "STAND_ASIDE"}, roll=roll)
    >>> d.decide(d.Election(aside), Consent()).status
    'decided'
    >>> objection = d.Answers.of({"li": "YES", "wang": "OBJECTION"}, roll=roll)
    >>> d.decide(d.Election(objection), Consent()).status
    'rejected'

    Notes
    -----
    O(n_voters). One objection stops the proposal and sends it back to the round; too few answers are
    ``inquorate``. There are no ties.

    References
    ----------
    B. Bockelbrink, J. Priest, L. David, A Practical Guide for Evolving Agile and Resilient Organizations with
    Sociocracy 3.0, 2022: Consent Decision-Making.
    """

    name: ClassVar[str] = "consent"
    ballot: ClassVar[type[object]] = Answer
    satisfies: ClassVar[frozenset[Claim]] = frozenset({Claim.ANONYMOUS, Claim.HOMOGENEOUS, Claim.MONOTONE})

    requirement: Requirement = field(factory=partial(required, "s3.consent"), converter=required)

    def steps(self, election: Election[Answer], /) -> Iterator[Step]:
        """Tally the answers, rule on them."""
        yield from judged(election, self.requirement)
