"""One allegation: what was said, what was answered, who reviews it, whom the reviewer has heard."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

import attrs
from attrs import field, frozen

from deliberate.assembly.allegations.order import AllegationState
from deliberate.assembly.allegations.steps import (
    AllegationAnswered,
    AllegationMade,
    FindingPublished,
    ReviewerNamed,
    SideHeard,
    SilenceNoted,
)
from deliberate.assembly.reasons import missing_of


@frozen
class Allegation:
    """Something that was said against somebody who serves.

    Attributes
    ----------
    heard
        What each side told the reviewer; empty for one that was asked and says nothing.
    """

    made: AllegationMade
    answered: AllegationAnswered | None = None
    reviewer: str = ""
    heard: Mapping[str, str] = field(factory=dict)
    finding: FindingPublished | None = None

    @property
    def state(self) -> AllegationState:
        """Where it stands."""
        if self.finding is not None:
            return AllegationState.FOUND
        if self.reviewer:
            return AllegationState.REVIEWED
        return AllegationState.MADE if self.answered is None else AllegationState.ANSWERED

    @property
    def sides(self) -> tuple[str, str]:
        """Who accuses, who is accused."""
        return self.made.by, self.made.accused

    @property
    def unheard(self) -> tuple[str, ...]:
        """Which sides the reviewer has neither heard nor noted as silent."""
        return missing_of(self.sides, self.heard)

    def is_overdue(self, at: datetime) -> bool:
        """Whether the answer was due before a moment and has not come."""
        return self.answered is None and at > self.made.due

    def after(
        self, step: AllegationAnswered | ReviewerNamed | SideHeard | SilenceNoted | FindingPublished
    ) -> Allegation:
        """The allegation after one step about it."""
        match step:
            case AllegationAnswered(by=by):
                # An answer ends the silence that was noted: it is to be heard before there is a finding.
                heard = {side: said for side, said in self.heard.items() if said or side != by}
                return attrs.evolve(self, answered=step, heard=heard)
            case ReviewerNamed(_, reviewer):
                return attrs.evolve(self, reviewer=reviewer)
            case SideHeard(_, side, statement):
                return attrs.evolve(self, heard={**self.heard, side: statement})
            case SilenceNoted(_, side):
                return attrs.evolve(self, heard={**self.heard, side: ""})
            case FindingPublished():
                return attrs.evolve(self, finding=step)
