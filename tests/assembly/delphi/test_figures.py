"""Quartiles, Kendall's W and van der Eijk's A, exact and against the worked figures."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from deliberate.assembly.delphi.agreement import GRADIENTS, Gradients, agreement
from deliberate.assembly.delphi.concordance import concordance, places
from deliberate.assembly.delphi.spread import quantile, spread
from deliberate.errors import InputError
from deliberate.records.convert import from_dict, to_dict
from deliberate.words import LANGUAGES

numbers = st.lists(st.integers(-50, 50), min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("values", "quartiles", "cv"),
    [
        ([2, 3, 5, 7, 8, 9, 4, 6], ("15/4", "11/2", "29/4"), 0.4454),
        ([5, 5, 6, 6, 7, 7, 6, 5], ("5", "6", "25/4"), 0.1420),
    ],
)
def test_quartiles_and_variation_of_the_worked_rounds(values, quartiles, cv):
    found = spread(values)
    assert quartiles == tuple(map(str, (found.first_quartile, found.median, found.third_quartile)))
    assert cv == round(found.cv, 4)


@given(numbers, st.fractions(0, 1, max_denominator=16))
def test_a_quantile_is_numpys_linear_one(values, share):
    assert np.isclose(np.quantile(values, float(share)), float(quantile(values, share)))


@given(numbers)
def test_variation_is_that_of_the_sample_and_compared_exactly(values):
    found = spread(values)
    if len(values) > 1:
        assert np.isclose(np.var(values, ddof=1), float(found.variance))
    if found.mean:
        assert np.isclose(np.sqrt(float(found.variance)) / abs(np.mean(values)), found.cv)
    for most in (Fraction(1, 2), Fraction(1, 7)):
        if found.cv is not None and abs(found.cv - float(most)) > 1e-9:
            assert (found.cv < most) == found.cv_below(most)


def test_variation_of_the_bound_itself_is_not_below_it():
    # Mean 4, variance 4: the standard deviation is half the mean.
    assert not spread([2, 4, 6]).cv_below(Fraction(1, 2))
    assert spread([2, 4, 6]).cv_below(Fraction(1, 2) + Fraction(1, 10**9))


def test_without_a_mean_there_is_no_variation_to_tell():
    assert spread([-1, 1]).cv is None
    assert not spread([-1, 1]).cv_below(Fraction(1, 2))
    assert (0.0, True) == (spread([0, 0]).cv, spread([0, 0]).cv_below(Fraction(1, 2)))


def test_estimates_are_read_exactly():
    assert Fraction(1, 10) == spread(["0.1", "1/10"]).median
    with pytest.raises(InputError, match="not an exact number"):
        spread([0.1])


@pytest.mark.parametrize("broken", [lambda: spread([]), lambda: quantile([1], Fraction(2)), lambda: concordance([])])
def test_nothing_is_computed_from_nothing(broken):
    with pytest.raises(InputError):
        broken()


@pytest.mark.parametrize(
    ("orders", "w", "chi_squared"),
    [
        ([(1, 2, 3, 4), (1, 3, 2, 4), (2, 1, 3, 4)], Fraction(7, 9), 7),
        ([(1, "2.5", "2.5", 4), ("1.5", "1.5", 3, 4), (1, 2, "3.5", "3.5")], Fraction(73, 81), Fraction(73, 9)),
        ([(1, 2, 3), (3, 2, 1)], Fraction(0), 0),
        ([(1, 2, 3)] * 4, Fraction(1), 8),
        ([(1, 1, 1)] * 3, None, None),
    ],
)
def test_kendalls_w(orders, w, chi_squared):
    found = concordance(orders)
    assert (w, chi_squared) == (found.w, found.chi_squared)
    assert (w is not None and w >= Fraction(7, 10)) == found.is_strong
    assert all(found.explain(lang) for lang in LANGUAGES)
    assert found == from_dict(to_dict(found))


@given(st.lists(st.permutations(range(5)), min_size=1, max_size=6))
def test_w_lies_between_0_and_1_and_does_not_mind_who_is_first(orders):
    found = concordance(orders)
    assert 0 <= found.w <= 1
    assert found == concordance(orders[::-1])


@given(numbers)
def test_places_sum_to_what_they_must(values):
    assert len(values) * (len(values) + 1) == 2 * sum(places(values))


def test_orders_of_different_things_are_refused():
    with pytest.raises(InputError, match="not on the same things"):
        concordance([(1, 2), (1, 2, 3)])


@pytest.mark.parametrize(
    ("histogram", "expected"),
    [
        ([10, 0, 0, 0, 0], Fraction(1)),
        ([5, 0, 0, 0, 5], Fraction(-1)),
        ([2, 2, 2, 2, 2], Fraction(0)),
        ([0, 2, 6, 2, 0], Fraction(7, 10)),
        ([1, 3, 4, 2, 0], Fraction(1, 2)),
    ],
)
def test_van_der_eijks_a(histogram, expected):
    assert expected == agreement(histogram)
    assert expected == agreement(histogram[::-1])


@given(st.lists(st.integers(0, 9), min_size=3, max_size=8).filter(any), st.integers(2, 5))
def test_a_lies_between_minus_1_and_1_and_scales(histogram, times):
    assert -1 <= agreement(histogram) <= 1
    assert agreement(histogram) == agreement([times * count for count in histogram])


def test_a_variation_beyond_all_floats_is_not_told():
    far = 10**400
    found = spread([-far, far + 1])
    assert found.cv is None
    assert all(found.explain(lang) for lang in LANGUAGES)


@pytest.mark.parametrize("histogram", [[], [1, 2], [0, 0, 0], [1, -1, 2], [1.5, 2, 3], ["1", "2", "3"]])
def test_what_is_no_histogram_is_refused(histogram):
    with pytest.raises(InputError, match="not the counts"):
        agreement(histogram)


def test_gradients_tell_support_and_vetoes():
    found = Gradients((3, 4, 2, 1, 0, 0, 0, 1))
    assert (Fraction(9, 11), 1, len(GRADIENTS)) == (found.support, found.vetoes, len(found.counts))
    assert "veto 1. Supporting: 9/11; vetoes: 1" in found.explain("en")
    assert "否决 1 人" in found.explain("zh")
    with pytest.raises(InputError):
        Gradients((1, 2, 3))
