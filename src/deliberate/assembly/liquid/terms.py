"""The terms of an issue: by which policy, who may take part, how much they may post."""

from __future__ import annotations

from functools import cached_property

from attrs import field, frozen

from deliberate.assembly.liquid.contingents import Contingents
from deliberate.assembly.liquid.policy import LiquidPolicy
from deliberate.community.roll import Roll
from deliberate.records.kinds import kind


@kind
@frozen
class LiquidTerms:
    """What the rules of this area are given; what an issue keeps of it is in the step that opens it.

    Attributes
    ----------
    roll
        Who is here; who may vote takes part.
    area
        Who follows the area of the issue and counts in its population from the beginning; None for everybody who
        may vote. Others join the population when they show interest.
    contingents
        How much one member may post; no rows: as much as they like.
    keepers
        Who writes the count down; empty where everybody may.
    may_break_off
        Who may break an issue off; empty for nobody.

    Notes
    -----
    Quorums count heads. A delegation weighs in the two orders and in the vote, not here.
    """

    roll: Roll
    policy: LiquidPolicy = field(factory=LiquidPolicy)
    area: frozenset[str] | None = None
    contingents: Contingents = field(factory=Contingents)
    keepers: frozenset[str] = frozenset()
    may_break_off: frozenset[str] = frozenset()

    @cached_property
    def counted(self) -> frozenset[str]:
        """Who is counted in the population from the beginning."""
        voting = frozenset(self.roll.electorate.members)
        return voting if self.area is None else voting & self.area
