"""LiquidFeedback's proceeding: rival initiatives, four phases, and quorums that a clock judges."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import ClassVar

from attrs import frozen

from deliberate.assembly.liquid import gates, rules
from deliberate.assembly.liquid.part import Liquid
from deliberate.assembly.liquid.terms import LiquidTerms
from deliberate.assembly.moves import Move
from deliberate.assembly.procedure import Sitting, answered, in_order
from deliberate.records.kinds import Step, kind


@kind
@frozen
class LiquidFeedback:
    """Rival initiatives in one issue: admission, discussion, verification, voting.

    Attributes
    ----------
    terms
        The policy, the roll, the contingents.

    Examples
    --------
    >>> from datetime import UTC, datetime, timedelta
    >>> from deliberate.assembly.liquid.acts import StartInitiative
    >>> from deliberate.assembly.liquid.timeline import phase
    >>> from deliberate.community.roll import Roll
    >>> noon = datetime(2026, 3, 1, 12, tzinfo=UTC)
    >>> proceeding = LiquidFeedback(LiquidTerms(Roll.of({"li": (1,), "wang": (1,)})))
    >>> part = proceeding.begin()
    >>> part = part.after(proceeding.step(part, Move("li", noon, StartInitiative("lamps", "Light the yard."))))
    >>> str(phase(part, noon).state), str(phase(part, noon + timedelta(days=30)).state)
    ('discussion', 'verification')

    Notes
    -----
    O(1) steps a move. A refused move stays in the trace as ``MoveRefused`` and changes nothing else. Nothing happens
    by itself: which phase it is follows from what happened and from the moment at which one asks.

    References
    ----------
    LiquidFeedback core: core.sql, ``check_issue``.
    """

    name: ClassVar[str] = "liquid-feedback"

    terms: LiquidTerms

    @property
    def acts(self) -> tuple[type, ...]:
        """The kinds of acts that it answers."""
        return rules.ACTS

    def begin(self) -> Liquid:
        """Where things stand before the first initiative."""
        return Liquid()

    def steps(self, sitting: Sitting, /) -> Iterator[Step]:
        """Answer every move in turn."""
        return answered(self, sitting)

    def step(self, part: Liquid, move: Move, /) -> Step:
        """Answer one move."""
        return in_order(self, part, move, rules.answer(part, move, self.terms))

    def legal(self, part: Liquid, member: str, at: datetime, /) -> tuple[str, ...]:
        """The names of the acts that a member may do now."""
        return gates.legal(part, member, at, self.terms)
