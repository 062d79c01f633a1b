"""A decision to take duties on for, and the volunteers of the pet-waste matter."""

import pytest

import deliberate as d
from deliberate.assembly.agenda import Agenda
from deliberate.assembly.confer import confer
from deliberate.assembly.procedures.rounds import Rounds
from deliberate.decision.decision import Decision
from deliberate.duty.duty import Duty
from deliberate.duty.offer import Offer
from deliberate.duty.undertaking import Undertaking


@pytest.fixture(scope="session")
def decision():
    election = d.ranked("3: bag stations > fines; 1: fines", title="pet waste")
    return Decision(confer(Agenda(), Rounds(), ()), election, d.decide(election, d.rule("schulze")))


@pytest.fixture(scope="session")
def squad(decision):
    """Governance 3.2 (15): capacities 8, 6, 10, 4; install 6 {v1}, rota 9 {v1, v2, v3}, count 6 {v3, v4}."""
    duties = (
        Duty("install", "Put up the bag stations.", 6),
        Duty("rota", "Walk the courtyard every evening.", 9),
        Duty("count", "Count every day.", 6),
    )
    offers = (
        Offer("v1", ("install", "rota"), 8),
        Offer("v2", ("rota",), 6),
        Offer("v3", ("rota", "count"), 10),
        Offer("v4", ("count",), 4),
    )
    return Undertaking(decision, duties, offers)
