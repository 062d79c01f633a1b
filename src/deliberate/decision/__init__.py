"""议决: ballots are counted by a rule, and the count is its own explanation."""

from deliberate.decision.answers import Answers
from deliberate.decision.ballots import Answer, Approval, Ranking, Scores
from deliberate.decision.claims import Claim
from deliberate.decision.consent_rounds import ConsentRound, ConsentRounds, Treatment
from deliberate.decision.decide import decide
from deliberate.decision.decision import Decision
from deliberate.decision.delegated import damped_tallies, delegated, resolved
from deliberate.decision.election import Election
from deliberate.decision.menu import rule
from deliberate.decision.outcome import Outcome
from deliberate.decision.profile import Profile
from deliberate.decision.rule import Rule
from deliberate.decision.tested import Tested
from deliberate.decision.universes import universes

__all__ = [
    "Answer",
    "Answers",
    "Approval",
    "Claim",
    "ConsentRound",
    "ConsentRounds",
    "Decision",
    "Election",
    "Outcome",
    "Profile",
    "Ranking",
    "Rule",
    "Scores",
    "Tested",
    "Treatment",
    "damped_tallies",
    "decide",
    "delegated",
    "resolved",
    "rule",
    "universes",
]
