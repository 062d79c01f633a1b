"""What stands against doing something to a proposal; whoever asks takes the first reason and looks no further."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice

from deliberate.assembly.proposals.drafts import Draft
from deliberate.assembly.proposals.wish import Reasons, Wish
from deliberate.assembly.reasons import refusal


def on_draft(wish: Wish, name: str) -> Reasons:
    """Why nothing can be done to a proposal: it is not there, or not any more."""
    draft = wish.part.draft(name)
    if draft is None:
        yield refusal("unknown-proposal", proposal=name)
    elif not draft.is_live:
        yield refusal("dead-version", proposal=name, life=f"proposal-{draft.life}")


def on_mine(wish: Wish, name: str) -> Reasons:
    """Why a member cannot change a proposal: others alone began it."""
    yield from on_draft(wish, name)
    if wish.by not in wish.part.drafts.named[name].initiators:
        yield refusal("not-initiator", proposal=name)


def settled(wish: Wish, name: str) -> Reasons:
    """Why the text of a proposal is not what was adopted."""
    waiting = next(iter(wish.part.amendments.adopted_of(name).spans), "")
    if waiting:
        yield refusal("adopted-not-in-text", proposal=name, amendment=waiting)


def on_mine_settled(wish: Wish, name: str) -> Reasons:
    """Why a member cannot change the text of a proposal."""
    yield from on_mine(wish, name)
    yield from settled(wish, name)


def on_known(wish: Wish, name: str) -> Reasons:
    """Why nothing can begin from a proposal: there is none."""
    if wish.part.draft(name) is None:
        yield refusal("unknown-proposal", proposal=name)


def on_supportable(wish: Wish, name: str) -> Reasons:
    """Why a member cannot support a proposal."""
    yield from on_draft(wish, name)
    if wish.by in wish.part.drafts.named[name].backing.confirmed:
        yield refusal("supports-already", proposal=name)


def on_supported(wish: Wish, name: str) -> Reasons:
    """Why a member has no support to withdraw."""
    yield from on_draft(wish, name)
    backing = wish.part.drafts.named[name].backing
    if wish.by not in backing.confirmed and wish.by not in backing.asked:
        yield refusal("no-support", proposal=name)


def on_mergeable(wish: Wish, name: str) -> Reasons:
    """Why a member cannot offer to merge a proposal of theirs with others."""
    yield from on_mine_settled(wish, name)
    adopted = wish.part.amendments.adopted
    if not any(draft.name != name and draft.name not in adopted for draft in wish.part.live):
        yield refusal("merge-needs-two")


def on_merger(wish: Wish, name: str) -> Reasons:
    """Why a merger cannot be agreed to."""
    merger = wish.part.drafts.mergers.get(name)
    if merger is None:
        yield refusal("unknown-merger", proposal=name)
        return
    drafts = wish.part.drafts.named
    for of, version in zip(merger.offer.of, merger.offer.versions, strict=True):
        yield from on_draft(wish, of)
        if drafts[of].latest.number != version:
            yield refusal("superseded-version", proposal=of, version=drafts[of].latest.id)
        yield from settled(wish, of)
    if name in drafts:
        yield refusal("name-taken", proposal=name)
    if not any(wish.by in drafts[of].initiators for of in merger.offer.of):
        yield refusal("not-initiator", proposal=merger.offer.of[0])
    if wish.by not in merger.waits_for:
        yield refusal("agreed-already", proposal=name)


def on_divisible(wish: Wish, name: str) -> Reasons:
    """Why a member cannot divide a proposal."""
    yield from on_mine_settled(wish, name)
    if len(tuple(islice(_said(wish.part.drafts.named[name]), 2))) < 2:
        yield refusal("indivisible", proposal=name)


def said(draft: Draft) -> frozenset[int]:
    """The numbers of the paragraphs that are not blank."""
    return frozenset(_said(draft))


def _said(draft: Draft) -> Iterator[int]:
    paragraphs = enumerate(draft.latest.page.paragraphs, start=1)
    return (number for number, text in paragraphs if not text.isspace() and text)


def on_retirable(wish: Wish, name: str) -> Reasons:
    """Why a member cannot retire a proposal in favour of any other."""
    yield from on_mine(wish, name)
    others = [draft.name for draft in wish.part.live if draft.name != name]
    if not others:
        yield refusal("no-other-proposal")
    above = _above(wish, name)
    if all(wish.part.drafts.named[other].latest.id in above for other in others):
        yield from favours(wish, name, others[0])


def favours(wish: Wish, name: str, other: str) -> Reasons:
    """Why a proposal cannot be retired in favour of another one."""
    favoured = wish.part.drafts.named[other].latest
    if favoured.id in _above(wish, name):
        yield refusal("lineage-loop", version=favoured.id)


def _above(wish: Wish, name: str) -> Mapping[str, None]:
    """The latest text of a proposal and all that led to it."""
    drafts = wish.part.drafts
    latest = drafts.named[name].latest
    return {latest.id: None, **drafts.led_to(latest)}


def on_decided(wish: Wish, name: str) -> Reasons:
    """Why no vote on a proposal can be written down."""
    yield from on_draft(wish, name)
    yield from settled(wish, name)


def on_consolidable(wish: Wish, name: str) -> Reasons:
    """Why nothing can be put into the text of a proposal."""
    yield from on_draft(wish, name)
    if name not in wish.part.amendments.adopted:
        yield refusal("nothing-to-consolidate", proposal=name)
