"""Every pair of a pending motion and one that is moved, against ranks and rules written down a second time here."""

from datetime import timedelta

import pytest

from deliberate.assembly.motions import acts
from deliberate.assembly.motions.acts import MakeMotion, Ruling, Voted
from deliberate.assembly.motions.table import TABLE, Motion
from deliberate.assembly.steps import MoveRefused
from tests.assembly.motions.room import CHAIR, Room

# As one reads them on the card in the middle of the book.
RANKS = dict(
    zip(
        (
            *(Motion.FIX_TIME, Motion.ADJOURN, Motion.RECESS, Motion.PRIVILEGE, Motion.ORDERS),
            *(Motion.LAY, Motion.PREVIOUS, Motion.LIMIT, Motion.POSTPONE, Motion.REFER, Motion.AMEND),
            *(Motion.INDEFINITE, Motion.MAIN),
        ),
        range(1, 14),
        strict=True,
    )
)
PRIVILEGED = set(list(RANKS)[:5])
DEBATED = {Motion.POSTPONE, Motion.REFER, Motion.AMEND, Motion.INDEFINITE, Motion.MAIN} | {
    Motion.APPEAL,
    Motion.RESCIND,
    Motion.RECONSIDER,
}
AMENDED = {Motion.FIX_TIME, Motion.RECESS, Motion.LIMIT, Motion.POSTPONE, Motion.REFER, Motion.AMEND, Motion.MAIN} | {
    Motion.DIVIDE,
    Motion.RESCIND,
}
NOT_VOTED_ON = {Motion.POINT, Motion.PRIVILEGE}
# A recount is never pending: the vote is taken again at once.
PENDING = (None, *(motion for motion in Motion if motion is not Motion.RECOUNT))


def expected(pending, moved):
    """Whether the motion is in order above the pending one, by the rules of the book."""
    if moved in RANKS and moved is not Motion.MAIN:
        return ranked(pending, moved)
    match moved:
        case Motion.MAIN | Motion.TAKE | Motion.RESCIND:
            return pending is None
        case Motion.RECONSIDER:
            return True
        case Motion.SUSPEND:
            return pending is None or pending is Motion.RESCIND or RANKS.get(pending, 0) > 5
        case Motion.OBJECT:
            return pending is Motion.MAIN
        case Motion.DIVIDE:
            return pending in {Motion.MAIN, Motion.AMEND}
        case Motion.RECOUNT:
            return pending is not None and pending not in NOT_VOTED_ON
        case Motion.WITHDRAW:
            return pending is not None and pending is not moved
        case Motion.APPEAL:
            # From a point of order that is pending nobody can appeal: the chair has not ruled yet.
            return pending not in {Motion.APPEAL, Motion.POINT}
    return pending is not moved


def ranked(pending, moved):
    rank = RANKS[moved]
    if pending is None:
        return moved in PRIVILEGED
    if moved is Motion.AMEND:
        return pending in AMENDED or pending is Motion.INDEFINITE
    if pending in {Motion.TAKE, Motion.RECONSIDER} and moved not in PRIVILEGED:
        return moved in {Motion.PREVIOUS, Motion.LIMIT} and pending in DEBATED
    if moved is Motion.PREVIOUS:
        return pending in DEBATED | AMENDED
    if moved is Motion.LIMIT and pending in DEBATED:
        return True
    below = 13 if pending is Motion.RESCIND else RANKS.get(pending)
    if below is None:
        return moved in PRIVILEGED or moved is Motion.LAY
    return rank < below


def room_with(pending):
    """The motion immediately pending, on what it needs; two motions were adopted before and one is on the table."""
    room = Room()
    adopted = room.main("Buy a ladder.")
    room.vote(6, 3)
    room.main("Buy a hose.")
    room.vote(6, 3)
    room.main("Paint the gate.")
    room.moved(Motion.LAY)
    room.vote(6, 3)
    if pending is None:
        return room, adopted
    if pending not in {Motion.TAKE, Motion.RESCIND, Motion.RECONSIDER}:
        room.main("Repair the lamps.\nBuy two bins.")
    if pending is Motion.APPEAL:
        ruled(room)
    content = {
        Motion.AMEND: {"text": "Repair the lamp.\nBuy a bin."},
        Motion.LIMIT: {"minutes": 3},
        Motion.SUSPEND: {"text": "turn-over"},
        Motion.RESCIND: {"question": adopted},
        Motion.RECONSIDER: {"question": adopted, "voted": Voted.YES},
    }.get(pending, {})
    if pending is not Motion.MAIN:
        room.moved(pending, **content)
    assert pending is room.top().motion
    return room, adopted


def ruled(room):
    room.ok("zhao", MakeMotion(Motion.POINT, "?"))
    room.ok(CHAIR, acts.GiveRuling(Ruling.DENIED))


def tried(room, adopted, moved):
    """Whether it is accepted, after what has to come before it: a ruling to appeal from, a vote to doubt."""
    pending = room.top().motion if room.top() else None
    if moved is Motion.APPEAL and pending is not Motion.POINT:
        ruled(room)
    if moved is Motion.RECOUNT and pending is not None and pending not in NOT_VOTED_ON:
        room.ok(CHAIR, acts.PutQuestion(3, 2))
    room.floor("li")
    content = {
        Motion.MAIN: {"text": "Sweep the yard."},
        Motion.AMEND: {"text": "Repair four lamps.\nBuy a bin."},
        Motion.LIMIT: {"minutes": 2},
        Motion.SUSPEND: {"text": "turn-over"},
        Motion.RESCIND: {"question": adopted},
        Motion.RECONSIDER: {"question": adopted + 1, "voted": Voted.YES},
        Motion.FIX_TIME: {"until": room.now + timedelta(days=2)},
        Motion.POSTPONE: {"until": room.now + timedelta(days=2)},
    }.get(moved, {})
    listed = moved in room.in_order("li")
    step = room.do("li", MakeMotion(moved, **content))
    return step, listed


@pytest.mark.parametrize("moved", list(Motion))
@pytest.mark.parametrize("pending", PENDING)
def test_the_machine_agrees_with_the_book_on_every_pair(pending, moved):
    room, adopted = room_with(pending)
    step, listed = tried(room, adopted, moved)
    in_order = not isinstance(step, MoveRefused)
    assert (expected(pending, moved),) * 2 == (in_order, listed), step


REFUSED = [
    (pending, moved)
    for pending in RANKS
    for moved in RANKS
    if moved is not Motion.AMEND and not expected(pending, moved)
]


@pytest.mark.parametrize(("pending", "moved"), REFUSED)
def test_a_motion_of_no_higher_rank_is_refused_by_the_rule_of_rank_with_what_is_in_order(pending, moved):
    room, adopted = room_with(pending)
    step, _ = tried(room, adopted, moved)
    assert ("out-of-rank", pending) == (step.code, dict(step.about)["pending"])
    assert room.in_order("li") == {Motion(each) for each in step.legal if each in set(Motion)}


def test_the_table_has_the_23_motions_once_in_the_order_of_their_names():
    assert list(Motion) == [row.motion for row in TABLE]
    assert list(RANKS.items()) == [(row.motion, row.rank) for row in TABLE if row.rank is not None]
