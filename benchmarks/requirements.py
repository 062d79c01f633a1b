"""130,000 owners under a double threshold: how long the count and the ruling take, beside plain loops.

Run ``python benchmarks/requirements.py`` (``--members`` makes it smaller). Heads and areas of every owner are summed
by answer and judged by ``cn.owners.2021.major``: two thirds take part, three quarters of those agree, in both measures.
The loops are plain Python with a dictionary, one in whole numbers, one in fractions; they give the status and nothing
else. Ours starts from the columns of the answers, checks what the requirement asks for and keeps both sides of every
comparison. Each line is the median of runs in turn; the status and the sums are asserted equal before anything is
printed. Then come the parts: the table made once from names and answers (neither ours nor the loops are charged for
that above), the sums and the ruling alone, what is needed, whether it is decided early, the explanation, and the
requirement read from JSON.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import time
from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import TypeVar

import numpy as np

import deliberate as d
from deliberate.decision.answers import Answers
from deliberate.requirement.ruling import Requirement
from deliberate.requirement.statuses import STANCES, Stance

T = TypeVar("T")
PACK = "cn.owners.2021.major"
MEASURES = ("head", "area")
TAKING_PART = ("YES", "NO", "ABSTAIN", "BLANK")
Number = int | Fraction
Sums = dict[str, dict[str, Number]]
Line = tuple[str, Number, Number]


def answers(members: int) -> Answers:
    """Seven in ten answer, and three in four of those say yes: close to both edges; seeded."""
    draw = np.random.default_rng(2026)
    said = draw.choice(4, members, p=(0.53, 0.12, 0.05, 0.30))
    codes = np.array([STANCES.index(stance) for stance in (Stance.YES, Stance.NO, Stance.ABSTAIN, Stance.ABSENT)])
    areas = draw.integers(50_00, 180_01, members)
    weights = np.column_stack((np.ones(members, np.int64), areas))
    names = tuple(f"owner {number}" for number in range(members))
    return Answers(("proposal", "status quo"), names, codes[said].astype(np.uint8), MEASURES, weights)


def loop(lines: Sequence[Line]) -> Sums:
    """The sums of every measure by answer, one line after the other."""
    sums: Sums = {measure: {} for measure in MEASURES}
    heads, areas = sums["head"], sums["area"]
    for stance, head, area in lines:
        heads[stance] = heads.get(stance, 0) + head
        areas[stance] = areas.get(stance, 0) + area
    return sums


def status_of(sums: Sums) -> str:
    """The law by hand, in whole numbers: two thirds take part, three quarters of those agree."""
    counts = [
        (counts.get("YES", 0), sum(counts.get(each, 0) for each in TAKING_PART), sum(counts.values()))
        for counts in sums.values()
    ]
    if any(entitled == 0 or 3 * part < 2 * entitled for _, part, entitled in counts):
        return "NO_QUORUM"
    return "PASSED" if all(part > 0 and 4 * yes >= 3 * part for yes, part, _ in counts) else "REJECTED"


def timed(work: Callable[[], T]) -> tuple[float, T]:
    start = time.perf_counter()
    result = work()
    return time.perf_counter() - start, result


def told(name: str, ours: Callable[[], object], theirs: Callable[[], object], repeats: int) -> None:
    """The medians of runs in turn, and the median of their ratios."""
    ours(), theirs()
    pairs = [(timed(ours)[0], timed(theirs)[0]) for _ in range(repeats)]
    mine, loops = (statistics.median(times) for times in zip(*pairs, strict=True))
    ratio = statistics.median(other / one for one, other in pairs)
    print(f"{name:<16} ours {mine * 1e3:8.3f} ms   loop {loops * 1e3:8.3f} ms   {ratio:6.1f} times")


def beside_the_loops(table: Answers, requirement: Requirement, repeats: int) -> None:
    stances = [str(STANCES[code]) for code in table.stances]
    whole: list[Line] = [(s, head, area) for s, (head, area) in zip(stances, table.weights.tolist(), strict=True)]
    parts: list[Line] = [(s, Fraction(head), Fraction(area, 100)) for s, head, area in whole]
    ruling = requirement.rule_on(table.tallies())
    assert loop(whole) == ruling.tallies.tree()
    assert status_of(loop(whole)) == status_of(loop(parts)) == ruling.status
    print(f"{len(whole):,} owners, {PACK}: {ruling.status}")

    def ours() -> str:
        return requirement.rule_on(table.tallies()).status

    told("whole numbers", ours, lambda: status_of(loop(whole)), repeats)
    told("fractions", ours, lambda: status_of(loop(parts)), repeats)


def parts(table: Answers, requirement: Requirement, repeats: int) -> None:
    """What each part takes by itself; nothing that a ruling remembers is reused."""
    tallies, text = table.tallies(), json.dumps(requirement.to_json())
    assert requirement == Requirement.from_json(json.loads(text))
    said, roll = table.stances.tolist(), dict(zip(table.members, map(tuple, table.weights.tolist()), strict=True))
    given = {member: STANCES[code] for member, code in zip(table.members, said, strict=True)}
    works: dict[str, Callable[[], object]] = {
        "table from names": lambda: Answers.of(given, roll, MEASURES),
        "sums": table.tallies,
        "ruling": lambda: requirement.rule_on(tallies).status,
        "needed": lambda: requirement.rule_on(tallies).needed,
        "early": lambda: requirement.rule_on(tallies).early,
        "explanation": lambda: requirement.rule_on(tallies).explain("zh"),
        "read from JSON": lambda: Requirement.from_json(json.loads(text)),
    }
    assert Answers.of(given, roll, MEASURES) == table
    for name, work in works.items():
        print(f"{name:<16} {statistics.median(timed(work)[0] for _ in range(repeats)) * 1e3:8.3f} ms")


def main() -> None:
    parser = argparse.ArgumentParser(description="Time a double threshold over 130,000 weighted owners.")
    parser.add_argument("--members", type=int, default=130_000)
    parser.add_argument("--repeats", type=int, default=15)
    given = parser.parse_args()
    table, requirement = answers(given.members), d.requirement(PACK)
    beside_the_loops(table, requirement, given.repeats)
    print()
    parts(table, requirement, given.repeats)
    print(f"\nmost memory of the whole process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
