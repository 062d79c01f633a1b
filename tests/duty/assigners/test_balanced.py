"""Balanced: the most hours, the first duties first, nobody loaded more than need be."""

import os
import subprocess
import sys
from itertools import chain, combinations, product

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from deliberate.duty.assign import assign
from deliberate.duty.assigners.balanced import Balanced
from deliberate.duty.duty import Duty
from deliberate.duty.offer import Offer
from deliberate.duty.undertaking import Undertaking

NAMES = ("install", "rota", "count", "路灯")
SKILLS = ("ladder", "first aid")


@st.composite
def parts(draw):
    """A few duties and offers: too few hours, missing skills and duties that nobody wants among them."""
    named = NAMES[: draw(st.integers(1, 4))]
    skills = st.frozensets(st.sampled_from(SKILLS), max_size=1)
    duties = tuple(Duty(name, "", draw(st.integers(1, 5)), skills=draw(skills)) for name in named)
    wishes = st.lists(st.sampled_from(named), unique=True).map(tuple)
    some = st.frozensets(st.sampled_from(SKILLS))
    people = range(draw(st.integers(0, 4)))
    offers = tuple(Offer(f"v{one}", draw(wishes), draw(st.integers(0, 6)), skills=draw(some)) for one in people)
    return duties, offers


def most(duties, offers):
    """The hours of the best plan, by the smallest cut: leave duties out, exhaust everybody able to do the rest."""
    sets = chain.from_iterable(combinations(duties, size) for size in range(len(duties) + 1))
    return min(_cut(duties, kept, offers) for kept in sets)


def _cut(duties, kept, offers):
    left_out = sum(duty.hours for duty in duties if duty not in kept)
    return left_out + sum(offer.hours for offer in offers if any(offer.able(duty) for duty in kept))


def filled(mandate):
    hours = {duty.name: 0 for duty in mandate.undertaking.duties}
    for step in mandate.assigned:
        hours[step.duty] += step.hours
    return hours


def least_squares(duties, offers, hours):
    """The smallest sum of squared loads of all plans with these hours of each duty: every plan is tried."""
    ways = [list(_ways(duty, hours[duty.name], offers)) for duty in duties]
    plans = ([sum(loads) for loads in zip(*plan, strict=True)] for plan in product(*ways))
    capacities = [offer.hours for offer in offers]
    fitting = (plan for plan in plans if all(load <= most for load, most in zip(plan, capacities, strict=True)))
    return min(sum(load * load for load in plan) for plan in fitting)


def _ways(duty, hours, offers):
    if not offers:
        if hours == 0:
            yield ()
        return
    for mine in range((hours if offers[0].able(duty) else 0) + 1):
        yield from ((mine, *rest) for rest in _ways(duty, hours - mine, offers[1:]))


def test_governance_3_2_all_21_hours_are_filled(squad):
    mandate = assign(squad, Balanced())
    assert (21, 0, ()) == (mandate.flow, mandate.short, mandate.unfilled)
    assert {"install": 6, "rota": 9, "count": 6} == filled(mandate)


def test_governance_3_2_without_v3_three_hours_are_short(squad):
    without = evolve(squad, offers=tuple(offer for offer in squad.offers if offer.person != "v3"))
    mandate = assign(without, Balanced())
    assert (18, 3) == (mandate.flow, mandate.short)
    assert {"install": 6, "rota": 8, "count": 4} == filled(mandate)


def test_the_load_of_the_squad_is_even(squad):
    assert [4, 5, 6, 6] == sorted(assign(squad, Balanced()).load.values())


def test_hours_move_along_a_chain_of_handovers(decision):
    duties = (Duty("a", "", 4), Duty("b", "", 4), Duty("c", "", 1))
    offers = (Offer("li", ("a",), 9), Offer("wang", ("a", "b"), 9), Offer("zhao", ("b", "c"), 9))
    assert [3, 3, 3] == sorted(assign(Undertaking(decision, duties, offers), Balanced()).load.values())


def test_where_hours_lack_the_first_duty_is_served_first(decision):
    offers = (Offer("li", ("first", "second"), 3),)
    duties = (Duty("first", "", 3), Duty("second", "", 3))
    for order in (duties, duties[::-1]):
        mandate = assign(Undertaking(decision, order, offers), Balanced())
        assert (3, 0) == tuple(filled(mandate).values())


