"""The pet-waste matter of governance 7(b): 14 days of counting before the bag stations, 21 days since."""

from datetime import date, timedelta

import pytest

import deliberate as d
from deliberate.assembly.agenda import Agenda
from deliberate.assembly.confer import confer
from deliberate.assembly.procedures.rounds import Rounds
from deliberate.decision.decision import Decision
from deliberate.duty.assign import assign
from deliberate.duty.assigners.balanced import Balanced
from deliberate.duty.duty import Duty
from deliberate.duty.follow import Report, follow
from deliberate.duty.offer import Offer
from deliberate.duty.undertaking import Undertaking

START = date(2026, 3, 15)
BEFORE = (14, 12, 15, 13, 16, 11, 14, 13, 15, 12, 14, 16, 13, 12)
AFTER = (12, 11, 12, 10, 9, 10, 8, 9, 8, 7, 8, 6, 7, 6, 6, 5, 6, 5, 5, 4, 5)


@pytest.fixture(scope="session")
def mandate():
    election = d.ranked("3: bag stations > fines; 1: fines", title="pet waste")
    decision = Decision(confer(Agenda(), Rounds(), ()), election, d.decide(election, d.rule("schulze")))
    duties = (Duty("rota", "Walk the courtyard.", 6, evaluator="wang"),)
    return assign(Undertaking(decision, duties, (Offer("li", ("rota",), 6),)), Balanced())


@pytest.fixture(scope="session")
def reported(mandate):
    """Follow the mandate with daily values: ``before`` ends the day before the start, ``after`` begins on it."""

    def followed(before=BEFORE, after=AFTER, series="waste", more=()):
        values = (*before, *after)
        days = (START + timedelta(days=place - len(before)) for place in range(len(values)))
        reports = (
            Report(series, day, value, "wang") for day, value in zip(days, values, strict=True) if value is not None
        )
        return follow(mandate, (*more, *reports))

    return followed


@pytest.fixture(scope="session")
def squad(reported):
    return reported()
