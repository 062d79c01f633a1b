"""The parts of a question that can be voted on one by one: lines of a motion, changed lines of an amendment."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from attrs import frozen

from deliberate.assembly.motions.stack import Pending, Stack, amended_at_last, of_number
from deliberate.assembly.motions.table import Group, Motion

# Nobody votes on more parts one by one.
MOST_PARTS = 100


@frozen
class Change:
    """Some lines of a text, and what stands in their place; equal ends where lines are put in."""

    start: int
    stop: int
    lines: tuple[str, ...]

    def meets(self, other: Change) -> bool:
        """Whether both change one place."""
        if self.start == other.start:
            return True
        first, second = sorted((self, other), key=lambda each: each.start)
        return second.start < first.stop


def parts_of(stack: Stack, question: Pending) -> tuple[str, ...]:
    """The texts of the parts: of a motion its lines, of an amendment the text as it reads with one change alone."""
    if question.motion is Motion.MAIN:
        return question.parts
    target = of_number(stack, question.target)
    before = target.text if target is not None else ""
    return tuple(_with(before, (change,)) for change in changes(before, question.text))


def is_divisible(stack: Stack, question: Pending) -> bool:
    """Whether a question has parts that can stand alone, and not too many to vote on."""
    if question.motion is Motion.MAIN:
        return 1 < len(question.parts) <= MOST_PARTS
    target = of_number(stack, question.target)
    of_main = amended_at_last(stack, question).row.pending_group is Group.MAIN
    if question.motion is not Motion.AMEND or target is None or not of_main:
        return False
    found = _changes(target.text.splitlines(), question.text.splitlines())
    return 1 < len(tuple(islice(found, MOST_PARTS + 1))) <= MOST_PARTS


def changes(before: str, after: str) -> tuple[Change, ...]:
    r"""What changes from one text to another, each line by itself where as many lines come as go.

    Notes
    -----
    O(n log n) with n lines. What stands between two lines that both texts have, and each only once, is compared line
    by line.

    Examples
    --------
    >>> [change.lines for change in changes("Three lamps.\nTwo bins.", "Four lamps.\nTen bins.")]
    [('Four lamps.',), ('Ten bins.',)]
    """
    return tuple(_changes(before.splitlines(), after.splitlines()))


def _changes(old: Sequence[str], new: Sequence[str]) -> Iterator[Change]:
    here = there = 0
    for one, other in (*_anchors(old, new), (len(old), len(new))):
        yield from _between(old[here:one], new[there:other], here)
        here, there = one + 1, other + 1


def _between(old: Sequence[str], new: Sequence[str], at: int) -> Iterator[Change]:
    """The changes of a stretch of lines, of which the first is line ``at``."""
    if len(old) == len(new):
        pairs = enumerate(zip(old, new, strict=True), at)
        yield from (Change(place, place + 1, (said,)) for place, (was, said) in pairs if was != said)
        return
    first = _alike(old, new)
    last = _alike(old[first:][::-1], new[first:][::-1])
    yield Change(at + first, at + len(old) - last, tuple(new[first : len(new) - last]))


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """How many lines both begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (here, there) in pairs if here != there), min(len(one), len(other)))


def _anchors(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """The most lines that stand in both texts, once in each and in the same order: pairs of places."""
    counts, times = Counter(old), Counter(new)
    places = {line: place for place, line in enumerate(new) if times[line] == 1}
    pairs = [(place, places[line]) for place, line in enumerate(old) if counts[line] == 1 and line in places]
    return [pairs[at] for at in _longest_rise([place for _, place in pairs])]


def _longest_rise(numbers: Sequence[int]) -> list[int]:
    """Where the numbers of a longest rising choice stand."""
    # For each length the smallest number on which such a choice ends, and where it stands.
    ends, lasts, before = list[int](), list[int](), list[int]()
    for at, number in enumerate(numbers):
        length = bisect_left(ends, number)
        before.append(lasts[length - 1] if length else -1)
        if length == len(ends):
            ends.append(number)
            lasts.append(at)
        else:
            ends[length], lasts[length] = number, at
    rise, at = list[int](), lasts[-1] if lasts else -1
    while at >= 0:
        rise.append(at)
        at = before[at]
    return rise[::-1]


def rebased(base: str, part: str, text: str) -> str:
    r"""A part of an amendment after another part changed the text; where both change one line, it keeps its own.

    Parameters
    ----------
    base
        On which both parts stand.
    text
        As it reads now.

    Examples
    --------
    >>> rebased("Three lamps.\nTwo bins.", "Three lamps.\nTen bins.", "Four lamps.\nTwo bins.")
    'Four lamps.\nTen bins.'
    """
    own = changes(base, part)
    others = (change for change in changes(base, text) if not any(change.meets(each) for each in own))
    return _with(base, (*own, *others))


def _with(text: str, made: tuple[Change, ...]) -> str:
    lines = text.splitlines()
    for change in sorted(made, key=lambda each: each.start, reverse=True):
        lines[change.start : change.stop] = change.lines
    return "\n".join(lines)
