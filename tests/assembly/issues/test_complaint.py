"""A complaint goes to the group that owns it, and from the end of its time on it has gone up by itself."""

from datetime import timedelta

import pytest

from deliberate.assembly.issues.acts import (
    AnswerComplaint,
    AnswerLead,
    AskToLead,
    FoundGroup,
    HandComplaint,
    ListIssue,
    MergeIssues,
    TakeTask,
)
from deliberate.assembly.issues.terms import IssueTerms
from deliberate.errors import InputError
from tests.assembly.issues.yard import ACCEPTED, DAY, HANDED, HE, LED, ROLL, played, refusals, stands

WAITS = stands(*LED, HANDED)
DUE = WAITS.complaints.latest("dogs").handed.answer_by


def state(part, at):
    return part.complaints.latest("dogs").state(at)


def test_the_time_for_an_answer_runs_from_the_handing():
    _, steps = played(*LED, HANDED, terms=IssueTerms(ROLL, answer_days=3))
    assert steps[-1].at + 3 * DAY == steps[-1].answer_by


def test_an_answer_takes_a_day_at_least():
    with pytest.raises(InputError):
        IssueTerms(ROLL, answer_days=0)


@pytest.mark.parametrize(
    ("late", "expected"), [(-7 * DAY, "waiting"), (timedelta(seconds=-1), "waiting"), (0 * DAY, "escalated")]
)
def test_at_the_end_of_its_time_a_complaint_has_gone_up(late, expected):
    assert expected == state(WAITS, DUE + late)


@pytest.mark.parametrize("reply", ["accept", "decline", "counter"])
def test_a_group_answers_in_time_and_the_answer_stays(reply):
    part = stands(("li", AnswerComplaint("dogs", reply, "our dogs")), part=WAITS, start=DUE - DAY)
    assert ["waiting", reply, reply] == [state(part, at) for at in (DUE - 2 * DAY, DUE - DAY, DUE + DAY)]


def test_an_answer_at_the_very_end_is_late_and_changes_nothing():
    acts = [("li", AnswerComplaint("dogs", "accept"))]
    assert ["answer-late"] == refusals(*acts, part=WAITS, start=DUE)
    assert [] == refusals(*acts, part=WAITS, start=DUE - timedelta(seconds=1))


@pytest.mark.parametrize("reply", ["decline", "counter", None])
def test_what_was_not_accepted_may_be_handed_over_again(reply):
    answered = stands(("li", AnswerComplaint("dogs", reply)), part=WAITS) if reply else WAITS
    again = stands(HANDED, part=answered, start=DUE)
    assert [reply or "escalated", "waiting"] == list(again.complaints.states(DUE))


@pytest.mark.parametrize(
    ("member", "act", "code"),
    [
        ("wang", HandComplaint("dogs", "squad"), "handed-already"),
        ("wang", HandComplaint("noise", "squad"), "unknown-issue"),
        ("wang", HandComplaint("lamps", "squad"), "outside-charter"),
        ("wang", HandComplaint("untagged", "squad"), "outside-charter"),
        ("wang", HandComplaint("mess", "band"), "unknown-group"),
        ("wang", HandComplaint("mess", "cats"), "no-leader"),
        ("wang", HandComplaint("droppings", "squad"), "merged-already"),
        ("ming", HandComplaint("mess", "squad"), "minors-advise"),
        ("wang", AnswerComplaint("dogs", "accept"), "not-the-leader"),
        ("li", AnswerComplaint("mess", "accept"), "nothing-handed-over"),
        ("li", AnswerComplaint("dogs", "perhaps"), "unknown-reply"),
        (HE, AnswerComplaint("dogs", "accept"), "companions-guide"),
        ("li", TakeTask("dogs", "bags"), "not-accepted"),
    ],
)
def test_what_breaks_a_rule_is_refused_by_its_code(member, act, code):
    more = [
        ("li", ListIssue("lamps", tags="light")),
        ("li", ListIssue("untagged")),
        ("li", ListIssue("mess", tags="pet")),
        ("li", ListIssue("droppings", tags="pet")),
        ("li", MergeIssues("mess", "droppings")),
        ("wang", FoundGroup("cats", "pet show", "-", "pet")),
    ]
    assert [code] == refusals((member, act), part=stands(*more, part=WAITS))


def test_an_answered_complaint_is_not_answered_again():
    assert ["nothing-handed-over"] == refusals(ACCEPTED, ("li", AnswerComplaint("dogs", "decline")), part=WAITS)


def test_a_companion_may_pass_a_complaint_on():
    assert [] == refusals(*LED, (HE, HandComplaint("dogs", "squad")))


def test_it_is_the_leader_of_the_group_that_was_asked_who_answers():
    cats = [
        ("wang", FoundGroup("cats", "pet show", "-", "pet")),
        ("wang", AskToLead("cats", "wang")),
        ("wang", AnswerLead("cats", "accept")),
    ]
    assert ["not-the-leader"] == refusals(*cats, ("wang", AnswerComplaint("dogs", "accept")), part=WAITS)


def test_work_is_taken_on_once_by_members_and_says_who_had_to_ask():
    part = stands(ACCEPTED, part=WAITS)
    acts = [("wang", TakeTask("dogs", "bags", asked_by="li")), ("li", TakeTask("dogs", "count", asked_by="li"))]
    taken = stands(*acts, part=part).complaints.tasks["dogs"]
    assert {"bags": "li", "count": ""} == {name: task.asked_by for name, task in taken.items()}
    refused = [
        ("li", TakeTask("dogs", "bags")),
        ("zhao", TakeTask("dogs", "sweep")),
        ("li", TakeTask("dogs", "sweep", "sun")),
    ]
    assert ["task-taken", "not-in-the-group", "not-on-the-roll"] == refusals(*acts, *refused, part=part)
