"""What can be done in the hall besides talking: acts, each asked for by a command and recorded by an event.

The acts of the assembly (:mod:`deliberate.assembly.moves`) join these. An accepted act *is* the event's data:
the command's imperative and the event's past participle are two names of one content.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from attrs import field, frozen

from deliberate.assembly import moves
from deliberate.community.delegation import Delegation
from deliberate.community.group import Group
from deliberate.community.party import several
from deliberate.community.proxy import Proxy
from deliberate.community.roll import Roll
from deliberate.decision.ballots import Answer, Approval, Ranking, Scores
from deliberate.decision.rule import AnyRule
from deliberate.duty.assigner import Assigner
from deliberate.duty.duty import Duty
from deliberate.duty.follow import Report
from deliberate.evaluation.indicator import Indicator
from deliberate.hall.policy import Policy
from deliberate.identity import name
from deliberate.records.kinds import kind

Ballot = Answer | Approval | Ranking | Scores


@kind
@frozen
class FoundCommunity:
    """Begin a community; who founds it keeps the roll."""

    name: str = field(converter=name)


@kind
@frozen
class AdoptRoll:
    """Replace the roll; votes that are open keep the roll that they were opened with."""

    roll: Roll


@kind
@frozen
class AdoptPolicy:
    """Replace the policy for matters to come."""

    policy: Policy


@kind
@frozen
class FormGroup:
    """Form a group by its charter."""

    group: Group


def _tags(given: str | Iterable[str]) -> frozenset[str]:
    return frozenset(map(name, several(given)))


@kind
@frozen
class Delegate:
    """Entrust one's vote to others; it takes the place of an earlier delegation of the same scope.

    Attributes
    ----------
    channel
        ``online``, or ``paper`` where whoever enters paper ballots enters it.
    """

    delegation: Delegation
    channel: str = "online"


@kind
@frozen
class WithdrawDelegation:
    """Take a delegation back: the one that was given for just these tags, or for just this matter."""

    giver: str = field(converter=name)
    tags: frozenset[str] = field(default=frozenset(), converter=_tags)
    matter: str = ""
    channel: str = "online"


@kind
@frozen
class FreezeText:
    """Fix the slate and how the seed of the lot will come to be, before the seed exists.

    Attributes
    ----------
    texts
        Filled in by the hall: each proposal with the hash of its text.
    """

    proposals: tuple[str, ...]
    seed_rule: str
    texts: tuple[tuple[str, str], ...] = ()


@kind
@frozen
class RegisterProxies:
    """Publish the list of written proxies for the next vote; it takes the place of an earlier list."""

    given: tuple[Proxy, ...]


@kind
@frozen
class OpenVoting:
    """Open the vote on the frozen slate; what is frozen here no later command changes.

    Attributes
    ----------
    until
        The ballot is open from now until just before this moment, longer only by the policy's extension.
    seed
        Of the lot, come to be after the slate froze.
    among
        The group that votes; empty for the whole electorate.
    roll
        Filled in by the hall: who may vote, with what weights.
    packs
        Filled in by the hall: each pack that the rule's requirement comes from, with its hash.
    delegations
        Filled in by the hall: of each voter the delegation that speaks of this matter; the matter's policy says how
        they are followed.
    proxies
        Filled in by the hall: the list as it was published.
    """

    rule: AnyRule
    until: datetime
    seed: str
    among: str = ""
    roll: Roll | None = None
    packs: tuple[tuple[str, str], ...] = ()
    delegations: tuple[Delegation, ...] = ()
    proxies: tuple[Proxy, ...] = ()


@kind
@frozen
class CastBallot:
    """Vote; which of a member's ballots counts is the policy's to say. A minor's ballot is advice.

    Attributes
    ----------
    member
        Whose ballot it is. The actor is the member, the holder of the member's proxy, or on paper whoever enters it.
    channel
        ``online`` or ``paper``.
    """

    member: str
    ballot: Ballot
    channel: str = "online"


@kind
@frozen
class CloseVoting:
    """Ask that a vote whose time is over be closed."""


@kind
@frozen
class RecordResult:
    """The result of a vote, derived when it closes; nobody can ask for it.

    Attributes
    ----------
    hash
        SHA-256 of the outcome's canonical JSON: replay derives the outcome again and compares.
    """

    status: str
    chosen: tuple[str, ...]
    outcome: str
    hash: str


@kind
@frozen
class ProposeDuties:
    """Say what has to be done to carry the decision out."""

    duties: tuple[Duty, ...]


@kind
@frozen
class OfferDuty:
    """Ask somebody whether they take a duty on."""

    duty: str
    to: str


@kind
@frozen
class AnswerOffer:
    """Accept or decline a duty; silence is not acceptance.

    Attributes
    ----------
    answer
        ``accept`` or ``decline``.
    hours
        How many hours one can give in all.
    steward
        Whether one answers for the duty: ``yes`` or ``no``.
    """

    duty: str
    answer: str
    hours: int = 0
    steward: str = "no"
    reason: str = ""


@kind
@frozen
class AssignDuties:
    """Assign the duties among those who accepted.

    Attributes
    ----------
    stewards, deputies
        Pairs of a duty and a person, as agreed.
    """

    assigner: Assigner
    stewards: tuple[tuple[str, str], ...] = ()
    deputies: tuple[tuple[str, str], ...] = ()


@kind
@frozen
class PlanMeasure:
    """Fix how success will be judged, before it is measured."""

    indicators: tuple[Indicator, ...]


@kind
@frozen
class Measure:
    """Hand in counts."""

    reports: tuple[Report, ...]


@kind
@frozen
class Evaluate:
    """Judge what was measured by the plan."""


@kind
@frozen
class CloseMatter:
    """Close the matter; what comes next is on its agenda."""


CommunityAct = FoundCommunity | AdoptRoll | AdoptPolicy | FormGroup | Delegate | WithdrawDelegation
HallAct = (
    FreezeText
    | RegisterProxies
    | OpenVoting
    | CastBallot
    | CloseVoting
    | RecordResult
    | ProposeDuties
    | OfferDuty
    | AnswerOffer
    | AssignDuties
    | PlanMeasure
    | Measure
    | Evaluate
    | CloseMatter
)
Act = CommunityAct | moves.Act | HallAct

# What an accepted act is called in the journal.
EVENTS: dict[str, str] = {
    "FoundCommunity": "CommunityFounded",
    "AdoptRoll": "RollChanged",
    "AdoptPolicy": "PolicyAdopted",
    "FormGroup": "GroupFormed",
    "Delegate": "Delegated",
    "WithdrawDelegation": "DelegationWithdrawn",
    "RaiseIssue": "IssueRaised",
    "HandIssueOver": "ComplaintHandedTo",
    "AnswerHandover": "HandoverAnswered",
    "DraftProposal": "ProposalDrafted",
    "ReviseProposal": "ProposalRevised",
    "GiveSupport": "SupportGiven",
    "OpenRound": "RoundOpened",
    "TakeTurn": "TurnTaken",
    "CloseRound": "RoundClosed",
    "FreezeText": "TextFrozen",
    "RegisterProxies": "ProxiesRegistered",
    "OpenVoting": "VotingOpened",
    "CastBallot": "BallotCast",
    "RecordResult": "VotingClosed",
    "ProposeDuties": "DutyProposed",
    "OfferDuty": "DutyOffered",
    "AnswerOffer": "DutyAnswered",
    "AssignDuties": "DutiesAssigned",
    "PlanMeasure": "MeasurePlanned",
    "Measure": "Measured",
    "Evaluate": "Evaluated",
    "CloseMatter": "MatterClosed",
}
ACTS: dict[str, str] = {event: act for act, event in EVENTS.items()}
