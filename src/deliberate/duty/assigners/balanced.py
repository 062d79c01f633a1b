"""Balanced: as many hours as any plan can fill, then the load as even as it can be."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from attrs import frozen

from deliberate.duty.chains import Chains
from deliberate.duty.claims import DutyClaim
from deliberate.duty.gaps import unfilled
from deliberate.duty.plan import Plan
from deliberate.duty.steps import FlowFound, HoursAssigned
from deliberate.duty.stewards import evaluators, stewards
from deliberate.duty.undertaking import Undertaking
from deliberate.records.kinds import Step, kind

_SOURCE, _SINK = -1, -2


@kind
@frozen
class Balanced:
    """The most hours, the earlier duties first where hours lack, and nobody loaded more than need be.

    Notes
    -----
    A maximum flow from people (capacity: their hours) through the duties that they offered and have the skills for.
    Where it leaves hours open, chains of handovers move the gap to the latest duties that can bear it. Then hours
    go along such chains from the more to the less loaded by two or more, until none is left: for a sum of squares
    over the loads of a flow this is the least there is (no cycle of negative cost). Loads are hours, not shares of
    the capacity. Networkx's shortest augmenting paths, O(V**2 * E), then O(E) a chain.

    References
    ----------
    N. J. A. Harvey, R. E. Ladner, L. Lovász, T. Tamir, Semi-matchings for bipartite graphs and load balancing, 2006,
    doi:10.1016/j.jalgor.2005.01.003.
    R. K. Ahuja, T. L. Magnanti, J. B. Orlin, Network Flows, 1993.
    """

    name: ClassVar[str] = "balanced"
    satisfies: ClassVar[frozenset[DutyClaim]] = frozenset(DutyClaim)

    def steps(self, undertaking: Undertaking, /) -> Iterator[Step]:
        """Fill, move the gaps back, even the load; then name who answers and who judges."""
        plan = fullest(undertaking)
        serve_first_duties_first(plan)
        even_out(plan)
        yield FlowFound(sum(plan.filled), undertaking.needed)
        assigned = tuple(_assigned(undertaking, plan))
        yield from assigned
        yield from unfilled(undertaking, plan)
        yield from stewards(undertaking, assigned)
        yield from evaluators(undertaking)


def fullest(undertaking: Undertaking) -> Plan:
    """A plan that fills as many hours as any can."""
    import networkx as nx
    from networkx.algorithms.flow import shortest_augmenting_path

    plan = Plan(undertaking)
    first = len(undertaking.offers)
    graph = nx.DiGraph()
    # Integers only: the order of text in a set differs from run to run, and the plan must not.
    graph.add_nodes_from((_SOURCE, _SINK))
    for person, duties in enumerate(plan.duties):
        graph.add_edge(_SOURCE, person, capacity=plan.capacity[person])
        graph.add_edges_from((person, first + duty) for duty in duties)
    for duty, hours in enumerate(plan.needed):
        graph.add_edge(first + duty, _SINK, capacity=hours)
    flows: dict[int, dict[int, int]]
    _, flows = nx.maximum_flow(graph, _SOURCE, _SINK, flow_func=shortest_augmenting_path)
    for person, duties in enumerate(plan.duties):
        for duty in duties:
            plan.give(person, duty, flows[person][first + duty])
    return plan


def serve_first_duties_first(plan: Plan) -> None:
    """Move open hours from earlier duties to later ones, as far as handovers allow."""
    chains = Chains(plan)
    for duty in range(len(plan.needed)):
        while plan.missing(duty) and _served(chains, duty):
            pass


def _served(chains: Chains, duty: int) -> bool:
    plan = chains.plan
    chain = chains.from_duty(duty, lambda person: _latest(plan, person) > duty)
    if not chain:
        return False
    last = chain[0].taker
    given_up = _latest(plan, last)
    hours = chains.carry_out(chain, min(plan.missing(duty), plan.hours(last, given_up)))
    plan.give(last, given_up, -hours)
    return True


def even_out(plan: Plan) -> None:
    """Move hours from the more to the less loaded until no chain of handovers makes the loads more even.

    From the highest load down: whom somebody reaches in vain has as much, or one hour less, or no hours left, and
    so will be reached in vain by everybody of less load.
    """
    chains = Chains(plan)
    load = max(plan.loads, default=0)
    while load > 1:
        for person in [one for one, each in enumerate(plan.loads) if each == load]:
            while plan.loads[person] == load and _relieved(chains, person):
                pass
        load = max((each for each in plan.loads if each < load), default=0)


def _relieved(chains: Chains, person: int) -> bool:
    plan = chains.plan
    chain = chains.from_person(person, lambda other: _room(plan, person, other) > 0)
    if not chain:
        return False
    chains.carry_out(chain, _room(plan, person, chain[0].taker))
    return True


def _room(plan: Plan, person: int, other: int) -> int:
    return min(plan.spare(other), (plan.loads[person] - plan.loads[other]) // 2)


def _latest(plan: Plan, person: int) -> int:
    return max(plan.doing(person), default=-1)


def _assigned(undertaking: Undertaking, plan: Plan) -> Iterator[HoursAssigned]:
    for place, duty in enumerate(undertaking.duties):
        for person in plan.people[place]:
            hours = plan.hours(person, place)
            if hours:
                yield HoursAssigned(duty.name, undertaking.offers[person].person, hours)
