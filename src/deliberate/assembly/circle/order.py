"""The order of a consent circle as a table: who may do what in which phase."""

from __future__ import annotations

from enum import StrEnum

from deliberate.assembly.phases import Order, Row


class CirclePhase(StrEnum):
    """Where a circle stands."""

    DRIVER = "circle.driver"
    PROPOSAL = "circle.proposal"
    QUESTIONS = "circle.questions"
    REACTIONS = "circle.reactions"
    TUNING = "circle.tuning"
    OBJECTIONS = "circle.objections"
    TESTING = "circle.testing"
    INTEGRATING = "circle.integrating"
    CONSENT = "circle.consent"
    DELEGATED = "circle.delegated"
    TIMED_OUT = "circle.timed-out"


_P = CirclePhase
LIVE = (
    _P.DRIVER,
    _P.PROPOSAL,
    _P.QUESTIONS,
    _P.REACTIONS,
    _P.TUNING,
    _P.OBJECTIONS,
    _P.TESTING,
    _P.INTEGRATING,
)
# Where the facilitator leads to from a phase.
NEXT = {
    _P.DRIVER: _P.PROPOSAL,
    _P.QUESTIONS: _P.REACTIONS,
    _P.REACTIONS: _P.TUNING,
    _P.TUNING: _P.OBJECTIONS,
    _P.OBJECTIONS: _P.TESTING,
    _P.TESTING: _P.INTEGRATING,
    _P.INTEGRATING: _P.OBJECTIONS,
}

# B. Bockelbrink, J. Priest, L. David, Sociocracy 3.0 (2022): Consent Decision-Making, Test Arguments Qualify as
# Objections, Resolve Objections.
ORDER = Order(
    tuple(CirclePhase),
    (
        Row("StateDriver", "circle-member", (_P.DRIVER,)),
        Row("AgreeToDriver", "circle-member", (_P.DRIVER,), (_P.PROPOSAL,)),
        Row("BringToCircle", "circle-member", (_P.PROPOSAL,), (_P.QUESTIONS,)),
        Row("AskClarification", "circle-member", (_P.QUESTIONS,)),
        Row("AnswerClarification", "proposer", (_P.QUESTIONS,)),
        Row("GiveReaction", "circle-member", (_P.REACTIONS,)),
        Row("PassReaction", "circle-member", (_P.REACTIONS,)),
        Row("TuneProposal", "proposer", (_P.TUNING,)),
        Row("SayNoObjection", "circle-member", (_P.OBJECTIONS,)),
        Row("RecordConcern", "circle-member", (_P.OBJECTIONS,)),
        Row("StandAside", "circle-member", (_P.OBJECTIONS,)),
        Row("RaiseObjection", "circle-member", (_P.OBJECTIONS,)),
        Row("TakeObjectionBack", "objector", (_P.OBJECTIONS, _P.TESTING, _P.INTEGRATING)),
        Row("NameSilenceDate", "facilitator", (_P.DRIVER, _P.REACTIONS, _P.OBJECTIONS, _P.TESTING)),
        Row("TestObjection", "facilitator", (_P.TESTING,)),
        Row("UpholdObjection", "circle-member", (_P.TESTING,)),
        Row("OfferIntegration", "circle-member", (_P.INTEGRATING,)),
        Row("AcceptIntegration", "objector", (_P.INTEGRATING,)),
        *(Row("MoveOn", "facilitator", (phase,), (to,)) for phase, to in NEXT.items()),
        Row("ReachConsent", "facilitator", (_P.OBJECTIONS, _P.TESTING), (_P.CONSENT,)),
        Row("DelegateProposal", "facilitator", (_P.INTEGRATING,), (_P.DELEGATED,)),
        Row("DeclareTimeOut", "in-the-circle", LIVE, (_P.TIMED_OUT,)),
    ),
)
# What has its own round, later than the questions.
OPINIONS = frozenset({"GiveReaction", "SayNoObjection", "RecordConcern", "StandAside", "RaiseObjection"})
