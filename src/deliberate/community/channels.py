"""Channels: paper and online beside each other, with one slot for each voter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cached_property
from typing import Generic, Protocol, TypeVar, cast

from attrs import field, frozen

from deliberate.community.party import several
from deliberate.errors import RollError
from deliberate.identity import name, names
from deliberate.records.convert import from_dict, to_dict
from deliberate.records.kinds import Step, kind


class Revote(StrEnum):
    """Which of two ballots counts that one voter cast in the same channel.

    ``latest`` and ``first`` let people vote again and say what it is worth; under ``none`` nobody may, and the
    second ballot is told apart as refused.
    """

    LATEST = "latest"
    FIRST = "first"
    NONE = "none"


class Cast(Protocol):
    """What the count of the slots looks at: any record that says whose ballot it is and how it came in."""

    @property
    def member(self) -> str:
        """Whose slot it is."""

    @property
    def channel(self) -> str:
        """How it was cast."""


B = TypeVar("B", bound=Step)
S = TypeVar("S", bound=Cast)


@kind
@frozen
class Slip(Generic[B]):
    """A ballot as it was handed in.

    Attributes
    ----------
    member
        Whose slot it is: a line of the roll, so that joint owners, or a holder and a giver, share one.
    channel
        ``paper``, ``online``, ...
    ballot
        Any record; it is not looked into.
    """

    member: str = field(converter=name)
    channel: str = field(converter=name)
    ballot: B

    def to_json(self) -> dict[str, object]:
        """The slip as JSON data."""
        return {"member": self.member, "channel": self.channel, "ballot": to_dict(self.ballot)}

    @classmethod
    def from_json(cls, data: object, /) -> Slip[B]:
        """The slip that the data says."""
        given = cast("Mapping[str, object]", data)
        return cls(str(given["member"]), str(given["channel"]), cast("B", from_dict(given["ballot"])))


def _revote(given: str) -> Revote:
    if given not in tuple(Revote):
        raise RollError("bad-parameter", parameter="revote", value=given, known=tuple(Revote))
    return Revote(given)


def _precedence(given: str | Iterable[str]) -> tuple[str, ...]:
    return names(several(given), where="precedence")


@kind
@frozen
class Channels:
    """Which of a voter's ballots counts; declared before the vote, like the rule itself.

    Attributes
    ----------
    precedence
        The channels, the strongest first. Where it is empty, all channels are one box, and only the order in which
        the ballots came decides.
    revote
        Which of two ballots in the same channel counts.
    """

    precedence: tuple[str, ...] = field(default=("paper", "online"), converter=_precedence)
    revote: Revote = field(default=Revote.LATEST, converter=_revote)

    def place(self, channel: str) -> int:
        """How strong a channel is, 0 the strongest.

        Raises
        ------
        RollError
            ``channel-not-declared``.
        """
        if not self.precedence:
            return 0
        if channel not in self.precedence:
            raise RollError("channel-not-declared", channel=channel, known=self.precedence)
        return self.precedence.index(channel)


PAPER_FIRST = Channels()


@kind
@frozen
class ChannelFigures:
    """How many ballots came in by one channel, and how many of them count."""

    channel: str
    cast: int
    counted: int


@kind
@frozen
class Counted(Generic[S]):
    """One ballot for each voter, and all the others kept.

    Attributes
    ----------
    slips
        Those that count: one for each voter, in the order in which the voters first voted.
    superseded
        Those that another ballot of the same voter stands above.
    refused
        Second ballots in one channel, where nobody may vote again.
    channels
        By what rule.
    """

    slips: tuple[S, ...]
    superseded: tuple[S, ...] = ()
    refused: tuple[S, ...] = ()
    channels: Channels = PAPER_FIRST

    @cached_property
    def by_member(self) -> Mapping[str, S]:
        """The ballot that counts, by voter."""
        return {slip.member: slip for slip in self.slips}

    @property
    def figures(self) -> tuple[ChannelFigures, ...]:
        """The figures of each channel: the declared ones first, then by name."""
        came = Counter(slip.channel for part in (self.slips, self.superseded, self.refused) for slip in part)
        count = Counter(slip.channel for slip in self.slips)
        rest = sorted(set(came) - set(self.channels.precedence))
        return tuple(ChannelFigures(each, came[each], count[each]) for each in (*self.channels.precedence, *rest))

    @property
    def in_several(self) -> tuple[str, ...]:
        """The voters whose ballots came in by more than one channel."""
        found: dict[str, set[str]] = {slip.member: {slip.channel} for slip in self.slips}
        for slip in (*self.superseded, *self.refused):
            found[slip.member].add(slip.channel)
        return tuple(member for member, channels in found.items() if len(channels) > 1)

    def to_json(self) -> dict[str, object]:
        """The count as JSON data."""
        parts = {"slips": self.slips, "superseded": self.superseded, "refused": self.refused}
        return {**{key: to_dict(part) for key, part in parts.items()}, "channels": to_dict(self.channels)}

    @classmethod
    def from_json(cls, data: object, /) -> Counted[S]:
        """The count that the data says."""
        given = cast("Mapping[str, object]", data)
        slips, superseded, refused = (
            cast("tuple[S, ...]", from_dict(given[key])) for key in ("slips", "superseded", "refused")
        )
        return cls(slips, superseded, refused, cast("Channels", from_dict(given["channels"])))


def counted(slips: Iterable[S], channels: Channels = PAPER_FIRST) -> Counted[S]:
    """The ballot of each voter that counts; those that do not are kept beside them.

    Parameters
    ----------
    slips
        In the order in which they came in: the journal's, so that no second clock can disagree with it. Any records
        with a ``member`` and a ``channel``: a hall passes its own.
    channels
        Which channel stands above which, and what a second ballot in one channel is worth.

    Raises
    ------
    RollError
        ``channel-not-declared``: a ballot came by a channel without a place in the precedence.

    Notes
    -----
    Nothing is lost: every slip stands in exactly one of the three parts. Cost O(slips).

    Examples
    --------
    >>> from deliberate.community.party import Member
    >>> slips = [Slip("li", "paper", Member("yes")), Slip("li", "online", Member("no"))]
    >>> counted(slips).by_member["li"].channel
    'paper'
    >>> counted(slips, Channels(())).by_member["li"].channel
    'online'
    """
    boxes: dict[str, list[S]] = {}
    for slip in slips:
        boxes.setdefault(slip.member, []).append(slip)
    kept: list[S] = []
    superseded: list[S] = []
    refused: list[S] = []
    for box in boxes.values():
        places = [channels.place(slip.channel) for slip in box]
        count = _slot(places, channels.revote)
        kept.append(box[count])
        for number, slip in enumerate(box):
            again = channels.revote is Revote.NONE and places[number] in places[:number]
            if number != count:
                (refused if again else superseded).append(slip)
    return Counted(tuple(kept), tuple(superseded), tuple(refused), channels)


def _slot(places: list[int], revote: Revote) -> int:
    """Which of one voter's ballots counts."""
    strongest = [number for number, place in enumerate(places) if place == min(places)]
    return strongest[-1 if revote is Revote.LATEST else 0]
