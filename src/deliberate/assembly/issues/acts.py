"""What can be done before a matter exists: see, list, gather, hand over, pledge, advise, try."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from attrs import field, frozen

from deliberate.assembly.issues.goal import Envelope, Risk, as_risk, as_tags
from deliberate.community.party import several
from deliberate.errors import InputError
from deliberate.identity import name, names
from deliberate.quantities import whole
from deliberate.records.kinds import kind

CHANNELS = ("visit", "meeting", "online", "letter")


def _channel(given: str) -> str:
    if given not in CHANNELS:
        raise InputError("bad-parameter", parameter="channel", value=given, known=CHANNELS)
    return given


def _options(given: str | Iterable[str]) -> tuple[str, ...]:
    return names(several(given), where="options")


def _attendees(given: str | Iterable[str]) -> tuple[str, ...]:
    return names(several(given), where="attendees")


@kind
@frozen
class Observe:
    """Say what was seen and where: an act and a place, never a person.

    Attributes
    ----------
    photo
        Where the photo is kept; the photo itself stays outside.
    channel
        ``visit`` 走访, ``meeting``, ``online``, ``letter``.
    """

    place: str = field(converter=name)
    behaviour: str
    photo: str = ""
    channel: str = field(default="visit", converter=_channel)


@kind
@frozen
class ListIssue:
    """Put an issue on the list from which the matter's issue is chosen.

    Attributes
    ----------
    issue
        Its title, by which it is known.
    tags
        What it is about; a group whose charter covers them all owns it.
    seen
        The numbers of the observations that it rests on.
    """

    issue: str = field(converter=name)
    text: str = ""
    tags: frozenset[str] = field(default=frozenset(), converter=as_tags)
    place: str = ""
    channel: str = field(default="online", converter=_channel)
    photo: str = ""
    seen: tuple[int, ...] = ()


@kind
@frozen
class ShareIssue:
    """Raise a listed issue as well: it is one's own, too."""

    issue: str = field(converter=name)
    channel: str = field(default="online", converter=_channel)


@kind
@frozen
class MergeIssues:
    """Let one issue stand for another that says the same; who raised what stays on record."""

    into: str = field(converter=name)
    merged: str = field(converter=name)


@kind
@frozen
class UnmergeIssue:
    """Let a merged issue stand by itself again."""

    merged: str = field(converter=name)


@kind
@frozen
class HoldGathering:
    """Put on record an activity that brought neighbours together, before anybody complains.

    Attributes
    ----------
    attendees
        Who came, as they are on the roll.
    """

    gathering: str = field(converter=name)
    attendees: tuple[str, ...] = field(converter=_attendees)
    about: str = ""


@kind
@frozen
class FoundGroup:
    """Found a group by a charter, out of a gathering.

    Attributes
    ----------
    tags
        What the group will answer for.
    """

    group: str = field(converter=name)
    gathering: str = field(converter=name)
    charter: str
    tags: frozenset[str] = field(converter=as_tags)


@kind
@frozen
class JoinGroup:
    """Become a member of a group."""

    group: str = field(converter=name)


@kind
@frozen
class AskToLead:
    """Ask a member of one's group, or offer oneself, to lead it."""

    group: str = field(converter=name)
    leader: str = field(converter=name)


@kind
@frozen
class AnswerLead:
    """Say whether one leads the group: nobody leads unasked or unwilling.

    Attributes
    ----------
    answer
        ``accept`` or ``decline``.
    """

    group: str = field(converter=name)
    answer: str


@kind
@frozen
class HandComplaint:
    """Hand a listed issue to the group that owns it; the days for its answer are in the terms."""

    issue: str = field(converter=name)
    group: str = field(converter=name)


@kind
@frozen
class AnswerComplaint:
    """Answer for the group.

    Attributes
    ----------
    answer
        ``accept``, ``decline`` or ``counter``: yes, but otherwise.
    """

    issue: str = field(converter=name)
    answer: str
    reason: str = ""


@kind
@frozen
class TakeTask:
    """Take on a piece of work for a complaint that one's group has accepted.

    Attributes
    ----------
    asked_by
        Who asked; empty where one took it of one's own accord.
    """

    issue: str = field(converter=name)
    task: str = field(converter=name)
    asked_by: str = ""


@kind
@frozen
class MakePledge:
    """Promise something, for everybody to see."""

    act: str
    until: datetime


@kind
@frozen
class KeepPledge:
    """Report that a pledge was kept: one's own, or as a witness."""

    pledge: int = field(converter=whole)


@kind
@frozen
class BreakPledge:
    """Report that a pledge was broken: one's own, or as a witness."""

    pledge: int = field(converter=whole)


@kind
@frozen
class LinkParent:
    """Say which minor belongs to which adult; one of the two says it."""

    child: str = field(converter=name)
    parent: str = field(converter=name)


@kind
@frozen
class OpenAdvisoryPoll:
    """Ask everybody, minors first of all, for advice that binds nobody.

    Attributes
    ----------
    closes
        Advice is taken until just before this moment.
    """

    poll: str = field(converter=name)
    question: str
    options: tuple[str, ...] = field(converter=_options)
    closes: datetime


@kind
@frozen
class Advise:
    """Give one's advice, once."""

    poll: str = field(converter=name)
    choice: str = field(converter=name)


@kind
@frozen
class SetGoal:
    """Set a goal, with what was approved for reaching it.

    Attributes
    ----------
    mandate
        What approved it, such as the id of a decision; kept on record, not looked up.
    """

    goal: str = field(converter=name)
    text: str
    envelope: Envelope
    mandate: str


@kind
@frozen
class ApproveEnvelope:
    """Record a new mandate for the same goal: another budget, other tags or another risk."""

    goal: str = field(converter=name)
    envelope: Envelope
    mandate: str


@kind
@frozen
class BeginAttempt:
    """Try a method; inside what was approved it needs no new mandate.

    Attributes
    ----------
    cost
        In minor units (fen).
    """

    goal: str = field(converter=name)
    method: str = field(converter=name)
    cost: int = field(default=0, converter=whole)
    tags: frozenset[str] = field(default=frozenset(), converter=as_tags)
    risk: Risk = field(default=Risk.LOW, converter=as_risk)


@kind
@frozen
class EndAttempt:
    """Say how the attempt ended.

    Attributes
    ----------
    result
        ``met`` or ``not-met``.
    """

    goal: str = field(converter=name)
    result: str


ListAct = Observe | ListIssue | ShareIssue | MergeIssues | UnmergeIssue
BondAct = HoldGathering | FoundGroup | JoinGroup | AskToLead | AnswerLead
ComplaintAct = HandComplaint | AnswerComplaint | TakeTask
PledgeAct = MakePledge | KeepPledge | BreakPledge | LinkParent
AdviceAct = OpenAdvisoryPoll | Advise
GoalAct = SetGoal | ApproveEnvelope | BeginAttempt | EndAttempt
IssueAct = ListAct | BondAct | ComplaintAct | PledgeAct | AdviceAct | GoalAct
