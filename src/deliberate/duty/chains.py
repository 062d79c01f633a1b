"""Chains of handovers: Li gives the rota to Wang, who gives the counting to Zhao."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence

from attrs import frozen

from deliberate.duty.plan import Plan


@frozen
class Handover:
    """A taker would take hours of a duty over from a giver; from nobody where they were open."""

    duty: int
    giver: int | None
    taker: int


Chain = Sequence[Handover]


class Chains:
    """Searches for chains in a plan, breadth first, duties and people in their order.

    Whoever a search reached in vain is not searched again. That is right as long as nobody of them can be found
    by a later search either: a chain that goes in among them could not come out again, so they keep their hours.

    Attributes
    ----------
    plan
        The plan; chains are carried out in it.
    """

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self._in_vain: set[int] = set()

    def from_duty(self, duty: int, found: Callable[[int], bool]) -> Chain:
        """The shortest chain by which somebody found would take an hour of an open duty; empty where none is.

        The last taker comes first.
        """
        return self._search({duty: None}, found)

    def from_person(self, person: int, found: Callable[[int], bool]) -> Chain:
        """The shortest chain by which somebody found would take an hour off a person; empty where none is."""
        chain = self._search(dict.fromkeys(self.plan.doing(person), person), found)
        if not chain:
            self._in_vain.add(person)
        return chain

    def carry_out(self, chain: Chain, most: int) -> int:
        """Move hours along a chain, as many as every giver has and no more than ``most``; gives how many."""
        given = (self.plan.hours(step.giver, step.duty) for step in chain if step.giver is not None)
        hours = min((most, *given))
        for step in chain:
            self.plan.give(step.taker, step.duty, hours)
            if step.giver is not None:
                self.plan.give(step.giver, step.duty, -hours)
        return hours

    def _search(self, gives: dict[int, int | None], found: Callable[[int], bool]) -> Chain:
        first = next(iter(gives.values()), None)
        takes: dict[int, int] = {}
        queue = deque(gives)
        while queue:
            duty = queue.popleft()
            for person in self.plan.people[duty]:
                if person in takes or person == first or person in self._in_vain:
                    continue
                takes[person] = duty
                if found(person):
                    return _chain(person, takes, gives)
                for other in self.plan.doing(person):
                    if other not in gives:
                        gives[other] = person
                        queue.append(other)
        self._in_vain.update(takes)
        return ()


def reach(plan: Plan, duty: int) -> frozenset[int]:
    """The people of whom any one, with an hour more, would free an hour for an open duty.

    The residual side of a minimum cut: they and no others keep the duty from being filled.
    """
    met: list[int] = []

    def meet(person: int) -> bool:
        met.append(person)
        return False

    Chains(plan).from_duty(duty, meet)
    return frozenset(met)


def _chain(person: int | None, takes: dict[int, int], gives: dict[int, int | None]) -> Chain:
    chain = []
    while person is not None and person in takes:
        duty = takes[person]
        chain.append(Handover(duty, gives[duty], person))
        person = gives[duty]
    return tuple(chain)
