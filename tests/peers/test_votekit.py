"""The same ballots counted by VoteKit (extra ``peers``): equal, or the other convention is said here.

VoteKit's conventions that differ from ours:

- It elects one option per seat and breaks ties itself (at random, or alphabetically in Schulze's rule), so a winner
  of its is compared with the set of ours over every lot: it must be among them, and be the one where there is one.
- Schulze's rule: it elects from the smallest set whose members all beat every option outside, which is wider than
  the options that nobody beats where paths are equally strong; there its alphabetical winner can be an option that
  another beats. Where one option is unbeaten the two sets are one.
- Borda gives n, n-1, ... 1 points where we give n-1, ... 0: with every option ranked the difference is one point a
  ballot for everyone.
- Instant runoff runs until one option has more than half of all ballots (Droop quota of one seat), exhausted ones
  included; ours of those that continue. With every option ranked nothing is exhausted and the two are one.
"""

import random

import pytest

import deliberate as d
from deliberate.decision.steps import PathsFound, Tallied

pytestmark = pytest.mark.peers

SEEDS = range(40)


@pytest.fixture(scope="module")
def peer():
    """The library; where it is missing this test fails, it does not skip."""
    import votekit
    from votekit import ballot, elections, pref_profile

    class Peer:
        Plurality, Borda, IRV, Schulze = elections.Plurality, elections.Borda, elections.IRV, elections.Schulze
        RankBallot, RankProfile = ballot.RankBallot, pref_profile.RankProfile
        version = votekit.__name__

    return Peer


def complete(seed):
    """3 to 6 options, 1 to 60 voters, every option ranked."""
    chance = random.Random(seed)  # noqa: S311 - ballots, not secrets
    names = "abcdef"[: chance.randint(3, 6)]
    return names, [chance.sample(names, len(names)) for _ in range(chance.randint(1, 60))]


def ours(names, rankings):
    return d.Election(d.Profile.from_rankings(rankings, names))


def theirs(peer, names, rankings):
    ballots = [peer.RankBallot(ranking=tuple(frozenset({each}) for each in ranking)) for ranking in rankings]
    return peer.RankProfile(ballots=tuple(ballots), candidates=tuple(names), max_ranking_length=len(names))


def possible(election, name):
    return {outcome.chosen[0] for outcome in d.universes(election, d.rule(name))}


def elected(election):
    [first, *_] = election.get_elected()
    [one] = first
    return one


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize(("kind", "name"), [("Plurality", "plurality"), ("Borda", "borda")])
def test_scores_elect_one_of_the_possible_winners(peer, kind, name, seed):
    names, rankings = complete(seed)
    election = getattr(peer, kind)(theirs(peer, names, rankings), n_seats=1, tiebreak="random")
    assert elected(election) in possible(ours(names, rankings), name)


def top_tier(outcome):
    """The smallest set whose members all beat every option outside."""
    [found] = outcome.steps(PathsFound)
    beats = {
        one: {other for other, to, back in zip(found.options, row, column, strict=True) if to > back}
        for one, row, column in zip(found.options, found.paths, zip(*found.paths, strict=True), strict=True)
    }
    order = sorted(beats, key=lambda option: -len(beats[option]))
    for size in range(1, len(order) + 1):
        tier, rest = set(order[:size]), set(order[size:])
        if all(rest <= beats[option] for option in tier):
            return tier
    raise AssertionError(order)


@pytest.mark.parametrize("seed", range(120))
def test_schulze_elects_the_unbeaten_option_or_one_of_the_tier_that_beats_all_others(peer, seed):
    names, rankings = complete(seed)
    election = ours(names, rankings)
    unbeaten, winner = possible(election, "schulze"), elected(peer.Schulze(theirs(peer, names, rankings)))
    tier = top_tier(d.decide(election, d.rule("schulze")))
    assert winner in tier
    assert unbeaten <= tier
    assert len(unbeaten) > 1 or unbeaten == tier == {winner}


@pytest.mark.parametrize("seed", SEEDS)
def test_instant_runoff_elects_one_of_the_possible_winners(peer, seed):
    names, rankings = complete(seed)
    election = peer.IRV(theirs(peer, names, rankings), tiebreak="random")
    assert elected(election) in possible(ours(names, rankings), "irv")


@pytest.mark.parametrize("seed", SEEDS)
def test_borda_points_are_theirs_less_one_a_ballot(peer, seed):
    names, rankings = complete(seed)
    scores = peer.Borda(theirs(peer, names, rankings), n_seats=1, tiebreak="random").election_states[0].scores
    [tallied] = d.decide(ours(names, rankings), d.rule("borda")).steps(Tallied)
    assert {option: points + len(rankings) for option, points in tallied.tallies} == dict(scores)
