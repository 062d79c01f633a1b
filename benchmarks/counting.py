"""One million ballots: how long each count takes beside a plain numpy floor, and beside the peers.

Run ``python benchmarks/counting.py`` (``--peers`` compares with pref_voting and VoteKit where they are installed;
``--ballots`` and ``--peer-ballots`` make it smaller). Each line is the median of paired runs: ours and the floor in
turn, on the same array. The floor does only the sums, for this one shape of ballots, and explains nothing; ours
includes the outcome with its trace. Winners are asserted equal before anything is printed.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import time
import tracemalloc
from collections.abc import Callable
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

import deliberate as d
from deliberate.decision.pairwise import margins, preferred

T = TypeVar("T")
Ranks = NDArray[np.uint8]
OPTIONS = 10
BLOCK = 1 << 14
NAMES = tuple(f"option {number}" for number in range(OPTIONS))
RULES = ("borda", "irv", "schulze")


def complete(ballots: int) -> Ranks:
    """Impartial culture: every order of the options equally likely; seeded."""
    keys = np.random.default_rng(2026).random((ballots, OPTIONS))
    return (keys.argsort(axis=1).argsort(axis=1) + 1).astype(np.uint8)


def mixed(ballots: int) -> Ranks:
    """The same, half of the ballots cut after one to nine options."""
    ranks = complete(ballots)
    cut = np.random.default_rng(7).integers(1, OPTIONS, ballots)
    cut[::2] = OPTIONS
    ranks[ranks > cut[:, None]] = 0
    return ranks


def floor_build(ranks: Ranks) -> tuple[Ranks, NDArray[np.int64]]:
    """Four bits an option, one 64-bit key a ballot, one sort: planes (options, types), unranked 255, and weights."""
    key = np.zeros(len(ranks), np.uint64)
    for plane in np.ascontiguousarray(ranks.T):
        key <<= np.uint64(4)
        key |= plane
    key.sort()
    starts = np.flatnonzero(np.concatenate(([True], key[1:] != key[:-1])))
    types = key[starts]
    planes = np.empty((OPTIONS, len(types)), np.uint8)
    for plane in planes[::-1]:
        plane[:] = types & np.uint64(15)
        types >>= np.uint64(4)
    return planes - np.uint8(1), np.diff(starts, append=len(key))


def floor_margins(planes: Ranks, weights: NDArray[np.int64]) -> NDArray[np.int64]:
    """A comparison as zeros and ones, times the weights, block by block; float32 since a block stays below 2**24."""
    above = np.zeros((OPTIONS, OPTIONS), np.int64)
    for start in range(0, len(weights), BLOCK):
        block, votes = planes[:, start : start + BLOCK], weights[start : start + BLOCK].astype(np.float32)
        for option, plane in enumerate(block):
            above[option] += ((plane < block).astype(np.float32) @ votes).astype(np.int64)
    return above - above.T


def floor_borda(planes: Ranks, weights: NDArray[np.int64]) -> int:
    return int(floor_margins(planes, weights).sum(axis=1).argmax())


def floor_first(planes: Ranks) -> tuple[Ranks, NDArray[np.uint8]]:
    best, choice = planes[0].copy(), np.zeros(planes.shape[1], np.uint8)
    for option, plane in enumerate(planes[1:], 1):
        np.putmask(choice, plane < best, option)
        np.minimum(best, plane, out=best)
    return best, choice


def floor_irv(planes: Ranks, weights: NDArray[np.int64]) -> int:
    """Only the ballots of the option that leaves look for their next; the last number stands for exhausted."""
    _, choice = floor_first(planes)
    continuing = list(range(OPTIONS))
    votes = weights.astype(np.float64)
    tally = np.bincount(choice, votes, OPTIONS + 1)
    while 2 * tally[:OPTIONS].max() <= tally[:OPTIONS].sum():
        out = min(continuing, key=lambda option: tally[option])
        continuing.remove(out)
        moving = np.flatnonzero(choice == out)
        best, place = floor_first(planes[continuing][:, moving])
        choice[moving] = np.where(best == 255, OPTIONS, np.array(continuing)[place])
        tally += np.bincount(choice[moving], votes[moving], OPTIONS + 1)
        tally[out] = 0
    return int(tally[:OPTIONS].argmax())


def floor_schulze(planes: Ranks, weights: NDArray[np.int64]) -> int:
    ahead = floor_margins(planes, weights)
    paths = np.where(ahead > 0, ahead, 0)
    for via in range(OPTIONS):
        paths = np.maximum(paths, np.minimum(paths[:, via, None], paths[None, via]))
    return int(np.flatnonzero((paths >= paths.T).all(axis=1))[0])


FLOORS: dict[str, Callable[[Ranks, NDArray[np.int64]], int]] = {
    "borda": floor_borda,
    "irv": floor_irv,
    "schulze": floor_schulze,
}


def timed(work: Callable[[], T]) -> tuple[float, T]:
    start = time.perf_counter()
    result = work()
    return time.perf_counter() - start, result


def peak(work: Callable[[], object]) -> float:
    """The most memory that one call takes on top, in MB."""
    tracemalloc.start()
    work()
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most / 1e6


def paired(name: str, ours: Callable[[], object], floor: Callable[[], object], repeats: int) -> None:
    ours(), floor()
    pairs = [(timed(ours)[0], timed(floor)[0]) for _ in range(repeats)]
    mine, least = (statistics.median(times) for times in zip(*pairs, strict=True))
    ratio = statistics.median(one / other for one, other in pairs)
    print(f"{name:<9} ours {mine:8.4f} s   floor {least:8.4f} s   ratio {ratio:5.2f}   peak {peak(ours):7.1f} MB")


def beside_the_floor(title: str, ranks: Ranks, repeats: int) -> None:
    profile, (planes, weights) = d.Profile.from_ranks(ranks, NAMES), floor_build(ranks)
    election = d.Election(profile)
    print(f"\n{title}: {len(ranks):,} ballots, {profile.n_types:,} distinct, {OPTIONS} options")
    assert profile.n_types == len(weights)
    assert np.array_equal(margins(preferred(profile)), floor_margins(planes, weights))
    for name, floor in FLOORS.items():
        assert d.decide(election, d.rule(name)).chosen == (NAMES[floor(planes, weights)],)
    paired("build", lambda: d.Profile.from_ranks(ranks, NAMES), lambda: floor_build(ranks), repeats)
    paired("margins", lambda: margins(preferred(profile)), lambda: floor_margins(planes, weights), repeats)
    for name, floor in FLOORS.items():
        rule = d.rule(name)
        paired(name, lambda: d.decide(election, rule), lambda: floor(planes, weights), repeats)  # noqa: B023 - run at once


def chosen(ranks: Ranks) -> dict[str, tuple[float, int]]:
    """Our seconds and winner by rule, the building of the profile apart."""
    seconds, profile = timed(lambda: d.Profile.from_ranks(ranks, NAMES))
    found = {"build": (seconds, -1)}
    for name in RULES:
        seconds, outcome = timed(lambda: d.decide(d.Election(profile), d.rule(name)))  # noqa: B023 - run at once
        found[name] = (seconds, NAMES.index(outcome.chosen[0]))
    return found


def told(peer: str, name: str, ours: float, theirs: float) -> None:
    print(f"{peer:<12} {name:<9} ours {ours:8.4f} s   theirs {theirs:9.3f} s   {theirs / ours:8.0f} times")


def beside_pref_voting(ranks: Ranks) -> None:
    from pref_voting.iterative_methods import instant_runoff
    from pref_voting.margin_based_methods import beat_path
    from pref_voting.profiles import Profile
    from pref_voting.scoring_methods import borda

    ours = chosen(ranks)
    orders = ranks.argsort(axis=1).tolist()
    small = Profile(orders[:100])
    for method in (borda, instant_runoff, beat_path):
        method(small)
    # It counts the pairs while it builds, so that its Schulze has them already; ours counts them each time.
    build, theirs = timed(lambda: Profile(orders))
    told("pref_voting", "build", ours["build"][0], build)
    for name, method in (("borda", borda), ("irv", instant_runoff), ("schulze", beat_path)):
        seconds, winners = timed(lambda: method(theirs))  # noqa: B023 - run at once
        assert [ours[name][1]] == list(winners)
        told("pref_voting", name, ours[name][0], seconds)


def beside_votekit(ranks: Ranks) -> None:
    from votekit.ballot import RankBallot
    from votekit.elections import IRV, Borda, Schulze
    from votekit.pref_profile import RankProfile

    ours = chosen(ranks)
    orders = ranks.argsort(axis=1).tolist()

    def build() -> RankProfile:
        ballots = tuple(RankBallot(ranking=tuple(frozenset({NAMES[one]}) for one in order)) for order in orders)
        return RankProfile(ballots=ballots, candidates=NAMES, max_ranking_length=OPTIONS)

    seconds, theirs = timed(build)
    told("VoteKit", "build", ours["build"][0], seconds)
    for name, count in (
        ("borda", lambda: Borda(theirs, n_seats=1)),
        ("irv", lambda: IRV(theirs)),
        ("schulze", lambda: Schulze(theirs)),
    ):
        seconds, election = timed(count)
        [[winner]] = election.get_elected()
        assert NAMES[ours[name][1]] == winner
        told("VoteKit", name, ours[name][0], seconds)


def main() -> None:
    parser = argparse.ArgumentParser(description="Time the counts on one million ballots.")
    parser.add_argument("--ballots", type=int, default=1_000_000)
    parser.add_argument("--repeats", type=int, default=7)
    parser.add_argument("--peers", action="store_true", help="compare with pref_voting and VoteKit, too")
    parser.add_argument("--peer-ballots", type=int, default=None, help="ballots for pref_voting; all by default")
    parser.add_argument("--votekit-ballots", type=int, default=20_000)
    given = parser.parse_args()
    for title, culture in (("complete", complete), ("half of them truncated", mixed)):
        beside_the_floor(title, culture(given.ballots), given.repeats)
    if given.peers:
        print()
        for name, beside, ballots in (
            ("pref_voting", beside_pref_voting, given.peer_ballots or given.ballots),
            ("VoteKit", beside_votekit, given.votekit_ballots),
        ):
            try:
                beside(complete(ballots))
            except ModuleNotFoundError as missing:
                print(f"{name}: {missing}")
    print(f"\nmost memory of the whole process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
