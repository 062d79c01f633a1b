"""Entries: a mapping that only grows, whose versions share one table, so that adding is O(1)."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Entries(Mapping[K, V]):
    """A mapping that never changes; ``entries.with_(key, value)`` has one entry more.

    What :class:`~deliberate.records.pile.Pile` is to a list. The first entry under a key stays: another one for the
    same key changes nothing.

    Examples
    --------
    >>> one = Entries[str, int]().with_("li", 1)
    >>> two = one.with_("wang", 2)
    >>> dict(one), dict(two)
    ({'li': 1}, {'li': 1, 'wang': 2})
    """

    __slots__ = ("_items", "_places", "_size")

    def __init__(self) -> None:
        self._items: list[tuple[K, V]] = []
        self._places: dict[object, int] = {}
        self._size = 0

    def with_(self, key: K, value: V) -> Entries[K, V]:
        """The entries with one more; these stay as they are."""
        if key in self:
            return self
        grown: Entries[K, V] = Entries()
        if len(self._items) == self._size:
            grown._items, grown._places = self._items, self._places
        else:
            grown._items = self._items[: self._size]
            grown._places = {known: place for place, (known, _) in enumerate(grown._items)}
        grown._places[key] = self._size
        grown._items.append((key, value))
        grown._size = self._size + 1
        return grown

    def __contains__(self, key: object) -> bool:
        return self._places.get(key, self._size) < self._size

    def __getitem__(self, key: K) -> V:
        place = self._places.get(key, self._size)
        if place >= self._size:
            raise KeyError(key)
        return self._items[place][1]

    def __iter__(self) -> Iterator[K]:
        for place in range(self._size):
            yield self._items[place][0]

    def __len__(self) -> int:
        return self._size

    def __repr__(self) -> str:
        return f"Entries({dict(self)!r})"
