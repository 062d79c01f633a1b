"""To what each act could be done: few to look at, and never none where there is one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from deliberate.assembly.proposals.amendment import Target
from deliberate.assembly.proposals.course import State
from deliberate.assembly.proposals.wish import Wish, mine


def everything(wish: Wish) -> Iterable[str]:
    """All proposals, those that have left the table included."""
    return wish.part.drafts.named


def on_the_table(wish: Wish) -> Iterator[str]:
    """The proposals on the table."""
    return (draft.name for draft in wish.part.live)


def of_mine(wish: Wish) -> Iterator[str]:
    """What the member has on the table."""
    return (draft.name for draft in mine(wish))


def without_my_support(wish: Wish) -> Iterator[str]:
    """The proposals whose text the member does not support."""
    return (draft.name for draft in wish.part.live if wish.by not in draft.backing.confirmed)


def with_my_support(wish: Wish) -> Iterator[str]:
    """The proposals that the member supports, or is asked whether they still do."""
    for draft in wish.part.live:
        if wish.by in draft.backing.confirmed or wish.by in draft.backing.asked:
            yield draft.name


def settled(wish: Wish) -> Iterator[str]:
    """The proposals whose text is all that was adopted."""
    return (draft.name for draft in wish.part.live if draft.name not in wish.part.amendments.adopted)


def unsettled(wish: Wish) -> Iterable[str]:
    """The proposals whose text lacks something that was adopted."""
    return wish.part.amendments.adopted


def mergers(wish: Wish) -> Iterator[str]:
    """The mergers that wait for the member."""
    return (name for name, merger in wish.part.drafts.mergers.items() if wish.by in merger.waits_for)


def my_pending(wish: Wish) -> Iterable[str]:
    """The member's amendments about which something is left to decide."""
    return wish.part.amendments.pending_of.get(wish.by, ())


def my_rejected(wish: Wish) -> Iterable[str]:
    """One rejected amendment of the member's to each proposal: what stands against it stands against the others."""
    named, rejected = wish.part.amendments.named, wish.part.amendments.rejected_of.get(wish.by, ())
    return {named[name].proposal: name for name in rejected}.values()


def to_my_words(wish: Wish) -> Iterator[str]:
    """What the member could accept: it is open, nobody was against it, nothing else comes first."""
    amendments = wish.part.amendments
    for target in amendments.waiting:
        for name in amendments.docket(target).spans if _are_mine(wish, target) else ():
            one = amendments.named[name]
            if one.state is State.OPEN and not one.opposed and not amendments.pending_in(one):
                yield name


def _are_mine(wish: Wish, target: Target) -> bool:
    """Whether a text is the member's: a proposal, or what an amendment of theirs would put there."""
    proposal, amendment, _ = target
    if amendment:
        return amendment in wish.part.amendments.pending_of.get(wish.by, ())
    return wish.by in wish.part.drafts.named[proposal].initiators


def first_announced(wish: Wish) -> Iterable[str]:
    """The acceptance that can be concluded first."""
    return tuple(wish.part.amendments.asked)[:1]


def last_announced(wish: Wish) -> Iterable[str]:
    """The acceptance that one can be against longest."""
    return tuple(wish.part.amendments.asked)[-1:]


def next_in_line(wish: Wish) -> Iterator[str]:
    """For what waits on any text and nothing else comes before, what is voted on first in its chain."""
    amendments = wish.part.amendments
    for docket in amendments.waiting.values():
        for name in docket.spans:
            one = amendments.named[name]
            if one.state is State.OPEN and not amendments.pending_in(one):
                yield amendments.first(one, wish.terms.order).name
