"""萝卜议事规则: a motion first, two turns of two minutes, the sides alternate, the chair does not speak."""

from __future__ import annotations

from functools import cached_property
from typing import ClassVar

import attrs
from attrs import frozen

from deliberate.assembly.talk.form import Form
from deliberate.assembly.talk.forms import RADISH
from deliberate.assembly.talk.in_form import InForm
from deliberate.assembly.talk.terms import TalkTerms
from deliberate.records.kinds import kind


@kind
@frozen
class Radish(InForm):
    """The twelve principles of 萝卜议事规则: no motion, no discussion; then the vote.

    Who has not spoken on the motion comes first, then the other side, then who has spoken less, then the earlier hand.
    The vote comes when no first-timer waits any more, or two thirds want it.

    Attributes
    ----------
    turns, seconds
        How often a member speaks on one motion, and how long.

    Notes
    -----
    A refused move stays in the trace as ``MoveRefused`` and changes nothing else.

    References
    ----------
    Yuan Tianpeng, 萝卜议事规则, tried in Nantang village, Fuyang, 2008.

    Examples
    --------
    >>> from datetime import UTC, datetime
    >>> from deliberate.assembly.moves import Move, TakeTurn
    >>> noon = datetime(2026, 3, 1, 12, tzinfo=UTC)
    >>> radish = Radish(TalkTerms(("li", "wang"), "wang"))
    >>> radish.step(radish.begin(), Move("li", noon, TakeTurn("Too dark."))).code
    'no-motion'
    """

    name: ClassVar[str] = "radish"

    terms: TalkTerms
    turns: int = 2
    seconds: int = 120

    @cached_property
    def form(self) -> Form:
        """All rules in one value."""
        return attrs.evolve(RADISH, turns=self.turns, seconds=self.seconds)
