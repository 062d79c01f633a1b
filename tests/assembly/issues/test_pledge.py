"""Pledges: kept, broken or open at a moment; and which adults followed a child's."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deliberate.assembly.issues.activation import Activation, activation
from deliberate.assembly.issues.acts import BreakPledge, HoldGathering, KeepPledge, LinkParent, MakePledge, Observe
from deliberate.assembly.issues.part import Issues
from deliberate.assembly.issues.pledge import PledgeFigures
from tests.assembly.issues.yard import ADULTS, DAY, HE, NOON, refusals, stands

UNTIL = NOON + 21 * DAY


def pledge(act="pick up rubbish"):
    return MakePledge(act, UNTIL)


def link(child, parent):
    return (child, LinkParent(child, parent))


def figures(part, at):
    each = part.pledges.figures(at)
    return (each.kept, each.broken, each.open, each.rate)


def test_a_pledge_is_open_until_it_is_reported_and_no_date_settles_it():
    part = stands(("ming", pledge()))
    late = stands(("ming", KeepPledge(1)), part=part, start=UNTIL + DAY)
    assert ["open", "open", "kept"] == [late.pledges.pledge(1).state(at) for at in (NOON, UNTIL, UNTIL + DAY)]


def test_the_figures_at_a_moment_leave_the_open_ones_out_of_the_base():
    part = stands(*((member, pledge()) for member in ("ming", "hua", "li", "wang")))
    part = stands(("ming", KeepPledge(1)), ("li", BreakPledge(3)), ("hua", KeepPledge(2)), part=part, start=UNTIL)
    assert (0, 0, 4, None) == figures(part, UNTIL - DAY)
    assert (2, 1, 1, Fraction(2, 3)) == figures(part, UNTIL + DAY)
    assert (0, 0, 0, None) == figures(part, NOON - DAY)


def test_a_witness_may_report_and_is_told_apart():
    part = stands(("ming", pledge()), ("hua", pledge()), (HE, KeepPledge(1)), ("hua", KeepPledge(2)))
    assert [True, False] == [each.witnessed for each in part.pledges]


@pytest.mark.parametrize(
    ("member", "act", "code"),
    [
        ("ming", KeepPledge(1), "pledge-settled"),
        ("ming", BreakPledge(1), "pledge-settled"),
        ("ming", KeepPledge(0), "unknown-pledge"),
        ("ming", KeepPledge(3), "unknown-pledge"),
        ("ming", KeepPledge(-1), "unknown-pledge"),
        (HE, pledge(), "companions-guide"),
        ("ming", pledge(" "), "says-nothing"),
        ("ming", MakePledge("now", NOON), "until-passed"),
        ("ming", LinkParent("ming", "sun"), "not-on-the-roll"),
        ("li", LinkParent("wang", "li"), "not-a-minor"),
        ("ming", LinkParent("ming", "hua"), "not-grown"),
        ("ming", LinkParent("ming", HE), "not-grown"),
        ("wang", LinkParent("ming", "li"), "not-your-family"),
        ("li", LinkParent("ming", "li"), "linked-already"),
    ],
)
def test_what_breaks_a_rule_is_refused_by_its_code(member, act, code):
    part = stands(("ming", pledge()), ("hua", pledge()), ("ming", KeepPledge(1)), link("ming", "li"))
    assert [code] == refusals((member, act), part=part)


def test_a_parent_who_did_nothing_before_the_childs_pledge_and_something_after_it_is_activated():
    acts = [("wang", Observe("yard", "rubbish")), link("ming", "li"), link("ming", "wang"), link("hua", "zhao")]
    before = stands(*acts, ("ming", pledge()), ("hua", pledge()))
    assert Activation(("ming", "hua"), ()) == activation(before)
    after = stands(("li", pledge()), ("wang", pledge()), part=before)
    moved = activation(after)
    assert (("ming", "hua"), ("li",), Fraction(1, 2)) == (moved.children, moved.parents, moved.per_child)


def test_a_parent_of_two_children_counts_once_and_may_be_linked_afterwards():
    acts = [("ming", pledge()), ("li", pledge()), ("hua", pledge()), link("hua", "li"), link("ming", "li")]
    assert ("li",) == activation(stands(*acts)).parents


def test_coming_to_a_gathering_is_doing_something():
    acts = [link("ming", "li"), link("hua", "wang"), (HE, HoldGathering("walk", ("li",))), ("ming", pledge())]
    part = stands(*acts, ("hua", pledge()), (HE, HoldGathering("tea", ("li", "wang"))))
    assert ("wang",) == activation(part).parents


def test_a_grown_ups_pledge_activates_nobody():
    part = stands(("zhao", pledge()), link("ming", "li"), ("li", pledge()))
    assert (Activation((), ()), None) == (activation(part), activation(part).per_child)


@given(st.lists(st.tuples(st.sampled_from((*ADULTS, "ming", "hua")), st.sampled_from("psl")), max_size=12))
def test_activation_is_what_reading_the_whole_story_says(moves):
    families = {"li": {"ming"}, "wang": {"ming", "hua"}, "zhao": {"hua"}, "chen": set()}
    acts = [link(child, parent) for parent, children in families.items() for child in sorted(children)]
    acts += [(by, pledge() if what == "p" else Observe("yard", "rubbish")) for by, what in moves]
    # The links are the children's own doing, so only the adults' first deeds matter.
    expected = set()
    for parent, children in families.items():
        first = next((place for place, (by, _) in enumerate(moves) if by == parent), None)
        pledged = [place for place, (by, what) in enumerate(moves) if by in children and what == "p"]
        if first is not None and any(place < first for place in pledged):
            expected.add(parent)
    moved = activation(stands(*acts))
    assert expected == set(moved.parents)
    assert {by for by, what in moves if what == "p" and by in {"ming", "hua"}} == set(moved.children)


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("en", ("6 children pledged; 3 parents became active after that, 0.5 per child.", "5 kept, 1 broken, 0 open")),
        ("zh", ("6 个孩子作了承诺，之后有 3 位家长参与进来，平均每个孩子 0.5 位。", "做到的占 5/6")),
    ],
)
def test_the_figures_are_told(lang, told):
    moved = Activation(tuple("abcdef"), tuple("xyz")).explain(lang)
    assert told[0] in moved
    assert told[1] in PledgeFigures(5, 1, 0).explain(lang)
    assert "None" not in Activation((), ()).explain(lang) + PledgeFigures(0, 0, 1).explain(lang)


def test_before_any_pledge_there_is_no_rate():
    assert (0, 0, 0, None) == figures(Issues(), NOON)
