"""Exactly one person answers for a duty, and only who has accepted."""

from hypothesis import given
from hypothesis import strategies as st

from deliberate.duty.assign import assign
from deliberate.duty.assigners.balanced import Balanced
from deliberate.duty.duty import Duty
from deliberate.duty.offer import Offer
from deliberate.duty.steps import StewardNamed
from deliberate.duty.undertaking import Undertaking

ROTA = Duty("rota", "", 4)


def named(decision, *offers, duties=(ROTA,), **proposed):
    mandate = assign(Undertaking(decision, duties, offers, **proposed), Balanced())
    return tuple(mandate.steps(StewardNamed))


def test_whoever_likes_the_duty_most_answers_for_it(decision):
    duties = (ROTA, Duty("count", "", 2))
    offers = (Offer("li", ("count", "rota"), 3), Offer("wang", ("rota",), 3))
    assert StewardNamed("rota", "wang", deputy="li") in named(decision, *offers, duties=duties)


def test_of_those_who_like_it_as_much_the_first_to_offer_answers(decision):
    one, other = Offer("li", ("rota",), 2), Offer("wang", ("rota",), 2)
    assert (StewardNamed("rota", "li", deputy="wang"),) == named(decision, one, other)
    assert (StewardNamed("rota", "wang", deputy="li"),) == named(decision, other, one)


def test_the_proposed_steward_comes_first(decision):
    offers = (Offer("li", ("rota",), 2), Offer("wang", ("rota",), 2))
    assert (StewardNamed("rota", "wang", deputy="li"),) == named(decision, *offers, stewards=(("rota", "wang"),))


def test_one_may_answer_for_a_duty_without_doing_an_hour_of_it(decision):
    offers = (Offer("li", ("rota",), 4), Offer("chen", (), 0, steward_of=("rota",)))
    assert (StewardNamed("rota", "chen", deputy="li"),) == named(decision, *offers, stewards=(("rota", "chen"),))
    assert (StewardNamed("rota", "li", deputy="chen"),) == named(decision, *offers)


def test_whoever_was_proposed_and_is_silent_does_not_answer(decision):
    offer = Offer("li", ("rota",), 4)
    expected = (StewardNamed("rota", "li", deputy=None, instead_of="chen"),)
    assert expected == named(decision, offer, stewards=(("rota", "chen"),))


def test_the_proposed_deputy_stands_in(decision):
    offers = tuple(Offer(person, ("rota",), 2) for person in ("li", "wang", "zhao"))
    assert (StewardNamed("rota", "li", deputy="zhao"),) == named(decision, *offers, deputies=(("rota", "zhao"),))


def test_a_deputy_who_is_silent_does_not_stand_in(decision):
    offers = (Offer("li", ("rota",), 2), Offer("wang", ("rota",), 2))
    assert (StewardNamed("rota", "li", deputy="wang"),) == named(decision, *offers, deputies=(("rota", "chen"),))


def test_a_duty_that_wants_no_steward_has_none(decision):
    duty = Duty("rota", "", 4, steward=False)
    assert () == named(decision, Offer("li", ("rota",), 4), duties=(duty,))


@given(st.data())
def test_every_duty_has_one_steward_who_accepted_or_is_unfilled(decision, data):
    duties = tuple(Duty(name, "", data.draw(st.integers(1, 3))) for name in "abc")
    wishes = st.lists(st.sampled_from("abc"), unique=True).map(tuple)
    offers = [
        Offer(f"v{one}", data.draw(wishes), data.draw(st.integers(0, 3)), steward_of=data.draw(wishes))
        for one in range(3)
    ]
    proposed = tuple((name, data.draw(st.sampled_from(("v0", "v1", "silent")))) for name in "abc")
    mandate = assign(Undertaking(decision, duties, offers, stewards=proposed), Balanced())
    stewards = [step.duty for step in mandate.steps(StewardNamed)]
    assert sorted(set(stewards)) == sorted(stewards)
    for step in mandate.steps(StewardNamed):
        assert step.person != step.deputy
        assert mandate.undertaking.offer(step.person).accepts(step.duty)
        assert step.deputy is None or mandate.undertaking.offer(step.deputy).accepts(step.duty)
    for duty in duties:
        assert duty.name in stewards or duty.name in [gap.duty for gap in mandate.unfilled]
