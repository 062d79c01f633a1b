"""The lot: a published order of the options, drawn so that anyone can draw it again (``deliberate.lot.v1``)."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Protocol

import attrs
from attrs import field, frozen

from deliberate.errors import ElectionError
from deliberate.identity import names
from deliberate.records.kinds import kind


def framed(*parts: str | bytes) -> bytes:
    """Length before content, eight bytes each, so that ``ab c`` is never ``a bc``."""
    raw = [part.encode() if isinstance(part, str) else part for part in parts]
    return b"".join(len(part).to_bytes(8, "big") + part for part in raw)


def _ordered(options: Iterable[str]) -> tuple[str, ...]:
    return names(options, where="lot")


class TieOrder(Protocol):
    """What a rule may ask: who of the tied is first, who is last."""

    @property
    def order(self) -> tuple[str, ...]:
        """All options."""
        ...

    @property
    def by(self) -> str:
        """``lot``, or ``order`` where no lot was given."""
        ...

    def first(self, tied: Iterable[str], /) -> str:
        """Who wins a tie."""
        ...

    def last(self, tied: Iterable[str], /) -> str:
        """Who leaves in a tie."""
        ...


@kind
@frozen
class Lot:
    """An order of the options in which ties are broken: the earlier is preferred.

    Attributes
    ----------
    order
        All options, the first of the lot first.
    by
        ``"lot"`` where somebody drew or gave it, ``"order"`` where it is only the order on the ballot.
    """

    order: tuple[str, ...] = field(converter=_ordered)
    by: str = field(default="lot", validator=attrs.validators.in_(("lot", "order")))
    _places: dict[str, int] = field(init=False, eq=False, repr=False)

    @_places.default
    def _numbered(self) -> dict[str, int]:
        return {option: place for place, option in enumerate(self.order)}

    def first(self, tied: Iterable[str], /) -> str:
        """The one of the tied whom the lot puts first: who wins a tie."""
        return min(tied, key=self._place)

    def last(self, tied: Iterable[str], /) -> str:
        """The one of the tied whom the lot puts last: who leaves in a tie."""
        return max(tied, key=self._place)

    def _place(self, option: str) -> int:
        place = self._places.get(option)
        if place is None:
            raise ElectionError("not-in-the-lot", option=option)
        return place


@kind
@frozen
class Draw:
    """A drawn lot with all that is needed to draw it again.

    Attributes
    ----------
    order
        The options, first of the lot first.
    key
        SHA-256 that binds seed, context and options, as 64 hexadecimal digits.
    draws, rejected
        How many hashes were taken, and how many of them were out of range and thrown away.
    """

    order: tuple[str, ...]
    key: str
    draws: int
    rejected: int
    seed: str
    context: str = ""

    @property
    def lot(self) -> Lot:
        """The order as a lot for an election."""
        return Lot(self.order)


def draw(seed: str, options: Iterable[str], context: str = "") -> Draw:
    """Draw the order of the options from a public seed.

    Parameters
    ----------
    seed
        Text that nobody knew when the slate froze: dice thrown in public, a beacon. It is not trimmed.
    options
        In any order: it does not matter.
    context
        The matter that the lot is for, so that one seed serves many.

    Raises
    ------
    InputError
        An empty name, a lone surrogate, two names equal after NFC.

    Notes
    -----
    SHA-256 over framed fields, then the Fisher-Yates shuffle from the end with rejection by mask: uniform if
    the seed is. Cost: about 1.4 hashes an option.

    References
    ----------
    R. L. Rivest, P. B. Stark: sampling with a public seed, https://www.stat.berkeley.edu/~stark/Java/Html/sha256Rand.htm.
    R. Durstenfeld, Algorithm 235: Random permutation, 1964, doi:10.1145/364520.364540.

    Examples
    --------
    >>> draw("deliberate", ("a", "b", "c")).order
    ('b', 'a', 'c')
    """
    seed, context = _normal(seed, "seed"), _normal(context, "context")
    pool = sorted(names(options, where="lot"), key=str.encode)
    size = len(pool).to_bytes(8, "big")
    key = hashlib.sha256(framed("deliberate.lot.v1", context, seed) + size + framed(*pool)).digest()
    numbers = _Numbers(key)
    for last in range(len(pool) - 1, 0, -1):
        chosen = numbers.below(last + 1)
        pool[last], pool[chosen] = pool[chosen], pool[last]
    return Draw(tuple(pool), key.hex(), numbers.draws, numbers.rejected, seed, context)


def _normal(text: str, what: str) -> str:
    if any("\ud800" <= character <= "\udfff" for character in text):
        raise ElectionError("unreadable-name", where=what, name=ascii(text))
    return unicodedata.normalize("NFC", text)


class _Numbers:
    """Uniform numbers from one key: hash a counter, keep the top bits, throw away what is out of range."""

    def __init__(self, key: bytes) -> None:
        self._hashes = self._stream(key)
        self.draws = 0
        self.rejected = 0

    @staticmethod
    def _stream(key: bytes) -> Iterator[int]:
        counter = 0
        while True:
            yield int.from_bytes(hashlib.sha256(key + counter.to_bytes(8, "big")).digest()[:8], "big")
            counter += 1

    def below(self, bound: int) -> int:
        bits = (bound - 1).bit_length()
        while True:
            number = next(self._hashes) >> (64 - bits)
            self.draws += 1
            if number < bound:
                return number
            self.rejected += 1
