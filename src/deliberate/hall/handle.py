"""``handle(state, command, now) -> events``: pure; a refusal raises and changes nothing."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import cast

import attrs

from deliberate.assembly import moves
from deliberate.assembly.reasons import spoken_of
from deliberate.assembly.steps import MoveRefused
from deliberate.decision.ballots import Answer, Ranking
from deliberate.duty.undertaking import Undertaking
from deliberate.errors import Refused
from deliberate.hall.acts import (
    Act,
    AdoptPolicy,
    AdoptRoll,
    AnswerOffer,
    AssignDuties,
    Ballot,
    CastBallot,
    CloseVoting,
    CommunityAct,
    Delegate,
    FormGroup,
    FoundCommunity,
    FreezeText,
    Measure,
    OfferDuty,
    OpenVoting,
    ProposeDuties,
    RecordResult,
    RegisterProxies,
    WithdrawDelegation,
)
from deliberate.hall.count import is_invalid
from deliberate.hall.events import Command, Event
from deliberate.hall.evolve import evolve
from deliberate.hall.extension import requirement_of
from deliberate.hall.gates import gate, is_clerk, takes_part
from deliberate.hall.opening import opening, slate
from deliberate.hall.state import Community, Matter, State
from deliberate.hall.trust import entrusted, registered
from deliberate.hall.vote import Vote
from deliberate.requirement.ruling import Requirement
from deliberate.requirement.statuses import Stance

# A clock may be a little behind the one that wrote last; more is a fault that somebody must look at.
SKEW = timedelta(seconds=5)


def handle(state: State, command: Command, now: datetime) -> tuple[Event, ...]:
    """Decide what a command leads to.

    Parameters
    ----------
    state
        The community, or the matter with its community.
    command
        Who asks for what.
    now
        With its distance from UTC. State is a function of events and now: no background job can be late.

    Returns
    -------
    tuple of Event
        A vote whose time is over is closed first, then the act itself.

    Raises
    ------
    Refused
        Against the rules of order, or not yet: the code, and until when. Nothing is changed.
    """
    at = _clock(state, now)
    if isinstance(state, Community):
        act: Act = _community(state, command)
        return (Event(state.stream, state.version + 1, at, command.actor, command.id, act),)
    events: list[Event] = []
    matter = state
    if matter.version == 0:
        # What holds for the matter is written into it: a later policy does not reach it.
        policy = AdoptPolicy(matter.community.policy)
        events.append(Event(matter.id, 1, at, command.actor, command.id, policy))
        matter = cast("Matter", evolve(matter, events[0]))
    if matter.vote and matter.vote.is_due(at):
        result = matter.vote.record(at)
        events.append(Event(matter.id, matter.version + 1, at, command.actor, command.id, result))
        matter = cast("Matter", evolve(matter, events[-1]))
    if isinstance(command.act, CloseVoting):
        # Only a recorded result lets it pass: a matter that never began is not begun by asking.
        if not any(isinstance(event.act, RecordResult) for event in events):
            _refuse(gate(matter, "CloseVoting", command.actor, at))
        return tuple(events)
    act = _matter(matter, command, at)
    events.append(Event(matter.id, matter.version + 1, at, command.actor, command.id, act))
    return tuple(events)


def _clock(state: State, now: datetime) -> datetime:
    if now.tzinfo is None:
        raise Refused("no-time-zone", moment=now.isoformat())
    if state.last is None or now >= state.last:
        return now
    if state.last - now <= SKEW:
        return state.last
    raise Refused("clock-went-back", now=now, last=state.last)


def _refuse(reason: Refused | None) -> None:
    if reason is not None:
        raise reason


def _community(community: Community, command: Command) -> CommunityAct:
    act = command.act
    match act:
        case FoundCommunity():
            if community.name:
                raise Refused("founded-already", name=community.name)
        case AdoptRoll() | AdoptPolicy():
            if command.actor != community.keeper:
                raise Refused("keeper-only", keeper=community.keeper, member=command.actor)
        case FormGroup(group):
            for member in group.members:
                if member not in community.roll:
                    raise Refused("not-on-the-roll", member=member)
        case Delegate() | WithdrawDelegation():
            return entrusted(community, command.actor, act)
        case _:
            raise Refused("not-a-community-act", act=type(act).__name__)
    return act


def _matter(matter: Matter, command: Command, at: datetime) -> Act:
    act = command.act
    if isinstance(act, CommunityAct | RecordResult):
        raise Refused("not-a-matter-act", act=type(act).__name__)
    _refuse(gate(matter, type(act).__name__, command.actor, at))
    if isinstance(act, moves.Act):
        _moved(matter, moves.Move(command.actor, at, act))
        return act
    match act:
        case FreezeText():
            return slate(matter, act)
        case OpenVoting():
            return opening(matter, act, at)
        case RegisterProxies():
            return registered(matter, act)
        case CastBallot():
            return _cast(matter, cast("Vote", matter.vote), command.actor, act)
        case ProposeDuties() | OfferDuty() | AnswerOffer() | AssignDuties():
            return _duty(matter, command.actor, act)
        case Measure():
            return _measured(command.actor, act)
    return act


def _moved(matter: Matter, move: moves.Move) -> None:
    if isinstance(move.act, moves.HandIssueOver) and matter.community.group(move.act.group) is None:
        raise Refused("unknown-group", group=move.act.group)
    if isinstance(move.act, moves.AnswerHandover):
        handed = matter.floor.handed_to
        group = matter.community.group(handed.group) if handed else None
        if group and move.by not in group.members:
            raise Refused("not-in-the-group", member=move.by, group=group.name)
    step = matter.policy.procedure.step(matter.floor, move)
    if isinstance(step, MoveRefused):
        raise Refused(step.code, where="", **spoken_of(step.about))


def _cast(matter: Matter, vote: Vote, actor: str, act: CastBallot) -> CastBallot:
    if act.channel not in vote.channels:
        raise Refused("unknown-channel", channel=act.channel, known=vote.channels)
    if not takes_part(matter, vote, act.member):
        raise Refused("not-in-this-vote", member=act.member)
    clerk = act.channel == "paper" and is_clerk(matter.community, actor)
    if not clerk and not vote.proxies.may_cast(actor, act.member):
        raise Refused("not-your-ballot", member=act.member)
    if act.channel == "paper" and not clerk:
        raise Refused("paper-needs-clerk", keeper=matter.community.keeper)
    # Who holds a proxy casts its ballot once, and only where the giver has not come in person.
    spent = not clerk and actor != act.member and vote.has_voted(act.member)
    if spent or not vote.accepts(act.member, act.channel):
        raise Refused("voted-already", member=act.member)
    _checked(vote, act.ballot)
    return act


def _checked(vote: Vote, ballot: Ballot) -> None:
    if is_invalid(ballot):
        return
    if type(ballot) is not vote.rule.ballot:
        raise Refused("wrong-ballot", expected=vote.rule.ballot.__name__, given=type(ballot).__name__)
    if isinstance(ballot, Answer):
        _answered(vote, ballot)
    if isinstance(ballot, Ranking):
        _ranked(vote, ballot)


def _answered(vote: Vote, ballot: Answer) -> None:
    requirement = requirement_of(vote.rule)
    known = _answers(requirement) if requirement is not None else (ballot.stance,)
    if ballot.stance not in known:
        raise Refused("stance-not-counted", stance=ballot.stance, known=known)
    if ballot.stance is Stance.OBJECTION and not ballot.reason.strip():
        raise Refused("objection-needs-reason")


def _answers(requirement: Requirement) -> tuple[Stance, ...]:
    """What counts; and where nobody is asked for objections, everybody may say no and abstain, counted or not."""
    plain = () if Stance.OBJECTION in requirement.stances else (Stance.YES, Stance.NO, Stance.ABSTAIN)
    return tuple(dict.fromkeys((*requirement.stances, *plain)))


def _ranked(vote: Vote, ballot: Ranking) -> None:
    seen: set[str] = set()
    for option in (option for level in ballot.levels for option in level):
        if option not in vote.options:
            raise Refused("unknown-option", option=option, known=vote.options)
        if option in seen:
            raise Refused("option-twice", option=option)
        seen.add(option)


def _duty(matter: Matter, actor: str, act: ProposeDuties | OfferDuty | AnswerOffer | AssignDuties) -> Act:
    known = {duty.name for duty in matter.duties}
    match act:
        case ProposeDuties(duties):
            for duty in duties:
                if duty.name in known:
                    raise Refused("duty-exists", duty=duty.name)
        case OfferDuty(duty, to):
            _offer(matter, duty, to, known)
        case AnswerOffer(duty):
            if not any((each.duty, each.to, each.answer) == (duty, actor, None) for each in matter.offers):
                raise Refused("nothing-offered", member=actor)
            if act.answer not in {"accept", "decline"}:
                raise Refused("unknown-answer", answer=act.answer)
        case AssignDuties():
            # The records check themselves: an evaluator who judges her own duty does not pass.
            undertaking = attrs.evolve(matter, assignment=act).undertaking
            assert isinstance(undertaking, Undertaking)  # noqa: S101 - the gate asked for a decision and duties
    return act


def _offer(matter: Matter, duty: str, to: str, known: set[str]) -> None:
    if duty not in known:
        raise Refused("unknown-duty", duty=duty, known=tuple(sorted(known)))
    if to not in matter.community.roll or not matter.community.roll.member(to).votes:
        raise Refused("not-on-the-roll", member=to)
    if any((each.duty, each.to) == (duty, to) and _stands(each.answer) for each in matter.offers):
        raise Refused("offered-already", duty=duty, member=to)


def _stands(answer: AnswerOffer | None) -> bool:
    """Whether an offer waits or was accepted; one that was declined may be made again."""
    return answer is None or answer.answer == "accept"


def _measured(actor: str, act: Measure) -> Measure:
    for report in act.reports:
        if report.by != actor:
            raise Refused("not-your-report", member=report.by)
    return act
