"""What may follow what, and who may do it: the order of the area as a table."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from deliberate.assembly.issues.terms import Role
from deliberate.words import show, term
from deliberate.words.columns import in_columns

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


def mermaid(lang: str = "en") -> str:
    """The order as a Mermaid flowchart, an arrow from each act to those that it makes possible.

    Examples
    --------
    >>> print(mermaid().splitlines()[0])
    flowchart LR
    """
    boxes = [f'    {row.act}["{term(f"act.{row.act}", lang)}"]' for row in ORDER]
    arrows = [f"    {BY_STEP[each].act} --> {row.act}" for row in ORDER for each in row.after]
    return "\n".join(("flowchart LR", *boxes, *arrows))


def text_table(lang: str = "en") -> str:
    r"""The order as a table in plain text, a line for each act.

    Examples
    --------
    >>> print("\n".join(text_table().splitlines()[:2]))
    what                        | who                            | after
    say what was seen           | an adult, a minor, a companion |
    """
    head = tuple(term(f"order.{column}", lang) for column in ("act", "by", "after"))
    return "\n".join(in_columns([head, *(_line(row, lang) for row in ORDER)]))


def _line(row: Row, lang: str) -> tuple[str, ...]:
    who = tuple(term(f"role.{role}", lang) for role in row.who)
    after = tuple(term(f"act.{BY_STEP[each].act}", lang) for each in row.after)
    return term(f"act.{row.act}", lang), show(who, lang), show(after, lang)
