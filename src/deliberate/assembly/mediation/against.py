"""What stands against an act in a mediation; the same reasons refuse a move and say what is legal."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from deliberate.assembly.mediation.acts import (
    AdviseParties,
    AgreeToClause,
    ConcludeAgreement,
    ConsentToMediation,
    CorrectReflection,
    DeclineCase,
    DraftClause,
    DropClause,
    EscalateCase,
    FinishTelling,
    HearParty,
    JudgeMatter,
    LogPrivateTalk,
    MediationAct,
    NameInterest,
    OpenCase,
    OpenOptions,
    ReflectBack,
    SuggestOption,
    TakeCase,
    Tell,
)
from deliberate.assembly.mediation.case import MediationCase
from deliberate.assembly.mediation.order import ADVICE, ORDER, PARTIES_ONLY, Phase
from deliberate.assembly.mediation.terms import MediationTerms
from deliberate.assembly.reasons import Ask, Reason, missing_of, refusal, silent
from deliberate.assembly.ties import close_to
from deliberate.assembly.usable import unusable

MediationAsk = Ask[MediationCase, MediationTerms]
Reasons = Iterator[Reason]


def against(ask: MediationAsk, act: MediationAct) -> Reasons:
    """What stands against an act, the first reason first; what comes later may rely on what came before."""
    name, case = type(act).__name__, ask.part
    yield from unusable(act, ask.at, case.last)
    if ask.by not in ask.terms.persons:
        yield refusal("not-on-the-roll", member=ask.by)
    yield from _unheard(ask, name)
    if case.phase is Phase.HEARING and name != "LeaveMediation" and ask.by != case.speaking:
        yield refusal("hearing-uninterrupted", party=case.speaking)
    row = ORDER.row(name, case.phase)
    if row is None:
        yield refusal("not-in-this-phase", phase=case.phase)
        return
    if not _is(ask, row.by):
        if ask.by == case.mediator and name in PARTIES_ONLY:
            yield refusal("mediator-decides-nothing", mediator=ask.by)
        yield refusal("not-your-part", who=f"role.{row.by}")
    yield from _opening(ask, act)
    yield from _hearing(ask, act)
    yield from _settling(ask, act)


def stakes(ask: MediationAsk, person: str) -> Reasons:
    """Why somebody cannot be neutral in this case."""
    if person in ask.part.parties:
        yield refusal("mediator-is-a-party", mediator=person)
    near = close_to(ask.terms.ties, person, ask.part.parties)
    if near:
        yield refusal("mediator-has-a-tie", mediator=person, parties=near)


def neutral(ask: MediationAsk) -> tuple[str, ...]:
    """Who is skilled, without a stake, and has not declined."""
    left = missing_of(ask.terms.skilled, ask.part.declined)
    return tuple(person for person in left if next(stakes(ask, person), None) is None)


def _is(ask: MediationAsk, role: str) -> bool:
    case, by = ask.part, ask.by
    match role:
        case "member":
            return by in ask.terms.members
        case "skilled":
            return by in ask.terms.skilled
        case "mediator":
            return by == case.mediator
        case "heard":
            return by == case.speaking
        case "party":
            return by in case.parties
        case "at-the-table":
            return by in case.parties or by == case.mediator
    return by in case.parties or by in ask.terms.skilled


def _unheard(ask: MediationAsk, act: str) -> Reasons:
    """No advice, no suggestion, no judgement before every party was heard."""
    case = ask.part
    if act in ADVICE and ask.by == case.mediator and case.unheard and case.phase not in ORDER.ends:
        yield refusal("not-all-heard", missing=case.unheard)


def _opening(ask: MediationAsk, act: MediationAct) -> Reasons:
    """The case, the mediator, consent."""
    case = ask.part
    match act:
        case OpenCase(_, parties):
            if len(parties) < 2:
                yield refusal("one-party")
            for party in missing_of(parties, ask.terms.members):
                yield refusal("not-on-the-roll", member=party)
        case TakeCase() | DeclineCase():
            yield from _taking(ask, act)
        case EscalateCase():
            if case.mediator:
                yield refusal("mediator-there", mediator=case.mediator)
            if left := neutral(ask):
                yield refusal("skilled-mediator-left", left=left)
        case ConsentToMediation():
            if not case.mediator:
                yield refusal("no-mediator")
            if ask.by in case.consented:
                yield refusal("consented-already", member=ask.by)


def _hearing(ask: MediationAsk, act: MediationAct) -> Reasons:
    """Telling, restating, needs, talks to one party alone."""
    case = ask.part
    match act:
        case HearParty(party):
            yield from _a_party(ask, party)
            if party in case.confirmed:
                yield refusal("heard-already", party=party)
        case Tell(text) | ReflectBack(text) | CorrectReflection(text) | NameInterest(text):
            yield from silent(text)
        case AdviseParties(text) | JudgeMatter(text):
            yield from silent(text)
        case FinishTelling() if not case.told:
            yield refusal("nothing-told", party=ask.by)
        case LogPrivateTalk(party):
            yield from _a_party(ask, party)
        case OpenOptions():
            if missing := missing_of(case.parties, case.needing):
                yield refusal("interests-missing", missing=missing)


def _taking(ask: MediationAsk, act: TakeCase | DeclineCase) -> Reasons:
    if ask.part.mediator:
        yield refusal("mediator-there", mediator=ask.part.mediator)
    if ask.by in ask.part.declined:
        yield refusal("case-declined-already", member=ask.by)
    if isinstance(act, TakeCase):
        yield from stakes(ask, ask.by)


def _settling(ask: MediationAsk, act: MediationAct) -> Reasons:
    """Options and clauses."""
    case = ask.part
    match act:
        case SuggestOption(option):
            if option in case.options:
                yield refusal("option-suggested-already", option=option)
        case DraftClause(what, who, until):
            yield from _drafting(ask, what, who, until)
        case AgreeToClause(number) | DropClause(number):
            if number not in case.clauses:
                yield refusal("unknown-clause", clause=number)
            elif isinstance(act, AgreeToClause) and ask.by not in case.missing(number):
                yield refusal("clause-agreed-already", clause=number)
        case ConcludeAgreement():
            yield from _concluding(case)


def _concluding(case: MediationCase) -> Reasons:
    if not case.clauses:
        yield refusal("no-clause")
    for number in case.clauses:
        if missing := case.missing(number):
            yield refusal("clause-not-agreed", clause=number, missing=missing)


def _drafting(ask: MediationAsk, what: str, who: tuple[str, ...], until: date) -> Reasons:
    yield from silent(what)
    if not who:
        yield refusal("clause-binds-nobody")
    for member in who:
        yield from _a_party(ask, member)
    if until < ask.at.date():
        yield refusal("until-passed", until=until)


def _a_party(ask: MediationAsk, member: str) -> Reasons:
    if member not in ask.part.parties:
        yield refusal("not-a-party", member=member)
