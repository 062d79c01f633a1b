"""Readings: where the policy asks for two, the same text must pass twice before it is adopted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from attrs import frozen

from deliberate.decision.rules.majority.consent import Consent
from deliberate.hall.vote import Vote


@frozen
class Reading:
    """A vote that has its result, as a reading of a text.

    Attributes
    ----------
    proposal
        Whose text the readings so far passed; empty where none stands.
    passed
        How many readings in a row that text has passed, this one included.
    """

    vote: Vote
    proposal: str = ""
    passed: int = 0

    @property
    def opens(self) -> datetime | None:
        """From when the text that passed here may pass again; None where it did not pass, or this was the last."""
        if not self.vote.carried or self.passed >= self.vote.policy.readings:
            return None
        return self.vote.closes + timedelta(days=self.vote.policy.reading_gap_days)

    @property
    def review(self) -> datetime | None:
        """When what was adopted by consent here is looked at again; None where no review is set."""
        days = self.vote.policy.review_days
        adopted = self.vote.carried and self.opens is None and isinstance(self.vote.rule, Consent)
        return self.vote.closes + timedelta(days=days) if adopted and days else None


def readings(votes: Iterable[Vote]) -> Iterator[Reading]:
    """Say of each vote that has its result how many readings its text has passed by then.

    Yields
    ------
    Reading
        One for each vote, in their order.

    Notes
    -----
    A reading counts beside the one before it only where texts, rule and electorate are the same; any other vote
    in between, a rejection, or the status quo winning, and the next is a first reading again. A vote that too
    few took part in, or that ends in a tie, leaves the readings before it standing. O(n_votes).
    """
    before: Reading | None = None
    for vote in votes:
        if vote.result is not None:
            before = _read(vote, before)
            yield before


def _read(vote: Vote, before: Reading | None) -> Reading:
    earlier = before if before is not None and before.vote.question == vote.question else Reading(vote)
    if vote.result is not None and vote.result.status in {"inquorate", "tied"}:
        return Reading(vote, earlier.proposal, earlier.passed)
    if not vote.carried:
        return Reading(vote)
    return Reading(vote, vote.carried, earlier.passed + 1 if earlier.proposal == vote.carried else 1)
