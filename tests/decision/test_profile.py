"""A profile is a table that does not know who voted when; adding profiles is merging boxes."""

from collections import Counter

import attrs
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import deliberate as d
from deliberate.decision.ballots import Approval, Ranking, Scores
from deliberate.testing import profiles

NAMES = ("a", "b", "c")
BALLOTS = (Ranking, Approval, Scores)


def three(ballot):
    return st.tuples(*[profiles(ballot, NAMES)] * 3)


@given(st.sampled_from(BALLOTS).flatmap(three))
def test_boxes_of_ballots_may_be_opened_in_any_order(boxes):
    one, two, three_ = boxes
    assert (one + two) + three_ == one + (two + three_)
    assert one + two == two + one
    assert hash(one + two) == hash(two + one)
    assert (one + two).total == one.total + two.total


@given(st.sampled_from(BALLOTS).flatmap(lambda ballot: profiles(ballot, NAMES)))
def test_an_empty_box_adds_nothing(profile):
    empty = attrs.evolve(profile, planes=profile.planes[:, :0], weights=profile.weights[:0])
    assert profile == profile + empty == empty + profile
    assert profile.digest == (profile + empty).digest


@given(profiles(options=NAMES), st.integers(2, 2**70))
def test_weights_of_any_size_are_kept_exactly(profile, factor):
    heavy = d.Profile.from_ranks(profile.ranks, NAMES, [int(each) * factor for each in profile.weights])
    assert profile.total * factor == heavy.total
    assert [int(each) * factor for each in profile.weights] == heavy.weights.tolist()


@given(
    st.integers(1, 40).flatmap(
        lambda width: st.lists(st.lists(st.integers(0, 300), min_size=width, max_size=width), min_size=1, max_size=12)
    ),
    st.data(),
)
def test_merging_agrees_with_counting_rows_by_hand_however_wide_the_rows(rows, data):
    """Rows past 64 bits take several keys; ranks past 255 take two bytes."""
    rows = rows + data.draw(st.lists(st.sampled_from(rows), max_size=6))
    profile = d.Profile.from_ranks(np.array(rows), [f"o{number}" for number in range(len(rows[0]))])
    merged = {tuple(row): weight for row, weight in zip(profile.ranks.tolist(), profile.weights.tolist(), strict=True)}
    assert Counter(map(tuple, rows)) == merged
    assert sorted(merged) == [tuple(row) for row in profile.ranks.tolist()]


@given(st.lists(st.tuples(*[st.integers(-(2**31), 2**31 - 1)] * 3), min_size=1, max_size=8))
def test_points_of_any_sign_and_size_are_kept(rows):
    profile = d.Profile.from_scores(np.array(rows), NAMES)
    assert sorted(set(rows)) == sorted(map(tuple, profile.scores.tolist()))


@given(profiles(options=NAMES))
def test_ballots_as_objects_make_the_same_profile_again(profile):
    assert profile == d.Profile.from_rankings(list(profile.ballots()), NAMES)


@given(profiles(Approval, NAMES))
def test_approvals_as_objects_make_the_same_profile_again(profile):
    assert profile == d.Profile.from_approvals(list(profile.ballots()), NAMES)


def test_the_table_cannot_be_written_to():
    profile = d.ranked("1: a > b").profile
    for array in (profile.ranks, profile.weights, profile.planes):
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 7


def test_the_array_given_is_copied():
    ranks = np.array([[1, 2]], dtype=np.uint8)
    profile = d.Profile.from_ranks(ranks, ("a", "b"))
    ranks[0, 0] = 9
    assert [[1, 2]] == profile.ranks.tolist()
    assert ranks.flags.writeable


def test_a_single_ballot_given_as_an_array_leaves_that_array_writeable():
    ranks = np.array([[1], [2]], dtype=np.uint8).T
    weights = np.array([3], dtype=np.int64)
    d.Profile.from_ranks(ranks, ("a", "b"), weights)
    ranks[0, 0], weights[0] = 4, 4
    assert (4, 4) == (ranks[0, 0], weights[0])


def test_a_ballot_of_weight_nothing_was_not_cast():
    assert d.Profile.from_ranks([[1, 2]], ("a", "b")) == d.Profile.from_ranks([[1, 2], [2, 1]], ("a", "b"), [1, 0])


def test_numpy_weights_are_weights():
    three_votes = d.Profile.from_ranks([[1, 2]], ("a", "b"), [3])
    for weights in (np.array([3], np.uint8), np.array([3], np.uint64), np.array([3], object), [np.int64(3)]):
        assert three_votes == d.Profile.from_ranks([[1, 2]], ("a", "b"), weights)


def test_an_option_left_out_of_a_restricted_profile_leaves_its_rank_behind():
    profile = d.ranked("1: a > b > c; 1: b > c").profile.restricted(("b", "c"))
    assert [[1, 2], [2, 3]] == profile.ranks.tolist()


def test_names_have_one_form():
    assert ("\u00e9",) == d.Profile.from_ranks([[1]], ("e\u0301",)).options


def test_a_notebook_shows_fifty_rows_and_escapes_names():
    names = ["<b>", *(f"o{number}" for number in range(59))]
    shown = d.Profile.from_ranks(np.eye(60, dtype=int), names)._repr_html_()
    assert "&lt;b&gt;" in shown
    assert "<b>" not in shown
    assert "… 10" in shown
