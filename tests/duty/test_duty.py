"""A duty and an offer refuse what cannot be meant."""

import pytest

from deliberate.duty.duty import Duty
from deliberate.duty.offer import Offer
from deliberate.errors import InputError


def refused(code, make):
    with pytest.raises(InputError) as caught:
        make()
    assert code == caught.value.code
    assert caught.value.told("en")
    assert caught.value.told("zh")


@pytest.mark.parametrize("hours", [0, -3])
def test_a_duty_without_work_is_refused(hours):
    refused("bad-hours", lambda: Duty("rota", "", hours))


def test_hours_of_a_duty_are_whole():
    refused("not-whole", lambda: Duty("rota", "", "3/2"))


def test_hours_are_never_a_float():
    refused("not-a-number", lambda: Duty("rota", "", 6.0))


def test_a_capacity_below_nothing_is_refused():
    refused("bad-capacity", lambda: Offer("li", (), -1))


def test_one_may_offer_to_answer_without_an_hour_to_spare():
    offer = Offer("chen", (), 0, steward_of=("rota",))
    assert (True, False) == (offer.accepts("rota"), offer.accepts("count"))


def test_names_are_of_one_form():
    assert Duty("e\u0301tude", "", 1, evaluator="e\u0301mile") == Duty("\u00e9tude", "", 1, evaluator="\u00e9mile")


def test_a_duty_offered_twice_is_refused():
    refused("same-name-twice", lambda: Offer("li", ("rota", "rota"), 1))


def test_whoever_has_not_every_skill_is_not_able():
    duty = Duty("wiring", "", 2, skills=("ladder", "electrician"))
    able = [Offer("li", ("wiring",), 2, skills=skills).able(duty) for skills in ((), ("ladder",), duty.skills)]
    assert [False, False, True] == able


def test_whoever_did_not_offer_is_not_able():
    assert not Offer("li", (), 9).able(Duty("rota", "", 2))
