"""A page: a text with its paragraphs, and the spans of it that somebody would change."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property
from itertools import accumulate, pairwise

from attrs import field, frozen


@frozen(order=True)
class Span:
    """A stretch of a text and what shall stand there instead; characters are counted from 0 over the whole text."""

    start: int
    stop: int
    replacement: str

    @property
    def growth(self) -> int:
        """By how many characters the text grows; negative where it shrinks."""
        return len(self.replacement) - (self.stop - self.start)


@frozen
class Page:
    r"""A text with its paragraphs; a line end belongs to the paragraph that it ends.

    Examples
    --------
    >>> page = Page("one\ntwo")
    >>> page.paragraphs, page.starts
    (('one\n', 'two'), (0, 4))
    """

    text: str

    @cached_property
    def paragraphs(self) -> tuple[str, ...]:
        """The paragraphs, each with its line end."""
        parts = self.text.split("\n")
        return (*(f"{part}\n" for part in parts[:-1]), parts[-1])

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where each paragraph begins."""
        return (0, *accumulate(map(len, self.paragraphs[:-1])))

    def paragraph_at(self, place: int) -> int:
        """The number of the paragraph that a character stands in; the first is 1."""
        return bisect_right(self.starts, place)

    def spliced(self, spans: Iterable[Span]) -> str:
        """The text with all these spans replaced at once; no two of them may clash."""
        parts, at = list[str](), 0
        for span in sorted(spans):
            parts += (self.text[at : span.start], span.replacement)
            at = span.stop
        return "".join((*parts, self.text[at:]))


def clash(one: Span, other: Span) -> bool:
    """Whether two spans cannot both be replaced: they share a character, or one inserts where the other edits.

    An insertion clashes with an edit that it touches, too: once the edit has struck its text, nobody could say on
    which side the insertion belongs.

    Examples
    --------
    >>> clash(Span(0, 4, "a"), Span(4, 6, "b")), clash(Span(0, 4, "a"), Span(4, 4, "b"))
    (False, True)
    """
    return clash_at(one.start, one.stop, other.start, other.stop)


def clash_at(start: int, stop: int, begin: int, end: int) -> bool:
    """Whether spans that begin and end there clash."""
    if start == stop or begin == end:
        return start <= end and begin <= stop
    return start < end and begin < stop


def _in_order(spans: Iterable[Span]) -> tuple[Span, ...]:
    return tuple(sorted(spans))


@frozen
class Splice:
    """Spans that are replaced together, and where everything else stands afterwards.

    Attributes
    ----------
    spans
        No two of them clash; sorted.
    """

    spans: tuple[Span, ...] = field(converter=_in_order)

    @cached_property
    def _grown(self) -> tuple[int, ...]:
        return (0, *accumulate(span.growth for span in self.spans))

    def shifted(self, span: Span) -> Span | None:
        """Where a span stands once these are replaced; None where it clashes with one of them.

        Notes
        -----
        Only the last one that begins no later, and the first that begins later, can clash. Cost O(log spans).
        """
        before = bisect_right(self.spans, span.start, key=_start)
        if any(clash(span, near) for near in self.spans[max(before - 1, 0) : before + 1]):
            return None
        grown = self._grown[before]
        return Span(span.start + grown, span.stop + grown, span.replacement)

    def all_shifted(self, spans: Iterable[Span]) -> tuple[Span, ...] | None:
        """Where several spans stand once these are replaced; None where one of them clashes."""
        moved = [self.shifted(span) for span in spans]
        return None if None in moved else tuple(span for span in moved if span is not None)

    def stretched(self, span: Span) -> Span:
        """A span that covers each of these that it clashes with, once these are replaced: it covers them still."""
        inside = [near for near in self.spans if clash(span, near)]
        before = [near for near in self.spans if near.start <= span.start and near not in inside]
        start = span.start + sum(near.growth for near in before)
        return Span(start, start + span.stop - span.start + sum(near.growth for near in inside), span.replacement)


def first_clash(spans: Iterable[Span]) -> tuple[Span, Span] | None:
    """Two spans that clash with each other; None where all can be replaced at once."""
    ordered = sorted(spans)
    for one, other in pairwise(ordered):
        if clash(one, other):
            return one, other
    return None


def covers(one: Span, other: Span) -> bool:
    """Whether one span replaces all that the other does, and more."""
    return one.start <= other.start and other.stop <= one.stop and one.start < one.stop


def _start(span: Span) -> int:
    return span.start
