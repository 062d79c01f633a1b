"""Answers and the delegations beside them: each line takes the stance of the ballot that counts for it."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

import numpy as np
from attrs import evolve
from numpy.typing import NDArray

from deliberate.community.chains import Mask
from deliberate.community.delegation import Delegation, DelegationRule
from deliberate.community.resolution import Resolution
from deliberate.community.resolve import resolve
from deliberate.decision.answers import Answers
from deliberate.errors import ElectionError
from deliberate.quantities import Amount, exact
from deliberate.requirement.statuses import STANCES, Stance
from deliberate.requirement.tallies import Tallies

# Whoever is absent, or present without an answer, may still be carried.
_NO_BALLOT = (Stance.ABSENT, Stance.PRESENT, Stance.RECUSED)
_DEFAULT = DelegationRule()
_ABSENT = STANCES.index(Stance.ABSENT)


def resolved(answers: Answers, delegations: Iterable[Delegation], rule: DelegationRule = _DEFAULT) -> Resolution:
    """Whose ballot counts for each line, where the answers say who voted in person.

    Parameters
    ----------
    answers
        Before anybody is carried. ABSENT and PRESENT are no ballots: such a member's delegation is followed.
        RECUSED takes no part at all: neither carries others nor is carried.
    delegations
        At most one for each giver, as :func:`~deliberate.community.delegation.applicable` leaves them.
    rule
        In what order chains are followed, and how far.

    Raises
    ------
    RollError
        ``not-on-the-roll``, ``delegation-twice``.

    Notes
    -----
    O(n) for the names; the chains as :func:`~deliberate.community.resolve.resolve_columns` says.
    """
    recused = {answers.members[place] for place in np.flatnonzero(_takes(answers, Stance.RECUSED)).tolist()}
    direct = {answers.members[place] for place in np.flatnonzero(_voted(answers)).tolist()}
    return resolve(answers.members, (each for each in delegations if each.giver not in recused), direct, rule)


def delegated(answers: Answers, resolution: Resolution) -> Answers:
    """The answers with each carried member's line in the stance of the ballot that carries it.

    Parameters
    ----------
    answers
        Before anybody is carried.
    resolution
        Who votes for whom, on the same roll. Damping is left to :func:`damped_tallies`.

    Returns
    -------
    Answers
        Whoever is not carried keeps their own stance: whose delegation goes round in a circle stays ABSENT.

    Raises
    ------
    ElectionError
        ``resolution-does-not-fit``: made for a roll of another length.

    Notes
    -----
    O(n).

    Examples
    --------
    Chen trusts Bao and Bao trusts An, who says yes:

    >>> answers = Answers.of({"an": "YES", "ding": "NO"}, roll={"an": (1,), "bao": (1,), "chen": (1,), "ding": (1,)})
    >>> resolution = resolved(answers, (Delegation("chen", "bao"), Delegation("bao", "an")))
    >>> delegated(answers, resolution).tallies().counts("head")
    {<Stance.YES: 'YES'>: 3, <Stance.NO: 'NO'>: 1}
    """
    if len(resolution) != len(answers.members):
        raise ElectionError("resolution-does-not-fit", lines=len(answers.members), resolved=len(resolution))
    carried = resolution.carried & ~_takes(answers, Stance.RECUSED) & _voted(answers)[resolution.ends]
    stances = np.where(carried, answers.stances[resolution.ends], answers.stances)
    return evolve(answers, stances=stances)


def damped_tallies(answers: Answers, resolution: Resolution) -> Tallies:
    """The tallies of the delegated answers, where a vote fades with each hop of its chain.

    Parameters
    ----------
    answers
        Before anybody is carried.
    resolution
        Who votes for whom, on the same roll; its rule says what is left of a vote after one hop.

    Returns
    -------
    Tallies
        A weight that travelled d hops counts ``weight * damping**d``, exactly; what faded is ABSENT, so that every
        measure still sums to its roll and no base changes.

    Raises
    ------
    ElectionError
        ``resolution-does-not-fit``.

    Notes
    -----
    O(n log n), and a product of numbers of d digits for each length d of chain that occurs: set a depth where
    chains of many thousand hops may come.

    Examples
    --------
    >>> answers = Answers.of({"an": "YES"}, roll={"an": (1,), "bao": (1,), "chen": (1,)})
    >>> rule = DelegationRule(damping="1/2")
    >>> resolution = resolved(answers, (Delegation("chen", "bao"), Delegation("bao", "an")), rule)
    >>> [str(votes) for _, votes in damped_tallies(answers, resolution).measures[0][1]]
    ['7/4', '5/4']

    References
    ----------
    P. Boldi, F. Bonchi, C. Castillo, S. Vigna, Viscous Democracy for Social Networks, 2011,
    doi:10.1145/1953122.1953154.
    """
    after = delegated(answers, resolution)
    hops, level = np.unique(resolution.depths, return_inverse=True)
    large = after.weights.size and int(after.weights.max()) * len(after.members) >= 2**63
    number = object if large else np.int64
    sums = np.zeros((len(hops), len(STANCES), len(after.measures)), number)
    np.add.at(sums, (level, after.stances), after.weights.astype(number))
    counted, over = _faded(hops.tolist(), sums.astype(object), resolution.rule.damping)
    columns = []
    for measure, votes, roll in zip(after.measures, counted.T.tolist(), after.weights.T.tolist(), strict=True):
        amounts = [exact(Fraction(each, over)) for each in votes]
        amounts[_ABSENT] += sum(roll) - sum(amounts)
        columns.append((measure, _counts(amounts)))
    return Tallies(tuple(columns))


def _voted(answers: Answers) -> Mask:
    return ~_takes(answers, *_NO_BALLOT)


def _takes(answers: Answers, *stances: Stance) -> Mask:
    return np.isin(answers.stances, [STANCES.index(stance) for stance in stances])


def _faded(hops: list[int], sums: NDArray[np.object_], damping: Fraction) -> tuple[NDArray[np.object_], int]:
    """The damped sums over one denominator, by Horner's rule from the longest chain to none."""
    one, other = damping.as_integer_ratio()
    longest = hops[-1] if hops else 0
    total, last = np.zeros(sums.shape[1:], object), longest
    for length, part in zip(reversed(hops), sums[::-1], strict=True):
        total = total * one ** (last - length) + part * other ** (longest - length)
        last = length
    return total, other**longest


def _counts(amounts: list[Amount]) -> tuple[tuple[Stance, Amount], ...]:
    return tuple((stance, amount) for stance, amount in zip(STANCES, amounts, strict=True) if amount)
