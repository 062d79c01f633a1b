"""The rules of the list: who may see, list, share, merge and part what."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, pairwise
from typing import assert_never

from deliberate.assembly.issues.acts import ListAct, ListIssue, MergeIssues, Observe, ShareIssue, UnmergeIssue
from deliberate.assembly.issues.gate import Aim, Ask
from deliberate.assembly.issues.steps import (
    IssueListed,
    IssueShared,
    IssuesMerged,
    IssueUnmerged,
    ListStep,
    Observed,
)
from deliberate.assembly.reasons import Reason, refusal


def unlisted(ask: Ask, issue: str) -> Iterator[Reason]:
    """What stands against an issue that is not on the list, or for which another one stands."""
    listed = ask.part.listed
    if issue not in listed.issues:
        yield refusal("unknown-issue", issue=issue)
    elif issue in listed.merged:
        yield refusal("merged-already", issue=issue, into=listed.merged[issue])


def _share(ask: Ask, act: ShareIssue) -> Iterator[Reason]:
    yield from unlisted(ask, act.issue)
    if ask.part.listed.has_raised(ask.by, act.issue):
        yield refusal("raised-already", issue=act.issue)


def _merge(ask: Ask, act: MergeIssues) -> Iterator[Reason]:
    listed = ask.part.listed
    for issue in (act.into, act.merged):
        if issue not in listed.issues:
            yield refusal("unknown-issue", issue=issue)
    if listed.root(act.into) == act.merged:
        yield refusal("merge-loop", into=act.into, merged=act.merged)
    yield from unlisted(ask, act.into)
    yield from unlisted(ask, act.merged)


def _unmerge(ask: Ask, act: UnmergeIssue) -> Iterator[Reason]:
    if act.merged not in ask.part.listed.issues:
        yield refusal("unknown-issue", issue=act.merged)
    if act.merged not in ask.part.listed.merged:
        yield refusal("not-merged", issue=act.merged)


def _shares(ask: Ask) -> Iterator[ShareIssue]:
    listed = ask.part.listed
    return (ShareIssue(issue) for issue in listed.standing if not listed.has_raised(ask.by, issue))


def _mergers(ask: Ask) -> Iterator[MergeIssues]:
    return (MergeIssues(one, other) for one, other in pairwise(islice(ask.part.listed.standing, 2)))


AIMS = {
    ShareIssue: Aim(_shares, _share),
    MergeIssues: Aim(_mergers, _merge),
    UnmergeIssue: Aim(lambda ask: map(UnmergeIssue, ask.part.listed.merged), _unmerge),
}


def faults(ask: Ask, act: ListAct) -> Iterator[Reason]:
    """What stands against an act because of what it says."""
    match act:
        case Observe(place, behaviour):
            if not behaviour.strip():
                yield refusal("says-nothing")
            yield from _persons(ask, place, behaviour)
        case ListIssue(issue, text):
            if issue in ask.part.listed.issues:
                yield refusal("issue-listed", issue=issue)
            yield from _persons(ask, issue, text, act.place)
            known = range(1, len(ask.part.listed.observations) + 1)
            for number in act.seen:
                if number not in known:
                    yield refusal("unknown-observation", number=number)


def _persons(ask: Ask, *texts: str) -> Iterator[Reason]:
    # The name that was found is not repeated: refusals stay on record, too.
    if any(map(ask.terms.name_check.finds, texts)):
        yield refusal("about-a-person")


def step(ask: Ask, act: ListAct) -> ListStep:
    """What happens where nothing stands against an act."""
    by, at = ask.by, ask.at
    match act:
        case Observe():
            number = len(ask.part.listed.observations) + 1
            return Observed(number, act.place, act.behaviour, act.photo, act.channel, by, at)
        case ListIssue():
            return IssueListed(act.issue, act.text, act.tags, act.place, act.channel, act.photo, act.seen, by, at)
        case ShareIssue():
            return IssueShared(act.issue, act.channel, by, at)
        case MergeIssues():
            return IssuesMerged(act.into, act.merged, by, at)
        case UnmergeIssue():
            return IssueUnmerged(ask.part.listed.merged[act.merged], act.merged, by, at)
    assert_never(act)
