"""Gradients of agreement: how far the steps between yes and veto that people chose lie together, exact."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from operator import index

from attrs import field, frozen

from deliberate.errors import InputError
from deliberate.records.kinds import kind
from deliberate.words import say, term

# S. Kaner and others, Facilitator's Guide to Participatory Decision-Making, 3rd ed. (2014): the first three support.
GRADIENTS = (
    "gradient.endorse",
    "gradient.minor-point",
    "gradient.reservations",
    "gradient.abstain",
    "gradient.stand-aside",
    "gradient.disagree-and-support",
    "gradient.disagree-and-stay-out",
    "gradient.veto",
)
SUPPORTING = 3


def _counts(given: Sequence[int]) -> tuple[int, ...]:
    try:
        counts = tuple(map(index, given))
    except TypeError:
        raise InputError("bad-histogram", counts=tuple(map(str, given))) from None
    if len(counts) < 2 or min(counts) < 0 or not any(counts):
        raise InputError("bad-histogram", counts=counts)
    return counts


def agreement(histogram: Sequence[int]) -> Fraction:
    """Van der Eijk's A of answers on an ordered scale: 1 all alike, 0 even, -1 half at either end.

    Parameters
    ----------
    histogram
        How many chose each step, in order.

    Raises
    ------
    InputError
        ``bad-histogram``: fewer than three steps, a number that is negative or not whole, nobody at all.

    Examples
    --------
    >>> [str(agreement(each)) for each in ([10, 0, 0, 0, 0], [5, 0, 0, 0, 5], [0, 2, 6, 2, 0])]
    ['1', '-1', '7/10']

    Notes
    -----
    The histogram is peeled into layers of equal height; a layer with s of k steps filled has
    ``U (1 - (s - 1) / (k - 1))``, where U compares its triples 110 and 011 with its triples 101. Cost O(k^4).

    References
    ----------
    C. van der Eijk, Measuring agreement in ordered rating scales, 2001, doi:10.1023/A:1010374114305.
    """
    left = list(_counts(histogram))
    if len(left) < 3:
        raise InputError("bad-histogram", counts=tuple(left))
    everybody, total = sum(left), Fraction(0)
    while any(left):
        filled = [bool(count) for count in left]
        height = min(count for count in left if count)
        total += Fraction(height * sum(filled), everybody) * _of_layer(filled)
        left = [count - height if count else 0 for count in left]
    return total


def _of_layer(filled: Sequence[bool]) -> Fraction:
    steps, full = len(filled), sum(filled)
    unimodal, divided = _triples(filled)
    alike = Fraction(1)
    if unimodal + divided:
        weighed = (steps - 2) * unimodal - (steps - 1) * divided
        alike = Fraction(weighed, (steps - 2) * (unimodal + divided))
    return alike * (1 - Fraction(full - 1, steps - 1))


def _triples(filled: Sequence[bool]) -> tuple[int, int]:
    """How many triples of steps read 110 or 011, and how many 101."""
    unimodal = divided = 0
    steps = range(len(filled))
    for low in steps:
        for middle in steps[low + 1 :]:
            for high in steps[middle + 1 :]:
                match filled[low], filled[middle], filled[high]:
                    case (True, True, False) | (False, True, True):
                        unimodal += 1
                    case (True, False, True):
                        divided += 1
    return unimodal, divided


@kind
@frozen
class Gradients:
    """How many chose each of the eight steps from endorsing to veto.

    Examples
    --------
    >>> found = Gradients((3, 4, 2, 1, 0, 0, 0, 0))
    >>> str(found.support), found.vetoes
    ('9/10', 0)
    """

    counts: tuple[int, ...] = field(converter=_counts)

    def __attrs_post_init__(self) -> None:
        if len(self.counts) != len(GRADIENTS):
            raise InputError("bad-histogram", counts=self.counts)

    @property
    def support(self) -> Fraction:
        """The part that chose one of the first three steps."""
        return Fraction(sum(self.counts[:SUPPORTING]), sum(self.counts))

    @property
    def vetoes(self) -> int:
        """How many chose the last step."""
        return self.counts[-1]

    @property
    def agreement(self) -> Fraction:
        """Van der Eijk's A of the steps."""
        return agreement(self.counts)

    def explain(self, lang: str = "en") -> str:
        """The figures in a sentence."""
        counts = tuple((term(step, lang), count) for step, count in zip(GRADIENTS, self.counts, strict=True))
        told = {"counts": counts, "support": self.support, "vetoes": self.vetoes, "agreement": self.agreement}
        return say("Gradients", told, lang)
