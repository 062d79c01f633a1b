"""Delphi: estimates without names, with figures and reasons between the rounds."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import ClassVar

from attrs import frozen

from deliberate.assembly.delphi import rules
from deliberate.assembly.delphi.panel import Panel
from deliberate.assembly.delphi.terms import DelphiTerms
from deliberate.assembly.moves import Move
from deliberate.assembly.procedure import Sitting, answered, in_order
from deliberate.records.kinds import Step, kind


@kind
@frozen
class Delphi:
    """Estimate, see median and middle half and the reasons of those outside it, estimate again.

    Attributes
    ----------
    terms
        Who is asked what, on which scale, and when it is done.

    Examples
    --------
    >>> from datetime import UTC, datetime
    >>> from deliberate.assembly.delphi.acts import CloseEstimates, GiveEstimate, OpenEstimates
    >>> noon = datetime(2026, 3, 1, 12, tzinfo=UTC)
    >>> experts = ("li", "wang", "zhao")
    >>> delphi = Delphi(DelphiTerms("How many lamps?", experts, "he", low=0, high=10, salt="sixteen letters!"))
    >>> panel = delphi.begin()
    >>> moves = [("he", OpenEstimates()), *zip(experts, map(GiveEstimate, (2, 3, 7))), ("he", CloseEstimates())]
    >>> for by, act in moves:
    ...     step = delphi.step(panel, Move(by, noon, act))
    ...     panel = panel.after(step)
    >>> str(step.spread.median), step.agreed, [outlier.value for outlier in step.outliers]
    ('3', False, [2, 7])

    Notes
    -----
    O(1) steps a move. A refused move stays in the trace as ``MoveRefused`` and changes nothing else. The trace names
    no expert; the terms do, and whoever knows who was awake when can guess from the moments. Whether the estimates
    lie together is decided in fractions.
    """

    name: ClassVar[str] = "delphi"

    terms: DelphiTerms

    @property
    def acts(self) -> tuple[type, ...]:
        """The kinds of acts that it answers."""
        return rules.ACTS

    def begin(self) -> Panel:
        """Where things stand before the first move."""
        return Panel()

    def steps(self, sitting: Sitting, /) -> Iterator[Step]:
        """Answer every move in turn."""
        return answered(self, sitting)

    def step(self, panel: Panel, move: Move, /) -> Step:
        """Answer one move."""
        return in_order(self, panel, move, rules.answer(panel, move, self.terms))

    def called(self, member: str, /) -> str:
        """What an expert is called in every step; anybody else by their name."""
        return self.terms.called(member)

    def legal(self, panel: Panel, member: str, at: datetime, /) -> tuple[str, ...]:
        """The names of the acts that somebody may do now."""
        return rules.legal(panel, member, at, self.terms)
