"""What stands against an act in a consent circle; the same reasons refuse a move and say what is legal."""

from __future__ import annotations

from collections.abc import Iterator

from deliberate.assembly.circle.acts import (
    AcceptIntegration,
    AgreeToDriver,
    AnswerClarification,
    AskClarification,
    BringToCircle,
    CircleAct,
    DeclareTimeOut,
    DelegateProposal,
    Effect,
    GiveReaction,
    MoveOn,
    NameSilenceDate,
    OfferIntegration,
    PassReaction,
    RaiseObjection,
    ReachConsent,
    RecordConcern,
    SayNoObjection,
    StandAside,
    StateDriver,
    TakeObjectionBack,
    TestObjection,
    TuneProposal,
    UpholdObjection,
)
from deliberate.assembly.circle.asking import State
from deliberate.assembly.circle.circle import Circle
from deliberate.assembly.circle.order import LIVE, OPINIONS, ORDER, CirclePhase
from deliberate.assembly.circle.terms import CircleTerms
from deliberate.assembly.reasons import Ask, Reason, missing_of, refusal, silent
from deliberate.assembly.usable import unusable
from deliberate.identity import text_hash

CircleAsk = Ask[Circle, CircleTerms]
Reasons = Iterator[Reason]

_Answer = SayNoObjection | RecordConcern | StandAside | RaiseObjection
_Early = StateDriver | AgreeToDriver | BringToCircle | AskClarification | AnswerClarification


def against(ask: CircleAsk, act: CircleAct) -> Reasons:
    """What stands against an act, the first reason first; what comes later may rely on what came before."""
    name, circle = type(act).__name__, ask.part
    yield from unusable(act, ask.at, circle.last)
    if not _is(ask, "in-the-circle"):
        yield refusal("not-in-the-circle", member=ask.by)
    yield from _time(ask, act)
    if circle.phase is CirclePhase.QUESTIONS and name in OPINIONS:
        yield refusal("opinion-in-question-round")
    row = ORDER.row(name, circle.phase)
    if row is None:
        yield refusal("not-in-this-phase", phase=circle.phase)
        return
    if not _is(ask, row.by):
        yield refusal("not-your-part", who=f"role.{row.by}")
    if isinstance(act, _Early):
        yield from _early(ask, act)
    elif isinstance(act, MoveOn):
        yield from _moving(ask)
    else:
        yield from _reacting(ask, act)
        yield from _objecting(ask, act)
        yield from _ending(ask, act)


def unanswered(ask: CircleAsk) -> tuple[str, ...]:
    """Who has not said what this phase asks everybody for; nobody where it asks nobody."""
    said = {
        CirclePhase.DRIVER: ask.part.agreed,
        CirclePhase.REACTIONS: ask.part.reacted,
        CirclePhase.OBJECTIONS: ask.part.asking.given,
    }
    return missing_of(ask.terms.members, said[ask.part.phase]) if ask.part.phase in said else ()


def _is(ask: CircleAsk, role: str) -> bool:
    by = ask.by
    match role:
        case "circle-member":
            return by in ask.terms.members
        case "facilitator":
            return by == ask.terms.facilitator
        case "proposer":
            return by == ask.part.proposer
        case "objector":
            return by in ask.part.asking.objections
    return by in ask.terms.members or by == ask.terms.facilitator


def _time(ask: CircleAsk, act: CircleAct) -> Reasons:
    until = ask.terms.until
    over = until is not None and ask.at >= until
    if ask.part.phase not in LIVE:
        return
    if isinstance(act, DeclareTimeOut):
        if not over:
            yield refusal("circle-has-time", until=until or "")
    elif over:
        yield refusal("circle-time-over", until=until)


def _early(ask: CircleAsk, act: _Early) -> Reasons:
    """Driver, proposal, questions."""
    circle = ask.part
    match act:
        case StateDriver(text) | BringToCircle(_, text) | AskClarification(text):
            yield from silent(text)
        case AgreeToDriver():
            if not circle.driver:
                yield refusal("no-driver")
            if ask.by in circle.agreed:
                yield refusal("driver-agreed-already", member=ask.by)
        case AnswerClarification(number, text):
            yield from silent(text)
            if number not in circle.questions:
                yield refusal("no-such-question", question=number)
            elif circle.questions[number]:
                yield refusal("question-answered", question=number)


def _reacting(ask: CircleAsk, act: CircleAct) -> Reasons:
    """Reactions, tuning."""
    circle = ask.part
    match act:
        case GiveReaction() | PassReaction():
            if ask.by in circle.reacted:
                yield refusal("second-reaction", missing=missing_of(ask.terms.members, circle.reacted))
            if isinstance(act, GiveReaction):
                yield from silent(act.text)
                if len(act.text) > ask.terms.brief:
                    yield refusal("reaction-too-long", length=len(act.text), most=ask.terms.brief)
        case TuneProposal(text):
            yield from _new(ask, text)


