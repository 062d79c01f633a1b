"""An open floor: everybody may speak, first-timers first."""

from __future__ import annotations

from functools import cached_property
from typing import ClassVar

import attrs
from attrs import frozen

from deliberate.assembly.talk.form import Form
from deliberate.assembly.talk.forms import OPEN_FLOOR
from deliberate.assembly.talk.in_form import InForm
from deliberate.assembly.talk.terms import TalkTerms
from deliberate.records.kinds import kind


@kind
@frozen
class OpenFloor(InForm):
    """Everybody may speak; who has not spoken yet comes first, then the earlier hand.

    The floor is closed by who presides, or by two thirds.

    Attributes
    ----------
    turns, seconds
        The limits, where there are any.

    Notes
    -----
    A refused move stays in the trace as ``MoveRefused`` and changes nothing else.

    Examples
    --------
    >>> from datetime import UTC, datetime
    >>> from deliberate.assembly.moves import Move, OpenRound, TakeTurn
    >>> from deliberate.assembly.talk.acts import RaiseHand
    >>> noon = datetime(2026, 3, 1, 12, tzinfo=UTC)
    >>> floor = OpenFloor(TalkTerms(("li", "wang"), "wang"))
    >>> talk = floor.begin()
    >>> for by, act in (("wang", OpenRound("lamps")), ("li", RaiseHand()), ("li", TakeTurn("Too dark."))):
    ...     talk = talk.after(floor.step(talk, Move(by, noon, act)))
    >>> tuple(talk.voices)
    ('li',)
    """

    name: ClassVar[str] = "open-floor"

    terms: TalkTerms
    turns: int | None = None
    seconds: int | None = None

    @cached_property
    def form(self) -> Form:
        """All rules in one value."""
        return attrs.evolve(OPEN_FLOOR, turns=self.turns, seconds=self.seconds)
