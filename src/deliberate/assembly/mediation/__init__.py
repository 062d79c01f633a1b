"""调解: the mediator listens to every party first; what they agree on is theirs."""

from deliberate.assembly.mediation.case import MediationCase
from deliberate.assembly.mediation.clause import Clause
from deliberate.assembly.mediation.figures import CaseFigures, case_figures
from deliberate.assembly.mediation.order import ORDER, Phase
from deliberate.assembly.mediation.rules import answer, legal
from deliberate.assembly.mediation.terms import MediationTerms

__all__ = [
    "ORDER",
    "CaseFigures",
    "Clause",
    "MediationCase",
    "MediationTerms",
    "Phase",
    "answer",
    "case_figures",
    "legal",
]
