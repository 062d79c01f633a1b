"""德尔菲法: estimates without names, round by round, and how much people agree."""

from deliberate.assembly.delphi.agreement import GRADIENTS, Gradients, agreement
from deliberate.assembly.delphi.concordance import Concordance, concordance, places
from deliberate.assembly.delphi.order import ORDER, DelphiPhase
from deliberate.assembly.delphi.panel import Panel
from deliberate.assembly.delphi.rules import answer, legal
from deliberate.assembly.delphi.spread import Spread, quantile, spread
from deliberate.assembly.delphi.terms import DelphiTerms

__all__ = [
    "GRADIENTS",
    "ORDER",
    "Concordance",
    "DelphiPhase",
    "DelphiTerms",
    "Gradients",
    "Panel",
    "Spread",
    "agreement",
    "answer",
    "concordance",
    "legal",
    "places",
    "quantile",
    "spread",
]
