"""Who may do what, and when: the same gates say what a member is allowed and refuse what she is not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import get_args

from attrs import field, frozen

from deliberate.community.party import Standing
from deliberate.errors import Refused
from deliberate.hall.acts import EVENTS, CommunityAct, RecordResult
from deliberate.hall.state import Community, Matter
from deliberate.hall.vote import Vote

# Acts of the community's own stream, and the one that nobody can ask for.
_NOT_HERE = {each.__name__ for each in (*get_args(CommunityAct), RecordResult)}
MATTER_ACTS = (*(act for act in EVENTS if act not in _NOT_HERE), "CloseVoting")
TALK = {"HandIssueOver", "AnswerHandover", "DraftProposal", "ReviseProposal", "GiveSupport"}
TURNS = {"OpenRound", "TakeTurn", "CloseRound"}
# Companions guide: they hold the round and enter paper ballots, and leave the rest to the residents.
COMPANION = {"RaiseIssue", "HandIssueOver", "OpenRound", "TakeTurn", "CloseRound", "FreezeText", "OpenVoting"} | {
    "CastBallot",
    "CloseVoting",
    "RegisterProxies",
    "OfferDuty",
    "CloseMatter",
}
# A minor's ballot is advice.
MINOR = {"RaiseIssue", "TakeTurn", "DraftProposal", "CastBallot"}


@frozen
class Allowed:
    """What a member may do in a matter.

    Attributes
    ----------
    now
        The acts that are open.
    later
        Pairs of an act and the moment from which it is open.
    refused
        Pairs of an act and the code of the reason, for acts that no date opens.
    """

    now: tuple[str, ...]
    later: tuple[tuple[str, datetime], ...] = ()
    refused: tuple[tuple[str, str], ...] = field(default=(), repr=False)


def allowed(matter: Matter, member: str, now: datetime) -> Allowed:
    """Say what a member may do now, and when the rest opens."""
    reasons = {act: gate(matter, act, member, now) for act in MATTER_ACTS}
    return Allowed(
        now=tuple(act for act, reason in reasons.items() if reason is None),
        later=tuple((act, _until(reason)) for act, reason in reasons.items() if reason and "until" in reason.fields),
        refused=tuple((act, reason.code) for act, reason in reasons.items() if reason and "until" not in reason.fields),
    )


def _until(reason: Refused) -> datetime:
    until = reason.fields["until"]
    assert isinstance(until, datetime)  # noqa: S101 - narrows a field that only this file fills
    return until


def gate(matter: Matter, act: str, member: str, now: datetime) -> Refused | None:
    """Why a member may not do an act now, whatever its content; None where she may."""
    return next(_reasons(matter, act, member, now), None)


def _reasons(matter: Matter, act: str, member: str, now: datetime) -> Iterator[Refused]:
    yield from _rights(matter, act, member)
    if matter.closed:
        yield Refused("matter-closed", closed=matter.closed)
    if act != "RaiseIssue" and matter.floor.issue is None:
        yield Refused("no-issue")
    if act in TURNS | TALK | {"RaiseIssue"}:
        yield from _talk(matter, act, now)
    elif act == "RegisterProxies":
        yield from _proxies(matter, member, now)
    elif act in {"FreezeText", "OpenVoting", "CastBallot", "CloseVoting"}:
        yield from _voting(matter, act, member, now)
    else:
        yield from _after(matter, act, member)


def _rights(matter: Matter, act: str, member: str) -> Iterator[Refused]:
    roll = matter.community.roll
    if member not in roll:
        yield Refused("not-on-the-roll", member=member)
        return
    standing = roll.member(member).standing
    if standing is Standing.COMPANION and act not in COMPANION:
        yield Refused("companions-guide", member=member)
    if standing is Standing.MINOR and act not in MINOR:
        yield Refused("minors-advise", member=member)


def _talk(matter: Matter, act: str, now: datetime) -> Iterator[Refused]:
    if act == "RaiseIssue" and matter.floor.issue:
        yield Refused("one-issue", issue=matter.floor.issue.title)
    if matter.vote and matter.vote.is_open(now) and act == "ReviseProposal":
        yield Refused("vote-open", until=matter.vote.closes)
    if act in {"TakeTurn", "CloseRound"} and not matter.floor.round:
        yield Refused("no-round")
    if act == "OpenRound" and matter.floor.round:
        yield Refused("round-open", round=str(matter.floor.round))
    if act == "AnswerHandover" and (matter.floor.handed_to is None or matter.floor.answer):
        yield Refused("nothing-handed-over")


def _voting(matter: Matter, act: str, member: str, now: datetime) -> Iterator[Refused]:
    vote = matter.vote
    running = vote is not None and vote.result is None
    if act in {"FreezeText", "OpenVoting"}:
        if vote and vote.is_open(now):
            yield Refused("vote-open", until=vote.closes)
        if act == "FreezeText" and not matter.floor.proposals:
            yield Refused("no-proposal")
        if act == "OpenVoting":
            yield from _opening(matter, now)
        return
    if vote is None or (act == "CloseVoting" and not running):
        yield Refused("no-vote")
    elif act == "CastBallot":
        if not vote.is_open(now):
            yield Refused("ballot-late", closed=vote.closes)
        if not takes_part(matter, vote, member) and not is_clerk(matter.community, member):
            yield Refused("not-in-this-vote", member=member)
        own = next(_own_ballot(vote, member), None)
        if own and not is_clerk(matter.community, member) and not vote.proxies.held_by(member):
            yield own
    elif now < vote.closes:
        yield Refused("vote-open", until=vote.closes)


def _proxies(matter: Matter, member: str, now: datetime) -> Iterator[Refused]:
    if member != matter.community.keeper:
        yield Refused("keeper-only", keeper=matter.community.keeper, member=member)
    if matter.policy.proxies_most == 0:
        yield Refused("everybody-in-person")
    if matter.vote and matter.vote.is_open(now):
        yield Refused("vote-open", until=matter.vote.closes)


def takes_part(matter: Matter, vote: Vote, member: str) -> bool:
    """Whether a ballot of somebody is taken: from those who vote, and as advice from minors, of the group if any."""
    if member in vote.roll:
        return True
    roll, group = matter.community.roll, matter.community.group(vote.among)
    advises = member in roll and roll.member(member).standing is Standing.MINOR
    return advises and (not vote.among or (group is not None and member in group.members))


def _own_ballot(vote: Vote, member: str) -> Iterator[Refused]:
    """What stands against a ballot of one's own; paper is not for oneself to enter."""
    if "online" not in vote.channels:
        yield Refused("unknown-channel", channel="online", known=vote.channels)
    elif not vote.accepts(member, "online"):
        yield Refused("voted-already", member=member)


