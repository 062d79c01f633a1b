"""Somebody would do something: what stands against it whatever it is done to."""

from __future__ import annotations

from collections.abc import Iterator

from deliberate.assembly.proposals.drafts import Draft
from deliberate.assembly.proposals.part import Proposals
from deliberate.assembly.proposals.policy import ProposalPolicy
from deliberate.assembly.proposals.protections import too_many
from deliberate.assembly.reasons import Ask, Reason, refusal
from deliberate.assembly.usable import untimely

Wish = Ask[Proposals, ProposalPolicy]
Reasons = Iterator[Reason]


def mine(wish: Wish) -> tuple[Draft, ...]:
    """What the member has on the table."""
    return wish.part.drafts.initiated_by(wish.by)


def everybody(wish: Wish) -> Reasons:
    """Why a member can do nothing at all here at that moment."""
    yield from untimely(wish.at, wish.part.last)
    if wish.terms.roll is not None and wish.by not in wish.terms.roll:
        yield refusal("not-on-the-roll", member=wish.by)


def keeper(wish: Wish) -> Reasons:
    """Why a member does not write votes down."""
    if wish.terms.keepers and wish.by not in wish.terms.keepers:
        yield refusal("not-keeper", keepers=tuple(sorted(wish.terms.keepers)))


def room(wish: Wish) -> Reasons:
    """Why a member may not put one more proposal on the table."""
    return too_many(wish.part.drafts, wish.by, wish.terms)
