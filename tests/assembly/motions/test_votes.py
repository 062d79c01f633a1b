"""What carries: exact figures, and the packs that say the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deliberate.assembly.motions.steps import QuestionCarried, QuestionLost
from deliberate.assembly.motions.table import Electorate, Motion, Vote, carried
from deliberate.requirement.packs import requirement
from deliberate.requirement.statuses import Status
from tests.assembly.motions.room import MEMBERS, Room

FORTY = (*MEMBERS, *(f"member {number}" for number in range(30)))
COUNTS = st.integers(0, 40)


@pytest.mark.parametrize(("yes", "no", "kind"), [(20, 10, QuestionCarried), (19, 10, QuestionLost)])
def test_oracle_16_the_previous_question_needs_twice_as_many_yes_as_no(yes, no, kind):
    room = Room(members=FORTY, present=FORTY)
    room.main()
    room.moved(Motion.PREVIOUS)
    assert kind is type(room.vote(yes, no))


@pytest.mark.parametrize(("yes", "no", "stands"), [(10, 10, True), (10, 11, False), (0, 0, True)])
def test_oracle_16_on_an_appeal_a_tie_sustains_the_chair(yes, no, stands):
    assert stands is carried(Vote.MAJORITY_AGAINST, yes, no)


@pytest.mark.parametrize(("yes", "no", "considered"), [(10, 20, False), (10, 19, True), (0, 1, False), (0, 0, True)])
def test_an_objection_needs_two_thirds_against_consideration(yes, no, considered):
    assert considered is carried(Vote.TWO_THIRDS_AGAINST, yes, no)


@pytest.mark.parametrize(
    ("yes", "no", "electorate", "result"),
    [
        (20, 10, Electorate(100), True),
        (19, 10, Electorate(100), False),
        (19, 10, Electorate(100, noticed=True), True),
        (10, 10, Electorate(100, noticed=True), False),
        (51, 45, Electorate(100), True),
        (50, 45, Electorate(100), False),
    ],
)
def test_to_rescind_takes_two_thirds_or_notice_and_a_majority_or_a_majority_of_all(yes, no, electorate, result):
    assert result is carried(Vote.TWO_THIRDS_OR_NOTICE, yes, no, electorate)


def test_without_votes_nothing_is_carried_that_needs_two_thirds():
    assert not carried(Vote.TWO_THIRDS, 0, 0)


@pytest.mark.parametrize(("vote", "pack"), [(Vote.MAJORITY, "robert.majority"), (Vote.TWO_THIRDS, "robert.two_thirds")])
@given(yes=COUNTS, no=COUNTS)
def test_the_machine_and_the_pack_judge_alike(vote, pack, yes, no):
    ruling = requirement(pack).rule_on({"head": {"YES": yes, "NO": no, "PRESENT": 100 - yes - no}})
    assert (ruling.status is Status.PASSED) is carried(vote, yes, no)
