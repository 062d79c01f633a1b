"""Gaps: what stays open in a plan, why, and who could close it."""

from __future__ import annotations

from collections.abc import Iterator

from deliberate.duty.chains import reach
from deliberate.duty.duty import Duty
from deliberate.duty.plan import Plan
from deliberate.duty.steps import Unfilled
from deliberate.duty.undertaking import Undertaking


def unfilled(undertaking: Undertaking, plan: Plan) -> Iterator[Unfilled]:
    """The duties of which hours stay open, in order.

    Notes
    -----
    ``would_fill`` says of whom an hour more would help. In a plan that no other fills more hours than, it holds the
    people whom a search from the duty reaches: the Hall witness "only Li and Wang can, and they have no hours left".
    """
    for place, duty in enumerate(undertaking.duties):
        hours = plan.missing(place)
        if hours:
            yield Unfilled(duty.name, hours, _reason(undertaking, plan, place), _helpers(undertaking, plan, place))


def _reason(undertaking: Undertaking, plan: Plan, place: int) -> str:
    if plan.people[place]:
        return "no-capacity"
    duty = undertaking.duties[place]
    return "no-skill" if any(duty.name in offer.duties for offer in undertaking.offers) else "nobody-offered"


def _helpers(undertaking: Undertaking, plan: Plan, place: int) -> tuple[str, ...]:
    reached = reach(plan, place)
    asked = _may_be_asked(undertaking, plan, undertaking.duties[place])
    people = (offer.person for offer in undertaking.offers)
    return tuple(person for one, person in enumerate(people) if one in reached or person in asked)


def _may_be_asked(undertaking: Undertaking, plan: Plan, duty: Duty) -> frozenset[str]:
    return frozenset(
        offer.person
        for one, offer in enumerate(undertaking.offers)
        if plan.spare(one) and offer.skilled(duty) and undertaking.apart(duty, offer.person)
    )
