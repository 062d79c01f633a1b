"""The door of a consent circle: a move in, a step or a refusal out, and what somebody may do now."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from typing import assert_never, get_args

from deliberate.assembly.circle import acts, steps
from deliberate.assembly.circle.acts import CircleAct, Effect
from deliberate.assembly.circle.against import CircleAsk, against, unanswered
from deliberate.assembly.circle.circle import Circle
from deliberate.assembly.circle.order import NEXT, ORDER
from deliberate.assembly.circle.steps import CircleStep
from deliberate.assembly.circle.terms import CircleTerms
from deliberate.assembly.moves import Move
from deliberate.assembly.proposals.texts import plain
from deliberate.assembly.reasons import missing_of, not_done_here, turned_down
from deliberate.assembly.steps import MoveRefused
from deliberate.assembly.usable import LATEST
from deliberate.identity import text_hash


def _new(ask: CircleAsk) -> str:
    """A text that has not been there."""
    hashes = ask.part.hashes
    return next(
        text for text in ("-" * length for length in range(1, len(hashes) + 2)) if text_hash(text) not in hashes
    )


# For each act ways to do it, one of which is accepted wherever any way is.
TRIES: Mapping[str, Callable[[CircleAsk], Iterable[CircleAct]]] = {
    "StateDriver": lambda _: (acts.StateDriver("-"),),
    "AgreeToDriver": lambda _: (acts.AgreeToDriver(),),
    "BringToCircle": lambda _: (acts.BringToCircle("-", "-"),),
    "AskClarification": lambda _: (acts.AskClarification("-"),),
    "AnswerClarification": lambda ask: (acts.AnswerClarification(number, "-") for number in ask.part.questions),
    "GiveReaction": lambda _: (acts.GiveReaction("-"),),
    "PassReaction": lambda _: (acts.PassReaction(),),
    "TuneProposal": lambda ask: (acts.TuneProposal(_new(ask)),),
    "SayNoObjection": lambda _: (acts.SayNoObjection(),),
    "RecordConcern": lambda _: (acts.RecordConcern("-"),),
    "StandAside": lambda _: (acts.StandAside(),),
    "RaiseObjection": lambda _: (acts.RaiseObjection("-"),),
    "TakeObjectionBack": lambda _: (acts.TakeObjectionBack(),),
    "NameSilenceDate": lambda _: (acts.NameSilenceDate(LATEST),),
    "TestObjection": lambda ask: (acts.TestObjection(by, Effect.MISSED) for by in ask.part.asking.objections),
    "UpholdObjection": lambda ask: (acts.UpholdObjection(by, Effect.MISSED) for by in ask.part.asking.objections),
    "OfferIntegration": lambda ask: (acts.OfferIntegration(by, _new(ask)) for by in ask.part.standing[:1]),
    "AcceptIntegration": lambda _: (acts.AcceptIntegration(),),
    "MoveOn": lambda _: (acts.MoveOn(),),
    "ReachConsent": lambda _: (acts.ReachConsent(date.max),),
    "DelegateProposal": lambda ask: (acts.DelegateProposal(ask.terms.members),),
    "DeclareTimeOut": lambda _: (acts.DeclareTimeOut(),),
}

_Preparing = (
    acts.StateDriver
    | acts.AgreeToDriver
    | acts.BringToCircle
    | acts.AskClarification
    | acts.AnswerClarification
    | acts.GiveReaction
    | acts.PassReaction
    | acts.TuneProposal
)
_Answering = acts.SayNoObjection | acts.RecordConcern | acts.StandAside | acts.RaiseObjection | acts.TakeObjectionBack
_Treating = (
    acts.NameSilenceDate | acts.TestObjection | acts.UpholdObjection | acts.OfferIntegration | acts.AcceptIntegration
)
_Closing = acts.MoveOn | acts.ReachConsent | acts.DelegateProposal | acts.DeclareTimeOut

ACTS: tuple[type[CircleAct], ...] = get_args(CircleAct)


def answer(circle: Circle, move: Move, terms: CircleTerms) -> CircleStep | MoveRefused:
    """Answer a move: what happens, or the first rule that it breaks.

    Notes
    -----
    Cost O(length of the texts + members). A refusal leaves everything as it is.
    """
    act = move.act
    if not isinstance(act, CircleAct):
        return not_done_here(move.by, act)
    ask = CircleAsk(circle, terms, move.by, move.at)
    reason = next(against(ask, act), None)
    return _happens(ask, act) if reason is None else turned_down(move.by, reason)


def legal(circle: Circle, member: str, at: datetime, terms: CircleTerms) -> tuple[str, ...]:
    """The names of the acts that somebody may do now: there is a way to do each that is accepted.

    Notes
    -----
    Cost O(acts + members + texts so far).
    """
    ask = CircleAsk(circle, terms, member, at)
    return tuple(act for act in ORDER.acts if ORDER.row(act, circle.phase) and _open(ask, act))


def _open(ask: CircleAsk, act: str) -> bool:
    return any(next(against(ask, each), None) is None for each in TRIES[act](ask))


def _happens(ask: CircleAsk, act: CircleAct) -> CircleStep:
    if isinstance(act, _Preparing):
        return _prepares(ask, act)
    if isinstance(act, _Answering):
        return _answers(ask, act)
    if isinstance(act, _Treating):
        return _treats(ask, act)
    return _closes(ask, act)


def _prepares(ask: CircleAsk, act: _Preparing) -> CircleStep:
    circle, by, at = ask.part, ask.by, ask.at
    match act:
        case acts.StateDriver(driver):
            return steps.DriverStated(driver, by, at)
        case acts.AgreeToDriver():
            return steps.DriverAgreed(by, at, missing_of(ask.terms.members, (*circle.agreed, by)))
        case acts.BringToCircle(proposal, text):
            return steps.BroughtToCircle(proposal, plain(text), text_hash(text), by, at)
        case acts.AskClarification(text):
            return steps.ClarificationAsked(len(circle.questions) + 1, text, by, at)
        case acts.AnswerClarification(number, text):
            return steps.ClarificationAnswered(number, text, by, at)
        case acts.GiveReaction(text):
            return steps.ReactionGiven(text, by, at)
        case acts.PassReaction():
            return steps.ReactionPassed(by, at)
        case acts.TuneProposal(text):
            return steps.ProposalTuned(circle.proposal, len(circle.hashes) + 1, plain(text), text_hash(text), by, at)
    assert_never(act)


def _answers(ask: CircleAsk, act: _Answering) -> CircleStep:
    number, by, at = ask.part.round, ask.by, ask.at
    match act:
        case acts.SayNoObjection():
            return steps.NoObjectionSaid(number, by, at)
        case acts.RecordConcern(concern):
            return steps.ConcernRecorded(number, concern, by, at)
        case acts.StandAside(concern):
            return steps.AsideTaken(number, by, at, concern)
        case acts.RaiseObjection(reason):
            return steps.ObjectionBrought(number, reason, by, at)
        case acts.TakeObjectionBack():
            return steps.ObjectionTakenBack(number, by, at)
    assert_never(act)


def _treats(ask: CircleAsk, act: _Treating) -> CircleStep:
    circle, by, at = ask.part, ask.by, ask.at
    match act:
        case acts.NameSilenceDate(until):
            return steps.SilenceDateNamed(until, by, at)
        case acts.TestObjection(objector, effect):
            return steps.ObjectionTested(objector, effect, by, at)
        case acts.UpholdObjection(objector, effect):
            return steps.ObjectionUpheld(objector, effect, by, at)
        case acts.OfferIntegration(objector, text):
            return steps.IntegrationOffered(objector, plain(text), by, at)
        case acts.AcceptIntegration():
            hash_ = text_hash(circle.offered)
            number = len(circle.hashes) + (hash_ != circle.hashes[-1])
            return steps.IntegrationAccepted(number, circle.offered, hash_, by, at)
    assert_never(act)


def _closes(ask: CircleAsk, act: _Closing) -> CircleStep:
    circle, by, at = ask.part, ask.by, ask.at
    quiet = unanswered(ask)
    match act:
        case acts.MoveOn():
            return steps.CircleMovedOn(NEXT[circle.phase], by, at, quiet)
        case acts.ReachConsent(review):
            number = len(circle.hashes)
            return steps.CircleConsented(circle.proposal, number, circle.hashes[-1], review, by, at, quiet)
        case acts.DelegateProposal(to):
            return steps.CircleDelegated(circle.proposal, to, by, at)
        case acts.DeclareTimeOut():
            return steps.CircleTimedOut(ask.terms.fallback, by, at)
    assert_never(act)
