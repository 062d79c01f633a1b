"""Terms are half-open, on both sides possibly without an end."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deliberate.community.term import check_term, in_term, meet, years_after
from deliberate.errors import RollError

FIRST = date(2026, 1, 1)
DAYS = [FIRST + timedelta(number) for number in range(8)]
ENDS = st.one_of(st.none(), st.sampled_from(DAYS))
TERMS = st.tuples(ENDS, ENDS).filter(lambda each: None in each or each[0] < each[1])


@given(TERMS, TERMS)
def test_two_terms_meet_where_they_have_a_day_in_common(one, other):
    days = [FIRST - timedelta(1), *DAYS]
    assert any(in_term(*one, day) and in_term(*other, day) for day in days) == meet(one, other)


def test_the_last_day_is_the_one_before_the_end():
    assert (False, True, True, False) == tuple(
        in_term(DAYS[1], DAYS[3], day) for day in (DAYS[0], DAYS[1], DAYS[2], DAYS[3])
    )


def test_a_term_without_a_day_is_refused_and_one_with_an_open_side_is_not():
    check_term("li", FIRST, None)
    check_term("li", None, FIRST)
    with pytest.raises(RollError, match="has not one day") as caught:
        check_term("li", FIRST, FIRST)
    assert "term-without-a-day" == caught.value.code


@pytest.mark.parametrize(
    ("day", "years", "later"),
    [
        (FIRST, 5, date(2031, 1, 1)),
        (date(2024, 2, 29), 4, date(2028, 2, 29)),
        (date(2024, 2, 29), 5, date(2029, 3, 1)),
    ],
)
def test_years_later_is_the_same_day_or_the_one_after_the_february_that_lacks_it(day, years, later):
    assert later == years_after(day, years)
