"""What counts as speaking, under whatever rules of order."""

from __future__ import annotations

from deliberate.assembly.circle.steps import ReactionGiven
from deliberate.assembly.mediation.steps import PartyTold
from deliberate.assembly.motions.steps import SpeechMade
from deliberate.assembly.steps import TurnTaken
from deliberate.assembly.talk.steps import TurnSpoken

Speech = TurnTaken | TurnSpoken | SpeechMade | ReactionGiven | PartyTold
