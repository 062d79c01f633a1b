"""同意圈: the talk that leads to consent, round by round, until nobody has a reason against the text."""

from deliberate.assembly.circle.asking import CircleRound
from deliberate.assembly.circle.circle import Circle
from deliberate.assembly.circle.order import ORDER, CirclePhase
from deliberate.assembly.circle.rules import answer, legal
from deliberate.assembly.circle.terms import CircleTerms, Fallback

__all__ = ["ORDER", "Circle", "CirclePhase", "CircleRound", "CircleTerms", "Fallback", "answer", "legal"]
