"""南塘十三条: the rules that the village of Nantang wrote for itself."""

from __future__ import annotations

from functools import cached_property
from typing import ClassVar

import attrs
from attrs import frozen

from deliberate.assembly.talk.form import Form
from deliberate.assembly.talk.forms import NANTANG
from deliberate.assembly.talk.in_form import InForm
from deliberate.assembly.talk.terms import TalkTerms
from deliberate.records.kinds import kind


@kind
@frozen
class Nantang(InForm):
    """南塘十三条, stricter than 萝卜议事规则: the vote comes when nobody wants to speak any more.

    No two thirds close the talk before; the chair does not sum up, and votes last; abstainers are never called; a tie
    fails.

    Attributes
    ----------
    turns, seconds
        How often a member speaks on one motion, and how long.

    Notes
    -----
    A refused move stays in the trace as ``MoveRefused`` and changes nothing else.

    References
    ----------
    南塘十三条, the village's own text, points 1, 11, 12 and 13.

    Examples
    --------
    >>> from datetime import UTC, datetime
    >>> from deliberate.assembly.talk.acts import AgreeToClose
    >>> from deliberate.assembly.moves import Move
    >>> noon = datetime(2026, 3, 1, 12, tzinfo=UTC)
    >>> nantang = Nantang(TalkTerms(("li", "wang"), "wang"))
    >>> nantang.step(nantang.begin(), Move("li", noon, AgreeToClose())).code
    'not-in-this-form'
    """

    name: ClassVar[str] = "nantang"

    terms: TalkTerms
    turns: int = 2
    seconds: int = 120

    @cached_property
    def form(self) -> Form:
        """All rules in one value."""
        return attrs.evolve(NANTANG, turns=self.turns, seconds=self.seconds)
