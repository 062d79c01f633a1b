"""The question divided: each part is debated, amended, put off and voted on by itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deliberate.assembly.motions import acts
from deliberate.assembly.motions.acts import MakeMotion, Voted
from deliberate.assembly.motions.parts import changes, rebased
from deliberate.assembly.motions.table import Motion
from tests.assembly.motions.room import CHAIR, Room

THREE = "Repair three lamps.\nBuy two bins.\nPaint the gate."
MORE = "Repair four lamps.\nBuy ten bins.\nPaint the gate.\nPlant a tree."
lines = st.lists(st.sampled_from("abcd"), max_size=5)


def divided(text=THREE):
    room = Room()
    room.main(text)
    room.moved(Motion.DIVIDE)
    room.vote(6, 3)
    return room


def amendment_divided(amendment=MORE):
    room = Room()
    room.main(THREE)
    room.moved(Motion.AMEND, amendment)
    room.moved(Motion.DIVIDE)
    room.vote(6, 3)
    return room


def test_one_part_of_three_is_amended_one_put_off_and_the_others_are_voted_on():
    room = divided()
    room.moved(Motion.AMEND, "Repair all lamps.")
    room.vote(6, 3)
    assert "Repair all lamps." == room.vote(6, 3).text
    bins = room.top().number
    room.moved(Motion.REFER, "The bin committee.")
    room.vote(6, 3)
    assert (("Paint the gate.",), [bins]) == (
        tuple(each.text for each in room.meeting.business.stack),
        list(room.meeting.business.parked),
    )
    room.vote(3, 6)
    room.ok(CHAIR, acts.TakeUp(bins))
    assert "Buy two bins." == room.vote(6, 3).text


@pytest.mark.parametrize("motion", [Motion.LAY, Motion.POSTPONE, Motion.INDEFINITE, Motion.WITHDRAW])
def test_what_is_applied_to_one_part_leaves_the_others(motion):
    room = divided()
    room.moved(motion)
    room.vote(6, 3)
    assert ("Paint the gate.", "Buy two bins.") == tuple(each.text for each in room.meeting.business.stack)


@pytest.mark.parametrize(
    ("votes", "text"),
    [
        ("yyy", MORE),
        ("ynn", "Repair four lamps.\nBuy two bins.\nPaint the gate."),
        ("nyn", "Repair three lamps.\nBuy ten bins.\nPaint the gate."),
        ("nny", THREE + "\nPlant a tree."),
        ("yny", "Repair four lamps.\nBuy two bins.\nPaint the gate.\nPlant a tree."),
        ("nnn", THREE),
    ],
)
def test_of_a_divided_amendment_the_parts_that_carry_change_the_text_and_the_others_do_not(votes, text):
    room = amendment_divided()
    for vote in votes:
        room.vote(6, 3) if vote == "y" else room.vote(3, 6)
    assert (Motion.MAIN,) == room.stack()
    assert text == room.vote(6, 3).text


def test_a_part_of_an_amendment_is_amended_itself():
    room = amendment_divided()
    room.moved(Motion.AMEND, "Repair five lamps.\nBuy two bins.\nPaint the gate.")
    for _ in range(4):
        room.vote(6, 3)
    assert MORE.replace("four", "five") == room.top().text


def test_a_part_of_an_amendment_is_reconsidered_with_the_others_as_they_were():
    room = amendment_divided()
    before = room.meeting.business.stack
    number = room.vote(6, 3).number
    room.moved(Motion.RECONSIDER, question=number, voted=Voted.YES)
    room.vote(6, 3)
    assert before == room.meeting.business.stack


@pytest.mark.parametrize(
    "amendment",
    [
        THREE.replace("three", "four"),
        THREE + "\nPlant a tree.\nWater it.",
        "Repair the lamps, buy the bins and paint the gate.",
    ],
)
def test_an_amendment_that_changes_one_place_is_not_divided(amendment):
    room = Room()
    room.main(THREE)
    room.moved(Motion.AMEND, amendment)
    assert Motion.DIVIDE not in room.in_order("li")
    room.floor("li")
    assert "not-divisible" == room.code("li", MakeMotion(Motion.DIVIDE))


def test_an_amendment_is_divided_also_when_debate_on_it_is_limited():
    room = Room()
    room.main(THREE)
    room.moved(Motion.AMEND, MORE)
    room.moved(Motion.LIMIT, minutes=1)
    room.vote(6, 3)
    room.moved(Motion.DIVIDE)
    room.vote(6, 3)
    assert [1, 1, 1] == [each.minutes for each in room.meeting.business.stack[1:]]


def test_what_is_no_motion_and_no_amendment_has_no_parts():
    room = divided()
    room.moved(Motion.REFER, "Two people.\nBy May.")
    room.floor("li")
    assert "not-divisible" == room.code("li", MakeMotion(Motion.DIVIDE))


def test_more_parts_than_anybody_votes_on_are_not_divided():
    room = Room()
    room.main("\n".join(f"Repair lamp {number}." for number in range(101)))
    assert Motion.DIVIDE not in room.in_order("li")
    room.moved(Motion.AMEND, "\n".join(f"Sell lamp {number}." for number in range(101)))
    assert Motion.DIVIDE not in room.in_order("li")
    room.moved(Motion.AMEND, "\n".join(f"{'Keep' if number else 'Sell'} lamp {number}." for number in range(101)))
    room.floor("li")
    assert Motion.DIVIDE in room.in_order("li")


def test_lines_that_moved_are_few_changes_and_the_rest_stands():
    before, after = "a\nb\nc\nd\ne", "b\nc\nx\na\nd\ne"
    assert [(0, 1, ()), (3, 3, ("x", "a"))] == [(each.start, each.stop, each.lines) for each in changes(before, after)]


@given(lines, lines)
def test_all_changes_together_make_the_new_text(before, after):
    text = list(before)
    for change in reversed(changes("\n".join(before), "\n".join(after))):
        text[change.start : change.stop] = change.lines
    assert after == text


@given(lines, lines, lines)
def test_two_parts_that_meet_nowhere_may_come_in_any_order(base, one, other):
    base, one, other = map("\n".join, (base, one, other))
    apart = not any(here.meets(there) for here in changes(base, one) for there in changes(base, other))
    if apart:
        assert rebased(base, one, other) == rebased(base, other, one)
    assert one == rebased(base, one, base)
    assert one == rebased(base, one, one)
