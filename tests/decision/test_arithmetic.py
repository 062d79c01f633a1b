"""Sums of votes are exact on every path: float32, float64, int64, Python integers."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from deliberate.decision.arithmetic import CHUNK, summed, total, where_less

# Two rows of such a weight: the last that float32, float64 and int64 carry, and the first that they do not.
EDGES = [
    1,
    2**23 - 1,
    2**23,
    2**24 + 1,
    2**52 - 1,
    2**52,
    2**53 + 1,
    2**62 - 1,
    2**62,
    2**63 - 1,
    2**63,
    2**64 + 1,
    2**80,
]


def array(weights):
    return np.array(weights, dtype=np.int64 if max(weights, default=0) < 2**63 else object)


def by_hand(planes, weights):
    size = len(planes)
    rows = list(zip(*planes.tolist(), strict=True))
    return [
        [sum(w for row, w in zip(rows, weights, strict=True) if row[one] < row[other]) for other in range(size)]
        for one in range(size)
    ]


@pytest.mark.parametrize("weight", EDGES)
def test_pairs_are_counted_exactly_at_the_edge_of_every_kind_of_number(weight):
    planes = np.array([[1, 1, 2], [2, 1, 1], [3, 3, 1]], dtype=np.uint8)
    weights = [weight, weight + 1, 1]
    assert by_hand(planes, weights) == where_less(planes, array(weights)).tolist()


@pytest.mark.parametrize("weight", EDGES)
def test_totals_are_exact_at_the_edge_of_every_kind_of_number(weight):
    weights = array([weight, weight, 1])
    assert 2 * weight + 1 == total(weights)
    assert weight + 1 == summed(np.array([True, False, True]), weights)


def test_chunks_of_different_kinds_of_number_add_up():
    size = 3 * CHUNK + 5
    planes = np.zeros((2, size), np.uint8)
    planes[1] = 1
    weights = np.ones(size, np.int64)
    weights[CHUNK + 1] = 2**53 + 1
    weights[2 * CHUNK + 1] = 2**40 + 1
    assert [[0, size - 2 + 2**53 + 1 + 2**40 + 1], [0, 0]] == where_less(planes, weights).tolist()


@given(
    st.lists(st.tuples(*[st.integers(0, 5)] * 3), max_size=8),
    st.lists(st.sampled_from(EDGES), min_size=8, max_size=8),
)
def test_pairs_agree_with_counting_by_hand(rows, weights):
    planes = np.array(rows, dtype=np.uint8).reshape(-1, 3).T
    weights = weights[: len(rows)]
    assert by_hand(planes, weights) == where_less(planes, array(weights)).tolist()


def test_nothing_counted_is_nothing():
    empty = np.array([], dtype=np.int64)
    assert 0 == total(empty)
    assert [[0, 0], [0, 0]] == where_less(np.zeros((2, 0), np.uint8), empty).tolist()
