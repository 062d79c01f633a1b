"""Answers beside the roll: who is absent, what weighs how much."""

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import deliberate as d
from deliberate.decision.answers import Answers
from deliberate.decision.decide import decide
from deliberate.decision.election import Election
from deliberate.decision.rules.majority.consent import Consent
from deliberate.decision.rules.majority.majority import Majority
from deliberate.errors import ElectionError
from deliberate.requirement import Requirement, Tallies
from deliberate.testing.strategies import answers

ROLL = {"li": (1, 9000), "wang": (1, 12000), "zhao": (1, 6000)}


def test_who_did_not_answer_is_absent():
    given_ = d.Answers.of({"li": "YES"}, roll=ROLL, measures=("head", "area"))
    sums = given_.tallies()
    assert (1, 2, 18000) == (given_.total, sums.count("head", "ABSENT"), sums.count("area", "ABSENT"))


def test_weights_are_those_of_the_roll():
    sums = d.Answers.of({"li": "YES", "wang": "NO"}, roll=ROLL, measures=("head", "area")).tallies()
    assert (9000, 12000) == (sums.count("area", "YES"), sums.count("area", "NO"))


@given(answers())
def test_equal_answers_are_one(one):
    other = d.Answers.from_json(one.to_json())
    assert one == other
    assert hash(one) == hash(other)


def test_answers_differ_by_a_single_stance():
    one, other = (d.Answers.of({"li": each}, roll=ROLL, measures=("head", "area")) for each in ("YES", "NO"))
    assert one != other


def test_the_table_cannot_be_written_to():
    given_ = d.Answers.of({"li": "YES"}, roll={"li": (1,)})
    with pytest.raises(ValueError, match="read-only"):
        given_.stances[0] = 1


@pytest.mark.parametrize(("rule", "status"), [(Majority(), "inquorate"), (Consent(), "inquorate")])
def test_an_empty_roll_is_inquorate(rule, status):
    assert status == d.decide(d.Election(d.Answers.of({}, roll={})), rule).status


def test_the_proposal_has_the_name_that_was_asked():
    given_ = d.Answers.of({"li": "YES"}, roll={"li": (1,)}, options=("路灯", "维持现状"))
    assert ("路灯",) == d.decide(d.Election(given_), Majority()).chosen


def test_a_divided_roll_is_counted_by_its_groups_and_as_a_whole():
    roll = {"li": (1, 9000), "wang": (1, 12000), "zhao": (1, 9000)}
    answers = Answers.of({"li": "YES", "wang": "NO"}, roll, ("head", "area"))
    divided = evolve(answers, divisions=(("building", ("1 栋", "2 栋", "1 栋")),))
    one, two = (tallies for _, tallies in divided.facts().within("building"))
    assert ({"YES": 1, "ABSENT": 1}, {"NO": 12000}) == (one.counts("head"), two.counts("area"))
    assert answers.tallies() == divided.facts().tallies == Tallies.together((one, two))
    assert divided == Answers.from_json(divided.to_json())
    assert divided != answers


def test_a_division_has_a_group_for_every_line_of_the_roll():
    with pytest.raises(ElectionError) as caught:
        evolve(Answers.of({"li": "YES"}, {"li": (1,)}), divisions=(("building", ()),))
    assert "division-does-not-fit" == caught.value.code


@given(answers(), st.randoms(use_true_random=False))
def test_groups_sum_to_the_whole_however_large_the_weights(given_, random):
    groups = tuple(random.choice("abc") for _ in given_.members)
    facts = evolve(given_, divisions=(("building", groups),)).facts()
    for name, tallies in facts.within("building"):
        for measure in given_.measures:
            place = given_.measures.index(measure)
            by_hand = sum(
                int(weights[place]) for weights, group in zip(given_.weights, groups, strict=True) if group == name
            )
            assert by_hand == tallies.roll(measure)


def test_a_rule_judges_each_building_by_itself():
    more = {">": [{"tally": ["head", ["YES"]]}, {"tally": ["head", ["NO"]]}]}
    units = {">": [{"tally": ["unit", ["YES"]]}, {"tally": ["unit", ["NO"]]}]}
    by_building = Requirement.from_json({"pass": {"grouped": {"by": "building", "inner": more, "then": units}}})
    stances = {"a": "YES", "b": "YES", "c": "NO", "d": "NO"}
    roll = Answers.of(stances, dict.fromkeys((*stances, "e"), (1,)))
    divided = evolve(roll, divisions=(("building", ("1", "1", "2", "3", "3")),))
    assert "rejected" == decide(Election(divided), Majority(by_building)).status
    divided = evolve(roll, divisions=(("building", ("1", "2", "3", "3", "3")),))
    assert "decided" == decide(Election(divided), Majority(by_building)).status
