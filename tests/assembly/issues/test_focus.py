"""The focal issue: every factor shown, exact, ties told, nothing invented."""

from fractions import Fraction

import pytest

from deliberate.assembly.issues.acts import ListIssue, MergeIssues, ShareIssue
from deliberate.assembly.issues.focus import Focus, FocusScore, focus
from deliberate.assembly.issues.part import Issues
from deliberate.assembly.issues.terms import IssueTerms
from deliberate.community.group import Group, Scope
from deliberate.community.party import Member, Standing
from deliberate.community.roll import Roll, RollLine
from deliberate.errors import InputError
from deliberate.records.convert import from_dict, to_dict
from tests.assembly.issues.yard import ROLL, stands

DOG, LIGHT, PARKING = (
    FocusScore("dog", 62, 420, 4, 5, ".8"),
    FocusScore("light", 40, 420, 3, 5, ".9"),
    FocusScore("parking", 90, 420, 2, 5, ".3"),
)


def groups(**members):
    return [Group(name, "-", Scope(), tuple(each)) for name, each in members.items()]


def test_the_worked_example_of_three_issues_puts_the_loudest_last():
    found = Focus.of([PARKING, LIGHT, DOG])
    assert (("dog",), ("light",), ("parking",)) == found.ranking
    assert [Fraction(248, 2625), Fraction(9, 175), Fraction(9, 350)] == [each.score for each in found.scores]
    rounded = [round(each.score * 10_000) for each in found.scores]
    assert [945, 514, 257] == rounded


def test_the_worked_example_comes_out_of_a_list_and_a_roll():
    members = [f"m{n}" for n in range(420)]
    roll = Roll.of(dict.fromkeys(members, (1,)))
    raisers = {"dog": members[:62], "light": members[300:340], "parking": members[200:290]}
    acts = [(each[0], ListIssue(issue)) for issue, each in raisers.items()]
    acts += [(member, ShareIssue(issue)) for issue, each in raisers.items() for member in each[1:]]
    part = stands(*acts, terms=IssueTerms(roll))
    five = groups(
        a=[*members[:10], members[300], members[200]],
        b=[*members[10:20], members[301], members[201]],
        c=[members[20], members[302]],
        d=[members[30]],
        e=[members[419]],
    )
    found = focus(part.listed, roll, five, {"dog": ".8", "light": ".9", "parking": ".3"})
    assert (DOG, LIGHT, PARKING) == found.scores


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("en", ["62 of 420", "4 of 5 groups", "0.8", "about 0.0945"]),
        ("zh", ["420 人中 62 人", "5 个群体中涉及 4 个", "0.8", "约 0.0945"]),
    ],
)
def test_a_score_shows_every_factor(lang, told):
    sentence = DOG.explain(lang)
    assert [] == [part for part in told if part not in sentence]


def test_the_factors_multiply_to_the_score():
    assert (Fraction(31, 210), Fraction(4, 5), Fraction(4, 5)) == (DOG.salience, DOG.reach, DOG.chance)
    assert DOG.salience * DOG.reach * DOG.chance == DOG.score


@pytest.mark.parametrize(("lang", "told"), [("en", "No score tells these apart: a, b."), ("zh", "a、b得分相同")])
def test_ties_are_told_and_stand_in_the_order_of_the_list(lang, told):
    level = Focus.of([FocusScore(name, 5, 10, 1, 2, 1) for name in "ab"] + [FocusScore("c", 1, 10, 1, 2, 1)])
    assert (("a", "b"), ("c",)) == level.ranking
    assert (("a", "b"),) == level.ties
    assert told in level.explain(lang)


def test_what_is_not_known_is_never_invented():
    empty_roll, no_group, unsaid = (
        FocusScore("a", 0, 0, 0, 5, 1),
        FocusScore("b", 1, 5, 0, 0, 1),
        FocusScore("c", 1, 5, 1, 5),
    )
    assert [None] * 3 == [each.score for each in (empty_roll, no_group, unsaid)]
    found = Focus.of([empty_roll, DOG, no_group, unsaid])
    assert ((DOG,), (empty_roll, no_group, unsaid)) == (found.scores, found.unscored)
    assert "no score" in unsaid.explain("en")
    assert "不给分" in unsaid.explain("zh")


@pytest.mark.parametrize("chance", ["1.1", -1, 0.5, "many"])
def test_a_chance_is_exact_and_from_0_to_1(chance):
    with pytest.raises(InputError):
        FocusScore("a", 1, 2, 1, 2, chance)


def test_a_companion_is_heard_but_weighs_nothing():
    acts = [("he", ListIssue("lamps")), ("ming", ShareIssue("lamps"))]
    found = focus(stands(*acts).listed, ROLL, groups(all=["he", "ming"], helpers=["he"]), {"lamps": 1})
    assert (FocusScore("lamps", 1, 6, 1, 2, 1),) == found.scores


def test_a_merged_issue_counts_each_raiser_once_and_stands_no_more():
    acts = [("li", ListIssue("a")), ("wang", ListIssue("b")), ("li", ShareIssue("b")), ("li", MergeIssues("a", "b"))]
    found = focus(stands(*acts).listed, ROLL, groups(one=["wang"], two=["zhao"]), {"a": "1/2", "b": 1})
    assert (FocusScore("a", 2, 6, 1, 2, "1/2"),) == found.scores


def test_an_empty_list_has_no_focus():
    roll = Roll(("head",), (RollLine(Member("he", Standing.COMPANION), (1,)),))
    assert Focus(()) == focus(Issues().listed, roll, [], {})


def test_a_focus_survives_json():
    found = Focus.of([DOG, FocusScore("c", 1, 5, 1, 5)])
    assert found == from_dict(to_dict(found))
