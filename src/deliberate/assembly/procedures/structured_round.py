"""A structured round: each speaks once, all round."""

from __future__ import annotations

from functools import cached_property
from typing import ClassVar

import attrs
from attrs import frozen

from deliberate.assembly.talk.form import Form
from deliberate.assembly.talk.forms import STRUCTURED
from deliberate.assembly.talk.in_form import InForm
from deliberate.assembly.talk.terms import TalkTerms
from deliberate.records.kinds import kind


@kind
@frozen
class StructuredRound(InForm):
    """Each speaks once, in the order of the lot; who passes is asked once more at the end.

    The round ends when everybody has spoken, or the chair has gone on without them.

    Attributes
    ----------
    seconds
        How long a turn may take; None: as long as it takes.

    Notes
    -----
    A refused move stays in the trace as ``MoveRefused`` and changes nothing else.

    Examples
    --------
    >>> from datetime import UTC, datetime
    >>> from deliberate.assembly.moves import Move, OpenRound
    >>> from deliberate.lot import Lot
    >>> noon = datetime(2026, 3, 1, 12, tzinfo=UTC)
    >>> circle = StructuredRound(TalkTerms(("li", "wang"), "li", lot=Lot(("wang", "li"))))
    >>> circle.step(circle.begin(), Move("li", noon, OpenRound("lamps"))).circle
    ('wang', 'li')
    """

    name: ClassVar[str] = "structured-round"

    terms: TalkTerms
    seconds: int | None = None

    @cached_property
    def form(self) -> Form:
        """All rules in one value."""
        return attrs.evolve(STRUCTURED, seconds=self.seconds)
