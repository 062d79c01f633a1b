"""A mandate is read from its trace, tells itself in two languages, and travels as JSON."""

import json

import pytest
from attrs import evolve

from deliberate.assembly.agenda import Agenda, AgendaItem
from deliberate.duty.assign import assign
from deliberate.duty.assigners.balanced import Balanced
from deliberate.duty.duty import Duty
from deliberate.duty.offer import Offer
from deliberate.duty.steps import EvaluatorNamed, FlowFound, HoursAssigned, StewardNamed, Unfilled
from deliberate.duty.undertaking import Undertaking
from deliberate.errors import InputError
from deliberate.records.convert import from_dict, to_dict


@pytest.fixture(scope="session")
def mandate(squad):
    """The squad without v3, led by Chen, who does no hours, and judged by Wang."""
    duties = tuple(evolve(duty, evaluator="wang") for duty in squad.duties)
    offers = tuple(offer for offer in squad.offers if offer.person != "v3")
    chen = Offer("chen", (), 0, steward_of=("rota",))
    stewards = (("rota", "chen"), ("count", "chen"))
    return assign(evolve(squad, duties=duties, offers=(*offers, chen), stewards=stewards), Balanced())


def test_a_mandate_holds_the_decision_before_it(mandate, decision):
    assert decision is mandate.decision
    assert "pet waste" == mandate.matter


def test_the_trace_tells_hours_then_gaps_then_names(mandate):
    order = (FlowFound, HoursAssigned, Unfilled, StewardNamed, EvaluatorNamed)
    kinds = list(dict.fromkeys(type(step) for step in mandate.trace))
    assert list(order) == kinds


def test_the_load_counts_everybody_who_offered(mandate):
    assert {"v1": 8, "v2": 6, "v4": 4, "chen": 0} == mandate.load


def test_who_answers_and_who_judges_is_asked_by_duty(mandate):
    assert ("chen", "v2", "wang") == tuple(ask("rota") for ask in (mandate.steward, mandate.deputy, mandate.evaluator))


def test_a_duty_that_is_not_there_has_no_steward_to_ask_for(mandate):
    for ask in (mandate.steward, mandate.deputy, mandate.evaluator):
        with pytest.raises(InputError, match="patrol"):
            ask("patrol")


def test_without_names_there_is_nobody(decision):
    bare = assign(Undertaking(decision, (Duty("rota", "", 1),), ()), Balanced())
    assert (None, None, None) == tuple(ask("rota") for ask in (bare.steward, bare.deputy, bare.evaluator))


def test_what_stays_open_is_offered_again(mandate):
    assert Agenda((AgendaItem("rota", "unfilled"), AgendaItem("count", "unfilled"))) == mandate.agenda


def test_a_resident_reads_it_in_english(mandate):
    told = mandate.explain("en").splitlines()
    assert "v1 takes 6 hours of “install”." in told
    assert (
        "“rota” lacks 1 hour: those who can do it have no hours left."
        " An hour more from any of these would help: v1, v2." in told
    )
    assert "v4 answers for “count”. chen was proposed and has not accepted." in told


def test_a_resident_reads_it_in_chinese(mandate):
    told = mandate.explain("zh").splitlines()
    assert "“install”由v1承担 6 小时。" in told
    assert "“rota”的责任人是chen，B角v2。" in told
    assert len(mandate.trace) + 1 == len(told)


def test_a_notebook_shows_the_trace(mandate):
    assert "18/21" in mandate._repr_html_()


def test_the_parts_of_a_mandate_travel_as_json(mandate):
    parts = (*mandate.undertaking.duties, *mandate.undertaking.offers, *mandate.trace, mandate.assigner)
    assert parts == from_dict(json.loads(json.dumps(to_dict(parts))))


def test_a_mandate_travels_as_json(mandate):
    assert mandate == from_dict(json.loads(json.dumps(to_dict(mandate))))
