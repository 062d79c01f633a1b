"""Sums of weights are exact however large."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from deliberate.errors import InputError, RequirementError
from deliberate.requirement.statuses import STANCES, Stance
from deliberate.requirement.tallies import Tallies

YES = STANCES.index(Stance.YES)


@pytest.mark.parametrize("weight", [1, 2**24 + 1, 2**52 + 1, 2**53 + 1, 2**62 + 1, 2**63 - 1])
def test_a_column_of_large_weights_is_summed_exactly(weight):
    weights = np.array([[weight], [weight], [1]], dtype=np.int64)
    stances = np.array([YES, YES, STANCES.index(Stance.NO)], dtype=np.uint8)
    sums = Tallies.from_columns(stances, weights, ("area",))
    assert (2 * weight, 1, 2 * weight + 1) == (sums.count("area", "YES"), sums.count("area", "NO"), sums.roll("area"))


@given(st.lists(st.tuples(st.sampled_from(STANCES), st.integers(0, 2**60)), max_size=12))
def test_columns_agree_with_counting_by_hand(lines):
    stances = np.array([STANCES.index(stance) for stance, _ in lines], dtype=np.uint8)
    weights = np.array([weight for _, weight in lines], dtype=np.int64).reshape(-1, 1)
    sums = Tallies.from_columns(stances, weights, ("head",))
    for stance in STANCES:
        assert sum(weight for each, weight in lines if each == stance) == sums.count("head", stance)


@pytest.mark.parametrize(
    ("counts", "code"),
    [
        ({"head": {"JA": 1}}, "unknown-status"),
        ({"head": {"YES": -1}}, "bad-tally"),
        ({"head": {"YES": "1/2"}}, "not-whole"),
        ({"head": {"YES": 0.5}}, "not-a-number"),
        ({"head": 3}, "bad-node"),
        (3, "bad-node"),
    ],
)
def test_sums_that_cannot_be_are_refused_with_their_place(counts, code):
    with pytest.raises(InputError) as caught:
        Tallies.of(counts)
    assert code == caught.value.code
    assert caught.value.where.startswith("tallies")


def test_a_measure_that_was_not_counted_is_named():
    with pytest.raises(RequirementError) as caught:
        Tallies.of({"head": {}}).count("area", "YES")
    assert ("unknown-measure", "area") == (caught.value.code, caught.value.fields["measure"])
