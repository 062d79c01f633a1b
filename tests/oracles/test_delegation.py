"""Slow and obvious: each member's chain walked hop by hop, every path of a ranked delegation tried."""

from collections import Counter
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import deliberate as d
from deliberate.community.concentration import concentration
from deliberate.community.delegation import ORDERS, DelegationRule
from deliberate.community.resolution import FATES, Fate
from deliberate.community.resolve import resolve_columns
from deliberate.decision.delegated import damped_tallies, delegated
from deliberate.requirement.statuses import STANCES

ABSENT = STANCES.index("ABSENT")
CAPS = st.one_of(st.none(), st.integers(1, 4))


@st.composite
def rolls(draw, most_choices=3, most=8):
    """For each member those chosen, most wanted first, and whether they vote in person."""
    size = draw(st.integers(0, most))
    others = [[place for place in range(size) if place != one] for one in range(size)]
    chosen = [
        draw(st.lists(st.sampled_from(rest), max_size=most_choices, unique=True)) if rest else [] for rest in others
    ]
    return chosen, draw(st.lists(st.booleans(), min_size=size, max_size=size))


RULES = st.builds(DelegationRule, st.sampled_from(ORDERS), CAPS, CAPS)


def columns(chosen, direct):
    width = max([1, *map(len, chosen)])
    table = np.array([each + [-1] * (width - len(each)) for each in chosen], np.int64).reshape(len(chosen), width)
    return table, np.array(direct, np.bool_)


def paths(chosen, direct, place, met=()):
    """Every path without a circle to a direct voter: the ranks on the way, and the end."""
    if direct[place]:
        yield (), place
        return
    for rank, each in enumerate(chosen[place]):
        if each not in (*met, place):
            for ranks, end in paths(chosen, direct, each, (*met, place)):
                yield (rank, *ranks), end


def hopeless(chosen, place):
    """Nobody who votes is reached: where the first choices lead."""
    met = []
    while chosen[place]:
        if place in met:
            return Fate.CIRCULAR
        met.append(place)
        place = chosen[place][0]
    return Fate.LOST if met else Fate.SILENT


def walked(chosen, direct, rule):
    """The end, the hops and the fate of each member, one after the other."""
    found = []
    for place in range(len(chosen)):
        ways = list(paths(chosen, direct, place))
        if not ways:
            found.append((-1, 0, hopeless(chosen, place)))
            continue
        key = (lambda way: (len(way[0]), way[0])) if rule.order == "breadth-first" else (lambda way: way[0])
        ranks, end = min(ways, key=key)
        found.append((end, len(ranks), Fate.CARRIED if ranks else Fate.DIRECT))
    aboard = Counter()
    result = list(found)
    for place, (end, hops, _) in sorted(enumerate(found), key=lambda line: line[1][1]):
        if rule.depth is not None and hops > rule.depth:
            result[place] = (-1, 0, Fate.TOO_DEEP)
        elif end >= 0:
            aboard[end] += 1
            if rule.most is not None and aboard[end] > rule.most:
                result[place] = (-1, 0, Fate.OVER_CAP)
    return result


def lines(resolution):
    fates = [FATES[code] for code in resolution.fates.tolist()]
    return list(zip(resolution.ends.tolist(), resolution.depths.tolist(), fates, strict=True))


@given(rolls(), RULES)
def test_each_chain_walked_alone(roll, rule):
    assert walked(*roll, rule) == lines(resolve_columns(*columns(*roll), rule))


@given(rolls(most_choices=1, most=40), RULES)
def test_long_chains_of_single_delegates(roll, rule):
    assert walked(*roll, rule) == lines(resolve_columns(*columns(*roll), rule))


@given(rolls(most_choices=1, most=12), CAPS, CAPS)
def test_with_single_delegates_both_orders_are_the_plain_chains(roll, depth, most):
    table, direct = columns(*roll)
    beside = np.column_stack((table, np.full(len(table), -1)))
    plain = resolve_columns(table[:, 0], direct, DelegationRule(depth=depth, most=most))
    for order in ORDERS:
        assert lines(plain) == lines(resolve_columns(beside, direct, DelegationRule(order, depth, most)))


@given(rolls(), RULES)
def test_no_ballot_carries_more_than_the_cap_or_from_farther_than_the_depth(roll, rule):
    resolution = resolve_columns(*columns(*roll), rule)
    persons = Counter(end for end in resolution.ends.tolist() if end >= 0)
    assert [] == [end for end, count in persons.items() if rule.most is not None and count > rule.most]
    assert [] == [hops for hops in resolution.depths.tolist() if rule.depth is not None and hops > rule.depth]


