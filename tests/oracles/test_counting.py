"""Slow and obvious: one ballot after the other, dictionaries and Python integers; the fast counts must agree."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

import deliberate as d
from deliberate.decision.ballots import Approval, Ranking
from deliberate.decision.pairwise import preferred
from deliberate.decision.steps import Eliminated, PairsCompared, PathsFound, Tallied
from deliberate.testing import elections

LAST = 10**6
ELECTIONS = elections(Ranking, most_types=6)


def ballots(election):
    """Each different ballot on the options that stand: the rank of each option, and the votes."""
    for ballot, votes in election.profile.ballots():
        ranks = dict.fromkeys(election.options, LAST)
        for rank, level in enumerate(ballot.levels, 1):
            ranks |= dict.fromkeys(level, rank)
        yield ranks, votes


def pairs(election, unranked="last"):
    above = {}
    cast = list(ballots(election))
    for one in election.options:
        for other in election.options:
            above[one, other] = sum(
                votes
                for ranks, votes in cast
                if ranks[one] < ranks[other] and (unranked == "last" or ranks[other] < LAST)
            )
    return above


def square(election, values):
    return tuple(tuple(values[one, other] for other in election.options) for one in election.options)


@given(ELECTIONS, st.sampled_from(("last", "no-opinion")))
def test_pairs(election, unranked):
    fast = preferred(election.profile, unranked)
    assert square(election, pairs(election, unranked)) == tuple(map(tuple, fast.tolist()))


@given(ELECTIONS)
def test_borda_points(election):
    points = {option: Fraction(0) for option in election.options}
    for ranks, votes in ballots(election):
        for one in points:
            for other in points:
                if one != other:
                    points[one] += votes * Fraction((ranks[one] < ranks[other]) * 2 + (ranks[one] == ranks[other]), 2)
    [tallied] = d.decide(election, d.rule("borda")).steps(Tallied)
    assert points == dict(tallied.tallies)


def pile(ranks, continuing):
    """Whose pile a ballot lies on: None where its first continuing rank is shared, or there is none."""
    best = min((ranks[option] for option in continuing), default=LAST)
    first = [option for option in continuing if ranks[option] == best]
    return first[0] if len(first) == 1 and best < LAST else None


def irv(election, elimination):
    """Each round: the votes, the exhausted, who left."""
    continuing, exhausted = list(election.options), 0
    live = list(ballots(election))
    while True:
        votes = dict.fromkeys(continuing, 0)
        still = []
        for ranks, weight in live:
            option = pile(ranks, continuing)
            if option is None:
                exhausted += weight
            else:
                votes[option] += weight
                still.append((ranks, weight))
        live = still
        if len(continuing) == 1 or 2 * max(votes.values()) > sum(votes.values()):
            yield votes, exhausted, None
            return
        leaving = batch(votes) if elimination == "batch" else ()
        if not leaving:
            fewest = min(votes.values())
            leaving = (election.lot.last([option for option in continuing if votes[option] == fewest]),)
        yield votes, exhausted, set(leaving)
        continuing = [option for option in continuing if option not in leaving]


def batch(votes):
    """The largest group whose votes together are fewer than those of anyone outside it."""
    order = sorted(votes, key=votes.get)
    for size in range(len(order) - 1, 0, -1):
        if sum(votes[option] for option in order[:size]) < votes[order[size]]:
            return tuple(order[:size])
    return ()


@given(ELECTIONS, st.sampled_from(("single", "batch")))
def test_instant_runoff_round_by_round(election, elimination):
    outcome = d.decide(election, d.rule("irv", elimination=elimination))
    slow = list(irv(election, elimination))
    assert [(votes, out) for votes, out, _ in slow] == [
        (dict(step.tallies), step.exhausted) for step in outcome.steps(Tallied)
    ]
    assert [left for *_, left in slow if left] == [set(step.options) for step in outcome.steps(Eliminated)]
    last = slow[-1][0]
    assert outcome.chosen[0] in {option for option in last if last[option] == max(last.values())}


@given(ELECTIONS)
def test_first_choices(election):
    votes = dict.fromkeys(election.options, 0)
    for ranks, weight in ballots(election):
        option = pile(ranks, election.options)
        if option is not None:
            votes[option] += weight
    [tallied] = d.decide(election, d.rule("plurality")).steps(Tallied)
    assert votes == dict(tallied.tallies)
    assert election.profile.total - sum(votes.values()) == tallied.exhausted


def strongest(election, worth):
    """The strongest path by trying every path."""

    def best(one, other, seen):
        direct = worth[one, other]
        others = [option for option in election.options if option not in seen and option != other]
        return max([direct, *(min(worth[one, via], best(via, other, {*seen, via})) for via in others)])

    options = election.options
    return {(a, b): best(a, b, {a}) if a != b else 0 for a in options for b in options}


@given(ELECTIONS, st.sampled_from(("margins", "winning-votes")), st.sampled_from(("last", "no-opinion")))
def test_schulze_by_trying_every_path(election, strength, unranked):
    above = pairs(election, unranked)
    worth = {
        (a, b): (votes - above[b, a] if strength == "margins" else votes) if votes > above[b, a] else 0
        for (a, b), votes in above.items()
    }
    paths = strongest(election, worth)
    rule = d.rule("schulze", strength=strength, unranked=unranked)
    outcome = d.decide(election, rule)
    [compared], [found] = outcome.steps(PairsCompared), outcome.steps(PathsFound)
    assert square(election, above) == compared.above
    assert square(election, paths) == found.paths
    unbeaten = {a for a in election.options if all(paths[a, b] >= paths[b, a] for b in election.options)}
    assert unbeaten == set(outcome.ranking[0])
    assert {frozenset({each}) for each in unbeaten} == {frozenset(each.chosen) for each in d.universes(election, rule)}


@given(elections(Approval, most_types=6))
def test_approvals(election):
    votes = dict.fromkeys(election.options, 0)
    for ballot, weight in election.profile.ballots():
        for option in ballot.options:
            votes[option] += weight
    [tallied] = d.decide(election, d.rule("approval")).steps(Tallied)
    assert votes == dict(tallied.tallies)


@pytest.mark.parametrize("size", [2, 16, 17, 40, 300])
def test_many_options_are_counted_as_few_are(size):
    """Past 16 options a ballot does not fit into one 64-bit key; past 255 a rank does not fit into a byte."""
    options = [f"o{number}" for number in range(size)]
    forward, backward = [*range(1, size + 1)], [*range(size, 0, -1)]
    election = d.Election(d.Profile.from_ranks([forward, backward, forward, [0] * size], options, [2, 3, 2, 1]))
    assert (3, 8) == (election.profile.n_types, election.profile.total)
    [compared] = d.decide(election, d.rule("schulze")).steps(PairsCompared)
    assert square(election, pairs(election)) == compared.above
    for name in ("borda", "irv", "plurality", "schulze"):
        assert ("o0",) == d.decide(election, d.rule(name)).chosen
