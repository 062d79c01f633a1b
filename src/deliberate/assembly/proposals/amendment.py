"""An amendment: which words of which text it changes, how far it goes, where it stands."""

from __future__ import annotations

from datetime import datetime

from attrs import frozen

from deliberate.assembly.proposals.course import PENDING, Moot, State
from deliberate.assembly.proposals.docket import Spans

# The text that an amendment changes: a proposal's own (amendment "", hunk 0), or the replacement of a hunk.
Target = tuple[str, str, int]

# A change of an amendment's own words is the second degree; Robert's rules know no third.
DEEPEST = 2
ORDERS = ("farthest-first", "robert")


@frozen
class Amendment:
    """A change of words that was offered.

    Attributes
    ----------
    number
        How many were offered before it.
    version
        The number of the proposal's text that it stands on, which moves on with the text.
    spans
        What it replaces there, or in the replacement that it changes.
    reach
        How many words it strikes and adds.
    substitutes
        Whether it puts something in the place of a whole paragraph.
    of, hunk
        The amendment that it changes, and which hunk; empty and 0 where it changes the proposal.
    base
        The replacement that it stands on; empty where it stands on the proposal's own text.
    until
        While its acceptance is announced: by when somebody can be against it.
    opposed
        Who was against its acceptance.
    rival
        The proposal that it became.
    """

    name: str
    proposal: str
    by: str
    number: int
    version: int
    spans: Spans
    reach: int
    substitutes: bool
    of: str = ""
    hunk: int = 0
    base: str = ""
    reason: str = ""
    state: State = State.OPEN
    moot: Moot | None = None
    until: datetime | None = None
    opposed: str = ""
    rival: str = ""

    @property
    def target(self) -> Target:
        """The text that it changes."""
        return self.proposal, self.of, self.hunk

    @property
    def depth(self) -> int:
        """1 where it changes a proposal, 2 where it changes an amendment."""
        return DEEPEST if self.of else 1

    @property
    def is_pending(self) -> bool:
        """Whether something is left to decide about it."""
        return self.state in PENDING

    def turn(self, order: str) -> tuple[int, int, int]:
        """Its place in a chain: the least is voted on first.

        Parameters
        ----------
        order
            ``farthest-first`` (weitestgehender Antrag): the one that changes most words. ``robert``: first what
            perfects a paragraph, in the order of the text, then what substitutes a whole one.
        """
        if order == "robert":
            return int(self.substitutes), min(self.spans).start, self.number
        return -self.reach, self.number, 0