@st.composite
def weighed(draw):
    """Answers with delegations beside them, resolved by some rule that may let votes fade."""
    chosen, voted = draw(rolls(most=6))
    rule = draw(RULES)
    damping = draw(st.fractions(Fraction(1, 9), 1, max_denominator=9))
    rule = DelegationRule(rule.order, rule.depth, rule.most, damping)
    cast = [draw(st.sampled_from(("YES", "NO", "ABSTAIN"))) if each else "ABSENT" for each in voted]
    weight = st.one_of(st.integers(0, 5), st.sampled_from((2**53 - 1, 2**62, 2**63 - 1)))
    weights = draw(st.lists(st.tuples(st.integers(0, 3), weight), min_size=len(cast), max_size=len(cast)))
    names = [f"m{place}" for place in range(len(cast))]
    roll = dict(zip(names, weights, strict=True))
    answers = d.Answers.of(dict(zip(names, cast, strict=True)), roll, measures=("head", "area"))
    return answers, resolve_columns(*columns(chosen, voted), rule)


@given(weighed())
def test_each_vote_takes_the_stance_at_the_end_of_its_chain(case):
    answers, resolution = case
    slow = [answers.stances[end] if end >= 0 else ABSENT for end in resolution.ends.tolist()]
    assert slow == delegated(answers, resolution).stances.tolist()


@given(weighed())
def test_a_vote_fades_with_each_hop_and_the_rest_is_absent(case):
    answers, resolution = case
    damped = damped_tallies(answers, resolution)
    for column, measure in enumerate(answers.measures):
        slow = dict.fromkeys(STANCES, Fraction(0))
        for place, (end, hops, _) in enumerate(lines(resolution)):
            weight = int(answers.weights[place, column])
            counts = weight * resolution.rule.damping**hops if end >= 0 else 0
            slow[STANCES[answers.stances[end]] if end >= 0 else "ABSENT"] += counts
            slow["ABSENT"] += weight - counts
        assert {stance: votes for stance, votes in slow.items() if votes} == damped.counts(measure)


@given(weighed())
def test_no_weight_is_lost_and_none_is_made(case):
    answers, resolution = case
    for column, measure in enumerate(answers.measures):
        roll = sum(answers.weights[:, column].tolist())
        assert roll == delegated(answers, resolution).tallies().roll(measure)
        assert roll == damped_tallies(answers, resolution).roll(measure)


@given(weighed())
def test_without_damping_both_tallies_are_one(case):
    answers, resolution = case
    rule = DelegationRule(resolution.rule.order, resolution.rule.depth, resolution.rule.most)
    plain = type(resolution)(rule, resolution.ends, resolution.depths, resolution.fates)
    assert delegated(answers, plain).tallies() == damped_tallies(answers, plain)


@given(weighed())
def test_concentration_by_comparing_each_ballot_with_each(case):
    answers, resolution = case
    weights = answers.weights[:, 1].tolist()
    ends = resolution.ends.tolist()
    ballots = [
        sum(weight for weight, to in zip(weights, ends, strict=True) if to == end)
        for end in range(len(ends))
        if resolution.direct[end]
    ]
    found = concentration(resolution, answers.weights[:, 1])
    total = sum(ballots)
    assert (len(ballots), max(ballots, default=0)) == (found.direct, found.largest)
    if not total:
        assert (None, None, None) == (found.gini, found.share, found.effective)
        return
    apart = sum(abs(one - other) for one in ballots for other in ballots)
    assert Fraction(apart, 2 * len(ballots) * total) == found.gini
    assert 1 == found.effective * sum(Fraction(each, total) ** 2 for each in ballots)
    assert Fraction(max(ballots), total) == found.share


@pytest.mark.parametrize("size", [1, 2, 3, 1023, 1024, 1025])
def test_one_long_chain_and_one_long_circle(size):
    """The lengths around a power of two, where doubling could stop a round too early."""
    onward = np.arange(1, size + 1) % size
    last = np.arange(size) == size - 1
    chain = resolve_columns(np.where(last, -1, onward), last)
    assert ([size - 1] * size, list(range(size - 1, -1, -1))) == (chain.ends.tolist(), chain.depths.tolist())
    if size > 1:
        assert [True] * size == resolve_columns(onward, np.zeros(size, np.bool_)).circular.tolist()
