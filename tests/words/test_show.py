"""Values as a resident reads them."""

from datetime import UTC, date, datetime
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deliberate.words import show
from deliberate.words.show import number


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (7, "7"),
        (Fraction(27, 2), "13.5"),
        (Fraction(-1, 4), "-0.25"),
        (Fraction(53, 7), "53/7"),
        (Fraction(1, 10000), "0.0001"),
        (Fraction(1, 100000), "1/100000"),
        (10**30, "1" + "0" * 30),
    ],
)
def test_a_number_is_written_exactly(value, text):
    assert text == number(value)


@given(st.fractions())
def test_a_number_read_again_is_the_same_number(value):
    assert value == Fraction(number(value))


@pytest.mark.parametrize(
    ("value", "english", "chinese"),
    [
        (None, "", ""),
        ((), "", ""),
        (True, "yes", "是"),
        ("lamps", "lamps", "lamps"),
        (("a", "b"), "a, b", "a、b"),
        ((("a", 1), ("b", Fraction(1, 2))), "a 1, b 0.5", "a 1、b 0.5"),
        ((("a", "b"), ("c",)), "a = b, c", "a = b、c"),
        (frozenset({"b", "a"}), "a, b", "a、b"),
        ({"a": 1}, "a 1", "a 1"),
        (date(2026, 3, 1), "1 March 2026", "2026 年 3 月 1 日"),
        (datetime(2026, 3, 1, 1, 0, tzinfo=UTC), "1 March 2026 09:00", "2026 年 3 月 1 日 09:00"),
        (0.125, "0.125", "0.125"),
    ],
)
def test_a_value_is_shown_in_both_languages(value, english, chinese):
    assert english == show(value, "en")
    assert chinese == show(value, "zh")
