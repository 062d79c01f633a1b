"""Answers with delegations beside them: the worked examples E41 and E42, standings that carry nobody, fading votes."""

from fractions import Fraction

import pytest

import deliberate as d
from deliberate.community.delegation import Delegation, DelegationRule
from deliberate.community.resolution import Fate
from deliberate.community.resolve import resolve
from deliberate.decision.delegated import damped_tallies, delegated, resolved
from deliberate.decision.rules.majority.majority import Majority
from deliberate.errors import ElectionError

FIVE = dict.fromkeys("abcde", (1,))
CHAIN = (Delegation("c", "b"), Delegation("b", "a"))


def after(cast, delegations, roll=FIVE, rule=None):
    answers = d.Answers.of(cast, roll=roll)
    return delegated(answers, resolved(answers, delegations, rule or DelegationRule()))


def stances(answers):
    tallies = answers.tallies()
    return tuple(tallies.count("head", stance) for stance in ("YES", "NO", "ABSENT"))


def test_e41_a_chain_carries_two_votes_to_yes():
    answers = after({"a": "YES", "d": "NO", "e": "NO"}, CHAIN)
    outcome = d.decide(d.Election(answers), Majority())
    assert ((3, 2, 0), "decided", ("proposal",)) == (stances(answers), outcome.status, outcome.chosen)
    assert "PASSED" == d.requirement("robert.majority").rule_on(answers.tallies()).status


def test_e41_then_b_votes_in_person_and_takes_c_along():
    answers = after({"a": "YES", "b": "NO", "d": "NO", "e": "NO"}, CHAIN)
    assert ((1, 4, 0), "rejected") == (stances(answers), d.decide(d.Election(answers), Majority()).status)
    assert "REJECTED" == d.requirement("robert.majority").rule_on(answers.tallies()).status


def test_e42_a_circle_is_absent_and_no_error():
    roll = dict.fromkeys(("a", "x", "y"), (1,))
    circle = (Delegation("x", "y"), Delegation("y", "x"))
    answers = d.Answers.of({"a": "YES"}, roll=roll)
    resolution = resolved(answers, circle)
    assert (1, 0, 2) == stances(delegated(answers, resolution))
    assert [("x", Fate.CIRCULAR), ("y", Fate.CIRCULAR)] == [
        (each.member, each.why) for each in resolution.undelivered(answers.members)
    ]


def test_abstaining_is_voting_and_carries():
    assert 3 == after({"a": "ABSTAIN"}, CHAIN).tallies().count("head", "ABSTAIN")


def test_who_is_present_without_an_answer_is_carried():
    assert (3, 0, 2) == stances(after({"a": "YES", "b": "PRESENT"}, CHAIN))


def test_who_is_present_and_not_carried_stays_present():
    assert 1 == after({"b": "PRESENT"}, CHAIN).tallies().count("head", "PRESENT")


def test_who_is_recused_neither_carries_nor_is_carried():
    tallies = after({"a": "YES", "b": "RECUSED"}, CHAIN).tallies()
    assert (1, 1, 3) == tuple(tallies.count("head", each) for each in ("YES", "RECUSED", "ABSENT"))


def test_a_chain_to_somebody_recused_is_lost_and_told():
    answers = d.Answers.of({"a": "YES", "b": "RECUSED"}, roll=FIVE)
    [told] = resolved(answers, CHAIN).undelivered(answers.members)
    assert ("c", Fate.LOST) == (told.member, told.why)


def test_the_next_choice_stands_in_for_somebody_recused():
    cast = {"a": "YES", "b": "RECUSED"}
    assert (2, 0, 2) == stances(after(cast, (Delegation("c", ("b", "a")),)))


