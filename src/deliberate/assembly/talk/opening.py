"""Before anybody speaks: interests are invited, a topic is opened or a motion laid."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from deliberate.assembly.moves import OpenRound
from deliberate.assembly.reasons import refusal, silent
from deliberate.assembly.talk.acts import InviteInterest, LayMotion
from deliberate.assembly.talk.gate import Ask, Gate, Reasons, chair_only
from deliberate.assembly.talk.steps import FloorOpened, InterestInvited, MotionLaid
from deliberate.assembly.talk.traits import Access, Chair


def _invitations(ask: Ask) -> Iterable[InviteInterest]:
    left = (each.name for each in ask.terms.interests if each.name not in ask.part.invited)
    return (InviteInterest(name) for name in islice(left, 1))


def _against_invitation(ask: Ask, act: InviteInterest) -> Reasons:
    yield from chair_only(ask)
    if ask.terms.interest(act.interest) is None:
        yield refusal("unknown-interest", interest=act.interest)
    if act.interest in ask.part.invited:
        yield refusal("invited-already", interest=act.interest)


def _invited(ask: Ask, act: InviteInterest) -> InterestInvited:
    interest = next(each for each in ask.terms.interests if each.name == act.interest)
    return InterestInvited(interest.name, interest.stake, interest.members, ask.by, ask.at)


def _uninvited(ask: Ask) -> Reasons:
    for interest in ask.terms.interests:
        if interest.stake in ask.form.invites and interest.name not in ask.part.invited:
            yield refusal("not-invited", interest=interest.name, stake=interest.stake)


def _against_opening(ask: Ask, act: OpenRound) -> Reasons:
    yield from chair_only(ask)
    yield from silent(act.topic)
    yield from _uninvited(ask)


def _opened(ask: Ask, act: OpenRound) -> FloorOpened:
    form, circle = ask.form, _circle(ask) if ask.form.access is Access.CIRCLE else ()
    number = ask.part.floors + 1
    return FloorOpened(number, act.topic, form.access, ask.by, ask.at, form.order, circle, form.seats)


def _circle(ask: Ask) -> tuple[str, ...]:
    """Everybody who is heard: in the order of the form's speakers, then of the lot."""
    terms, form = ask.terms, ask.form
    silent = ask.presides if form.chair is Chair.YIELDS else ""
    groups = {member: terms.turn_of(member, form) for member in terms.members if member != silent}
    heard = [(group, terms.place(member), member) for member, group in groups.items() if group is not None]
    return tuple(member for _, _, member in sorted(heard))


def _against_motion(ask: Ask, act: LayMotion) -> Reasons:
    if ask.form.chair is Chair.YIELDS and ask.by == ask.presides:
        yield refusal("chair-must-yield")
    if ask.terms.turn_of(ask.by, ask.form) is None:
        yield refusal("not-heard-here", member=ask.by)
    yield from silent(act.text)
    yield from _uninvited(ask)


def _laid(ask: Ask, act: LayMotion) -> MotionLaid:
    return MotionLaid(ask.part.floors + 1, act.text, ask.form.access, ask.by, ask.at, ask.form.order)


GATES = {
    InviteInterest: Gate(_invitations, _against_invitation, _invited),
    OpenRound: Gate(lambda _: (OpenRound("-"),), _against_opening, _opened),
    LayMotion: Gate(lambda _: (LayMotion("-"),), _against_motion, _laid),
}
