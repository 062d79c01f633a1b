"""The queue against the plain definition: the smallest key of all who wait."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from deliberate.assembly.moves import Side
from deliberate.assembly.talk.queue import Queue
from deliberate.assembly.talk.steps import CalledOn, HandLowered, HandRaised, TurnSpoken
from deliberate.assembly.talk.traits import Before
from tests.assembly.talk.meeting import AGAINST, FOR, NEITHER, NOON

ORDER = (Before.FIRST_TIMER, Before.OTHER_SIDE, Before.FEWER_TURNS)
OTHER = {FOR: AGAINST, AGAINST: FOR}
orders = st.permutations(ORDER).flatmap(lambda order: st.integers(0, 3).map(lambda size: tuple(order[:size])))
hands = st.lists(st.tuples(st.sampled_from(Side), st.integers(0, 3), st.integers(0, 2)), max_size=12)


def plain_next(waiting, order, last):
    """By scanning everybody: spoken, same side while the other waits, speeches, time of hand, then the lot."""
    sides = {step.side for step in waiting}

    def key(step):
        same = step.side is last and OTHER.get(last) in sides
        parts = {Before.FIRST_TIMER: step.turns > 0, Before.OTHER_SIDE: same, Before.FEWER_TURNS: step.turns}
        return (*(parts[before] for before in order), step.at, step.lot)

    return min(waiting, key=key).by if waiting else None


@given(orders, hands, st.sampled_from(Side), st.sets(st.integers(0, 11)))
def test_the_next_one_has_the_smallest_key(order, raised, last, lowered):
    queue, minute, waiting = Queue(order, last), 0, []
    for lot, (side, turns, later) in enumerate(raised):
        minute += later
        # The lot runs against the order of asking, so that it matters.
        step = HandRaised(str(lot), side, turns, -lot, NOON + timedelta(minutes=minute))
        queue, waiting = queue.after(step), [*waiting, step]
    for lot in lowered:
        queue = queue.after(HandLowered(str(lot), NOON))
        waiting = [step for step in waiting if step.lot != -lot]
    while waiting:
        first = plain_next(waiting, order, last)
        assert first == queue.next.member
        timers = {step.by for step in waiting if not step.turns}
        assert (queue.first_timer() is not None) is bool(timers)
        [taken] = [step for step in waiting if step.by == first]
        queue = queue.after(CalledOn(first, "chen", NOON))
        assert first == queue.called.member
        queue = queue.after(TurnSpoken(1, 1, first, 1, taken.side, "", 0, NOON))
        waiting, last = [step for step in waiting if step is not taken], taken.side
    assert (None, {}, {}) == (queue.next, dict(queue.hands), dict(queue.lines))


def test_no_side_never_waits_for_another():
    queue = Queue(ORDER, last=NEITHER)
    for lot, side in enumerate((NEITHER, FOR)):
        queue = queue.after(HandRaised(side, side, 0, lot, NOON))
    assert NEITHER == queue.next.member


def test_a_step_of_something_else_leaves_the_queue_as_it_is():
    queue = Queue(ORDER)
    assert queue is queue.after(NOON)
    assert queue is queue.after(HandLowered("li", NOON))
