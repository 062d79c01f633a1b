"""Where a Delphi inquiry stands, folded from its steps."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from fractions import Fraction

import attrs
from attrs import field, frozen

from deliberate.assembly.delphi.order import DelphiPhase
from deliberate.assembly.delphi.spread import Spread, spread
from deliberate.assembly.delphi.steps import (
    DelphiEnd,
    DelphiEnded,
    DelphiStep,
    Estimate,
    EstimateGiven,
    EstimatesClosed,
    EstimatesOpened,
)
from deliberate.assembly.delphi.terms import DelphiTerms
from deliberate.records.kinds import Step


@frozen
class Panel:
    """The estimates so far; experts go by their pseudonyms.

    Attributes
    ----------
    round
        The number of the last round that began; 0 before the first.
    given
        The estimates of the open round.
    closed
        The figures of each round that is over.
    end
        Why it ended; None while it goes on.
    """

    phase: DelphiPhase = DelphiPhase.BETWEEN
    round: int = 0
    given: Mapping[str, Estimate] = field(factory=dict)
    closed: tuple[EstimatesClosed, ...] = ()
    end: DelphiEnd | None = None
    last: datetime | None = None

    @property
    def feedback(self) -> EstimatesClosed | None:
        """The figures of the last round that is over; None before there is one."""
        return self.closed[-1] if self.closed else None

    def after(self, step: Step) -> Panel:
        """The panel after one step; as it is where the step is of another area."""
        if not isinstance(step, DelphiStep):
            return self
        panel = attrs.evolve(self, last=step.at)
        match step:
            case EstimatesOpened(number):
                return attrs.evolve(panel, phase=DelphiPhase.OPEN, round=number, given={})
            case EstimateGiven(_, expert, value, _, reason):
                return attrs.evolve(panel, given={**self.given, expert: Estimate(expert, value, reason)})
            case EstimatesClosed():
                return attrs.evolve(panel, phase=DelphiPhase.BETWEEN, closed=(*self.closed, step), given={})
            case DelphiEnded(end):
                return attrs.evolve(panel, phase=DelphiPhase.ENDED, end=end)

    def closing(self, terms: DelphiTerms, by: str, at: datetime) -> EstimatesClosed:
        """The figures of the open round, as the step that ends it; the order of the estimates does not matter."""
        found = spread([estimate.value for estimate in self.given.values()])
        outside = [estimate for estimate in self.given.values() if found.outside(estimate.value)]
        outliers = tuple(sorted(outside, key=lambda each: (each.value, each.expert)))
        agreed = found.iqr <= terms.most_apart * terms.scale and found.cv_below(terms.most_variation)
        missing = len(terms.experts) - len(self.given)
        return EstimatesClosed(self.round, found, outliers, agreed, self._is_still(found, terms), by, at, missing)

    def ending(self, terms: DelphiTerms) -> DelphiEnd | None:
        """Why the inquiry can end now; None where it has to go on."""
        last = self.feedback
        if last is None or len(self.closed) < terms.fewest_rounds:
            return None
        if last.agreed:
            return DelphiEnd.BOTH if last.stable else DelphiEnd.AGREED
        if last.stable:
            return DelphiEnd.STABLE
        return DelphiEnd.SPENT if len(self.closed) >= terms.most_rounds else None

    def _is_still(self, now: Spread, terms: DelphiTerms) -> bool:
        if self.feedback is None:
            return False
        before, most = self.feedback.spread, terms.still * terms.scale
        moved: tuple[Fraction, ...] = (now.median - before.median, now.iqr - before.iqr)
        return all(abs(each) <= most for each in moved)
