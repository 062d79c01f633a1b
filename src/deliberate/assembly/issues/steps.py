"""What happened before a matter existed, one frozen step for each act."""

from __future__ import annotations

from datetime import datetime

from attrs import frozen

from deliberate.assembly.issues.goal import Envelope, Risk
from deliberate.community.party import Standing
from deliberate.records.kinds import kind


@kind
@frozen
class Observed:
    """Somebody saw something somewhere.

    Attributes
    ----------
    number
        The first observation is number 1.
    """

    number: int
    place: str
    behaviour: str
    photo: str
    channel: str
    by: str
    at: datetime


@kind
@frozen
class IssueListed:
    """An issue came on the list."""

    issue: str
    text: str
    tags: frozenset[str]
    place: str
    channel: str
    photo: str
    seen: tuple[int, ...]
    by: str
    at: datetime


@kind
@frozen
class IssueShared:
    """Somebody else raised a listed issue, too."""

    issue: str
    channel: str
    by: str
    at: datetime


@kind
@frozen
class IssuesMerged:
    """One issue stands for another."""

    into: str
    merged: str
    by: str
    at: datetime


@kind
@frozen
class IssueUnmerged:
    """A merged issue stands by itself again.

    Attributes
    ----------
    into
        What stood for it.
    """

    into: str
    merged: str
    by: str
    at: datetime


@kind
@frozen
class GatheringHeld:
    """Neighbours came together."""

    gathering: str
    attendees: tuple[str, ...]
    about: str
    by: str
    at: datetime


@kind
@frozen
class GroupFormed:
    """A group was founded out of a gathering; its founder is its first member."""

    group: str
    gathering: str
    charter: str
    tags: frozenset[str]
    by: str
    at: datetime


@kind
@frozen
class GroupJoined:
    """A group has one more member."""

    group: str
    by: str
    at: datetime


@kind
@frozen
class LeaderAsked:
    """Somebody was asked to lead a group."""

    group: str
    leader: str
    by: str
    at: datetime


@kind
@frozen
class LeadAnswered:
    """Whoever was asked to lead answered."""

    group: str
    answer: str
    by: str
    at: datetime


@kind
@frozen
class ComplaintHandedTo:
    """An issue was handed to the group that owns it.

    Attributes
    ----------
    answer_by
        At this very moment the time is over, and the complaint goes up.
    """

    issue: str
    group: str
    answer_by: datetime
    by: str
    at: datetime


@kind
@frozen
class ComplaintAnswered:
    """The group answered."""

    issue: str
    group: str
    answer: str
    reason: str
    by: str
    at: datetime


@kind
@frozen
class TaskTaken:
    """Somebody took a piece of work on.

    Attributes
    ----------
    asked_by
        Who asked; empty where nobody had to.
    """

    issue: str
    task: str
    asked_by: str
    by: str
    at: datetime


@kind
@frozen
class PledgeMade:
    """Somebody promised something.

    Attributes
    ----------
    pledge
        Its number; the first is 1.
    standing
        Of whom it is, since a minor's pledge may move a parent.
    """

    pledge: int
    act: str
    until: datetime
    standing: Standing
    by: str
    at: datetime


@kind
@frozen
class PledgeKept:
    """A pledge was reported as kept.

    Attributes
    ----------
    of
        Whose pledge it is; ``by`` is who reports it.
    """

    pledge: int
    act: str
    of: str
    by: str
    at: datetime


@kind
@frozen
class PledgeBroken:
    """A pledge was reported as broken.

    Attributes
    ----------
    of
        Whose pledge it is; ``by`` is who reports it.
    """

    pledge: int
    act: str
    of: str
    by: str
    at: datetime


@kind
@frozen
class ParentLinked:
    """A minor and an adult belong to each other."""

    child: str
    parent: str
    by: str
    at: datetime


@kind
@frozen
class AdvisoryPollOpened:
    """Everybody was asked for advice that binds nobody."""

    poll: str
    question: str
    options: tuple[str, ...]
    closes: datetime
    by: str
    at: datetime


@kind
@frozen
class AdviceGiven:
    """Somebody gave advice."""

    poll: str
    choice: str
    standing: Standing
    by: str
    at: datetime


@kind
@frozen
class GoalSet:
    """A goal was set."""

    goal: str
    text: str
    envelope: Envelope
    mandate: str
    by: str
    at: datetime


@kind
@frozen
class EnvelopeApproved:
    """Something else was approved for the same goal."""

    goal: str
    envelope: Envelope
    mandate: str
    by: str
    at: datetime


@kind
@frozen
class AttemptBegun:
    """A method is being tried.

    Attributes
    ----------
    number
        The first attempt at a goal is number 1.
    cost
        In minor units (fen).
    """

    goal: str
    number: int
    method: str
    cost: int
    tags: frozenset[str]
    risk: Risk
    by: str
    at: datetime


@kind
@frozen
class AttemptEnded:
    """An attempt met its goal, or did not."""

    goal: str
    number: int
    method: str
    result: str
    by: str
    at: datetime


ListStep = Observed | IssueListed | IssueShared | IssuesMerged | IssueUnmerged
BondStep = GatheringHeld | GroupFormed | GroupJoined | LeaderAsked | LeadAnswered
ComplaintStep = ComplaintHandedTo | ComplaintAnswered | TaskTaken
PledgeStep = PledgeMade | PledgeKept | PledgeBroken | ParentLinked
AdviceStep = AdvisoryPollOpened | AdviceGiven
GoalStep = GoalSet | EnvelopeApproved | AttemptBegun | AttemptEnded
IssueStep = ListStep | BondStep | ComplaintStep | PledgeStep | AdviceStep | GoalStep
