"""The rules of handing over: a complaint goes to the group that owns it, and the group answers in time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from deliberate.assembly.issues.acts import AnswerComplaint, ComplaintAct, HandComplaint, TakeTask
from deliberate.assembly.issues.bonding import no_group
from deliberate.assembly.issues.complaint import ESCALATED, REPLIES, WAITING
from deliberate.assembly.issues.gate import Aim, Ask
from deliberate.assembly.issues.listing import unlisted
from deliberate.assembly.issues.steps import ComplaintAnswered, ComplaintHandedTo, ComplaintStep, TaskTaken
from deliberate.assembly.reasons import Reason, refusal

# A complaint that waits, or that a group has taken on, is in good hands.
IN_HAND = {WAITING, "accept"}


def _handed(ask: Ask, issue: str) -> Iterator[Reason]:
    yield from unlisted(ask, issue)
    latest = ask.part.complaints.latest(issue)
    if latest and latest.state(ask.at) in IN_HAND:
        yield refusal("handed-already", issue=issue, group=latest.handed.group)


def _hand(ask: Ask, act: HandComplaint) -> Iterator[Reason]:
    yield from _handed(ask, act.issue)
    yield from no_group(ask, act.group)
    band = ask.part.gatherings.bands[act.group]
    if not band.leader:
        yield refusal("no-leader", group=act.group)
    tags = ask.part.listed.issues[act.issue].tags
    # As everywhere: what is about nothing in particular is nobody's own.
    if not tags or not band.scope.covers(tags):
        yield refusal("outside-charter", issue=act.issue, group=act.group, tags=tuple(sorted(band.formed.tags)))


def _hands(ask: Ask) -> Iterator[HandComplaint]:
    issues = ask.part.listed.issues
    led = [(name, band.formed.tags) for name, band in ask.part.gatherings.bands.items() if band.leader]
    free = (issue for issue in ask.part.listed.standing if not _in_hand(ask, issue)) if led else ()
    return (HandComplaint(issue, group) for issue in free for group, tags in led if issues[issue].tags <= tags)


def _in_hand(ask: Ask, issue: str) -> bool:
    complaints = ask.part.complaints
    if issue in complaints.unanswered:
        return complaints.handings[issue][-1].state(ask.at) == WAITING
    return issue in complaints.accepted


def _answer(ask: Ask, act: AnswerComplaint) -> Iterator[Reason]:
    latest = ask.part.complaints.latest(act.issue)
    state = latest.state(ask.at) if latest else ""
    if latest is None or state not in {WAITING, ESCALATED}:
        yield refusal("nothing-handed-over")
    elif state == ESCALATED:
        yield refusal("answer-late", issue=act.issue, until=latest.handed.answer_by)
    elif ask.part.gatherings.bands[latest.handed.group].leader != ask.by:
        yield refusal("not-the-leader", member=ask.by, group=latest.handed.group)


def _take(ask: Ask, act: TakeTask) -> Iterator[Reason]:
    latest = ask.part.complaints.latest(act.issue)
    if latest is None or latest.state(ask.at) != "accept":
        yield refusal("not-accepted", issue=act.issue)
    elif ask.by not in ask.part.gatherings.bands[latest.handed.group].members:
        yield refusal("not-in-the-group", member=ask.by, group=latest.handed.group)


def _answers(ask: Ask) -> Iterator[AnswerComplaint]:
    led = {name for name, band in ask.part.gatherings.bands.items() if band.leader == ask.by}
    return (AnswerComplaint(issue, "accept") for issue in _of(ask, ask.part.complaints.unanswered, led))


def _takes(ask: Ask) -> Iterator[TakeTask]:
    mine = {name for name, band in ask.part.gatherings.bands.items() if ask.by in band.members}
    return (TakeTask(issue, "-") for issue in _of(ask, ask.part.complaints.accepted, mine))


def _of(ask: Ask, issues: frozenset[str], groups: set[str]) -> Iterable[str]:
    handings = ask.part.complaints.handings
    return (issue for issue in issues if handings[issue][-1].handed.group in groups) if groups else ()


AIMS = {
    HandComplaint: Aim(_hands, _hand),
    AnswerComplaint: Aim(_answers, _answer),
    TakeTask: Aim(_takes, _take),
}


def faults(ask: Ask, act: ComplaintAct) -> Iterator[Reason]:
    """What stands against an act because of what it says."""
    match act:
        case AnswerComplaint(_, answer) if answer not in REPLIES:
            yield refusal("unknown-reply", answer=answer)
        case TakeTask(issue, task, asked_by):
            if task in ask.part.complaints.tasks.get(issue, ()):
                yield refusal("task-taken", task=task, member=ask.part.complaints.tasks[issue][task].by)
            if asked_by and asked_by not in ask.terms.roll:
                yield refusal("not-on-the-roll", member=asked_by)


def step(ask: Ask, act: ComplaintAct) -> ComplaintStep:
    """What happens where nothing stands against an act."""
    by, at = ask.by, ask.at
    match act:
        case HandComplaint(issue, group):
            return ComplaintHandedTo(issue, group, at + ask.terms.time_to_answer, by, at)
        case AnswerComplaint(issue, answer, reason):
            return ComplaintAnswered(issue, _group(ask, issue), answer, reason, by, at)
        case TakeTask(issue, task, asked_by):
            # Whoever asked themselves was asked by nobody.
            return TaskTaken(issue, task, "" if asked_by == by else asked_by, by, at)
    assert_never(act)


def _group(ask: Ask, issue: str) -> str:
    return ask.part.complaints.handings[issue][-1].handed.group
