"""What each declared property says, as a test on one election: the search for a counterexample calls it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from deliberate.decision.answers import Answers
from deliberate.decision.arithmetic import Votes, summed, where_less
from deliberate.decision.ballots import Ranking
from deliberate.decision.claims import Claim
from deliberate.decision.decide import decide
from deliberate.decision.election import AnyElection
from deliberate.decision.pairwise import preferred
from deliberate.decision.rule import AnyRule
from deliberate.testing.turned import (
    columns_reversed,
    doubled,
    levels,
    plain,
    raised,
    renamed,
    results,
    reversed_,
    shuffled,
    winners,
)


def holds(claim: Claim, rule: AnyRule, election: AnyElection) -> bool:
    """Whether a rule keeps a property on this election; a counterexample is an election where it does not.

    Parameters
    ----------
    claim
        The property.
    rule
        Any rule.
    election
        Ballots that the rule counts. Properties of a winner are asked where one seat is to be filled.

    Notes
    -----
    Where ties matter, sets are compared: every option that some lot lets the rule choose. Unranked options stand
    last; where a rule says otherwise (``unranked``), its own pairs are what "beats" means, and what a ballot leaves
    out stays out when it is turned around.

    Examples
    --------
    >>> import deliberate as d
    >>> centre = d.ranked("4: lamps > bins > benches; 3: benches > bins > lamps; 2: bins > benches > lamps")
    >>> holds(Claim.CONDORCET, d.rule("schulze"), centre), holds(Claim.CONDORCET, d.rule("plurality"), centre)
    (True, False)
    """
    match claim:
        case Claim.ANONYMOUS:
            return results(rule, election) == results(rule, shuffled(election))
        case Claim.NEUTRAL:
            return _neutral(rule, election)
        case Claim.HOMOGENEOUS:
            return results(rule, election) == results(rule, doubled(election))
        case Claim.MONOTONE:
            return _monotone(rule, election)
        case Claim.PARETO | Claim.MAJORITY | Claim.CONDORCET | Claim.CONDORCET_LOSER | Claim.REVERSAL:
            return election.seats > 1 or isinstance(election.table, Answers) or _of_pairs(claim, rule, election)
    assert_never(claim)


def _of_pairs(claim: Claim, rule: AnyRule, election: AnyElection) -> bool:
    options = election.options
    found = winners(rule, election)
    unranked = str(getattr(rule, "unranked", "last"))
    if claim == Claim.MAJORITY:
        return all(found == {option} for option in _majority(election))
    if claim == Claim.REVERSAL:
        return len(options) == 1 or len(found) != 1 or not found <= winners(rule, reversed_(election, unranked))
    pairs = above(election, unranked)
    others = {one: [other for other in range(len(options)) if other != one] for one in range(len(options))}
    if claim == Claim.CONDORCET:
        best = [one for one, rest in others.items() if all(pairs[one, other] > pairs[other, one] for other in rest)]
        return all(found == {options[one]} for one in best)
    if claim == Claim.CONDORCET_LOSER:
        worst = [one for one, rest in others.items() if rest and all(pairs[one, o] < pairs[o, one] for o in rest)]
        return all(options[one] not in found for one in worst)
    votes = plain(election).total
    dominated = [one for one, rest in others.items() if votes and any(pairs[other, one] == votes for other in rest)]
    return all(options[one] not in found for one in dominated)


def above(election: AnyElection, unranked: str = "last") -> Votes:
    """For each pair, the votes that put the first option above the second: shape (n_options, n_options).

    Parameters
    ----------
    election
        Rankings, approvals or points.
    unranked
        As in :func:`~deliberate.decision.pairwise.preferred`.
    """
    profile = plain(election)
    if profile.ballot is Ranking:
        return preferred(profile, unranked)
    return where_less(levels(profile), profile.weights)


def _majority(election: AnyElection) -> Iterator[str]:
    profile = plain(election)
    planes = levels(profile)
    for column, option in enumerate(profile.options):
        ahead = (planes[column] < planes).sum(axis=0) == len(planes) - 1
        if 2 * summed(ahead & (profile.planes[column] > 0), profile.weights) > profile.total:
            yield option


def _neutral(rule: AnyRule, election: AnyElection) -> bool:
    options = election.table.options
    names = dict(zip(options, (*options[1:], options[0]), strict=True))
    one, other = _decided(rule, election), _decided(rule, renamed(election, names))
    return [names[option] for option in one] == list(other) and _ballot_order_is_nothing(rule, election)


def _ballot_order_is_nothing(rule: AnyRule, election: AnyElection) -> bool:
    if isinstance(election.table, Answers):
        return True
    return set(_decided(rule, election)) == set(_decided(rule, columns_reversed(election)))


def _decided(rule: AnyRule, election: AnyElection) -> tuple[str, ...]:
    return decide(election, rule).chosen


def _monotone(rule: AnyRule, election: AnyElection) -> bool:
    if election.seats > 1:
        return True
    found = winners(rule, election)
    for winner in found:
        for better in raised(election, winner):
            after = winners(rule, better)
            if winner not in after or (len(found) == 1 and after != found):
                return False
    return True
