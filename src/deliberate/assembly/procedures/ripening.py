"""Ripening: what is done before there is a matter, by rules that a live host can ask."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import ClassVar

from attrs import frozen

from deliberate.assembly.issues import rules
from deliberate.assembly.issues.part import Issues
from deliberate.assembly.issues.terms import IssueTerms
from deliberate.assembly.moves import Move
from deliberate.assembly.procedure import Sitting, answered, in_order
from deliberate.records.kinds import Step, kind


@kind
@frozen
class Ripening:
    """See, list, gather, hand over, pledge, advise and try, until an issue is ripe for a matter.

    Attributes
    ----------
    terms
        The roll, the names that no text may name, the days for an answer.

    Examples
    --------
    >>> from datetime import UTC, datetime
    >>> from deliberate.assembly.issues.acts import Observe
    >>> from deliberate.community.roll import Roll
    >>> noon = datetime(2026, 3, 1, 12, tzinfo=UTC)
    >>> ripening = Ripening(IssueTerms(Roll.of({"li": (1,)})))
    >>> step = ripening.step(ripening.begin(), Move("li", noon, Observe("north gate", "a bag thrown beside the bin")))
    >>> step.number, step.place
    (1, 'north gate')

    Notes
    -----
    O(1) steps a move. A refused move stays in the trace as ``MoveRefused`` and changes nothing else. Nothing
    happens by itself: what a date brings about is read off when somebody asks.
    """

    name: ClassVar[str] = "ripening"

    terms: IssueTerms

    @property
    def acts(self) -> tuple[type, ...]:
        """The kinds of acts that it answers."""
        return rules.ACTS

    def begin(self) -> Issues:
        """Where things stand before the first move."""
        return Issues()

    def steps(self, sitting: Sitting, /) -> Iterator[Step]:
        """Answer every move in turn."""
        return answered(self, sitting)

    def step(self, part: Issues, move: Move, /) -> Step:
        """Answer one move."""
        return in_order(self, part, move, rules.answer(part, move, self.terms))

    def legal(self, part: Issues, member: str, at: datetime, /) -> tuple[str, ...]:
        """The names of the acts that a member may do now."""
        return rules.legal(part, member, at, self.terms)