def is_clerk(community: Community, member: str) -> bool:
    """Whether somebody may enter other people's paper ballots: who keeps the roll, and companions."""
    return member == community.keeper or community.roll.member(member).standing is Standing.COMPANION


def _opening(matter: Matter, now: datetime) -> Iterator[Refused]:
    rereads = next_reading(matter)
    if rereads and now < rereads:
        yield Refused("reading-too-early", until=rereads)
    if matter.text is None:
        yield Refused("text-not-frozen")
    reopens = reopening(matter, matter.vote) if matter.vote else None
    if reopens and now < reopens:
        yield Refused("too-early", until=reopens)


def reopening(matter: Matter, vote: Vote) -> datetime | None:
    """When the next vote may open after one that too few took part in; None where it is not so."""
    status = vote.result.status if vote.result else ""
    return vote.opened + timedelta(days=matter.policy.reopen_days) if status == "inquorate" else None


def next_reading(matter: Matter) -> datetime | None:
    """From when the text that passed may pass again; None where it need not, or where it is another text by now."""
    reading = matter.readings[-1] if matter.readings else None
    if reading is None or reading.opens is None:
        return None
    if matter.text is not None:
        return reading.opens if matter.text.texts == reading.vote.texts else None
    latest = {proposal.name: proposal.latest.hash for proposal in matter.floor.proposals}
    unchanged = all(latest.get(name) == hash_ for name, hash_ in reading.vote.texts)
    return reading.opens if unchanged else None


def _after(matter: Matter, act: str, member: str) -> Iterator[Refused]:
    needs_decision = {"ProposeDuties", "OfferDuty", "AnswerOffer", "AssignDuties", "Evaluate"}
    if act in needs_decision and (matter.decision is None or matter.decision.adopted is None):
        yield Refused("nothing-adopted")
    if act in {"OfferDuty", "AssignDuties"} and not matter.duties:
        yield Refused("no-duty")
    if act == "AnswerOffer" and not any(offer.to == member and offer.answer is None for offer in matter.offers):
        yield Refused("nothing-offered", member=member)
    if act == "PlanMeasure" and matter.plan:
        yield Refused("plan-fixed")
    if act == "Measure" and matter.plan is None:
        yield Refused("no-plan")
    if act == "Evaluate":
        if matter.mandate is None:
            yield Refused("not-assigned")
        elif matter.plan is None:
            yield Refused("no-plan")
        elif member in {matter.mandate.steward(duty.name) for duty in matter.duties}:
            yield Refused("own-judge", member=member)
