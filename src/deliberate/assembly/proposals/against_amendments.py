"""What stands against doing something to an amendment; whoever asks takes the first reason and looks no further."""

from __future__ import annotations

from deliberate.assembly.proposals.against_drafts import on_draft
from deliberate.assembly.proposals.amendment import Amendment
from deliberate.assembly.proposals.course import NEEDS
from deliberate.assembly.proposals.wish import Reasons, Wish
from deliberate.assembly.reasons import refusal


def on_amendment(wish: Wish, act: str, name: str) -> Reasons:
    """Why an act is not for an amendment: unknown, or at another point of its course."""
    one = wish.part.amendment(name)
    if one is None:
        yield refusal("unknown-amendment", amendment=name)
    elif one.state not in NEEDS[act]:
        if not wish.part.drafts.named[one.proposal].is_live:
            yield from on_draft(wish, one.proposal)
        yield refusal("not-at-this-point", amendment=name, state=f"amendment-{one.state}")


def answers_for(wish: Wish, one: Amendment) -> bool:
    """Whether the words that an amendment changes are the member's own."""
    if one.of:
        return wish.by == wish.part.amendments.named[one.of].by
    return wish.by in wish.part.drafts.named[one.proposal].initiators


def _pending_first(wish: Wish, one: Amendment) -> Reasons:
    pending = wish.part.amendments.pending_in(one)
    if pending:
        yield refusal("amendment-pending", amendment=one.name, pending=pending)


def on_own(wish: Wish, name: str) -> Reasons:
    """Why a member cannot take an amendment back."""
    yield from on_amendment(wish, "WithdrawAmendment", name)
    if wish.part.amendments.named[name].by != wish.by:
        yield refusal("not-your-amendment", amendment=name)


def on_acceptable(wish: Wish, name: str) -> Reasons:
    """Why a member cannot accept an amendment."""
    yield from on_amendment(wish, "AcceptAmendment", name)
    one = wish.part.amendments.named[name]
    if not answers_for(wish, one):
        yield refusal("not-your-words", amendment=name)
    if one.opposed:
        yield refusal("opposed-already", amendment=name, by=one.opposed)
    yield from _pending_first(wish, one)


def on_opposable(wish: Wish, name: str) -> Reasons:
    """Why nobody can be against an acceptance any more."""
    yield from on_amendment(wish, "OpposeAcceptance", name)
    until = wish.part.amendments.named[name].until
    if until is not None and wish.at >= until:
        yield refusal("window-over", amendment=name, until=until)


def on_concludable(wish: Wish, name: str) -> Reasons:
    """Why an acceptance cannot be concluded yet."""
    yield from on_amendment(wish, "ConcludeAcceptance", name)
    until = wish.part.amendments.named[name].until
    if until is not None and wish.at < until:
        yield refusal("window-open", amendment=name, until=until)


def on_decidable(wish: Wish, name: str) -> Reasons:
    """Why no vote on an amendment can be written down."""
    yield from on_amendment(wish, "DecideAmendment", name)
    one = wish.part.amendments.named[name]
    yield from _pending_first(wish, one)
    first = wish.part.amendments.first(one, wish.terms.order)
    if first.name != name:
        yield refusal("another-first", amendment=name, first=first.name)


def on_rival(wish: Wish, name: str) -> Reasons:
    """Why a member cannot make a proposal of an amendment."""
    yield from on_amendment(wish, "ProposeRival", name)
    one = wish.part.amendments.named[name]
    if one.by != wish.by:
        yield refusal("not-your-amendment", amendment=name)
    if one.of:
        yield refusal("amendment-depth", amendment=one.name)
    if one.rival:
        yield refusal("rival-already", amendment=name, proposal=one.rival)
    # Beside what is on the table a rival may say nearly the same; of what is gone it would be the same again.
    yield from on_draft(wish, one.proposal)
