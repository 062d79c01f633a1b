"""How evenly amounts lie on people."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deliberate.assembly.talk.equality import equality, median
from tests.assembly.talk.test_voices import SHARES

amounts = st.lists(st.integers(0, 1000), min_size=1, max_size=20)


def test_the_entropy_of_the_worked_example():
    found = equality(SHARES)
    assert (0.556984, 3.1842) == (round(found.evenness, 6), round(found.diversity, 4))


def test_evenness_is_one_where_all_have_the_same_and_nothing_where_one_has_all_or_is_alone():
    assert (1, 4) == (round(equality([3] * 4).evenness, 12), round(equality([3] * 4).diversity, 12))
    assert (0, 1) == (equality([5, 0, 0]).evenness, equality([5, 0, 0]).diversity)
    assert (None, 1) == (equality([5]).evenness, equality([5]).diversity)
    assert (None, None) == (equality([0, 0]).evenness, equality([0, 0]).diversity)


def test_the_worked_example():
    found = equality(SHARES)
    assert (Fraction(11, 16), Fraction(200, 83), Fraction(3, 5)) == (found.gini, found.effective, found.top)
    assert Fraction(83, 200) == 1 / found.effective
    assert "20 in all, from 8 people; Gini coefficient 0.69" in found.explain("en")
    assert "相当于 2.41 个人均分" in found.explain("zh")


@given(amounts)
def test_the_gini_coefficient_is_half_the_relative_mean_difference(given_):
    found, total = equality(given_), sum(given_)
    if not total:
        assert (None, None, None) == (found.gini, found.effective, found.top)
        return
    apart = sum(abs(one - other) for one in given_ for other in given_)
    assert Fraction(apart, 2 * len(given_) * total) == found.gini
    assert 1 / sum(Fraction(each, total) ** 2 for each in given_) == found.effective
    assert 1 <= found.effective <= len(given_)


@given(st.integers(1, 100), st.integers(1, 20))
def test_equal_amounts_are_as_many_speakers_as_there_are(amount, people):
    found = equality([amount] * people)
    assert (0, people, Fraction(1, people)) == (found.gini, found.effective, found.top)


@pytest.mark.parametrize(
    ("given_", "middle"),
    [((), 0), ((3,), 3), ((5, 1, 2), 2), ((1, 2, 4, 12), 3), ((1, 2), Fraction(3, 2))],
)
def test_the_median(given_, middle):
    assert middle == median(given_)