def test_a_resolution_made_without_regard_to_recusal_changes_no_line_that_is_recused():
    answers = d.Answers.of({"a": "YES", "b": "RECUSED"}, roll=FIVE)
    carried = delegated(answers, resolve(answers.members, CHAIN, {"a"})).tallies()
    assert (2, 1) == (carried.count("head", "YES"), carried.count("head", "RECUSED"))
    led = delegated(answers, resolve(answers.members, CHAIN, {"a", "b"})).tallies()
    assert (1, 1, 3) == tuple(led.count("head", each) for each in ("YES", "RECUSED", "ABSENT"))


def test_every_measure_is_carried_at_once():
    roll = {"a": (1, 9000), "b": (1, 12000), "c": (1, 6000)}
    answers = d.Answers.of({"a": "NO"}, roll=roll, measures=("head", "area"))
    tallies = delegated(answers, resolved(answers, CHAIN)).tallies()
    assert (3, 27000) == (tallies.count("head", "NO"), tallies.count("area", "NO"))


def test_a_vote_fades_by_the_damping_with_each_hop():
    answers = d.Answers.of({"a": "YES", "d": "NO", "e": "NO"}, roll=FIVE)
    damped = damped_tallies(answers, resolved(answers, CHAIN, DelegationRule(damping="9/10")))
    yes = 1 + Fraction(9, 10) + Fraction(81, 100)
    assert (yes, 2, 3 - yes, 5) == (
        damped.count("head", "YES"), damped.count("head", "NO"), damped.count("head", "ABSENT"), damped.roll("head")
    )  # fmt: skip


def test_a_requirement_rules_on_votes_that_faded():
    """Three against two becomes seven quarters against two."""
    answers = d.Answers.of({"a": "YES", "d": "NO", "e": "NO"}, roll=FIVE)
    damped = damped_tallies(answers, resolved(answers, CHAIN, DelegationRule(damping="1/2")))
    assert "REJECTED" == d.requirement("robert.majority").rule_on(damped).status


def test_a_long_chain_fades_exactly():
    names = [f"m{place}" for place in range(300)]
    chain = [Delegation(one, other) for one, other in zip(names[1:], names, strict=False)]
    answers = d.Answers.of({"m0": "YES"}, roll=dict.fromkeys(names, (1,)))
    damped = damped_tallies(answers, resolved(answers, chain, DelegationRule(damping="1/2")))
    assert 2 - Fraction(1, 2**299) == damped.count("head", "YES")


def test_chains_of_two_hops_fade_twice_where_none_has_one():
    """Depth first, x goes round by y and y round by x: both votes travel two hops."""
    answers = d.Answers.of({"a": "YES", "b": "NO"}, roll=dict.fromkeys("abxy", (1,)))
    around = (Delegation("x", ("y", "a")), Delegation("y", ("x", "b")))
    damped = damped_tallies(answers, resolved(answers, around, DelegationRule("depth-first", damping="2/3")))
    assert (Fraction(13, 9), Fraction(13, 9)) == (damped.count("head", "YES"), damped.count("head", "NO"))


def test_rankings_count_for_those_they_carry():
    ranks = [[1, 2], [0, 0], [0, 0], [2, 1], [2, 1]]
    weights = resolve("abcde", CHAIN, set("ade")).gathered((1,) * 5)
    profile = d.Profile.from_ranks(ranks, ("lamps", "bins"), weights)
    assert (("lamps",), 5) == (d.decide(d.Election(profile), d.rule("schulze")).chosen, profile.total)


def test_an_empty_roll_has_nothing_to_carry():
    answers = d.Answers.of({}, roll={})
    resolution = resolved(answers, ())
    assert answers == delegated(answers, resolution)
    assert 0 == damped_tallies(answers, resolution).roll("head")


@pytest.mark.parametrize("count", [delegated, damped_tallies])
def test_a_resolution_of_another_roll_is_refused(count):
    answers = d.Answers.of({"a": "YES"}, roll=FIVE)
    other = d.Answers.of({"a": "YES"}, roll={"a": (1,)})
    with pytest.raises(ElectionError) as error:
        count(answers, resolved(other, ()))
    assert "resolution-does-not-fit" == error.value.code
