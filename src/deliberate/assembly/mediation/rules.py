"""The door of mediation: a move in, a step or a refusal out, and what somebody may do now."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime
from itertools import islice
from typing import assert_never, get_args

from deliberate.assembly.mediation import acts, steps
from deliberate.assembly.mediation.acts import MediationAct
from deliberate.assembly.mediation.against import MediationAsk, against
from deliberate.assembly.mediation.case import MediationCase
from deliberate.assembly.mediation.order import ORDER
from deliberate.assembly.mediation.steps import MediationStep
from deliberate.assembly.mediation.terms import MediationTerms
from deliberate.assembly.moves import Move
from deliberate.assembly.reasons import missing_of, not_done_here, turned_down, unused
from deliberate.assembly.steps import MoveRefused


def _not_agreed(ask: MediationAsk) -> Iterator[int]:
    """The clauses to which somebody has not agreed."""
    return (number for number, clause in ask.part.clauses.items() if ask.by not in clause.agreeing)


# For each act ways to do it, one of which is accepted wherever any way is.
TRIES: Mapping[str, Callable[[MediationAsk], Iterable[MediationAct]]] = {
    "OpenCase": lambda ask: (acts.OpenCase("-", ask.terms.members[:2]),),
    "TakeCase": lambda _: (acts.TakeCase(),),
    "DeclineCase": lambda _: (acts.DeclineCase(),),
    "EscalateCase": lambda _: (acts.EscalateCase(),),
    "ConsentToMediation": lambda _: (acts.ConsentToMediation(),),
    "LeaveMediation": lambda _: (acts.LeaveMediation(),),
    "HandCaseBack": lambda _: (acts.HandCaseBack(),),
    "HearParty": lambda ask: map(acts.HearParty, ask.part.unheard[:1]),
    "Tell": lambda _: (acts.Tell("-"),),
    "FinishTelling": lambda _: (acts.FinishTelling(),),
    "ReflectBack": lambda _: (acts.ReflectBack("-"),),
    "ConfirmReflection": lambda _: (acts.ConfirmReflection(),),
    "CorrectReflection": lambda _: (acts.CorrectReflection("-"),),
    "NameInterest": lambda _: (acts.NameInterest("-"),),
    "OpenOptions": lambda _: (acts.OpenOptions(),),
    "AdviseParties": lambda _: (acts.AdviseParties("-"),),
    "JudgeMatter": lambda _: (acts.JudgeMatter("-"),),
    "SuggestOption": lambda ask: (acts.SuggestOption(unused(ask.part.options)),),
    "DraftClause": lambda ask: (acts.DraftClause("-", ask.part.parties, date.max),),
    "AgreeToClause": lambda ask: map(acts.AgreeToClause, islice(_not_agreed(ask), 1)),
    "DropClause": lambda ask: map(acts.DropClause, islice(ask.part.clauses, 1)),
    "ConcludeAgreement": lambda _: (acts.ConcludeAgreement(),),
    "LogPrivateTalk": lambda ask: map(acts.LogPrivateTalk, ask.part.parties[:1]),
    "DeclareImpasse": lambda _: (acts.DeclareImpasse(),),
}

ACTS: tuple[type[MediationAct], ...] = get_args(MediationAct)


def answer(case: MediationCase, move: Move, terms: MediationTerms) -> MediationStep | MoveRefused:
    """Answer a move: what happens, or the first rule that it breaks.

    Notes
    -----
    Cost O(length of the texts + parties * clauses). A refusal leaves everything as it is.
    """
    act = move.act
    if not isinstance(act, MediationAct):
        return not_done_here(move.by, act)
    ask = MediationAsk(case, terms, move.by, move.at)
    reason = next(against(ask, act), None)
    return _happens(ask, act) if reason is None else turned_down(move.by, reason)


def legal(case: MediationCase, member: str, at: datetime, terms: MediationTerms) -> tuple[str, ...]:
    """The names of the acts that somebody may do now: there is a way to do each that is accepted.

    Notes
    -----
    Cost O(acts + parties * clauses).
    """
    ask = MediationAsk(case, terms, member, at)
    return tuple(act for act in ORDER.acts if ORDER.row(act, case.phase) and _open(ask, act))


def _open(ask: MediationAsk, act: str) -> bool:
    return any(next(against(ask, each), None) is None for each in TRIES[act](ask))


def _happens(ask: MediationAsk, act: MediationAct) -> MediationStep:
    if isinstance(act, _Beginning):
        return _begins(ask, act)
    if isinstance(act, _Talking):
        return _is_heard(ask, act)
    return _is_sought(ask, act)


_Beginning = (
    acts.OpenCase
    | acts.TakeCase
    | acts.DeclineCase
    | acts.EscalateCase
    | acts.ConsentToMediation
    | acts.LeaveMediation
    | acts.HandCaseBack
    | acts.DeclareImpasse
    | acts.LogPrivateTalk
)
_Talking = (
    acts.HearParty
    | acts.Tell
    | acts.FinishTelling
    | acts.ReflectBack
    | acts.ConfirmReflection
    | acts.CorrectReflection
    | acts.NameInterest
    | acts.OpenOptions
)


def _begins(ask: MediationAsk, act: _Beginning) -> MediationStep:
    by, at = ask.by, ask.at
    match act:
        case acts.OpenCase(matter, parties):
            return steps.CaseOpened(matter, parties, by, at)
        case acts.TakeCase():
            return steps.CaseTaken(by, at)
        case acts.DeclineCase():
            return steps.CaseDeclined(by, at)
        case acts.EscalateCase(reason):
            return steps.CaseEscalated(ask.terms.upper, by, at, reason)
        case acts.ConsentToMediation():
            return steps.MediationConsented(by, at, missing_of(ask.part.parties, (*ask.part.consented, by)))
        case acts.LeaveMediation(reason):
            return steps.PartyLeft(by, at, reason)
        case acts.HandCaseBack(reason):
            return steps.CaseHandedBack(by, at, reason)
        case acts.DeclareImpasse(reason):
            return steps.ImpasseDeclared(by, at, reason)
        case acts.LogPrivateTalk(party):
            return steps.PrivateTalkLogged(party, by, at)
    assert_never(act)


def _is_heard(ask: MediationAsk, act: _Talking) -> MediationStep:
    by, at = ask.by, ask.at
    match act:
        case acts.HearParty(party):
            return steps.HearingBegun(party, by, at)
        case acts.Tell(text):
            return steps.PartyTold(by, text, at)
        case acts.FinishTelling():
            return steps.TellingFinished(by, at)
        case acts.ReflectBack(text):
            return steps.ReflectedBack(ask.part.speaking, text, by, at)
        case acts.ConfirmReflection():
            return steps.ReflectionConfirmed(by, at, missing_of(ask.part.unheard, (by,)))
        case acts.CorrectReflection(text):
            return steps.ReflectionCorrected(by, text, at)
        case acts.NameInterest(text):
            return steps.InterestNamed(by, text, at)
        case acts.OpenOptions():
            return steps.OptionsOpened(by, at)
    assert_never(act)


_Seeking = (
    acts.AdviseParties
    | acts.JudgeMatter
    | acts.SuggestOption
    | acts.DraftClause
    | acts.AgreeToClause
    | acts.DropClause
    | acts.ConcludeAgreement
)


def _is_sought(ask: MediationAsk, act: _Seeking) -> MediationStep:
    case, by, at = ask.part, ask.by, ask.at
    match act:
        case acts.AdviseParties(text):
            return steps.PartiesAdvised(by, text, at)
        case acts.JudgeMatter(text):
            return steps.MatterJudged(by, text, at)
        case acts.SuggestOption(option, text):
            return steps.OptionSuggested(option, by, at, text)
        case acts.DraftClause(what, who, until):
            return steps.ClauseDrafted(case.drafted + 1, what, who, until, by, at)
        case acts.AgreeToClause(number):
            return steps.ClauseAgreed(number, by, at, missing_of(case.missing(number), (by,)))
        case acts.DropClause(number, reason):
            return steps.ClauseDropped(number, by, at, reason)
        case acts.ConcludeAgreement():
            return steps.AgreementReached(tuple(case.clauses.values()), case.parties, by, at)
    assert_never(act)
