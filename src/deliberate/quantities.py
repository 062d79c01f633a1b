"""Exact quantities: integers and fractions decide, and a boundary is compared in one place."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from deliberate.errors import InputError

# An amount that decides: an integer where it is one, else a fraction. Never a float.
Amount = int | Fraction

# Longer digit strings take quadratic time to read (CVE-2020-10735); no honest count needs them.
MOST_DIGITS = 300


def exact(value: object, *, where: str = "") -> Amount:
    """Read an exact number from an integer, a Fraction or text such as ``"3/4"`` or ``"15.00"``.

    Parameters
    ----------
    value
        Never a float: a float has already lost what was meant.
    where
        Named in the error.

    Raises
    ------
    InputError
        ``not-a-number`` or ``number-too-long``.

    Examples
    --------
    >>> exact("15.00"), exact("3/4"), exact(7)
    (15, Fraction(3, 4), 7)
    """
    match value:
        case bool() | float():
            raise InputError("not-a-number", where=where, value=repr(value))
        case int():
            return value
        case Fraction():
            return value.numerator if value.denominator == 1 else value
        case str():
            if len(value) > MOST_DIGITS:
                raise InputError("number-too-long", where=where, digits=len(value), most=MOST_DIGITS)
            try:
                return exact(_fraction(value.strip()))
            except (ValueError, ZeroDivisionError):
                raise InputError("not-a-number", where=where, value=value) from None
    raise InputError("not-a-number", where=where, value=repr(value))


def _fraction(text: str) -> Fraction:
    # Fraction() reads "1e999999999" too, and fills the memory with it.
    if not text.isascii() or not set(text) <= set("0123456789+-./"):
        raise ValueError(text)
    return Fraction(text)


def whole(value: object, *, where: str = "") -> int:
    """Read a whole number; ``not-whole`` where a fraction is left over."""
    amount = exact(value, where=where)
    if isinstance(amount, int):
        return amount
    raise InputError("not-whole", where=where, value=amount)


def in_units(text: str, per_unit: int, *, where: str = "") -> int:
    """Read a decimal exactly as whole minor units, so that nothing is rounded.

    Examples
    --------
    >>> in_units("15.00", 100)
    1500
    """
    return whole(exact(text, where=where) * per_unit, where=where)


def meets(left: Amount, right: Amount, *, strict: bool) -> bool:
    """Whether left reaches right: 超过 and 过半数 are strict, 以上 and 半数以上 include the figure.

    The one place of the house where a boundary is compared (Civil Code of China, article 1259).

    Examples
    --------
    >>> from fractions import Fraction
    >>> meets(121, Fraction(243, 2), strict=True), meets(122, Fraction(243, 2), strict=True)
    (False, True)
    """
    return left > right if strict else left >= right


def share_met(part: Amount, of: Amount, share: Fraction, *, strict: bool) -> bool:
    """Whether part reaches a share of the whole; never where the whole is nothing (0 >= 2/3 * 0 is true)."""
    return of > 0 and meets(part, share * of, strict=strict)


def split(total: int, weights: tuple[int, ...]) -> tuple[int, ...]:
    """Divide money in minor units by weight so that the parts sum exactly (largest remainder).

    Parameters
    ----------
    total
        In minor units (fen), not negative.
    weights
        Not negative, not all zero. Equal remainders: the earlier place is served first.

    Raises
    ------
    InputError
        ``cannot-split``.

    Examples
    --------
    >>> split(100, (1, 1, 1))
    (34, 33, 33)
    """
    whole_weight = sum(weights)
    if total < 0 or whole_weight <= 0 or min(weights) < 0:
        raise InputError("cannot-split", total=total, weights=weights)
    parts = [total * weight // whole_weight for weight in weights]
    remainders = [total * weight % whole_weight for weight in weights]
    first = sorted(range(len(weights)), key=lambda place: -remainders[place])
    for place in first[: total - sum(parts)]:
        parts[place] += 1
    return tuple(parts)


def spread(units: int, kinds: int) -> Iterator[tuple[int, ...]]:
    """Every way to give at most so many units to so many kinds, what is left over last.

    Examples
    --------
    >>> list(spread(1, 2))
    [(0, 0, 1), (0, 1, 0), (1, 0, 0)]
    """
    if kinds == 0:
        yield (units,)
        return
    for first in range(units + 1):
        for rest in spread(units - first, kinds - 1):
            yield (first, *rest)
