"""质疑与澄清: an allegation is answered, reviewed by somebody without a tie, and what was found is published."""

from deliberate.assembly.allegations.allegation import Allegation
from deliberate.assembly.allegations.docket import AllegationFigures, Allegations
from deliberate.assembly.allegations.order import ORDER, AllegationState
from deliberate.assembly.allegations.rules import answer, legal
from deliberate.assembly.allegations.terms import FairTerms

__all__ = [
    "ORDER",
    "Allegation",
    "AllegationFigures",
    "AllegationState",
    "Allegations",
    "FairTerms",
    "answer",
    "legal",
]
