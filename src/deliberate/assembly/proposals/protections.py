"""What keeps the table clear: one proposal each, and no text that comes again unchanged or at once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from deliberate.assembly.proposals.diffs import bag, certain_share, least_share
from deliberate.assembly.proposals.drafts import Draft, Drafts, Life
from deliberate.assembly.proposals.policy import ProposalPolicy
from deliberate.assembly.proposals.texts import plain
from deliberate.assembly.proposals.version import Version
from deliberate.assembly.reasons import Reason, refusal

# What is merged, split or retired lives on in another text.
_GONE = frozenset({Life.REJECTED, Life.WITHDRAWN})


def too_many(drafts: Drafts, member: str, policy: ProposalPolicy) -> Iterator[Reason]:
    """Why a member may not put one more proposal on the table."""
    mine = drafts.initiated_by(member)
    if len(mine) >= policy.live_each:
        yield refusal("live-limit", proposal=mine[0].name, most=policy.live_each)


def comes_again(drafts: Drafts, text: str, policy: ProposalPolicy, at: datetime, *before: Version) -> Iterator[Reason]:
    """Why a text may not come, or not yet: it is nearly one that was rejected or withdrawn.

    Parameters
    ----------
    before
        The texts on the table that it comes from. What one of them is as near to does not stand against it: it was
        there beside what is gone.

    Notes
    -----
    Cost O(length) for each proposal that is gone, and a comparison for those that share enough words.
    """
    one = plain(text)
    words = bag(one)
    for draft in drafts.named.values():
        if draft.life in _GONE and least_share(draft.latest.bag, words) < policy.resubmitted:
            found = tuple(_too_near(draft, one, policy, at))
            if found and not any(next(_too_near(draft, each.text, policy, at), None) for each in before):
                yield from found


def _too_near(draft: Draft, text: str, policy: ProposalPolicy, at: datetime) -> Iterator[Reason]:
    share = certain_share(draft.latest.text, text)
    if share >= policy.resubmitted:
        return
    if share < policy.least_changed:
        yield refusal("text-hardly-changed", proposal=draft.name, changed=share, least=policy.least_changed)
    ended = draft.ended
    if ended is not None and at < ended + timedelta(days=policy.cooling_days):
        yield refusal("still-cooling", proposal=draft.name, until=ended + timedelta(days=policy.cooling_days))
