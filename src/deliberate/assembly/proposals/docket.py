"""A docket: the amendments that wait on one text, found by where they stand in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from attrs import field, frozen

from deliberate.assembly.proposals.pages import Span, clash_at

Spans = tuple[Span, ...]
# A text is cut into so many stretches; an amendment is looked for only among those that stand in the same ones.
STRETCHES = 128
# Where a span begins and ends, and whose it is.
Entry = tuple[int, int, str]
_NOTHING: tuple[tuple[Entry, ...], ...] = ((),) * STRETCHES


@frozen
class Docket:
    """Amendments to one text, by name.

    Attributes
    ----------
    length
        Of the text, in characters.
    spans
        What each amendment replaces.
    growth
        By how many characters the text could grow at most.

    Examples
    --------
    >>> docket = Docket(20).with_("a", (Span(0, 4, ""),)).with_("b", (Span(3, 6, ""), Span(9, 9, "x")))
    >>> docket = docket.with_("c", (Span(8, 10, ""),)).with_("d", (Span(12, 14, ""),))
    >>> docket.clashing((Span(2, 5, "?"),))
    ('a', 'b')
    >>> sorted(docket.component("a"))
    ['a', 'b', 'c']

    Notes
    -----
    One more or one fewer: O(amendments) in pointers. A component: O(s log s) for the s spans in the stretches that
    it touches, and never more than for all spans.
    """

    length: int
    spans: Mapping[str, Spans] = field(factory=dict)
    growth: int = 0
    _stretches: tuple[tuple[Entry, ...], ...] = field(default=_NOTHING, eq=False, repr=False)

    def __bool__(self) -> bool:
        return bool(self.spans)

    def with_(self, name: str, spans: Spans) -> Docket:
        """The docket with one more amendment."""
        stretches = list(self._stretches)
        for span in spans:
            for place in self._places(span):
                stretches[place] = (*stretches[place], (span.start, span.stop, name))
        return Docket(self.length, {**self.spans, name: spans}, self.growth + _growth(spans), tuple(stretches))

    def without(self, name: str) -> Docket:
        """The docket without an amendment."""
        spans = self.spans.get(name, ())
        stretches = list(self._stretches)
        for place in self._all_places(spans):
            stretches[place] = tuple(entry for entry in stretches[place] if entry[2] != name)
        rest = dict(self.spans)
        rest.pop(name, None)
        return Docket(self.length, rest, self.growth - _growth(spans), tuple(stretches))

    def clashing(self, spans: Iterable[Span]) -> tuple[str, ...]:
        """The amendments that cannot stand beside these spans, in the order in which they were offered."""
        found = set[str]()
        for span in spans if self.spans else ():
            for place in self._places(span):
                near = self._stretches[place]
                found |= {name for start, stop, name in near if clash_at(span.start, span.stop, start, stop)}
        return tuple(name for name in self.spans if name in found) if found else ()

    def component(self, name: str) -> tuple[str, ...]:
        """An amendment and all that clash with it, directly or through others: they are voted on as one chain."""
        near = self._all_places(self.spans[name])
        if sum(len(self._stretches[place]) for place in near) >= len(self.spans):
            return tuple(self._chains[name])
        found, met = {name: None}, dict[int, Mapping[str, Mapping[str, None]]]()
        waiting, seen = [name], set[int]()
        for each in waiting:
            for place in self._all_places(self.spans[each]):
                if place not in met:
                    met[place] = _together(self._stretches[place])
                group = met[place][each]
                # Those of one group share one mapping: it is looked into once, however many they are.
                if id(group) not in seen:
                    seen.add(id(group))
                    waiting += [other for other in group if other not in found]
                    found |= group
        return tuple(found)

    @cached_property
    def _chains(self) -> Mapping[str, Mapping[str, None]]:
        return _together((span.start, span.stop, name) for name, spans in self.spans.items() for span in spans)

    def _places(self, span: Span) -> range:
        """The stretches that a span touches; spans that clash touch one of the same."""
        size = self.length + 1
        return range(span.start * STRETCHES // size, span.stop * STRETCHES // size + 1)

    def _all_places(self, spans: Spans) -> Iterable[int]:
        return self._places(spans[0]) if len(spans) == 1 else {place for span in spans for place in self._places(span)}


def _growth(spans: Spans) -> int:
    return sum(max(span.growth, 0) for span in spans)


def _together(entries: Iterable[Entry]) -> Mapping[str, Mapping[str, None]]:
    """For each name the names that it is tied to by clashes among these spans, itself included."""
    together: dict[str, dict[str, None]] = {}
    for group in _groups(entries):
        tied = [together[name] for name in group if name in together]
        if not tied:
            together |= dict.fromkeys(group, group)
            continue
        joined = {name: None for each in (*tied, group) for name in each}
        together |= dict.fromkeys(joined, joined)
    return together


def _groups(entries: Iterable[Entry]) -> Iterator[dict[str, None]]:
    """Names whose spans hang together, from the left to the right."""
    group: dict[str, None] = {}
    edited = inserted = -1
    for start, stop, name in sorted(entries):
        joins = edited > start or inserted >= start or (start == stop and edited >= start)
        if not joins and group:
            yield group
            group, edited, inserted = {}, -1, -1
        group[name] = None
        if start == stop:
            inserted = start
        else:
            edited = max(edited, stop)
    if group:
        yield group
