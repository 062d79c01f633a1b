"""The laws over the whole menu, plug-ins included: no rule is named here."""

import pytest

import deliberate as d
from deliberate.decision.claims import Claim
from deliberate.decision.menu import classes
from deliberate.testing.claims import holds
from deliberate.testing.laws import LAWS, search
from deliberate.testing.variants import variant_name, variants

EVERY = {variant_name(rule): rule for rule in variants()}
DECLARED = {f"{name} {claim}": (rule, claim) for name, rule in EVERY.items() for claim in sorted(rule.satisfies)}


@pytest.mark.parametrize("law", LAWS)
@pytest.mark.parametrize("name", EVERY)
def test_a_rule_keeps_the_laws_of_every_rule(name, law):
    search(EVERY[name], law, LAWS[law])


@pytest.mark.parametrize("name", DECLARED)
def test_no_counterexample_is_found_to_what_a_rule_declares(name):
    rule, claim = DECLARED[name]
    search(rule, f"is {claim}", lambda one, election: holds(claim, one, election))


def test_the_walk_meets_every_rule_of_the_menu():
    assert set(classes()) == {rule.name for rule in EVERY.values()}


def test_the_walk_meets_every_word_of_every_parameter():
    assert {"single", "batch"} == {rule.elimination for rule in EVERY.values() if hasattr(rule, "elimination")}


def test_every_rule_counts_equal_ballots_without_looking_who_cast_them():
    assert all(Claim.ANONYMOUS in rule.satisfies for rule in EVERY.values())


@pytest.mark.parametrize("name", [name for name, rule in EVERY.items() if rule.ballot.__name__ == "Ranking"])
def test_every_ranked_rule_counts_a_cycle_of_three_and_tells_that_the_lot_decided(name):
    cycle = d.ranked("1: a > b > c; 1: b > c > a; 1: c > a > b")
    outcomes = d.universes(cycle, EVERY[name])
    assert [("a",), ("b",), ("c",)] == [outcome.chosen for outcome in outcomes]
    assert all(outcome.ties for outcome in outcomes)
