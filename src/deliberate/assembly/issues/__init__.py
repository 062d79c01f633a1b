"""Before a matter: issues and their focus, gatherings and groups, complaints, pledges, advice, goals and attempts."""

from deliberate.assembly.issues.activation import Activation, activation
from deliberate.assembly.issues.advice import AdviceCount, AdvisoryBallot, AdvisoryPoll
from deliberate.assembly.issues.focus import Focus, FocusScore, focus
from deliberate.assembly.issues.gathering import Gathering
from deliberate.assembly.issues.goal import Adaptivity, Envelope, Goal, Risk
from deliberate.assembly.issues.issue import IssueList
from deliberate.assembly.issues.likeness import Alike, alike, duplicates
from deliberate.assembly.issues.part import Issues
from deliberate.assembly.issues.pledge import PledgeFigures
from deliberate.assembly.issues.rules import answer, legal
from deliberate.assembly.issues.terms import IssueTerms
from deliberate.assembly.issues.widening import Widening, widening
from deliberate.assembly.issues.wording import NameCheck

__all__ = [
    "Activation",
    "Adaptivity",
    "AdviceCount",
    "AdvisoryBallot",
    "AdvisoryPoll",
    "Alike",
    "Envelope",
    "Focus",
    "FocusScore",
    "Gathering",
    "Goal",
    "IssueList",
    "IssueTerms",
    "Issues",
    "NameCheck",
    "PledgeFigures",
    "Risk",
    "Widening",
    "activation",
    "alike",
    "answer",
    "duplicates",
    "focus",
    "legal",
    "widening",
]
