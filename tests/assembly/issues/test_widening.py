"""Widening out: from one point of entry to groups, from groups to complaints answered, in figures."""

from fractions import Fraction

import pytest

from deliberate.assembly.issues.acts import AnswerComplaint, HandComplaint, HoldGathering, ListIssue, TakeTask
from deliberate.assembly.issues.part import Issues
from deliberate.assembly.issues.widening import Widening, widening
from deliberate.records.convert import from_dict, to_dict
from tests.assembly.issues.yard import ACCEPTED, DAY, HANDED, HE, LED, NOON, stands

MORE = [("li", ListIssue(issue, tags="pet")) for issue in ("a", "b", "c", "d")]
HANDINGS = [("li", HandComplaint(issue, "squad")) for issue in ("a", "b", "c", "d")]
ANSWERS = [("li", AnswerComplaint("a", "decline")), ("li", AnswerComplaint("b", "counter"))]
TASKS = [
    ("li", TakeTask("dogs", "bags")),
    ("wang", TakeTask("dogs", "count", asked_by="li")),
    ("wang", TakeTask("dogs", "walk")),
]
PART = stands(*LED, HANDED, ACCEPTED, *MORE, *HANDINGS, *ANSWERS, *TASKS, (HE, HoldGathering("tea", ("li", "zhao"))))


def test_the_figures_of_the_whole_way():
    expected = Widening(
        gatherings=2, attendees=4, joined=2, groups=1, led=1, handed=5, accepted=1, declined=1, countered=1,
        escalated=0, waiting=2, tasks=3, volunteered=2,
    )  # fmt: skip
    assert expected == widening(PART, PART.last)


def test_the_shares_are_exact():
    figures = widening(PART, PART.last)
    shares = (figures.conversion, figures.acceptance, figures.self_assigned)
    assert (Fraction(1, 2), Fraction(1, 5), Fraction(2, 3)) == shares


def test_what_waited_too_long_has_gone_up_without_any_step():
    later = widening(PART, PART.last + 8 * DAY)
    assert (1, 1, 1, 2, 0) == (later.accepted, later.declined, later.countered, later.escalated, later.waiting)


def test_every_handing_is_in_exactly_one_figure():
    for days in range(10):
        each = widening(PART, PART.last + days * DAY)
        assert 5 == each.handed == each.accepted + each.declined + each.countered + each.escalated + each.waiting


def test_before_anything_there_are_no_shares():
    nothing = widening(Issues(), NOON)
    assert Widening() == nothing
    assert [None] * 3 == [nothing.conversion, nothing.acceptance, nothing.self_assigned]


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("en", ["2 gatherings, 4 people came, 2 joined a group (0.5 of them)", "5 complaints", "3 tasks taken on, 2"]),
        ("zh", ["来了 4 人，其中 2 人加入小组（占 0.5）", "交办 5 件", "认领任务 3 项，其中主动认领 2 项（占 2/3）"]),
    ],
)
def test_the_figures_are_told(lang, told):
    text = widening(PART, PART.last).explain(lang)
    assert [] == [part for part in told if part not in text]


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_shares_that_are_not_there_are_not_told(lang):
    text = Widening().explain(lang)
    assert 3 == len(text.splitlines())
    assert not {"None", "(", "（"} & set(text)


def test_the_figures_survive_json():
    assert widening(PART, NOON) == from_dict(to_dict(widening(PART, NOON)))
