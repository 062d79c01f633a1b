"""The order as a table, walked pair by pair, and drawn."""

from itertools import pairwise, product
from typing import get_args

import pytest

from deliberate.assembly.issues.acts import (
    Advise,
    ApproveEnvelope,
    AskToLead,
    BeginAttempt,
    BreakPledge,
    EndAttempt,
    IssueAct,
    KeepPledge,
    LinkParent,
    ListIssue,
    MakePledge,
    MergeIssues,
    Observe,
    OpenAdvisoryPoll,
    SetGoal,
    ShareIssue,
    TakeTask,
    UnmergeIssue,
)
from deliberate.assembly.issues.goal import Envelope
from deliberate.assembly.issues.order import BY_ACT, ORDER, before, mermaid, text_table
from deliberate.assembly.issues.rules import legal
from deliberate.assembly.issues.steps import IssueStep
from deliberate.assembly.issues.terms import Role
from deliberate.assembly.steps import MoveRefused
from deliberate.words import term
from tests.assembly.issues.yard import (
    ACCEPTED,
    AGREED,
    CHILDREN,
    DAY,
    FOUNDED,
    HANDED,
    HE,
    HELD,
    JOINED,
    LISTED,
    NOON,
    TERMS,
    played,
)

# For every act somebody who does it, in an order in which nothing is refused; no act leans on one that it need not.
STORY = [
    ("ming", Observe("yard", "droppings")),
    LISTED,
    ("wang", ListIssue("mess", tags="yard")),
    ("ming", ShareIssue("dogs")),
    ("he", MergeIssues("dogs", "mess")),
    ("he", UnmergeIssue("mess")),
    HELD,
    FOUNDED,
    JOINED,
    ("li", AskToLead("squad", "li")),
    AGREED,
    HANDED,
    ACCEPTED,
    ("li", TakeTask("dogs", "bags")),
    ("ming", MakePledge("pick up", NOON + DAY)),
    ("hua", MakePledge("pick up", NOON + DAY)),
    ("ming", KeepPledge(1)),
    ("li", BreakPledge(2)),
    ("ming", LinkParent("ming", "li")),
    ("hua", OpenAdvisoryPoll("bags", "Where?", ("gate", "slide"), NOON + DAY)),
    ("ming", Advise("bags", "gate")),
    ("li", SetGoal("clean", "", Envelope(), "decision 7")),
    ("li", ApproveEnvelope("clean", Envelope(100), "decision 8")),
    ("li", BeginAttempt("clean", "patrol")),
    ("li", EndAttempt("clean", "not-met")),
]
STEPS = [row.step for row in ORDER]


def name(act):
    return type(act).__name__


def test_the_table_has_every_act_and_every_step_once():
    assert [each.__name__ for each in get_args(IssueAct)] == [row.act for row in ORDER]
    assert {each.__name__ for each in get_args(IssueStep)} == set(STEPS)
    assert len(ORDER) == len(set(STEPS)) == len(BY_ACT)


def test_every_act_leads_to_the_step_of_its_row():
    _, steps = played(*STORY)
    assert [BY_ACT[name(act)].step for _, act in STORY] == [type(step).__name__ for step in steps]
    assert set(STEPS) == {type(step).__name__ for step in steps}


@pytest.mark.parametrize(("first", "then"), list(product(ORDER, ORDER)), ids=lambda row: row.act)
def test_without_the_first_the_other_is_possible_only_where_the_table_says_so(first, then):
    """The story is played without one act: what the table puts after it falls away, and nothing else does."""
    _, steps = played(*((by, act) for by, act in STORY if name(act) != first.act))
    done = {type(step).__name__ for step in steps}
    needs = first is then or first.step in before(then.step)
    assert needs != (then.step in done)


@pytest.mark.parametrize("row", ORDER, ids=lambda row: row.act)
def test_an_act_is_legal_as_soon_as_what_the_table_asks_for_is_there_and_not_before(row):
    place = next(place for place, (_, act) in enumerate(STORY) if name(act) == row.act)
    by = STORY[place][0]
    ready, _ = played(*STORY[:place])
    assert row.act in legal(ready, by, NOON + DAY / 2, TERMS)
    bare, _ = played()
    assert (not row.after) == (row.act in legal(bare, by, NOON, TERMS))


@pytest.mark.parametrize("row", ORDER, ids=lambda row: row.act)
def test_the_table_says_as_what_one_may_act(row):
    place = next(place for place, (_, act) in enumerate(STORY) if name(act) == row.act)
    ready, _ = played(*STORY[:place])
    for role, member in ((Role.MINOR, CHILDREN[0]), (Role.COMPANION, HE)):
        [step] = played((member, STORY[place][1]), part=ready)[1]
        code = step.code if isinstance(step, MoveRefused) else ""
        barred = {Role.MINOR: "minors-advise", Role.COMPANION: "companions-guide"}[role]
        assert (role not in row.who) == (code == barred)


def test_the_near_order_of_the_source_holds():
    way = ["GatheringHeld", "GroupFormed", "LeaderAsked", "LeadAnswered", "ComplaintHandedTo", "ComplaintAnswered"]
    for early, late in pairwise(way):
        assert early in before(late)
        assert late not in before(early)


@pytest.mark.parametrize(
    ("lang", "box"), [("en", '    FoundGroup["found a group"]'), ("zh", '    FoundGroup["成立小组"]')]
)
def test_the_drawing_has_a_box_for_each_act_and_an_arrow_for_each_need(lang, box):
    lines = mermaid(lang).splitlines()
    assert "flowchart LR" == lines[0]
    assert box in lines
    assert "    HoldGathering --> FoundGroup" in lines
    assert len(lines) == 1 + len(ORDER) + sum(len(row.after) for row in ORDER)


def test_the_text_table_has_a_line_for_each_act():
    lines = text_table().splitlines()
    assert len(lines) == 1 + len(ORDER)
    told = [part.strip() for part in lines[1 + [row.act for row in ORDER].index("HandComplaint")].split("|")]
    assert [term(f"act.{act}", "en") for act in ("HandComplaint",)] == told[:1]
    assert "an adult, a companion" == told[1]
    assert term("act.ListIssue", "en") in told[2]