def test_nothing_to_do_is_done_by_nobody(decision):
    mandate = assign(Undertaking(decision, (), ()), Balanced())
    assert (0, 0, {}) == (mandate.flow, mandate.short, mandate.load)


@given(parts())
def test_nobody_gets_what_they_did_not_offer_or_cannot_do(decision, duties_and_offers):
    mandate = assign(Undertaking(decision, *duties_and_offers), Balanced())
    for step in mandate.assigned:
        assert step.hours > 0
        assert mandate.undertaking.offer(step.person).able(mandate.undertaking.duty(step.duty))
    for offer in mandate.undertaking.offers:
        assert mandate.load[offer.person] <= offer.hours
    for duty in mandate.undertaking.duties:
        assert filled(mandate)[duty.name] <= duty.hours


@given(parts())
def test_no_plan_fills_more_hours(decision, duties_and_offers):
    mandate = assign(Undertaking(decision, *duties_and_offers), Balanced())
    assert most(*duties_and_offers) == mandate.flow == sum(filled(mandate).values())


@given(parts())
def test_no_plan_serves_an_earlier_duty_better(decision, duties_and_offers):
    duties, offers = duties_and_offers
    best = [most(duties[:size], offers) for size in range(len(duties) + 1)]
    expected = {duty.name: best[place + 1] - best[place] for place, duty in enumerate(duties)}
    assert expected == filled(assign(Undertaking(decision, duties, offers), Balanced()))


@settings(max_examples=60)
@given(parts())
def test_no_plan_of_the_same_hours_is_more_even(decision, duties_and_offers):
    duties, offers = duties_and_offers
    mandate = assign(Undertaking(decision, duties, offers), Balanced())
    assert least_squares(duties, offers, filled(mandate)) == sum(load**2 for load in mandate.load.values())


@given(parts())
def test_no_single_hour_can_go_to_somebody_willing_with_two_hours_less(decision, duties_and_offers):
    mandate = assign(Undertaking(decision, *duties_and_offers), Balanced())
    load = mandate.load
    for step in mandate.assigned:
        duty = mandate.undertaking.duty(step.duty)
        others = [
            offer for offer in mandate.undertaking.offers if offer.able(duty) and load[offer.person] < offer.hours
        ]
        assert not [offer for offer in others if load[step.person] - load[offer.person] >= 2]


@given(parts(), st.randoms(use_true_random=False))
def test_the_order_of_the_offers_changes_neither_hours_nor_evenness(decision, duties_and_offers, random):
    duties, offers = duties_and_offers
    shuffled = random.sample(offers, len(offers))
    one, other = (assign(Undertaking(decision, duties, order), Balanced()) for order in (offers, shuffled))
    assert filled(one) == filled(other)
    assert sorted(one.load.values()) == sorted(other.load.values())


def test_hours_of_any_size_are_shared_as_evenly(decision):
    duties = (Duty("a", "", 10**12), Duty("b", "", 1))
    offers = (Offer("li", ("a",), 10**12), Offer("wang", ("a", "b"), 10**12))
    mandate = assign(Undertaking(decision, duties, offers), Balanced())
    assert 1 == abs(mandate.load["li"] - mandate.load["wang"])


SCRIPT = """
from types import SimpleNamespace
from deliberate.duty import Balanced, Duty, Offer, Undertaking
from deliberate.identity import canonical
from deliberate.records import to_dict
names = ["安装", "rota", "count", "lamps", "bins", "benches"]
duties = [Duty(name, "", 3 + place, skills=("a", "b")[: place % 3]) for place, name in enumerate(names)]
offers = [
    Offer(f"居民{one}", [names[(one * step) % 6] for step in (1, 2)][: 1 + one % 2], 2 + one % 4, skills=("a", "b"))
    for one in range(1, 9)
]
undertaking = Undertaking(SimpleNamespace(), duties, offers)
print(canonical([to_dict(step) for step in Balanced().steps(undertaking)]).decode())
"""


def test_the_same_undertaking_gives_the_same_bytes_under_every_hash_seed():
    runs = [
        subprocess.run(
            [sys.executable, "-c", SCRIPT],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "4242")
    ]
    assert b"HoursAssigned" in runs[0]
    assert 1 == len(set(runs))
