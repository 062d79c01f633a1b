"""The list: who raised what, what stands for what, and where every voice came from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deliberate.assembly.agenda import Agenda
from deliberate.assembly.confer import confer
from deliberate.assembly.issues.acts import ListIssue, MergeIssues, Observe, ShareIssue, UnmergeIssue
from deliberate.assembly.moves import Move, RaiseIssue
from deliberate.assembly.procedures.rounds import Rounds
from tests.assembly.issues.yard import ADULTS, CHILDREN, HE, NOON, played, refusals, stands

DOGS, MESS, LAMPS = (
    ("li", ListIssue("dogs", channel="visit")),
    ("wang", ListIssue("mess", channel="letter")),
    ("zhao", ListIssue("lamps")),
)
BOTH = (DOGS, MESS, ("ming", ShareIssue("mess", "meeting")), ("ming", ShareIssue("dogs")))


@pytest.mark.parametrize("member", [*ADULTS, *CHILDREN, HE])
def test_everybody_on_the_roll_may_see_and_raise(member):
    assert [] == refusals((member, Observe("gate", "rubbish")), (member, ListIssue("gate")))


def test_observations_are_numbered_and_an_issue_says_on_which_it_rests():
    part = stands(("ming", Observe("gate", "rubbish")), ("hua", Observe("yard", "droppings", "album 7")))
    assert [1, 2] == [each.number for each in part.listed.observations]
    assert [] == refusals(("li", ListIssue("mess", seen=(1, 2))), part=part)
    assert ["unknown-observation"] == refusals(("li", ListIssue("mess", seen=(2, 3))), part=part)


def test_whoever_raises_an_issue_again_raises_it_as_well_once():
    acts = (DOGS, ("wang", ListIssue("dogs")), ("wang", ShareIssue("dogs")), ("wang", ShareIssue("dogs")))
    assert ["issue-listed", "raised-already"] == refusals(*acts)
    assert ("li", "wang") == stands(*acts).listed.raisers("dogs")


def test_a_merged_issue_brings_its_raisers_with_it_and_each_keeps_where_it_came_from():
    listed = stands(*BOTH, ("he", MergeIssues("dogs", "mess"))).listed
    assert ["dogs"] == list(listed.standing)
    assert ("li", "ming", "wang") == listed.raisers("dogs")
    came = [(raising.member, raising.issue, raising.channel) for raising in listed.raised("dogs")]
    assert [("li", "dogs", "visit"), ("ming", "dogs", "online"), ("wang", "mess", "letter")] == came[:3]
    assert [("ming", "mess", "meeting")] == came[3:]


def test_unmerging_gives_every_voice_back_to_where_it_came_from():
    merged = stands(*BOTH, ("he", MergeIssues("dogs", "mess")), ("zhao", ShareIssue("dogs")))
    listed = stands(("li", UnmergeIssue("mess")), part=merged).listed
    assert ("wang", "ming") == listed.raisers("mess")
    assert ("li", "ming", "zhao") == listed.raisers("dogs")
    assert ["dogs", "mess"] == list(listed.standing)


def test_unmerging_tells_what_stood_for_it():
    _, steps = played(DOGS, MESS, ("li", MergeIssues("dogs", "mess")), ("li", UnmergeIssue("mess")))
    assert ("dogs", "mess") == (steps[-1].into, steps[-1].merged)


def test_what_was_merged_into_a_merged_issue_goes_with_it_and_comes_back_with_it():
    chain = (DOGS, MESS, LAMPS, ("li", MergeIssues("mess", "lamps")), ("li", MergeIssues("dogs", "mess")))
    listed = stands(*chain).listed
    assert ("dogs", "mess", "lamps") == listed.stands_for("dogs")
    assert "dogs" == listed.root("lamps")
    apart = stands(*chain, ("li", UnmergeIssue("mess"))).listed
    assert ("mess", "lamps") == apart.stands_for("mess")


@pytest.mark.parametrize(
    ("act", "code"),
    [
        (MergeIssues("dogs", "dogs"), "merge-loop"),
        (MergeIssues("mess", "dogs"), "merge-loop"),
        (MergeIssues("lamps", "mess"), "merged-already"),
        (MergeIssues("mess", "lamps"), "merged-already"),
        (MergeIssues("dogs", "noise"), "unknown-issue"),
        (MergeIssues("noise", "dogs"), "unknown-issue"),
        (UnmergeIssue("lamps"), "not-merged"),
        (UnmergeIssue("noise"), "unknown-issue"),
        (ShareIssue("mess"), "merged-already"),
        (ShareIssue("noise"), "unknown-issue"),
    ],
)
def test_what_cannot_be_merged_parted_or_shared_is_refused(act, code):
    part = stands(DOGS, MESS, LAMPS, ("he", MergeIssues("dogs", "mess")))
    assert [code] == refusals(("chen", act), part=part)


@given(st.lists(st.tuples(st.sampled_from("mu"), st.sampled_from("abcd"), st.sampled_from("abcd")), max_size=12))
def test_mergers_never_loop_and_lose_nobody(moves):
    acts = [("li", ListIssue(issue)) for issue in "abcd"] + [("wang", ShareIssue("b")), ("ming", ShareIssue("d"))]
    acts += [("li", MergeIssues(one, other) if what == "m" else UnmergeIssue(one)) for what, one, other in moves]
    listed = stands(*acts).listed
    together = [issue for root in listed.standing for issue in listed.stands_for(root)]
    assert ["a", "b", "c", "d"] == sorted(together)
    assert 6 == sum(len(listed.raised(root)) for root in listed.standing)


def test_the_matters_issue_is_chosen_from_the_list():
    listed = stands(("li", ListIssue("dogs", "Droppings.", {"pet"}, "yard", "letter"))).listed
    act = listed.for_matter("dogs")
    assert RaiseIssue("dogs", "Droppings.", frozenset({"pet"}), "letter") == act
    assert "dogs" == confer(Agenda(), Rounds(), [Move("li", NOON, act)]).issue


def test_two_ways_to_write_a_letter_are_one_issue():
    acts = [("li", ListIssue("caf\u00e9")), ("wang", ShareIssue("cafe\u0301"))]
    assert ("li", "wang") == stands(*acts).listed.raisers("caf\u00e9")
