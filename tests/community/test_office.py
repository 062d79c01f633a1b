"""Offices: terms, titles, and what the law keeps apart."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deliberate.community.body import Body
from deliberate.community.office import INCOMPATIBLE, RULES, Clash, Office, Tie, Title, clashes, flaws
from deliberate.community.scope import Scope
from deliberate.errors import InputError, RollError

SINCE, UNTIL, LATER = date(2026, 1, 1), date(2031, 1, 1), date(2036, 1, 1)
BODIES = (
    Body("居委会", "committee", Scope("玉林")),
    Body("监督委员会", "resident", Scope("玉林"), "supervise"),
    Body("锦江居委会", "committee", Scope("锦江")),
    Body("第三小组", "resident", Scope(("玉林", "第三小组")), level="residents-group"),
    Body("3 栋", "resident", Scope(("玉林", "3 栋")), level="building"),
)


def office(member, title, body, since=SINCE, until=UNTIL):
    return Office(member, title, body, since, until)


COMMITTEE = office("li", "committee-member", "居委会")


@pytest.mark.parametrize(
    ("day", "holds"), [(date(2025, 12, 31), False), (SINCE, True), (date(2030, 12, 31), True), (UNTIL, False)]
)
def test_a_term_is_half_open(day, holds):
    assert holds is COMMITTEE.in_office(day)


@pytest.mark.parametrize(
    ("other", "relatives", "tie"),
    [
        (office("li", "supervisor", "监督委员会"), (), Tie.SELF),
        (office("zhao", "supervisor", "监督委员会"), [("zhao", "li")], Tie.RELATIVE),
        (office("zhao", "supervisor", "监督委员会"), [("li", "zhao")], Tie.RELATIVE),
        (office("zhao", "committee-member", "居委会"), [("li", "zhao")], Tie.RELATIVE),
        (office("li", "supervisor", "监督委员会"), [("li", "li")], Tie.SELF),
        (office("zhao", "supervisor", "监督委员会"), (), None),
        (office("zhao", "supervisor", "监督委员会"), [("li", "sun"), ("sun", "zhao")], None),
        (office("li", "supervisor", "监督委员会", UNTIL, LATER), (), None),
        (office("li", "supervisor", "监督委员会", date(2030, 12, 31), LATER), (), Tie.SELF),
        (office("li", "committee-member", "锦江居委会"), [("li", "li")], None),
        (office("zhao", "supervisor", "锦江居委会"), [("li", "zhao")], None),
        (office("li", "mediator", "居委会"), (), None),
        (office("li", "residents-representative", "居委会"), (), None),
    ],
)
def test_the_supervisors_are_neither_of_the_committee_nor_near_relatives_of_it(other, relatives, tie):
    for pair in ((COMMITTEE, other), (other, COMMITTEE)):
        found = clashes(pair, BODIES, relatives)
        assert [tie] * (tie is not None) == [clash.tie for clash in found]


def test_a_clash_tells_its_days_and_its_article():
    late = office("li", "supervisor", "监督委员会", date(2030, 1, 1), None)
    [clash] = clashes([COMMITTEE, late], BODIES)
    assert Clash(late, COMMITTEE, Tie.SELF, "residents-committees", 36) == clash
    assert (date(2030, 1, 1), UNTIL) == (clash.since, clash.until)
    assert (
        "li不能同时担任居务监督委员会成员和居委会成员（《城市居民委员会组织法》第 36 条）："
        "两项任职自 2030 年 1 月 1 日起重合，至 2031 年 1 月 1 日的前一天止。" == clash.explain("zh")
    )
    assert "which cannot be" in Clash(late, COMMITTEE, Tie.RELATIVE, "residents-committees", 36).explain("en")


def test_two_terms_without_an_end_clash_without_one():
    pair = [office("li", title, "居委会", until=None) for title in ("supervisor", "committee-member")]
    assert [None] == [clash.until for clash in clashes(pair, BODIES)]


MEMBERS, OFFICES = st.sampled_from(["li", "zhao", "sun"]), st.sampled_from([title.value for title in Title])
PLACES = st.sampled_from(["居委会", "监督委员会", "锦江居委会"])
DAYS = [date(2026, month, 1) for month in (1, 2, 3, 4)]


@st.composite
def terms(draw):
    since = draw(st.sampled_from(DAYS[:3]))
    return Office(
        draw(MEMBERS), draw(OFFICES), draw(PLACES), since, draw(st.sampled_from([d for d in DAYS if d > since]))
    )


@given(st.lists(terms(), max_size=5, unique=True), st.lists(st.tuples(MEMBERS, MEMBERS), max_size=2))
def test_offices_clash_where_on_some_day_a_row_of_the_table_fits_two_of_one_place(offices, relatives):
    def forbidden(one, other, row, day):
        kin = (one.member, other.member) in relatives or (other.member, one.member) in relatives
        tied = one.member == other.member if row.tie is Tie.SELF else kin and one.member != other.member
        elsewhere = ("锦江居委会" == one.body) != ("锦江居委会" == other.body)
        return (
            one is not other
            and tied
            and not elsewhere
            and (one.title, other.title) == (row.one, row.other)
            and all(each.since <= day < each.until for each in (one, other))
        )

    every = [(one, other, row, day) for one in offices for other in offices for row in INCOMPATIBLE for day in DAYS]
    expected = {(frozenset((one, other)), row.tie) for one, other, row, day in every if forbidden(one, other, row, day)}
    found = clashes(offices, BODIES, relatives)
    assert expected == {(frozenset((clash.one, clash.other)), clash.tie) for clash in found}
    assert len(found) == len(expected)


def flawed(*offices):
    return [(flaw.office.member, flaw.code) for flaw in flaws(offices, BODIES)]


@pytest.mark.parametrize(
    ("until", "found"), [(UNTIL, []), (date(2031, 1, 2), [("li", "term-too-long")]), (None, [("li", "term-too-long")])]
)
def test_a_term_of_the_committee_is_five_years_at_most(until, found):
    assert found == flawed(office("li", "committee-member", "居委会", until=until))


def test_a_group_leader_is_one_of_the_representatives_when_the_term_begins():
    leader = office("li", "residents-group-leader", "第三小组")
    sits = office("li", "residents-representative", "第三小组")
    assert [("li", "not-from-among")] == flawed(leader)
    assert [] == flawed(leader, sits)
    assert [("li", "not-from-among")] == flawed(
        leader, office("li", "residents-representative", "第三小组", UNTIL, LATER)
    )
    assert [("li", "not-from-among")] == flawed(leader, office("sun", "residents-representative", "第三小组"))


def test_a_building_leader_stands_on_a_building_where_the_level_is_said():
    assert [("li", "wrong-level")] == flawed(office("li", "building-leader", "第三小组"))
    assert [] == flawed(office("li", "building-leader", "3 栋"), office("li", "building-leader", "居委会"))


def test_every_flaw_has_its_words():
    found = flaws(
        [office("li", "residents-group-leader", "3 栋", until=None), office("sun", "unit-leader", "3 栋")], BODIES
    )
    assert ["term-too-long", "not-from-among", "wrong-level", "wrong-level"] == [flaw.code for flaw in found]
    told = [flaw.explain(lang) for flaw in found for lang in ("en", "zh")]
    assert "li担任居民小组长（3 栋）的任期超过 5 年（《城市居民委员会组织法》第 13 条）。" in told
    assert not [sentence for sentence in told if "title." in sentence or "level." in sentence]


def test_every_title_has_its_rule():
    assert set(Title) == set(RULES)


@pytest.mark.parametrize("look", [clashes, flaws])
def test_an_office_of_no_known_body_is_refused(look):
    with pytest.raises(RollError) as caught:
        look([office("li", "mediator", "nowhere")], BODIES)
    assert ("unknown-body", "nowhere") == (caught.value.code, caught.value.fields["body"])


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda: office("li", "king", "居委会"), "unknown-title"),
        (lambda: office("li", "mediator", "居委会", until=SINCE), "term-without-a-day"),
        (lambda: office("li\u2066", "mediator", "居委会"), "unreadable-name"),
    ],
)
def test_what_is_no_office_is_refused(make, code):
    with pytest.raises(InputError) as caught:
        make()
    assert code == caught.value.code
    assert caught.value.told("zh") != caught.value.told("en")
