"""A million delegations: how long it takes to follow them all, beside a plain walk along the chains.

Run ``python benchmarks/delegation.py`` (``--members`` makes it smaller). The walk is plain Python with a memo: each
member is visited once, so that it is linear, too; its time includes nothing but the walk. Ours includes the checks of
the columns and the resolution with every fate. Ends, hops and circles are asserted equal before anything is printed.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import time
from collections.abc import Callable
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from deliberate.community.concentration import concentration
from deliberate.community.delegation import DelegationRule
from deliberate.community.resolve import resolve_columns

T = TypeVar("T")
Places = NDArray[np.int64]
Mask = NDArray[np.bool_]
Walk = tuple[list[int], list[int], list[bool]]


def forest(members: int) -> tuple[Places, Mask]:
    """Each trusts anybody: one in a hundred votes, chains of hundreds, a few circles; seeded."""
    draw = np.random.default_rng(2026)
    delegate = (np.arange(members) + draw.integers(1, members, members)) % members
    direct = draw.random(members) < 1 / 100
    delegate[direct | (draw.random(members) < 1 / 1000)] = -1
    return delegate, direct


def popular(members: int) -> tuple[Places, Mask]:
    """Each trusts somebody who came before, or one of their friends: few carry very many; one in ten votes."""
    draw = np.random.default_rng(7)
    delegate = (draw.random(members) ** 2 * np.arange(members)).astype(np.int64)
    direct = draw.random(members) < 1 / 10
    direct[0] = True
    delegate[direct] = -1
    return delegate, direct


def one_chain(members: int) -> tuple[Places, Mask]:
    """All in one chain, in an order that no cache foresees; the last one votes."""
    order = np.random.default_rng(1).permutation(members)
    delegate = np.full(members, -1)
    delegate[order[:-1]] = order[1:]
    direct = np.zeros(members, np.bool_)
    direct[order[-1]] = True
    return delegate, direct


def one_circle(members: int) -> tuple[Places, Mask]:
    """All in one circle; nobody votes."""
    order = np.random.default_rng(1).permutation(members)
    delegate = np.empty(members, np.int64)
    delegate[order] = np.roll(order, -1)
    return delegate, np.zeros(members, np.bool_)


SHAPES = {"forest": forest, "popular": popular, "one chain": one_chain, "one circle": one_circle}


def walk(delegate: list[int], direct: list[bool]) -> Walk:
    """Follow one chain after the other until somebody whose end is known; in the memo -2 stands for a circle."""
    unknown, on_the_way, lost, circle = -5, -4, -1, -2
    ends, depths = [unknown] * len(delegate), [0] * len(delegate)
    for start in range(len(delegate)):
        chain, place = [], start
        while ends[place] == unknown and not direct[place] and delegate[place] >= 0:
            ends[place] = on_the_way
            chain.append(place)
            place = delegate[place]
        if ends[place] == on_the_way:
            end, hops = circle, 0
        elif ends[place] != unknown:
            end, hops = ends[place], depths[place]
        else:
            end, hops = (place if direct[place] else lost), 0
            ends[place] = end
        for each in reversed(chain):
            hops += 1
            ends[each], depths[each] = end, hops if end >= 0 else 0
    return [max(end, -1) for end in ends], depths, [end == circle for end in ends]


def timed(work: Callable[[], T]) -> tuple[float, T]:
    start = time.perf_counter()
    result = work()
    return time.perf_counter() - start, result


def median(work: Callable[[], object], repeats: int) -> float:
    return statistics.median(timed(work)[0] for _ in range(repeats))


def beside_the_walk(title: str, delegate: Places, direct: Mask, repeats: int) -> None:
    resolution = resolve_columns(delegate, direct)
    lists = delegate.tolist(), direct.tolist()
    theirs, (ends, depths, circular) = timed(lambda: walk(*lists))
    assert np.array_equal(ends, resolution.ends)
    assert np.array_equal(depths, resolution.depths)
    assert np.array_equal(circular, resolution.circular)
    ours = median(lambda: resolve_columns(delegate, direct), repeats)
    print(
        f"{title:<11} ours {ours:7.3f} s   walk {theirs:7.3f} s   {theirs / ours:5.1f} times   "
        f"{np.count_nonzero(resolution.carried):,} carried, longest chain {resolution.depths.max():,}, "
        f"{np.count_nonzero(resolution.circular):,} in circles"
    )


def parts(delegate: Places, direct: Mask, repeats: int) -> None:
    """What the options cost on top, on the forest."""
    members = len(delegate)
    second = np.random.default_rng(3).integers(1, members, members)
    ranked = np.column_stack((delegate, np.where(delegate >= 0, (np.arange(members) + second) % members, -1)))
    resolution, weights = resolve_columns(delegate, direct), np.ones(members, np.int64)
    for title, work in {
        "depth 10, most 1,000": lambda: resolve_columns(delegate, direct, DelegationRule(depth=10, most=1000)),
        "two choices, breadth-first": lambda: resolve_columns(ranked, direct),
        "two choices, depth-first": lambda: resolve_columns(ranked, direct, DelegationRule("depth-first")),
        "concentration": lambda: concentration(resolution, weights),
    }.items():
        print(f"{title:<28} {median(work, repeats):7.3f} s")


def main() -> None:
    parser = argparse.ArgumentParser(description="Time the resolution of one million delegations.")
    parser.add_argument("--members", type=int, default=1_000_000)
    parser.add_argument("--repeats", type=int, default=5)
    given = parser.parse_args()
    print(f"{given.members:,} members")
    for title, shape in SHAPES.items():
        beside_the_walk(title, *shape(given.members), given.repeats)
    print()
    parts(*forest(given.members), given.repeats)
    print(f"\nmost memory of the whole process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
