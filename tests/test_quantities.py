"""Exact numbers: read without loss, compared in one place, divided without remainder."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deliberate.errors import InputError
from deliberate.quantities import MOST_DIGITS, exact, in_units, meets, share_met, split, whole


@pytest.mark.parametrize(
    ("text", "value"),
    [("7", 7), ("-3", -3), ("3/4", Fraction(3, 4)), ("15.00", 15), ("0.1", Fraction(1, 10)), (" 2/4 ", Fraction(1, 2))],
)
def test_text_is_read_exactly(text, value):
    assert value == exact(text)
    assert type(value) is type(exact(text))


@pytest.mark.parametrize("value", [0.5, True, None, "1e9", "nan", "", "1/0", "½", "１", "1_000", "0x1", [], "."])
def test_what_is_no_exact_number_is_refused(value):
    with pytest.raises(InputError) as caught:
        exact(value, where="row 3")
    assert ("not-a-number", "row 3") == (caught.value.code, caught.value.where)


def test_a_number_too_long_to_be_honest_is_refused_before_it_is_read():
    with pytest.raises(InputError) as caught:
        exact("1" * (MOST_DIGITS + 1))
    assert "number-too-long" == caught.value.code
    assert 10**MOST_DIGITS // 10 == exact("1" + "0" * (MOST_DIGITS - 1))


@given(st.fractions())
def test_a_fraction_comes_back_from_its_text(value):
    assert value == exact(str(value))


def test_whole_takes_no_part_of_a_vote():
    assert 3 == whole("6/2")
    with pytest.raises(InputError) as caught:
        whole("7/2")
    assert "not-whole" == caught.value.code


def test_decimals_become_minor_units_without_rounding():
    assert 1500 == in_units("15.00", 100)
    assert 9005 == in_units("90.05", 100)
    with pytest.raises(InputError):
        in_units("15.005", 100)


def test_more_than_half_excludes_the_half_and_at_least_includes_it():
    assert not meets(5, Fraction(10, 2), strict=True)
    assert meets(5, Fraction(10, 2), strict=False)


def test_a_share_of_nothing_is_never_reached():
    assert not share_met(0, 0, Fraction(2, 3), strict=False)
    assert share_met(2, 3, Fraction(2, 3), strict=False)
    assert not share_met(2, 3, Fraction(2, 3), strict=True)


@given(st.integers(0, 10**12), st.lists(st.integers(0, 10**6), min_size=1).filter(any))
def test_parts_sum_exactly_and_miss_their_share_by_less_than_one(total, weights):
    parts = split(total, tuple(weights))
    assert total == sum(parts)
    assert all(abs(part - Fraction(total * w, sum(weights))) < 1 for part, w in zip(parts, weights, strict=True))


def test_scenario_a_divides_the_cost_of_the_lift_by_area():
    """46 000 000 fen by area: 90 m2 -> 17 250.00, 120 m2 -> 23 000.00."""
    parts = split(46_000_000, (9000,) * 16 + (12000,) * 8)
    assert {1_725_000, 2_300_000} == set(parts)
    assert (1_725_000,) * 16 == parts[:16]


@pytest.mark.parametrize(("total", "weights"), [(5, (0, 0)), (5, ()), (-1, (1,)), (5, (2, -1))])
def test_what_cannot_be_split_is_refused(total, weights):
    with pytest.raises(InputError) as caught:
        split(total, weights)
    assert "cannot-split" == caught.value.code
