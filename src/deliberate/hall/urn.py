"""The urn 票箱: every ballot cast, in the order in which they came, and the one of each member that counts."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import overload

from deliberate.community.channels import Channels, Revote
from deliberate.hall.acts import Ballot, CastBallot


class Urn(Sequence[CastBallot]):
    """A sequence of ballots that never changes; ``urn.with_(cast)`` is the urn with one more.

    Every member has one slot, whatever channels their ballots came by. All ballots are kept. What
    :func:`~deliberate.community.channels.counted` finds in a pile of ballots the urn knows at each ballot.

    Parameters
    ----------
    channels
        Which of a member's ballots counts.

    Examples
    --------
    >>> from deliberate.decision.ballots import Answer
    >>> urn = Urn(Channels(("paper", "online")))
    >>> urn = urn.with_(CastBallot("li", Answer("YES"), "paper")).with_(CastBallot("li", Answer("NO"), "online"))
    >>> len(urn), urn.turnout, urn.standing("li").channel
    (2, 1, 'paper')

    Notes
    -----
    Adding a ballot and finding a member's own is O(1) for the newest urn: the versions share one list and one
    index, and each sees only what was there when it was the newest. A version that is grown a second time is
    copied, O(n_ballots).
    """

    __slots__ = ("_boxes", "_channels", "_shared", "_size", "_slots")

    def __init__(self, channels: Channels, casts: Iterable[CastBallot] = ()) -> None:
        self._channels = channels
        self._shared: list[CastBallot] = []
        self._size = 0
        # For each member the places of the ballots that took the slot, the one that holds it last.
        self._slots: dict[str, list[int]] = {}
        # For each member and strength of channel the place of the first ballot.
        self._boxes: dict[tuple[str, int], int] = {}
        for cast in casts:
            self._add(cast)

    def _add(self, cast: CastBallot) -> None:
        if self._takes_slot(cast):
            self._slots.setdefault(cast.member, []).append(self._size)
        self._boxes.setdefault((cast.member, self._channels.place(cast.channel)), self._size)
        self._shared.append(cast)
        self._size += 1

    def with_(self, cast: CastBallot) -> Urn:
        """The urn with one more ballot; this one stays as it is."""
        grown = Urn(self._channels, self if len(self._shared) != self._size else ())
        if len(self._shared) == self._size:
            grown._shared, grown._size = self._shared, self._size
            grown._slots, grown._boxes = self._slots, self._boxes
        grown._add(cast)
        return grown

    def accepts(self, member: str, channel: str) -> bool:
        """Whether a member may hand in a ballot by a channel: once, where nobody may vote again."""
        box = self._boxes.get((member, self._channels.place(channel)), self._size)
        return self._channels.revote is not Revote.NONE or box >= self._size

    def standing(self, member: str) -> CastBallot | None:
        """The ballot of a member that counts; None where there is none."""
        slots = self._slots.get(member, ())
        place = bisect_left(slots, self._size)
        return self._shared[slots[place - 1]] if place else None

    def _takes_slot(self, cast: CastBallot) -> bool:
        kept = self.standing(cast.member)
        if kept is None:
            return True
        place, kept_place = self._channels.place(cast.channel), self._channels.place(kept.channel)
        return place < kept_place or (place == kept_place and self._channels.revote is Revote.LATEST)

    @property
    def counted(self) -> dict[str, Ballot]:
        """The ballot of each member that counts, in the order in which the members first voted."""
        standing = ((member, self.standing(member)) for member in tuple(self._slots))
        return {member: cast.ballot for member, cast in standing if cast is not None}

    @property
    def turnout(self) -> int:
        """How many members have voted, each counted once."""
        if len(self._shared) == self._size:
            return len(self._slots)
        return sum(slots[0] < self._size for slots in tuple(self._slots.values()))

    def __len__(self) -> int:
        return self._size

    def __iter__(self) -> Iterator[CastBallot]:
        shared = self._shared
        for place in range(self._size):
            yield shared[place]

    @overload
    def __getitem__(self, place: int, /) -> CastBallot: ...
    @overload
    def __getitem__(self, place: slice, /) -> tuple[CastBallot, ...]: ...
    def __getitem__(self, place: int | slice, /) -> CastBallot | tuple[CastBallot, ...]:
        if isinstance(place, slice):
            return tuple(self._shared[: self._size][place])
        return self._shared[range(self._size)[place]]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Urn) and self._channels == other._channels and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        # An urn may be sealed: it shows how many ballots it holds, never what they say.
        return f"<Urn of {self._size}>"
