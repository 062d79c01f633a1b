"""Representatives: terms, mandates, gaps, overlaps, and the share that the law asks for."""

from datetime import date
from fractions import Fraction

import pytest

from deliberate.community.party import Member, Standing
from deliberate.community.representative import Composition, Representative, representation
from deliberate.community.roll import Roll, RollLine
from deliberate.errors import InputError

BODY = "居民代表会议"
SINCE, UNTIL, DAY = date(2026, 1, 1), date(2031, 1, 1), date(2026, 3, 1)
HOMES = {"li": "1 栋", "wang": "1 栋", "zhao": "2 栋", "qian": "2 栋", "sun": "3 栋"}
ROLL = Roll(
    ("head", "area"),
    (
        *(RollLine(Member(who, place=(home, "1 单元")), (1, 100)) for who, home in HOMES.items()),
        RollLine(Member("he", Standing.COMPANION, ("1 栋",)), (0, 0)),
    ),
)


def seat(member, represents=(), place=(), since=SINCE, until=UNTIL):
    return Representative(member, BODY, represents, since, until, place=place)


def sitting(*seats, day=DAY):
    return representation(seats, BODY, ROLL, day)


@pytest.mark.parametrize(
    ("day", "seated", "ended"),
    [
        (date(2025, 12, 31), (), ()),
        (SINCE, ("li",), ()),
        (date(2030, 12, 31), ("li",), ()),
        (UNTIL, (), ("li",)),
    ],
)
def test_a_term_is_half_open_and_one_that_has_ended_is_told(day, seated, ended):
    found = sitting(seat("li", ["wang"]), day=day)
    assert (seated, ended) == (tuple(e.member for e in found.seated), tuple(e.member for e in found.ended))


def test_a_term_without_an_end_goes_on():
    assert 1 == len(sitting(seat("li", ["wang"], until=None), day=date(2099, 1, 1)).seated)


def test_a_term_of_not_one_day_is_refused():
    with pytest.raises(InputError) as caught:
        seat("li", until=SINCE)
    assert ("term-without-a-day", "li") == (caught.value.code, caught.value.fields["member"])
    assert "2026 年 1 月 1 日" in caught.value.told("zh")


def test_those_for_whom_nobody_sits_and_those_for_whom_two_sit_are_told():
    found = sitting(seat("li", place=("1 栋",)), seat("zhao", ["qian", "wang"]))
    assert ("sun",) == found.gaps
    assert found == sitting(seat("li", place="1 栋"), seat("zhao", ["qian", "wang"]))
    assert ("wang",) == seat("li", "wang").represents
    assert (("wang", ("zhao", "li")),) == found.overlaps


def test_a_resident_named_twice_by_one_representative_is_no_overlap():
    assert () == sitting(seat("li", ["wang"], place=("1 栋",))).overlaps


def test_who_sits_speaks_for_themselves_and_is_in_nobody_elses_count():
    found = sitting(seat("li", place=("1 栋",)), seat("wang"), seat("zhao", place=("2 栋",)))
    assert ((), ("sun",)) == (found.overlaps, found.gaps)
    assert {"li": (1, 100), "wang": (1, 100), "zhao": (2, 200)} == found.weighted_roll.weights


def test_the_roll_of_a_body_counts_seats_and_the_weighted_one_whom_they_stand_for():
    found = sitting(seat("li", place=("1 栋",)), seat("zhao", ["qian", "sun"]))
    assert (("head",), {"li": (1,), "zhao": (1,)}) == (found.roll.measures, found.roll.weights)
    assert (("head", "area"), {"li": (2, 200), "zhao": (3, 300)}) == (
        found.weighted_roll.measures,
        found.weighted_roll.weights,
    )
    assert ("1 栋", "1 单元") == found.roll.member("li").place


def test_no_weight_counts_twice():
    with pytest.raises(InputError) as caught:
        _ = sitting(seat("li", ["sun"]), seat("zhao", ["sun"])).weighted_roll
    assert ("represented-twice", "sun", ("li", "zhao")) == (caught.value.code, *caught.value.fields.values())
    assert caught.value.told("zh")


def test_a_name_that_has_no_vote_here_is_told_and_weighs_nothing():
    found = sitting(seat("li", ["who moved away", "he"]))
    assert (("who moved away", "he"), {"li": (1, 100)}) == (found.strangers, found.weighted_roll.weights)


@pytest.mark.parametrize("member", ["he", "a stranger"])
def test_nobody_sits_who_has_no_vote(member):
    with pytest.raises(InputError) as caught:
        sitting(seat(member))
    assert ("no-vote-here", member) == (caught.value.code, caught.value.fields["member"])


def test_nobody_has_two_seats_in_one_body_on_one_day_and_may_follow_themselves():
    again = seat("li", since=UNTIL, until=None)
    assert ("li",) == tuple(each.member for each in sitting(seat("li"), again, day=UNTIL).seated)
    with pytest.raises(InputError) as caught:
        sitting(seat("li"), seat("li"))
    assert "same-name-twice" == caught.value.code


def test_the_seats_of_another_body_are_not_looked_at():
    other = Representative("li", "业委会", (), SINCE)
    assert () == representation([other], BODY, ROLL, DAY).seated


@pytest.mark.parametrize(("chosen", "office", "holds"), [(4, 1, True), (3, 1, False), (5, 0, True), (0, 0, False)])
def test_four_fifths_of_the_representatives_meeting_represent_somebody(chosen, office, holds):
    people = [RollLine(Member(f"m{number}"), (1,)) for number in range(chosen + office)]
    seats = [seat(f"m{number}", ["somebody"] if number < chosen else []) for number in range(chosen + office)]
    found = representation(seats, BODY, Roll(("head",), tuple(people)), DAY).composition()
    assert Composition(chosen, chosen + office, Fraction(4, 5)) == found
    assert holds == found.holds


@pytest.mark.parametrize(
    ("since", "until", "longer"),
    [
        (SINCE, UNTIL, False),
        (SINCE, date(2031, 1, 2), True),
        (SINCE, None, True),
        (date(2024, 2, 29), date(2029, 3, 1), False),
        (date(2024, 2, 29), date(2029, 3, 2), True),
    ],
)
def test_a_term_of_five_years_to_the_day_is_not_longer_than_five(since, until, longer):
    assert longer == seat("li", since=since, until=until).longer_than(5)


def test_a_bound_representative_carries_the_instruction():
    bound = Representative("li", BODY, ("wang",), SINCE, mandate="不同意占用绿地")
    assert "不同意占用绿地" == bound.mandate
