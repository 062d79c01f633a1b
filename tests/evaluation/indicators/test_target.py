"""A target counts where it was set before the start."""

from datetime import date, timedelta
from fractions import Fraction

import pytest

from deliberate.errors import InputError
from deliberate.evaluation.indicators.target import Target
from deliberate.evaluation.reading import Reading
from deliberate.evaluation.steps import Read, TargetMet

START = date(2026, 3, 15)


def steps(followed, at_most=Fraction(3, 5)):
    return tuple(Target("waste", START, at_most, registered=START).steps(followed))


def test_governance_7b_55_8_percent_reaches_60(squad):
    share = Fraction(53, 95)
    expected = (
        Read(Reading("target", share, 35, Fraction(95, 7), "share", series="waste")),
        TargetMet(Fraction(3, 5), share, reached=True, series="waste"),
    )
    assert expected == steps(squad)


def test_the_figure_itself_reaches_the_target(squad):
    [_, met] = steps(squad, Fraction(53, 95))
    assert met.reached


def test_anything_above_the_figure_misses_it(squad):
    [_, met] = steps(squad, Fraction(53, 95) - Fraction(1, 10**9))
    assert not met.reached


def test_a_target_set_after_the_start_is_refused():
    with pytest.raises(InputError) as caught:
        Target("waste", START, registered=START + timedelta(days=1))
    assert "target-too-late" == caught.value.code
    assert "16 March 2026" in caught.value.told("en")
    assert "2026 年 3 月 16 日" in caught.value.told("zh")


@pytest.mark.parametrize("at_most", [0, Fraction(-1, 2)])
def test_a_target_of_nothing_is_refused(at_most):
    with pytest.raises(InputError) as caught:
        Target("waste", START, at_most, registered=START)
    assert "not-positive" == caught.value.code
    assert "more than 0" in caught.value.told("en")


@pytest.mark.parametrize(("before", "after"), [((0, 0), (0, 0)), ((), (1,)), ((1,), ())])
def test_without_a_base_no_target_is_reached_or_missed(reported, before, after):
    [read] = steps(reported(before, after))
    assert read.reading.value is None
