"""A reading is exact, says from what it was read, and never invents a value."""

from fractions import Fraction

import pytest

from deliberate.errors import InputError
from deliberate.evaluation.reading import Reading, amount_in_words


def test_a_value_is_never_a_float():
    with pytest.raises(InputError, match="exact"):
        Reading("change", float("nan"), 3)


def test_a_whole_fraction_is_an_integer():
    assert isinstance(Reading("change", Fraction(6, 3), 3).value, int)


def test_without_a_base_it_says_that_there_is_no_value():
    told = Reading("change-share", None, 4, unit="share", series="waste").explain("en")
    assert "no value" in told
    assert "4 reports" in told


def test_without_a_base_it_says_so_in_chinese_too():
    assert "无数值" in Reading("change-share", None, 4, series="waste").explain("zh")


def test_a_caution_belongs_to_the_reading():
    reading = Reading("change", -6, 35, note="no-control-group")
    assert "does not show that the decision is the cause" in reading.explain("en")
    assert "没有对照组" in reading.explain("zh")


@pytest.mark.parametrize(
    ("amount", "unit", "told"),
    [
        (-6, "", "-6"),
        (Fraction(27, 2), "", "13.5"),
        (Fraction(27, 8), "", "3.375"),
        (Fraction(-95, 7), "", "about -13.6 (exactly -95/7)"),
        (Fraction(1, 2), "share", "50 %"),
        (Fraction(1, 8), "share", "12.5 %"),
        (Fraction(53, 95), "share", "about 55.8 % (exactly 53/95)"),
        (0, "share", "0 %"),
    ],
)
def test_a_number_is_rounded_only_where_the_exact_one_cannot_be_read(amount, unit, told):
    assert told == amount_in_words(amount, "en", unit)


def test_one_report_is_one_report():
    assert "from 1 report." in Reading("mean-before", 3, 1).explain("en")