def _objecting(ask: CircleAsk, act: CircleAct) -> Reasons:
    """Answers, tests, integration."""
    match act:
        case SayNoObjection() | RecordConcern() | StandAside() | RaiseObjection():
            yield from _answering(ask, act)
        case TakeObjectionBack():
            if ask.by not in ask.part.asking.of_state(State.UNTESTED, State.QUALIFIED, State.CONCERN):
                yield refusal("no-open-objection", objector=ask.by)
        case NameSilenceDate(until):
            if until <= ask.at:
                yield refusal("until-passed", until=until)
        case TestObjection(objector):
            yield from _testing(ask, objector, State.UNTESTED)
        case UpholdObjection(objector, effect):
            yield from _testing(ask, objector, State.CONCERN)
            if effect is Effect.NEITHER:
                yield refusal("effect-needed")
        case OfferIntegration(objector, text):
            yield from _turn(ask, objector)
            yield from _meeting(ask, text)
        case AcceptIntegration(hash_):
            yield from _accepting(ask, hash_)


def _answering(ask: CircleAsk, act: _Answer) -> Reasons:
    if ask.by in ask.part.asking.given:
        yield refusal("circle-answered-already", member=ask.by)
    match act:
        case RaiseObjection(reason) if not reason.strip():
            yield refusal("objection-needs-reason")
        case RecordConcern(concern):
            yield from silent(concern)


def _testing(ask: CircleAsk, objector: str, wanted: State) -> Reasons:
    objection = ask.part.asking.objections.get(objector)
    if objection is None:
        yield refusal("no-open-objection", objector=objector)
    elif objection.state is not wanted:
        yield refusal("objection-stands-otherwise", objector=objector, state=f"objection.{objection.state}")


def _turn(ask: CircleAsk, objector: str) -> Reasons:
    standing = ask.part.standing
    if objector not in standing:
        yield refusal("no-open-objection", objector=objector)
    elif objector != standing[0]:
        yield refusal("one-objection-at-a-time", first=standing[0])


def _accepting(ask: CircleAsk, hash_: str) -> Reasons:
    yield from _turn(ask, ask.by)
    if not ask.part.offered:
        yield refusal("no-integration-offered")
    if hash_ and hash_ != text_hash(ask.part.offered):
        yield refusal("offer-changed", proposal=ask.part.proposal)


def _new(ask: CircleAsk, text: str) -> Reasons:
    """A text is new where it is none of those before: what was given up does not come back as an integration."""
    yield from silent(text)
    if text_hash(text) in ask.part.hashes:
        yield refusal("text-was-there", proposal=ask.part.proposal)


def _meeting(ask: CircleAsk, text: str) -> Reasons:
    """The same for a text that shall meet an objection: what met one may meet the next one as well."""
    if not (ask.part.is_changed and text_hash(text) == ask.part.hashes[-1]):
        yield from _new(ask, text)


def _silence(ask: CircleAsk, missing: tuple[str, ...]) -> Reasons:
    """Silence is consent only after a named date."""
    date = ask.part.silence
    if missing and (date is None or ask.at < date):
        yield refusal("silence-is-not-consent", missing=missing, until=date or "")


def _moving(ask: CircleAsk) -> Reasons:
    """What stands against closing a phase."""
    circle = ask.part
    match circle.phase:
        case CirclePhase.DRIVER:
            if not circle.driver:
                yield refusal("no-driver")
            yield from _silence(ask, unanswered(ask))
        case CirclePhase.QUESTIONS:
            if waiting := tuple(str(number) for number, answered in circle.questions.items() if not answered):
                yield refusal("questions-wait", questions=waiting)
        case CirclePhase.REACTIONS:
            if circle.silence is None and (missing := unanswered(ask)):
                yield refusal("circle-not-closed", missing=missing)
            yield from _silence(ask, unanswered(ask))
        case CirclePhase.OBJECTIONS:
            yield from _silence(ask, unanswered(ask))
            if not circle.standing:
                yield refusal("nobody-objects")
        case CirclePhase.TESTING:
            yield from _tested(ask)
            if not circle.standing:
                yield refusal("nobody-objects")
        case CirclePhase.INTEGRATING if circle.standing:
            yield refusal("objections-stand", objectors=circle.standing)


def _tested(ask: CircleAsk) -> Reasons:
    asking = ask.part.asking
    if untested := asking.of_state(State.UNTESTED):
        yield refusal("objections-untested", objectors=untested)
    # Nobody's objection is set aside by the facilitator alone: there is time to uphold it.
    yield from _silence(ask, asking.of_state(State.CONCERN))


def _ending(ask: CircleAsk, act: CircleAct) -> Reasons:
    circle = ask.part
    match act:
        case ReachConsent(review):
            if circle.phase is CirclePhase.OBJECTIONS:
                yield from _silence(ask, unanswered(ask))
            else:
                yield from _tested(ask)
            if circle.standing:
                yield refusal("objections-stand", objectors=circle.standing)
            if review < ask.at.date():
                yield refusal("until-passed", until=review)
        case DelegateProposal(to):
            for member in missing_of(to, ask.terms.members):
                yield refusal("not-in-the-circle", member=member)
            if not circle.standing:
                yield refusal("nobody-objects")
            if left := missing_of(circle.standing, to):
                yield refusal("objector-left-out", missing=left)
