"""The policy, the contingents and the two small brakes as values."""

from datetime import UTC, datetime
from fractions import Fraction

import pytest

from deliberate.assembly.liquid.batches import Batch, Expiry
from deliberate.assembly.liquid.contingents import LIQUID_FEEDBACK, Contingent, Contingents, Entry, Post
from deliberate.assembly.liquid.policy import LiquidPolicy
from deliberate.errors import InputError
from deliberate.records.convert import from_dict, to_dict
from deliberate.requirement.packs import requirement
from tests.assembly.liquid.courtyard import NOON, hours


@pytest.mark.parametrize(("supporters", "population", "enough"), [(9, 100, False), (10, 100, True), (0, 0, False)])
def test_the_quorum_of_an_issue_includes_the_figure(supporters, population, enough):
    assert enough == LiquidPolicy().admits_issue(supporters, population)
    assert enough == LiquidPolicy().admits_initiative(supporters, population)


def test_a_share_of_nothing_still_asks_for_a_supporter():
    policy = LiquidPolicy(issue_quorum=0, initiative_quorum="0")
    assert not policy.admits_issue(0, 100)
    assert policy.admits_initiative(1, 100)


def test_a_poll_asks_for_no_quorum_of_the_issue():
    policy = LiquidPolicy(issue_quorum=None)
    assert policy.is_poll
    assert policy.admits_issue(0, 100)
    assert not policy.admits_initiative(0, 100)


def test_a_ruling_shows_its_figures():
    assert "supporting: 9" in LiquidPolicy().rule_on_issue(9, 100).explain()


def test_the_majority_is_strict_unless_the_policy_says_otherwise():
    lenient = LiquidPolicy(majority=requirement("lqfb.majority", majority="2/3", strict=False))
    assert "REJECTED" == LiquidPolicy().rule_on_vote(5, 5, 90).status
    assert "PASSED" == lenient.rule_on_vote(20, 10, 0).status
    assert "REJECTED" == lenient.rule_on_vote(19, 10, 0).status


def test_it_travels_as_json():
    policy = LiquidPolicy(1, 0, 0, 1, issue_quorum=None, initiative_quorum=Fraction(1, 3))
    assert policy == from_dict(to_dict(policy))
    assert LIQUID_FEEDBACK == from_dict(to_dict(LIQUID_FEEDBACK))


@pytest.mark.parametrize(
    "make",
    [
        lambda: LiquidPolicy(admission_hours=0),
        lambda: LiquidPolicy(discussion_hours=-1),
        lambda: LiquidPolicy(verification_hours=10**6),
        lambda: LiquidPolicy(voting_hours=0),
        lambda: LiquidPolicy(issue_quorum="11/10"),
        lambda: LiquidPolicy(initiative_quorum="-1/10"),
        lambda: Contingent(0),
        lambda: Contingent(10**9),
        lambda: Contingent(60, texts=-1),
        lambda: Contingent(60, initiatives=-1),
        lambda: Batch(days=0),
        lambda: Batch(days=10**6),
        lambda: Expiry(months=0),
        lambda: Expiry(months=10**6),
    ],
)
def test_what_cannot_stand_is_refused(make):
    with pytest.raises(InputError) as error:
        make()
    assert "bad-parameter" == error.value.code
    assert error.value.told("zh") != error.value.told("en")


def posts(*minutes, what=Entry.TEXT):
    return [Post(NOON + hours(minute) / 60, what) for minute in minutes]


def test_rows_are_alternatives():
    assert 6 == Contingents(LIQUID_FEEDBACK.rows[:1]).left([], Entry.TEXT, NOON)
    assert 120 == LIQUID_FEEDBACK.left([], Entry.TEXT, NOON)
    assert 20 == LIQUID_FEEDBACK.left([], Entry.INITIATIVE, NOON)


def test_an_initiative_is_a_text_as_well():
    rows = Contingents((Contingent(60, texts=2, initiatives=5),))
    assert 1 == rows.left(posts(0, what=Entry.INITIATIVE), Entry.TEXT, NOON)
    assert 5 == rows.left(posts(0), Entry.INITIATIVE, NOON)


def test_a_post_is_forgotten_at_the_end_of_its_window():
    rows = Contingents((Contingent(60, texts=1),))
    assert NOON + hours(1) == rows.opens(posts(0), Entry.TEXT, NOON)
    assert 0 == rows.left(posts(0), Entry.TEXT, NOON + hours(59) / 60)
    assert 1 == rows.left(posts(0), Entry.TEXT, NOON + hours(1))


def test_without_rows_or_where_none_speaks_of_it_nothing_is_limited():
    assert None is Contingents().left(posts(0), Entry.TEXT, NOON)
    assert NOON == Contingents((Contingent(60, texts=1),)).opens(posts(0), Entry.INITIATIVE, NOON)


def test_where_no_row_ever_has_room_none_opens():
    assert None is Contingents((Contingent(60, texts=0),)).opens([], Entry.TEXT, NOON)


def test_a_batch_is_closed_at_the_end_of_the_window_of_its_first():
    reached = {name: NOON + hours(24 * day) for name, day in {"c": 29, "a": 0, "d": 30, "b": 0}.items()}
    assert ((NOON + hours(720), ("a", "b", "c")), (NOON + hours(1440), ("d",))) == Batch(30).together(reached)


def test_twelve_months_later_is_the_same_day():
    assert datetime(2027, 3, 1, 12, tzinfo=UTC) == Expiry().ends(NOON)
    assert datetime(2028, 2, 29, tzinfo=UTC) == Expiry(48).ends(datetime(2024, 2, 29, tzinfo=UTC))
    assert datetime(2025, 2, 28, tzinfo=UTC) == Expiry().ends(datetime(2024, 2, 29, tzinfo=UTC))
