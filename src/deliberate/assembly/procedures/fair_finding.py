"""Fair finding: whoever serves declares first; whoever is accused answers, and is judged by somebody without a tie."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import ClassVar

from attrs import frozen

from deliberate.assembly.allegations import rules
from deliberate.assembly.allegations.docket import Allegations
from deliberate.assembly.allegations.terms import FairTerms
from deliberate.assembly.moves import Move
from deliberate.assembly.procedure import Sitting, answered, in_order
from deliberate.records.kinds import Step, kind


@kind
@frozen
class FairFinding:
    """Interests before the assignment, an allegation with evidence, an answer in time, a review, a finding.

    It protects the volunteer from a rumour and the accuser from being ignored.

    Attributes
    ----------
    terms
        Who announces and names reviewers, who is close to whom, how many days.

    Examples
    --------
    >>> from datetime import UTC, datetime
    >>> from deliberate.assembly.allegations.acts import AnnounceAssignment
    >>> noon = datetime(2026, 3, 1, 12, tzinfo=UTC)
    >>> fair = FairFinding(FairTerms(("li", "wang"), keepers=("li",), reviewers=("zhao",)))
    >>> fair.step(fair.begin(), Move("li", noon, AnnounceAssignment("lift", "wang"))).code
    'interests-not-declared'

    Notes
    -----
    O(1) steps a move. A refused move stays in the trace as ``MoveRefused`` and changes nothing else. Nothing happens
    by itself: that an answer is overdue is read off when somebody asks. The moment at which an answer is due is still
    in time.
    """

    name: ClassVar[str] = "fair-finding"

    terms: FairTerms

    @property
    def acts(self) -> tuple[type, ...]:
        """The kinds of acts that it answers."""
        return rules.ACTS

    def begin(self) -> Allegations:
        """Where things stand before the first move."""
        return Allegations()

    def steps(self, sitting: Sitting, /) -> Iterator[Step]:
        """Answer every move in turn."""
        return answered(self, sitting)

    def step(self, docket: Allegations, move: Move, /) -> Step:
        """Answer one move."""
        return in_order(self, docket, move, rules.answer(docket, move, self.terms))

    def legal(self, docket: Allegations, member: str, at: datetime, /) -> tuple[str, ...]:
        """The names of the acts that somebody may do now."""
        return rules.legal(docket, member, at, self.terms)
