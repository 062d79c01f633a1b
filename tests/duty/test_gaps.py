"""What stays open is told with the reason, and with whom an hour more would help."""

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from deliberate.duty.assign import assign
from deliberate.duty.assigners.balanced import Balanced
from deliberate.duty.duty import Duty
from deliberate.duty.offer import Offer
from deliberate.duty.steps import Unfilled
from deliberate.duty.undertaking import Undertaking

NAMES = ("a", "b", "c")


def gaps(decision, duties, *offers):
    return assign(Undertaking(decision, duties, offers), Balanced()).unfilled


def test_a_duty_that_nobody_offered_may_be_asked_of_those_who_have_time(decision):
    duties = (Duty("a", "", 2), Duty("b", "", 3))
    offers = (Offer("busy", ("a",), 2), Offer("free", (), 4))
    assert (Unfilled("b", 3, "nobody-offered", ("free",)),) == gaps(decision, duties, *offers)


def test_a_duty_whose_skill_nobody_brought_may_be_asked_of_those_who_have_it(decision):
    duty = Duty("wiring", "", 2, skills=("electrician",))
    offers = (Offer("li", ("wiring",), 4), Offer("wang", (), 4, skills=("electrician",)))
    assert (Unfilled("wiring", 2, "no-skill", ("wang",)),) == gaps(decision, (duty,), *offers)


def test_those_whose_hours_are_spent_are_named(squad):
    without = evolve(squad, offers=tuple(offer for offer in squad.offers if offer.person != "v3"))
    expected = (
        Unfilled("rota", 1, "no-capacity", ("v1", "v2")),
        Unfilled("count", 2, "no-capacity", ("v4",)),
    )
    assert expected == assign(without, Balanced()).unfilled


def test_somebody_who_could_relieve_somebody_who_can_is_named(decision):
    duties = (Duty("a", "", 2), Duty("b", "", 2))
    offers = (Offer("li", ("a", "b"), 2), Offer("wang", ("a",), 1))
    assert (Unfilled("b", 1, "no-capacity", ("li", "wang")),) == gaps(decision, duties, *offers)


def test_whoever_judges_a_duty_is_not_asked_to_do_it(decision):
    duty = Duty("a", "", 2, evaluator="wang")
    offers = (Offer("wang", (), 4), Offer("zhao", (), 4, close_to=("wang",)), Offer("li", (), 4))
    assert (Unfilled("a", 2, "nobody-offered", ("li",)),) == gaps(decision, (duty,), *offers)


@given(st.data())
def test_an_hour_more_fills_an_hour_exactly_where_it_is_said(decision, data):
    hours = st.integers(1, 4)
    duties = tuple(Duty(name, "", data.draw(hours)) for name in NAMES)
    wishes = st.lists(st.sampled_from(NAMES), unique=True).map(tuple)
    offers = [Offer(f"v{one}", data.draw(wishes), data.draw(st.integers(0, 3))) for one in range(3)]
    before = assign(Undertaking(decision, duties, offers), Balanced())
    for gap in before.unfilled:
        for place, offer in enumerate(offers):
            wants = offer.duties if gap.duty in offer.duties else (*offer.duties, gap.duty)
            spare = before.load[offer.person] < offer.hours
            more = evolve(offer, hours=offer.hours + 1, duties=wants if spare else offer.duties)
            then = assign(Undertaking(decision, duties, (*offers[:place], more, *offers[place + 1 :])), Balanced())
            named = gap.would_fill and offer.person in gap.would_fill
            if named:
                assert then.flow > before.flow
            elif spare:
                raise AssertionError("whoever has time may be asked")
            else:
                assert _open(before, gap.duty) == _open(then, gap.duty)


def _open(mandate, duty):
    return sum(gap.hours for gap in mandate.unfilled if gap.duty == duty)
