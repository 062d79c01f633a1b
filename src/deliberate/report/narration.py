"""What a report tells of each step: in which words, and what it leaves out because it is told another way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from itertools import groupby

from deliberate.assembly.delphi.steps import EstimatesClosed
from deliberate.assembly.liquid.steps import InitiativeSupported
from deliberate.assembly.proposals.steps import TextConsolidated, TextRevised, TextSupported
from deliberate.assembly.steps import MoveRefused, SupportGiven
from deliberate.assembly.talk.steps import FloorClosed
from deliberate.assembly.talk.traits import Follows
from deliberate.records.kinds import Step, fields
from deliberate.report.plain import one_line
from deliberate.report.secrecy import Kept
from deliberate.report.sheet import Sheet
from deliberate.words import say, show

# The kinds of steps that have no line of their own, each with the reason.
LEFT_OUT: Mapping[str, str] = {
    "HandRaised": "the order of the turns shows who was called when",
    "HandLowered": "who spoke shows who did not",
    "CalledOn": "the turn that follows shows it",
    "FloorAsked": "the order of the speeches shows who was recognised when",
    "FloorYielded": "who spoke shows who did not",
    "FloorGiven": "the motion or the speech that follows shows it",
    "VotedByHand": "a show of hands is minuted by its figures, with the result",
    "EstimateGiven": "who estimated what, and when, is for nobody to know; the figures of the round tell it together",
}
# What settles something: told once more, set apart.
SETTLED = frozenset(
    {
        "IssueHandedOver",
        "HandoverAnswered",
        "GroupFormed",
        "ComplaintHandedTo",
        "ComplaintAnswered",
        "GoalSet",
        "EnvelopeApproved",
        "AttemptEnded",
        "ResultDeclared",
        "QuestionCarried",
        "QuestionLost",
        "RulingGiven",
        "MotionRuledOut",
        "AmendmentAdopted",
        "AmendmentRejected",
        "ProposalsMerged",
        "ProposalSplit",
        "ProposalDecided",
        "CaseEscalated",
        "PartyLeft",
        "MatterJudged",
        "AgreementReached",
        "ImpasseDeclared",
        "ObjectionTested",
        "ObjectionUpheld",
        "IntegrationAccepted",
        "CircleConsented",
        "CircleDelegated",
        "CircleTimedOut",
        "DelphiEnded",
        "AssignmentAnnounced",
        "FindingPublished",
        "VoteCounted",
        "IssueBrokenOff",
    }
)


def has_a_line(step: Step) -> bool:
    """Whether a step is told where it happened; refused moves are told in an annex."""
    return not isinstance(step, MoveRefused) and type(step).__name__ not in LEFT_OUT


def settles(step: Step) -> bool:
    """Whether a step settled something: the end of a talk where no vote follows, estimates where they lie together."""
    match step:
        case FloorClosed():
            return step.follows is not Follows.VOTE
        case EstimatesClosed():
            return step.agreed
    return type(step).__name__ in SETTLED


def line(step: Step, kept: Kept, lang: str) -> str:
    """One step on one line, whatever somebody typed in it."""
    if isinstance(step, TextRevised | TextConsolidated):
        return one_line(say(type(step).__name__, {**fields(step), "changed": _percent(step.changed)}, lang))
    return one_line(kept.told(step, lang))


def _percent(share: Fraction) -> str:
    """A share as residents read it, to the nearest hundredth."""
    return f"{(200 * share.numerator + share.denominator) // (2 * share.denominator)}%"


def timed(sheet: Sheet, place: int) -> str:
    """The same with the time of day before it."""
    at, told = sheet.moment(place), line(sheet.talk.trace[place], sheet.kept, sheet.lang)
    if at is not None:
        # Some sentences begin with the whole moment, which is not said twice.
        told = told.removeprefix(show(at, sheet.lang)).lstrip(" :,：，")
    return say("minutes.step", {"clock": sheet.clock(place), "told": told}, sheet.lang)


def story(steps: Iterable[Step], kept: Kept, lang: str) -> Iterator[str]:
    """The steps of a public record; support that several give one after the other is told together."""
    for same, group in groupby(filter(has_a_line, steps), _supported):
        known = tuple(group)
        if same is None or len(known) == 1:
            yield from (line(step, kept, lang) for step in known)
        else:
            proposal, version = same
            yield say("record.support", {"n": len(known), "proposal": proposal, "version": version}, lang)


def _supported(step: Step) -> tuple[str, int] | None:
    match step:
        case SupportGiven() | TextSupported():
            return step.proposal, step.version
        case InitiativeSupported():
            return step.initiative, step.draft
    return None
