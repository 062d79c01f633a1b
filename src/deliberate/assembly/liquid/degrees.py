"""What a supporter thinks of a suggestion: how much it is wanted, and whether the draft fulfils it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from attrs import field, frozen

from deliberate.errors import InputError


class Degree(StrEnum):
    """How much a suggestion is wanted; LiquidFeedback's numbers are 2, 1, -1, -2."""

    MUST = "must"
    SHOULD = "should"
    SHOULD_NOT = "should-not"
    MUST_NOT = "must-not"


class Fulfilment(StrEnum):
    """Whether, for this supporter, the draft does what the suggestion says."""

    FULFILLED = "fulfilled"
    UNFULFILLED = "unfulfilled"


_NUMBERED: Mapping[str | int, Degree] = {
    2: Degree.MUST,
    1: Degree.SHOULD,
    -1: Degree.SHOULD_NOT,
    -2: Degree.MUST_NOT,
    **{each.value: each for each in Degree},
}
_UNWANTED = frozenset({Degree.SHOULD_NOT, Degree.MUST_NOT})
_STRICT = frozenset({Degree.MUST, Degree.MUST_NOT})


def degree(given: str | int) -> Degree:
    """The degree of a word or of LiquidFeedback's number.

    Raises
    ------
    InputError
        ``bad-parameter``.

    Examples
    --------
    >>> degree(2), degree("must-not")
    (<Degree.MUST: 'must'>, <Degree.MUST_NOT: 'must-not'>)
    """
    found = _NUMBERED.get(given)
    if found is None or isinstance(given, bool):
        raise InputError("bad-parameter", parameter="degree", value=str(given), known=tuple(map(str, _NUMBERED)))
    return found


@frozen
class Opinion:
    """What one supporter thinks of one suggestion."""

    degree: Degree = field(converter=degree)
    fulfilment: Fulfilment = field(default=Fulfilment.UNFULFILLED, converter=Fulfilment)

    @property
    def is_met(self) -> bool:
        """Whether the draft is as the supporter wants it here."""
        return (self.fulfilment is Fulfilment.FULFILLED) is not (self.degree in _UNWANTED)

    @property
    def is_critical(self) -> bool:
        """Whether it makes the supporter a potential one: a must that is unmet, a must-not that is met."""
        return self.degree in _STRICT and not self.is_met

    @property
    def section(self) -> int:
        """In which section of a ballot the suggestion stands, from 1 to 4.

        Examples
        --------
        >>> [Opinion(each).section for each in (2, 1, -2, -1)]
        [1, 2, 3, 4]
        """
        if not self.is_met:
            return 1 if self.degree in _STRICT else 2
        return 3 if self.degree in _STRICT else 4
