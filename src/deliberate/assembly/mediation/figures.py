"""How mediation goes, over many cases: who was advised unheard, how much had to go up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from fractions import Fraction

from attrs import frozen

from deliberate.assembly.mediation.case import MediationCase
from deliberate.assembly.mediation.order import Phase
from deliberate.words import say


@frozen
class CaseFigures:
    """What became of cases.

    Attributes
    ----------
    cases
        How many were opened.
    advised_unheard
        How many had a mediator who advised before everybody was heard; 0 wherever the rules were kept.
    """

    cases: int
    agreed: int
    impasse: int
    withdrawn: int
    escalated: int
    advised_unheard: int

    @property
    def open(self) -> int:
        """How many have not ended."""
        return self.cases - self.agreed - self.impasse - self.withdrawn - self.escalated

    @property
    def escalation_rate(self) -> Fraction | None:
        """The part that had to go up; None where there was no case."""
        return Fraction(self.escalated, self.cases) if self.cases else None

    def explain(self, lang: str = "en") -> str:
        """The figures in a sentence."""
        told = {
            "cases": self.cases,
            "agreed": self.agreed,
            "impasse": self.impasse,
            "withdrawn": self.withdrawn,
            "escalated": self.escalated,
            "open": self.open,
            "advised_unheard": self.advised_unheard,
            "rate": self.escalation_rate,
        }
        return say("CaseFigures", told, lang)


def case_figures(cases: Iterable[MediationCase]) -> CaseFigures:
    """Count what became of cases; those that were never opened do not count.

    Examples
    --------
    >>> case_figures([MediationCase()]).escalation_rate is None
    True
    """
    opened = [case for case in cases if case.phase is not Phase.NEW]
    phases = Counter(case.phase for case in opened)
    return CaseFigures(
        len(opened),
        phases[Phase.AGREEMENT],
        phases[Phase.IMPASSE],
        phases[Phase.WITHDRAWN],
        phases[Phase.ESCALATED],
        sum(case.advised_unheard > 0 for case in opened),
    )
