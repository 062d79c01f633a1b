"""A rule that holds a rule: participation, count, winner against the status quo."""

import json

import pytest

import deliberate as d
from deliberate.decision.steps import PairsCompared, QuorumRuled, Ruled
from deliberate.errors import RuleError
from deliberate.identity import canonical
from deliberate.testing.laws import LAWS

TEXT = "5: a > keep > b; 4: keep > a > b; 2: b > a > keep"
TESTED = d.Tested("robert.majority", d.rule("schulze"), status_quo="keep")


def test_the_winner_that_holds_against_the_status_quo_is_chosen():
    outcome = d.decide(d.ranked(TEXT), TESTED)
    assert ("decided", ("a",)) == (outcome.status, outcome.chosen)
    assert [QuorumRuled, Ruled] == [type(step) for step in outcome.trace if isinstance(step, QuorumRuled | Ruled)]


def test_too_few_and_the_count_is_not_run():
    outcome = d.decide(d.ranked(TEXT, electorate=22), TESTED)
    assert ("inquorate", ()) == (outcome.status, outcome.chosen)
    assert [] == list(outcome.steps(PairsCompared))
    assert "decided" == d.decide(d.ranked(TEXT, electorate=21), TESTED).status


def test_the_status_quo_as_winner_is_a_rejection():
    outcome = d.decide(d.ranked("3: keep > a; 2: a > keep"), TESTED)
    assert ("rejected", ()) == (outcome.status, outcome.chosen)


def test_a_winner_that_misses_the_threshold_is_rejected():
    outcome = d.decide(d.ranked("4: a; 3: keep > a; 2: b > keep"), d.Tested("robert.majority", d.rule("irv"), "keep"))
    assert ("rejected", ()) == (outcome.status, outcome.chosen)


def test_nobody_voted_and_nothing_is_chosen():
    empty = d.Election(d.Profile.from_rankings([], ("a", "keep")))
    assert "inquorate" == d.decide(empty, TESTED).status


def test_invalid_ballots_do_not_help_the_quorum():
    profile = d.ranked(TEXT).profile
    assert "inquorate" == d.decide(d.Election(profile, electorate=22, invalid=11), TESTED).status


def test_without_the_status_quo_on_the_ballot_there_is_nothing_to_test_against():
    with pytest.raises(RuleError) as caught:
        d.decide(d.ranked("1: a > b"), TESTED)
    assert "no-status-quo" == caught.value.code


@pytest.mark.parametrize("law", LAWS)
@pytest.mark.parametrize("electorate", [None, 22])
def test_it_keeps_the_laws_of_every_rule(law, electorate):
    assert LAWS[law](TESTED, d.ranked(TEXT, electorate=electorate, lot=("keep", "b", "a")))


def test_the_inner_rule_travels_with_it():
    back = d.from_dict(json.loads(canonical(d.to_dict(TESTED))))
    assert TESTED == back
    assert "schulze" == back.rule.name


def test_an_option_that_is_called_like_a_word_of_ours_keeps_its_name():
    election = d.ranked("3: area > keep; 1: keep > area")
    assert "面积" not in d.decide(election, TESTED).explain("zh")
