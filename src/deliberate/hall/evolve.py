"""``evolve(state, event) -> state``: what an accepted act changes. Total on a valid journal."""

from __future__ import annotations

from datetime import datetime
from typing import assert_never, cast

import attrs

from deliberate.assembly import moves
from deliberate.community.proxy import Proxies
from deliberate.community.roll import Roll
from deliberate.hall.acts import (
    AdoptPolicy,
    AdoptRoll,
    AnswerOffer,
    AssignDuties,
    CastBallot,
    CloseMatter,
    CloseVoting,
    CommunityAct,
    Delegate,
    Evaluate,
    FormGroup,
    FoundCommunity,
    FreezeText,
    HallAct,
    Measure,
    OfferDuty,
    OpenVoting,
    PlanMeasure,
    ProposeDuties,
    RecordResult,
    RegisterProxies,
    WithdrawDelegation,
)
from deliberate.hall.events import Event
from deliberate.hall.extension import extension
from deliberate.hall.state import Community, DutyOffer, Matter, State
from deliberate.hall.vote import Vote


def evolve(state: State, event: Event) -> State:
    """The state after an event.

    Parameters
    ----------
    state
        Of the stream that the event belongs to.
    event
        The next one of the stream.
    """
    counted = attrs.evolve(state, version=event.seq, last=event.at)
    if isinstance(counted, Community):
        return _community(counted, event.actor, cast("CommunityAct", event.act))
    act = event.act
    if isinstance(act, AdoptPolicy):
        return attrs.evolve(counted, policy=act.policy)
    if isinstance(act, moves.Act):
        return _said(counted, moves.Move(event.actor, event.at, act))
    return _matter(counted, event, cast("HallAct", act))


def _community(community: Community, actor: str, act: CommunityAct) -> Community:
    match act:
        case FoundCommunity(name):
            return attrs.evolve(community, name=name, keeper=actor)
        case AdoptRoll(roll):
            return attrs.evolve(community, roll=roll)
        case AdoptPolicy(policy):
            return attrs.evolve(community, policy=policy)
        case FormGroup(group):
            others = tuple(each for each in community.groups if each.name != group.name)
            return attrs.evolve(community, groups=(*others, group))
        case Delegate() | WithdrawDelegation():
            return attrs.evolve(community, trust=community.trust.with_(act))
    assert_never(act)


def _said(matter: Matter, move: moves.Move) -> Matter:
    step = matter.policy.procedure.step(matter.floor, move)
    return attrs.evolve(matter, steps=matter.steps.with_(step), floor=matter.floor.after(step))


def _matter(matter: Matter, event: Event, act: HallAct) -> Matter:
    match act:
        case FreezeText():
            return attrs.evolve(matter, text=act)
        case RegisterProxies(given):
            return attrs.evolve(matter, proxies=given)
        case OpenVoting():
            return attrs.evolve(matter, votes=(*matter.votes, opened(matter, act, event.at)))
        case CastBallot():
            vote = matter.votes[-1]
            return _with_vote(matter, vote.with_(act, event.at))
        case RecordResult():
            return _with_vote(attrs.evolve(matter, text=None, proxies=()), attrs.evolve(matter.votes[-1], result=act))
        case ProposeDuties() | OfferDuty() | AssignDuties():
            return _duty(matter, act)
        case AnswerOffer():
            return _answered(matter, event.actor, act)
        case PlanMeasure() | Measure() | Evaluate() | CloseMatter() | CloseVoting():
            return _judged(matter, event.at, act)
    assert_never(act)


def _judged(matter: Matter, at: datetime, act: PlanMeasure | Measure | Evaluate | CloseMatter | CloseVoting) -> Matter:
    match act:
        case PlanMeasure():
            return attrs.evolve(matter, plan=act)
        case Measure(reports):
            pile = matter.reports
            for report in reports:
                pile = pile.with_(report)
            return attrs.evolve(matter, reports=pile)
        case Evaluate():
            return attrs.evolve(matter, judged=at)
        case CloseMatter():
            return attrs.evolve(matter, closed=at)
        case CloseVoting():
            # Asking for the close leaves no trace of its own: the result is the event.
            return matter
    assert_never(act)


def _duty(matter: Matter, act: ProposeDuties | OfferDuty | AssignDuties) -> Matter:
    match act:
        case ProposeDuties(duties):
            return attrs.evolve(matter, duties=(*matter.duties, *duties))
        case OfferDuty(duty, to):
            return attrs.evolve(matter, offers=(*matter.offers, DutyOffer(duty, to)))
        case AssignDuties():
            return attrs.evolve(matter, assignment=act)
    assert_never(act)


def _answered(matter: Matter, actor: str, act: AnswerOffer) -> Matter:
    offers = tuple(
        attrs.evolve(offer, answer=act) if (offer.duty, offer.to, offer.answer) == (act.duty, actor, None) else offer
        for offer in matter.offers
    )
    return attrs.evolve(matter, offers=offers)


def opened(matter: Matter, act: OpenVoting, at: datetime) -> Vote:
    """The vote that an opening begins."""
    text = cast("FreezeText", matter.text)
    roll = cast("Roll", act.roll)
    proposals = ", ".join(proposal for proposal, _ in text.texts)
    issue = matter.floor.issue.title if matter.floor.issue else ""
    return Vote(
        opened=at,
        until=act.until,
        rule=act.rule,
        roll=roll,
        texts=text.texts,
        policy=matter.policy,
        seed=act.seed,
        context=matter.id,
        title=f"{issue}: {proposals}",
        said=len(matter.steps),
        among=act.among,
        delegations=act.delegations,
        proxies=Proxies(act.proxies, matter.policy.proxies_most),
        extension=extension(act.rule, roll, matter.policy),
    )


def _with_vote(matter: Matter, vote: Vote) -> Matter:
    return attrs.evolve(matter, votes=(*matter.votes[:-1], vote))
