"""The symmetric cycle, on which five libraries behave in five ways: here each rule tells the tie."""

import pytest

import deliberate as d
from deliberate.decision.steps import TieBroken
from deliberate.testing.variants import variant_name, variants

CYCLE = "1: a > b > c; 1: b > c > a; 1: c > a > b"
RANKED = {variant_name(rule): rule for rule in variants() if rule.ballot.__name__ == "Ranking"}


@pytest.mark.parametrize("name", RANKED)
def test_every_universe_of_the_cycle_has_another_winner(name):
    outcomes = d.universes(d.ranked(CYCLE), RANKED[name])
    assert {("a",), ("b",), ("c",)} == {outcome.chosen for outcome in outcomes}


@pytest.mark.parametrize("name", RANKED)
@pytest.mark.parametrize("lot", ["abc", "bca", "cab"])
def test_the_lot_breaks_the_cycle_and_the_result_says_so(name, lot):
    outcome = d.decide(d.ranked(CYCLE, lot=lot), RANKED[name])
    assert "decided" == outcome.status
    assert {"lot"} == {tie.by for tie in outcome.ties}
    # The cycle looks the same from each option, so the lot turned round turns the result round.
    assert lot.index(outcome.chosen[0]) == "abc".index(d.decide(d.ranked(CYCLE, lot="abc"), RANKED[name]).chosen[0])


@pytest.mark.parametrize("name", RANKED)
def test_without_a_lot_the_order_on_the_ballot_stands_in_and_the_result_says_so(name):
    outcome = d.decide(d.ranked(CYCLE), RANKED[name])
    assert {"order"} == {tie.by for tie in outcome.ties}
    assert "no lot was drawn" in outcome.explain("en")
    assert "没有抽签" in outcome.explain("zh")


@pytest.mark.parametrize("name", RANKED)
def test_without_a_tie_no_lot_is_asked(name):
    outcome = d.decide(d.ranked("3: a > b > c; 1: b > a > c", lot="cba"), RANKED[name])
    assert ("a",) == outcome.chosen
    assert [] == list(outcome.steps(TieBroken))
