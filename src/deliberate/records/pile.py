"""A pile: an append-only sequence whose versions share one list, so that adding is O(1)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, TypeVar, overload

T = TypeVar("T")


class Pile(Sequence[T], Generic[T]):
    """A sequence that never changes; ``pile.with_(x)`` is the pile with x on top.

    A state that holds 130,000 ballots is copied at every ballot if the ballots are a tuple. Here the
    versions share one list and each sees only its own length; only the newest may grow it in place.

    Examples
    --------
    >>> one = Pile(("li",))
    >>> two = one.with_("wang")
    >>> list(one), list(two)
    (['li'], ['li', 'wang'])
    >>> one.with_("zhao") == Pile(("li", "zhao"))
    True
    """

    __slots__ = ("_shared", "_size")

    def __init__(self, items: Iterable[T] = ()) -> None:
        self._shared: list[T] = list(items)
        self._size = len(self._shared)

    def with_(self, item: T) -> Pile[T]:
        """The pile with one more on top; this one stays as it is."""
        shared = self._shared if len(self._shared) == self._size else self._shared[: self._size]
        shared.append(item)
        grown: Pile[T] = Pile()
        grown._shared = shared
        grown._size = self._size + 1
        return grown

    def __len__(self) -> int:
        return self._size

    def __iter__(self) -> Iterator[T]:
        shared = self._shared
        for place in range(self._size):
            yield shared[place]

    @overload
    def __getitem__(self, place: int, /) -> T: ...
    @overload
    def __getitem__(self, place: slice, /) -> tuple[T, ...]: ...
    def __getitem__(self, place: int | slice, /) -> T | tuple[T, ...]:
        if isinstance(place, slice):
            return tuple(self._shared[: self._size][place])
        return self._shared[range(self._size)[place]]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Pile) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return f"Pile({tuple(self)!r})"
