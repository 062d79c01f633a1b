"""An offer: what somebody willing has accepted, before anything is given out."""

from __future__ import annotations

from attrs import field, frozen

from deliberate.duty.duty import Duty, named_set, named_tuple
from deliberate.errors import InputError
from deliberate.identity import name
from deliberate.quantities import whole
from deliberate.records.kinds import kind


@kind
@frozen
class Offer:
    """What one person takes on, if it is given to them; silence is not acceptance.

    Attributes
    ----------
    person
        One offer a person.
    duties
        The duties of which they would do hours, the most liked first.
    hours
        How many hours in all, whole and not negative.
    skills
        What they are able to do.
    close_to
        People with whom they are closely tied: neither judges the other's work.
    steward_of
        Duties that they would answer for even without doing hours of them.

    Examples
    --------
    >>> offer = Offer("li", ("rota", "count"), hours=6)
    >>> offer.accepts("rota"), offer.accepts("install")
    (True, False)
    """

    person: str = field(converter=name)
    duties: tuple[str, ...] = field(converter=named_tuple)
    hours: int = field(converter=whole)
    skills: frozenset[str] = field(default=frozenset(), converter=named_set)
    close_to: tuple[str, ...] = field(default=(), converter=named_tuple)
    steward_of: tuple[str, ...] = field(default=(), converter=named_tuple)

    def __attrs_post_init__(self) -> None:
        if self.hours < 0:
            raise InputError("bad-capacity", where=self.person, hours=self.hours)

    def accepts(self, duty: str) -> bool:
        """Whether they have accepted to do hours of this duty or to answer for it."""
        return duty in self.duties or duty in self.steward_of

    def able(self, duty: Duty) -> bool:
        """Whether they would do hours of this duty and have the skills for it."""
        return duty.name in self.duties and self.skilled(duty)

    def skilled(self, duty: Duty) -> bool:
        """Whether they have every skill that the duty needs."""
        return duty.skills <= self.skills
