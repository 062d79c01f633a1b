"""What may follow what, and who may do it: the order of the area as a table."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from deliberate.assembly.issues.terms import Role

EVERYBODY = (Role.GROWN, Role.MINOR, Role.COMPANION)
RESIDENTS = (Role.GROWN, Role.MINOR)
GROWN = (Role.GROWN,)
# Companions call people together and pass things on; what binds somebody is the residents' own.
HELPERS = (Role.GROWN, Role.COMPANION)


@frozen
class Row:
    """One act of the area.

    Attributes
    ----------
    act
        What is done.
    step
        What has happened then.
    who
        As what one may do it.
    after
        What must have happened before, in one way or another: for the same issue, group, pledge or goal.
    """

    act: str
    step: str
    who: tuple[Role, ...]
    after: tuple[str, ...] = ()


ORDER = (
    Row("Observe", "Observed", EVERYBODY),
    Row("ListIssue", "IssueListed", EVERYBODY),
    Row("ShareIssue", "IssueShared", EVERYBODY, after=("IssueListed",)),
    Row("MergeIssues", "IssuesMerged", HELPERS, after=("IssueListed",)),
    Row("UnmergeIssue", "IssueUnmerged", HELPERS, after=("IssuesMerged",)),
    Row("HoldGathering", "GatheringHeld", HELPERS),
    Row("FoundGroup", "GroupFormed", GROWN, after=("GatheringHeld",)),
    Row("JoinGroup", "GroupJoined", RESIDENTS, after=("GroupFormed",)),
    Row("AskToLead", "LeaderAsked", GROWN, after=("GroupFormed",)),
    Row("AnswerLead", "LeadAnswered", GROWN, after=("LeaderAsked",)),
    Row("HandComplaint", "ComplaintHandedTo", HELPERS, after=("IssueListed", "LeadAnswered")),
    Row("AnswerComplaint", "ComplaintAnswered", GROWN, after=("ComplaintHandedTo",)),
    Row("TakeTask", "TaskTaken", RESIDENTS, after=("ComplaintAnswered",)),
    Row("MakePledge", "PledgeMade", RESIDENTS),
    Row("KeepPledge", "PledgeKept", EVERYBODY, after=("PledgeMade",)),
    Row("BreakPledge", "PledgeBroken", EVERYBODY, after=("PledgeMade",)),
    Row("LinkParent", "ParentLinked", RESIDENTS),
    Row("OpenAdvisoryPoll", "AdvisoryPollOpened", EVERYBODY),
    Row("Advise", "AdviceGiven", RESIDENTS, after=("AdvisoryPollOpened",)),
    Row("SetGoal", "GoalSet", GROWN),
    Row("ApproveEnvelope", "EnvelopeApproved", GROWN, after=("GoalSet",)),
    Row("BeginAttempt", "AttemptBegun", GROWN, after=("GoalSet",)),
    Row("EndAttempt", "AttemptEnded", GROWN, after=("AttemptBegun",)),
)
BY_ACT: Mapping[str, Row] = {row.act: row for row in ORDER}
BY_STEP: Mapping[str, Row] = {row.step: row for row in ORDER}


def before(step: str) -> frozenset[str]:
    """Every step that must have happened before one can, near and far.

    Examples
    --------
    >>> sorted(before("LeadAnswered"))
    ['GatheringHeld', 'GroupFormed', 'LeaderAsked']
    """
    near = BY_STEP[step].after
    return frozenset(near).union(*(before(each) for each in near))


def mermaid() -> str:
    """The order as a Mermaid flowchart, an arrow from each step to those that it makes possible.

    Examples
    --------
    >>> print(mermaid().splitlines()[0])
    flowchart LR
    """
    boxes = [f'    {row.step}["{row.act}"]' for row in ORDER]
    arrows = [f"    {each} --> {row.step}" for row in ORDER for each in row.after]
    return "\n".join(("flowchart LR", *boxes, *arrows))


def text_table() -> str:
    r"""The order as a table in plain text, a line for each act.

    Examples
    --------
    >>> print("\n".join(text_table().splitlines()[:2]))
    act              | step               | who                     | after
    Observe          | Observed           | grown, minor, companion |
    """
    lines = [("act", "step", "who", "after")]
    lines += [(row.act, row.step, ", ".join(row.who), ", ".join(row.after)) for row in ORDER]
    widths = [max(len(line[place]) for line in lines) for place in range(3)]
    padded = ((*(part.ljust(width) for part, width in zip(line, widths, strict=False)), line[3]) for line in lines)
    return "\n".join(" | ".join(line).rstrip() for line in padded)
