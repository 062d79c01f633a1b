"""The same ballots counted by pref_voting (extra ``peers``): equal, or the other convention is said here.

pref_voting's conventions that differ from ours:

- Ties: it returns the set of all tied winners; ours is the set over every lot (``universes``).
- Truncated ballots: its ``ProfileWithTies`` compares only pairs ranked on one ballot unless it is told
  ``use_extended_strict_preference``; ours says ``unranked="last"``, which is the extended relation.
- Instant runoff: ``instant_runoff`` drops all who tie for the fewest at once; ``instant_runoff_put`` tries each
  order (parallel universes), which is what a lot can lead to. On truncated ballots its counterpart is
  ``instant_runoff_for_truncated_linear_orders``, which drops tied options at once, so only elections in which no
  lot was asked are compared.
- Borda with ties: ``symmetric_borda_scores`` gives points above minus points below, twice our points less a constant.
"""

import random
from itertools import groupby

import pytest

import deliberate as d
from deliberate.decision.steps import Tallied

pytestmark = pytest.mark.peers

SEEDS = range(60)


@pytest.fixture(scope="module")
def peer():
    """The library; where it is missing this test fails, it does not skip."""
    import pref_voting.iterative_methods as iterative
    import pref_voting.margin_based_methods as margin_based
    import pref_voting.profiles_with_ties as with_ties
    import pref_voting.scoring_methods as scoring
    from pref_voting import profiles

    class Peer:
        irv = staticmethod(iterative.instant_runoff_put)
        irv_truncated = staticmethod(iterative.instant_runoff_for_truncated_linear_orders)
        schulze = staticmethod(margin_based.beat_path)
        plurality = staticmethod(scoring.plurality)
        borda = staticmethod(scoring.borda)
        symmetric_borda = staticmethod(scoring.symmetric_borda_scores)
        Profile = profiles.Profile
        ProfileWithTies = with_ties.ProfileWithTies

    return Peer


def complete(seed):
    """3 to 7 options, 1 to 60 voters, every option ranked."""
    chance = random.Random(seed)  # noqa: S311 - ballots, not secrets
    options, voters = chance.randint(3, 7), chance.randint(1, 60)
    rankings = [chance.sample(range(options), options) for _ in range(voters)]
    return options, rankings


def ours(options, rankings):
    names = [str(number) for number in range(options)]
    return d.Election(d.Profile.from_rankings([[str(each) for each in ranking] for ranking in rankings], names))


def winners(election, name, **parameters):
    return sorted(int(outcome.chosen[0]) for outcome in d.universes(election, d.rule(name, **parameters)))


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("name", ["plurality", "borda", "irv", "schulze"])
def test_complete_ballots_give_the_same_possible_winners(peer, name, seed):
    options, rankings = complete(seed)
    theirs = getattr(peer, name)(peer.Profile(rankings))
    assert sorted(theirs) == winners(ours(options, rankings), name)


def with_ties(seed):
    """Ballots with equal ranks and options left out, as ranks: 0 is unranked."""
    chance = random.Random(seed)  # noqa: S311 - ballots, not secrets
    options, voters = chance.randint(3, 7), chance.randint(1, 60)
    return options, [[chance.randint(0, options) for _ in range(options)] for _ in range(voters)]


def table(options, ranks):
    return d.Election(d.Profile.from_ranks(ranks, [str(number) for number in range(options)]))


def their_ties(peer, options, ranks):
    profile = peer.ProfileWithTies(
        [{option: rank for option, rank in enumerate(row) if rank} for row in ranks], candidates=list(range(options))
    )
    profile.use_extended_strict_preference()
    return profile


@pytest.mark.parametrize("seed", SEEDS)
def test_tied_and_truncated_ballots_give_the_same_schulze_winners(peer, seed):
    options, ranks = with_ties(seed)
    theirs = peer.schulze(their_ties(peer, options, ranks))
    assert sorted(theirs) == winners(table(options, ranks), "schulze")


@pytest.mark.parametrize("seed", SEEDS)
def test_its_default_on_truncated_ballots_is_our_no_opinion(peer, seed):
    options, ranks = with_ties(seed)
    rows = [{option: rank for option, rank in enumerate(row) if rank} for row in ranks]
    theirs = peer.schulze(peer.ProfileWithTies(rows, candidates=list(range(options))))
    assert sorted(theirs) == winners(table(options, ranks), "schulze", unranked="no-opinion")


@pytest.mark.parametrize("seed", SEEDS)
def test_margins_agree_on_tied_and_truncated_ballots(peer, seed):
    from deliberate.decision.pairwise import margins, preferred

    options, ranks = with_ties(seed)
    profile = their_ties(peer, options, ranks)
    theirs = [[profile.margin(one, other) for other in range(options)] for one in range(options)]
    assert theirs == margins(preferred(table(options, ranks).profile)).tolist()


@pytest.mark.parametrize("seed", SEEDS)
def test_borda_points_of_tied_ballots_are_theirs_moved_and_halved(peer, seed):
    options, ranks = with_ties(seed)
    # Every option ranked, ties among them: its scores do not speak of truncated ballots.
    ranks = [[rank or options for rank in row] for row in ranks]
    theirs = peer.symmetric_borda(their_ties(peer, options, ranks))
    [tallied] = d.decide(table(options, ranks), d.rule("borda")).steps(Tallied)
    mean = (options - 1) * len(ranks)
    assert {option: 2 * points - mean for option, points in tallied.tallies} == {
        str(option): points for option, points in theirs.items()
    }


@pytest.mark.parametrize("seed", range(120))
def test_truncated_orders_give_the_same_instant_runoff_where_no_lot_is_asked(peer, seed):
    options, rankings = complete(seed)
    chance = random.Random(seed)  # noqa: S311 - ballots, not secrets
    short = [ranking[: chance.randint(1, options)] for ranking in rankings]
    outcome = d.decide(ours(options, short), d.rule("irv"))
    if outcome.ties:
        assert "decided" == outcome.status
        return
    rows = [{option: place for place, option in enumerate(ranking, 1)} for ranking in short]
    theirs = peer.irv_truncated(peer.ProfileWithTies(rows, candidates=list(range(options))))
    assert [int(outcome.chosen[0])] == list(theirs)


def test_most_of_those_elections_ask_no_lot():
    asked = sum(bool(d.decide(ours(*complete(seed)), d.rule("irv")).ties) for seed in range(120))
    assert asked < 80


@pytest.mark.parametrize("seed", SEEDS)
def test_the_most_approvals_are_the_most_ballots_that_rank_it(peer, seed):
    """It has approval only over grades: a ballot that ranks some options equal approves of those."""
    from pref_voting import grade_methods, grade_profiles

    options, ranks = with_ties(seed)
    approved = [[rank % 2 for rank in row] for row in ranks]
    graded = grade_profiles.GradeProfile([dict(enumerate(row)) for row in approved], [0, 1])
    names = [str(number) for number in range(options)]
    profile = d.Profile.from_approvals(
        [{n for n, each in zip(names, row, strict=True) if each} for row in approved], names
    )
    found = sorted(int(outcome.chosen[0]) for outcome in d.universes(d.Election(profile), d.rule("approval")))
    assert sorted(grade_methods.approval(graded)) == found


def test_equal_ballots_may_be_given_with_weights(peer):
    options, rankings = complete(7)
    counted = [(list(ranking), len(list(same))) for ranking, same in groupby(sorted(rankings))]
    theirs = peer.Profile([ranking for ranking, _ in counted], rcounts=[votes for _, votes in counted])
    assert sorted(peer.schulze(theirs)) == winners(ours(options, rankings), "schulze")
