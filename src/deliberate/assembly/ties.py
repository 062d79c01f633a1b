"""Close ties: who cannot be neutral about whom."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import field, frozen

from deliberate.identity import name
from deliberate.records.kinds import kind


@kind
@frozen
class CloseTie:
    """Two people who are too close for one to be neutral about the other: family, business, office.

    Examples
    --------
    >>> close_to((CloseTie("li", "wang"),), "wang", ("zhao", "li"))
    ('li',)
    """

    one: str = field(converter=name)
    other: str = field(converter=name)


def close_to(ties: Iterable[CloseTie], person: str, others: Iterable[str]) -> tuple[str, ...]:
    """To whom of these somebody has a close tie.

    Notes
    -----
    Cost O(ties).
    """
    near = {tie.other if tie.one == person else tie.one for tie in ties if person in {tie.one, tie.other}}
    return tuple(other for other in others if other in near)
