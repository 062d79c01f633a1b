"""Somebody would do something: what stands against it whatever it is done to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from functools import cached_property

from attrs import frozen

from deliberate.assembly.liquid.contingents import Entry
from deliberate.assembly.liquid.part import Liquid
from deliberate.assembly.liquid.phases import BY_ACT, Phase
from deliberate.assembly.liquid.terms import LiquidTerms
from deliberate.assembly.liquid.timeline import phase
from deliberate.assembly.reasons import Reason, refusal
from deliberate.assembly.usable import untimely
from deliberate.community.party import Standing

Reasons = Iterator[Reason]

# Written down or broken off by those whom the terms name, who need not be voters.
OFFICES = frozenset({"RecordCount", "BreakOff"})


@frozen
class Wish:
    """Somebody would do something: in which issue, on which terms, who, when."""

    part: Liquid
    terms: LiquidTerms
    by: str
    at: datetime

    @cached_property
    def phase(self) -> Phase:
        """The phase of the issue at that moment."""
        return phase(self.part, self.at)


def everybody(wish: Wish) -> Reasons:
    """Why a member can do nothing at all here at that moment."""
    yield from untimely(wish.at, wish.part.last)
    if wish.by not in wish.terms.roll:
        yield refusal("not-on-the-roll", member=wish.by)


def rights(wish: Wish, act: str) -> Reasons:
    """Why it is not for this member to do such a thing."""
    if act in OFFICES:
        yield from _office(wish, act)
        return
    member = wish.terms.roll.member(wish.by)
    if member.standing is Standing.MINOR:
        yield refusal("minors-advise", member=wish.by)
    elif member.standing is Standing.COMPANION:
        yield refusal("companions-guide", member=wish.by)
    elif not member.votes:
        yield refusal("not-a-voter", member=wish.by)


def _office(wish: Wish, act: str) -> Reasons:
    terms = wish.terms
    if act == "BreakOff" and wish.by not in terms.may_break_off:
        yield refusal("may-not-break-off", keepers=tuple(sorted(terms.may_break_off)))
    if act == "RecordCount" and terms.keepers and wish.by not in terms.keepers:
        yield refusal("not-keeper", keepers=tuple(sorted(terms.keepers)))


def in_phase(wish: Wish, act: str) -> Reasons:
    """Why the phase leaves no room for it; the refusal names the phase and when it ends."""
    row = BY_ACT[act]
    if wish.phase.state not in row.states:
        until = wish.phase.until
        yield refusal("phase-leaves-no-room", change=row.change.value, phase=wish.phase.state.value, until=until or "")


def room(wish: Wish, what: Entry) -> Reasons:
    """Why a member has posted enough for now."""
    posts = wish.part.posts.get(wish.by, ())
    contingents = wish.terms.contingents
    if contingents.left(posts, what, wish.at) == 0:
        opens = contingents.opens(posts, what, wish.at)
        yield refusal("contingent-spent", what=f"post-{what.value}", until=opens or "")
