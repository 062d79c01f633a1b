"""Answers beside the roll: who is absent, what weighs how much."""

import pytest
from hypothesis import given

import deliberate as d
from deliberate.decision.rules.majority.consent import Consent
from deliberate.decision.rules.majority.majority import Majority
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
