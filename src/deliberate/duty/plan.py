"""A plan: the hours of each person in each duty while an assigner works on them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deliberate.duty.undertaking import Undertaking


class Plan:
    """Who does how many hours of what; duties and people are their places in the undertaking.

    Attributes
    ----------
    duties
        For each person, the duties that they offered and have the skills for.
    people
        For each duty, the people who did.
    loads, filled
        Hours of each person, and of each duty.
    """

    def __init__(self, undertaking: Undertaking) -> None:
        offers, duties = undertaking.offers, undertaking.duties
        places = {duty.name: place for place, duty in enumerate(duties)}
        offered = [sorted(places[duty] for duty in offer.duties) for offer in offers]
        able = [
            [duty for duty in mine if offer.skilled(duties[duty])] for offer, mine in zip(offers, offered, strict=True)
        ]
        self.capacity: Sequence[int] = [offer.hours for offer in offers]
        self.needed: Sequence[int] = [duty.hours for duty in duties]
        self.duties: Sequence[Sequence[int]] = able
        self.people: list[list[int]] = [[] for _ in duties]
        for person, mine in enumerate(able):
            for duty in mine:
                self.people[duty].append(person)
        self.loads = [0] * len(offers)
        self.filled = [0] * len(duties)
        self._hours: dict[tuple[int, int], int] = {}

    def hours(self, person: int, duty: int) -> int:
        """The hours of a person in a duty."""
        return self._hours.get((person, duty), 0)

    def spare(self, person: int) -> int:
        """The hours that a person has left."""
        return self.capacity[person] - self.loads[person]

    def missing(self, duty: int) -> int:
        """The hours of a duty that nobody does."""
        return self.needed[duty] - self.filled[duty]

    def doing(self, person: int) -> Iterator[int]:
        """The duties of which a person does hours, in order."""
        return (duty for duty in self.duties[person] if self.hours(person, duty))

    def give(self, person: int, duty: int, hours: int) -> None:
        """Give a person more hours of a duty, or fewer where negative."""
        self._hours[person, duty] = self.hours(person, duty) + hours
        self.loads[person] += hours
        self.filled[duty] += hours
