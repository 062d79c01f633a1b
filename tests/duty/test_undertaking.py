"""An undertaking is checked at the door: every duty known, one offer a person, the judge apart from the work."""

import pytest

from deliberate.duty.duty import Duty
from deliberate.duty.offer import Offer
from deliberate.duty.undertaking import Undertaking
from deliberate.errors import InputError

ROTA = Duty("rota", "", 9, evaluator="wang")


def refused(code, decision, duties, offers=(), **more):
    with pytest.raises(InputError) as caught:
        Undertaking(decision, duties, offers, **more)
    assert code == caught.value.code
    assert caught.value.told("en")
    assert caught.value.told("zh")


def test_a_duty_twice_is_refused(decision):
    refused("same-name-twice", decision, (ROTA, Duty("rota", "again", 1)))


def test_a_person_twice_is_refused(decision):
    refused("same-name-twice", decision, (ROTA,), (Offer("li", (), 1), Offer("li", ("rota",), 1)))


def test_two_stewards_proposed_for_one_duty_are_refused(decision):
    refused("same-name-twice", decision, (ROTA,), stewards=(("rota", "li"), ("rota", "zhao")))


@pytest.mark.parametrize(
    "more",
    [
        {"offers": (Offer("li", ("patrol",), 1),)},
        {"offers": (Offer("li", (), 1, steward_of=("patrol",)),)},
        {"stewards": (("patrol", "li"),)},
        {"deputies": (("patrol", "li"),)},
    ],
)
def test_a_duty_that_is_not_there_is_refused(decision, more):
    refused("unknown-duty", decision, (ROTA,), **more)


@pytest.mark.parametrize(
    "more",
    [
        {"offers": (Offer("wang", ("rota",), 1),)},
        {"offers": (Offer("wang", (), 1, steward_of=("rota",)),)},
        {"stewards": (("rota", "wang"),)},
        {"deputies": (("rota", "wang"),)},
    ],
)
def test_whoever_judges_a_duty_has_no_part_in_it(decision, more):
    refused("evaluates-own-duty", decision, (ROTA,), **more)


@pytest.mark.parametrize(
    "offers",
    [
        (Offer("li", ("rota",), 1, close_to=("wang",)),),
        (Offer("li", ("rota",), 1), Offer("wang", (), 0, close_to=("li",))),
    ],
)
def test_whoever_judges_a_duty_is_not_close_to_those_who_do_it(decision, offers):
    refused("evaluator-close-tie", decision, (ROTA,), offers)


def test_a_close_tie_matters_only_where_one_judges_the_other(decision):
    offers = (Offer("li", ("rota",), 1, close_to=("zhao",)), Offer("zhao", ("rota",), 1))
    assert offers == Undertaking(decision, (ROTA,), offers).offers


def test_a_deputy_is_somebody_else(decision):
    refused("deputy-is-steward", decision, (ROTA,), stewards=(("rota", "li"),), deputies=(("rota", "li"),))


def test_a_duty_is_found_by_its_name(squad):
    assert 9 == squad.duty("rota").hours
    assert 21 == squad.needed
    with pytest.raises(InputError, match="patrol"):
        squad.duty("patrol")


def test_whoever_was_silent_has_no_offer(squad):
    assert squad.offer("v5") is None
