"""The queue: who waits with a hand up, who has been called on, and who comes next."""

from __future__ import annotations

from bisect import bisect, bisect_left
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import assert_never

import attrs
from attrs import field, frozen

from deliberate.assembly.moves import Side
from deliberate.assembly.talk.steps import CalledOn, GoneOnWithout, HandLowered, HandRaised, TurnPassed, TurnSpoken
from deliberate.assembly.talk.traits import Before
from deliberate.records.kinds import Step

Key = tuple[int | datetime, ...]
_OTHER = {Side.FOR: Side.AGAINST, Side.AGAINST: Side.FOR}


@frozen
class Hand:
    """A hand that is up.

    Attributes
    ----------
    turns
        How often the member has spoken on the matter.
    lot
        The member's place in the lot.
    """

    member: str
    side: Side
    at: datetime
    turns: int
    lot: int


@frozen
class Queue:
    """Everybody who waits, in a line for each side.

    Within a line the order never changes while one waits; only which line is served next does. So the next one is
    found among the first of three lines.

    Attributes
    ----------
    order
        Who comes first, the strongest rule first; then the earlier hand, then the lot.
    last
        The side of the last speaker.

    Examples
    --------
    >>> from datetime import UTC
    >>> noon = datetime(2026, 3, 1, 12, tzinfo=UTC)
    >>> queue = Queue((Before.OTHER_SIDE,), last=Side.FOR)
    >>> for lot, (member, side) in enumerate((("li", Side.FOR), ("wang", Side.AGAINST))):
    ...     queue = queue.after(HandRaised(member, side, 0, lot, noon))
    >>> queue.next.member
    'wang'
    """

    order: tuple[Before, ...] = ()
    last: Side = Side.NEITHER
    called: Hand | None = None
    hands: Mapping[str, Hand] = field(factory=dict)
    lines: Mapping[Side, tuple[Hand, ...]] = field(factory=dict)

    @property
    def next(self) -> Hand | None:
        """Who comes next; None where nobody waits.

        Notes
        -----
        O(1): three lines at most.
        """
        return min(self.heads(), key=self.key, default=None)

    def heads(self) -> Iterator[Hand]:
        """The first of each line."""
        return (line[0] for line in self.lines.values())

    def first_timer(self) -> Hand | None:
        """Somebody who waits and has not spoken on the matter; None where there is none.

        Notes
        -----
        O(1) where first-timers come first, else O(hands).
        """
        sought = self.heads() if self.order[:1] == (Before.FIRST_TIMER,) else iter(self.hands.values())
        return next((hand for hand in sought if hand.turns == 0), None)

    def key(self, hand: Hand) -> Key:
        """What the next one is chosen by: the smallest."""
        return (*(self.rank(hand, before) for before in self.order), hand.at, hand.lot)

    def rank(self, hand: Hand, before: Before) -> int:
        """How a hand stands by one rule: the smaller is first."""
        match before:
            case Before.FIRST_TIMER:
                return min(hand.turns, 1)
            case Before.FEWER_TURNS:
                return hand.turns
            case Before.OTHER_SIDE:
                return int(hand.side is self.last and _OTHER.get(hand.side) in self.lines)
        assert_never(before)

    def after(self, step: Step) -> Queue:
        """The queue after one step; as it is where the step is none of its own.

        Notes
        -----
        O(hands) to copy a line and the table of hands.
        """
        match step:
            case HandRaised(by, side, turns, lot, at):
                return self._with(Hand(by, side, at, turns, lot))
            case HandLowered(by):
                return self._without(by)
            case CalledOn(member):
                return attrs.evolve(self._without(member), called=self.hands.get(member))
            case TurnSpoken(by=by, side=side):
                return attrs.evolve(self._without(by), called=None, last=side)
            case TurnPassed(member) | GoneOnWithout(member):
                return attrs.evolve(self._without(member), called=None)
        return self

    def _with(self, hand: Hand) -> Queue:
        line, key = self.lines.get(hand.side, ()), self._fixed(hand)
        # Whoever raised a hand last stands last, unless they have a right to go before others.
        place = len(line) if not line or self._fixed(line[-1]) < key else bisect(line, key, key=self._fixed)
        lines = {**self.lines, hand.side: (*line[:place], hand, *line[place:])}
        return attrs.evolve(self, hands={**self.hands, hand.member: hand}, lines=lines)

    def _fixed(self, hand: Hand) -> Key:
        """The key without what changes with the last speaker, which is the same for a whole line."""
        fixed = (self.rank(hand, before) for before in self.order if before is not Before.OTHER_SIDE)
        return (*fixed, hand.at, hand.lot)

    def _without(self, member: str) -> Queue:
        hand = self.hands.get(member)
        if hand is None:
            return self
        hands, lines = dict(self.hands), dict(self.lines)
        del hands[member]
        line = lines.pop(hand.side)
        place = bisect_left(line, self._fixed(hand), key=self._fixed)
        if len(line) > 1:
            lines[hand.side] = (*line[:place], *line[place + 1 :])
        return attrs.evolve(self, hands=hands, lines=lines)
