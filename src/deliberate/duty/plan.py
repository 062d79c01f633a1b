"""A plan: the hours of each person in each duty while an assigner works on them."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence

from attrs import frozen

from deliberate.duty.undertaking import Undertaking


@frozen
class Handover:
    """A taker would take hours of a duty over from a giver; from nobody where they were open."""

    duty: int
    giver: int | None
    taker: int


class Plan:
    """Who does how many hours of what; duties and people are their places in the undertaking.

    Hours move along chains of handovers: Li gives the rota to Wang, who gives the counting to Zhao. Every
    search goes through duties and people in their order, so that the same undertaking gives the same plan.

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

    def hand_over(self, chain: Sequence[Handover], most: int) -> int:
        """Move hours along a chain, as many as every giver has and no more than ``most``; gives how many."""
        given = (self.hours(step.giver, step.duty) for step in chain if step.giver is not None)
        hours = min((most, *given))
        for step in chain:
            self.give(step.taker, step.duty, hours)
            if step.giver is not None:
                self.give(step.giver, step.duty, -hours)
        return hours

    def chain_from_duty(self, duty: int, found: Callable[[int], bool]) -> tuple[Handover, ...]:
        """The shortest chain by which somebody found would free an hour for an open duty; empty where none is.

        The last taker comes first.
        """
        return self._chain({duty: None}, found)

    def chain_from_people(self, people: Iterable[int], found: Callable[[int], bool]) -> tuple[Handover, ...]:
        """The shortest chain by which somebody found would take an hour off any of these; empty where none is.

        The last taker comes first, the person relieved is the last giver.
        """
        return self._chain({duty: person for person in people for duty in self.doing(person)}, found)

    def reach(self, duty: int) -> frozenset[int]:
        """The people who would free an hour for an open duty if they had one more.

        The residual side of a minimum cut: they and no others keep the duty from being filled.
        """
        takes, _ = self._spread({duty: None}, lambda _: False)
        return frozenset(takes)

    def _chain(self, gives: dict[int, int | None], found: Callable[[int], bool]) -> tuple[Handover, ...]:
        takes, person = self._spread(gives, found)
        chain = []
        while person is not None and person in takes:
            duty = takes[person]
            chain.append(Handover(duty, gives[duty], person))
            person = gives[duty]
        return tuple(chain)

    def _spread(self, gives: dict[int, int | None], found: Callable[[int], bool]) -> tuple[dict[int, int], int | None]:
        """Breadth first from duties that somebody gives up: who would take them, and what those would give up.

        Fills ``gives`` with the duties met, each with who would give it up; gives the people met, each with the duty
        that they would take, and the one found.
        """
        takes: dict[int, int] = {}
        first = set(gives.values())
        queue = deque(gives)
        while queue:
            duty = queue.popleft()
            for person in self.people[duty]:
                if person in takes or person in first:
                    continue
                takes[person] = duty
                if found(person):
                    return takes, person
                for other in self.doing(person):
                    if other not in gives:
                        gives[other] = person
                        queue.append(other)
        return takes, None
