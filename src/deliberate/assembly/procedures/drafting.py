"""Drafting: proposals, the support for each of their texts, and the amendments that are decided one by one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import ClassVar

from attrs import field, frozen

from deliberate.assembly.moves import Move
from deliberate.assembly.procedure import Sitting, answered, in_order
from deliberate.assembly.proposals.gates import legal
from deliberate.assembly.proposals.part import Proposals
from deliberate.assembly.proposals.policy import ProposalPolicy
from deliberate.assembly.proposals.rules import ACTS, answer
from deliberate.records.kinds import Step, kind


@kind
@frozen
class Drafting:
    """Texts change in the open: every version is kept, and nobody's support outlives the words that they read.

    Attributes
    ----------
    policy
        What was settled about support, amendments, and what keeps the table clear.

    Examples
    --------
    >>> from datetime import UTC
    >>> from deliberate.assembly.moves import DraftProposal, GiveSupport, ReviseProposal
    >>> noon = datetime(2026, 3, 1, 12, tzinfo=UTC)
    >>> acts = (("li", DraftProposal("lamps", "Repair.")), ("wang", GiveSupport("lamps")))
    >>> drafting, table = Drafting(), Proposals()
    >>> for by, act in (*acts, ("li", ReviseProposal("lamps", "Repair all."))):
    ...     table = table.after(drafting.step(table, Move(by, noon, act)))
    >>> table.supporters("lamps", noon), table.unconfirmed("lamps", noon)
    ((), ('wang',))

    Notes
    -----
    One step a move. A refused move stays in the trace as ``MoveRefused`` and changes nothing else. Disjoint
    amendments lead to the same text in whatever order they are offered and adopted.

    References
    ----------
    LiquidFeedback (drafts, supporters), Decidim (amendments accepted or promoted), Consul (retired in favour),
    H. M. Robert, Robert's Rules of Order (degrees of amendment, perfecting before substituting).
    """

    name: ClassVar[str] = "drafting"

    policy: ProposalPolicy = field(factory=ProposalPolicy)

    @property
    def acts(self) -> tuple[type, ...]:
        """The kinds of acts that it answers."""
        return ACTS

    def begin(self) -> Proposals:
        """Where things stand before the first move."""
        return Proposals()

    def steps(self, sitting: Sitting, /) -> Iterator[Step]:
        """Answer every move in turn."""
        return answered(self, sitting)

    def step(self, part: Proposals, move: Move, /) -> Step:
        """Answer one move."""
        return in_order(self, part, move, answer(part, move, self.policy))

    def legal(self, part: Proposals, member: str, at: datetime, /) -> tuple[str, ...]:
        """The names of the acts that a member may do now."""
        return legal(part, self.policy, member, at)
