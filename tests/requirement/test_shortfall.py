"""The community worker's line: what is still lacking, by building, and never who voted how."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from deliberate.errors import RequirementError
from deliberate.requirement import Facts, Lacking, Stance, Tallies, lacking, requirement
from deliberate.words import LANGUAGES

OWNERS = requirement("cn.owners.2021.ordinary")


def stairs(head, area):
    return {"head": head, "area": area}


BUILDINGS = {
    "1 栋": stairs({"YES": 10, "NO": 1, "ABSENT": 10}, {"YES": 95_000, "NO": 10_000, "ABSENT": 54_750}),
    "2 栋": stairs({"NO": 20, "ABSENT": 1}, {"NO": 200_000, "ABSENT": 9_000}),
}


def test_what_each_building_lacks_is_one_line_in_both_languages():
    facts = Facts.of(groups={"building": BUILDINGS})
    lines = lacking(OWNERS, facts, by="building")
    assert ["1 栋：还差 3 户、15.00 m²", "2 栋：已达到"] == [each.explain("zh") for each in lines]
    assert ["1 栋: still lacking: 3 owners, 15.00 m²", "2 栋: enough take part"] == [
        each.explain("en", who="owner") for each in lines
    ]


def test_the_whole_electorate_has_a_line_without_a_name():
    facts = Facts.of({"head": {"YES": 10, "ABSENT": 20}, "area": {"YES": 200, "ABSENT": 100}})
    [whole] = lacking(OWNERS, facts)
    assert ("still lacking: 10 households", False) == (whole.explain(), whole.reached)


def test_where_even_all_would_be_too_few_that_is_said():
    ten = requirement("robert.majority")
    nobody = Facts.of({"head": {"SUPPORT": 9}})
    assert "即使都来也不够" == lacking(ten, nobody)[0].explain("zh")


def test_a_measure_of_another_kind_has_its_name():
    assert "still lacking: 7 (population)" == Lacking("", (("population", 7),)).explain()


def test_one_head_is_a_household_a_person_or_an_owner():
    with pytest.raises(RequirementError) as caught:
        Lacking("", (("head", 7),)).explain(who="dog")
    assert "bad-policy" == caught.value.code


def test_a_quorum_that_counts_yes_apart_is_not_told_while_people_vote():
    with pytest.raises(RequirementError) as caught:
        lacking(requirement("oz.governor"), Facts.of({"head": {"YES": 1, "ABSENT": 9}}))
    assert "tells-votes" == caught.value.code


counts = st.tuples(*[st.integers(0, 9)] * 4)


@given(counts, counts, st.sampled_from(LANGUAGES))
def test_the_line_does_not_change_with_how_people_voted(head, area, lang):
    def told(order):
        names = (*order, "ABSENT")
        sums = {m: dict(zip(names, n, strict=True)) for m, n in (("head", head), ("area", area))}
        return [each.explain(lang) for each in lacking(OWNERS, Facts.of(sums))]

    assert told(("YES", "NO", "ABSTAIN")) == told(("NO", "ABSTAIN", "YES"))


@given(counts, counts)
def test_who_joins_as_the_line_asks_makes_the_quorum(head, area):
    sums = Tallies.of(
        {m: dict(zip(("YES", "NO", "ABSTAIN", "ABSENT"), n, strict=True)) for m, n in (("head", head), ("area", area))}
    )
    [line] = lacking(OWNERS, Facts(sums))
    assume(all(units is not None for _, units in line.units))
    for measure, units in line.units:
        sums = sums.moved(measure, ((Stance.ABSENT, Stance.NO, units),))
    assert OWNERS.rule_on(sums).valid.holds


@given(st.lists(counts, min_size=1, max_size=4))
def test_where_every_building_has_enough_the_whole_has_enough(buildings):
    named = {
        str(place): stairs(dict(zip(("YES", "NO", "ABSTAIN", "ABSENT"), n, strict=True)), {"YES": 1})
        for place, n in enumerate(buildings)
    }
    facts = Facts.of(groups={"building": named})
    if all(each.reached for each in lacking(OWNERS, facts, by="building")):
        assert lacking(OWNERS, facts)[0].reached
