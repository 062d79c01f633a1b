"""A form of talk: all its rules in one value, as data."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from attrs import field, frozen

from deliberate.assembly.talk.course import Phase, needs
from deliberate.assembly.talk.traits import (
    INVITES,
    NO_VOTE_HERE,
    Access,
    Before,
    Chair,
    Clause,
    Closing,
    Follows,
    Opening,
    Paper,
    Stake,
)
from deliberate.errors import InputError
from deliberate.identity import name
from deliberate.records.kinds import kind
from deliberate.words import knows

# Nobody speaks more often, or longer, than two years.
MOST = 1_000_000


@kind
@frozen
class Form:
    """The rules of a form of talk.

    Attributes
    ----------
    access
        How one comes to speak.
    turns
        How often a member may speak on one matter; None: as often as they like.
    seconds
        How long a turn may take; None: as long as it takes.
    order
        Who of those who wait comes first, the strongest rule first.
    closes
        In which ways the talk may end.
    seats
        In a fishbowl the inner seats, the one that is kept empty included.
    minutes
        How long the whole talk may take; None: until it is closed.
    invites
        Who must have been invited before anybody speaks.
    speakers
        Who is heard, in a circle in this order; empty: everybody.
    voters
        Who votes; empty: everybody who votes in the meeting.
    publishes
        What the rules ask to be published.
    """

    name: str = field(converter=name)
    access: Access
    turns: int | None = None
    seconds: int | None = None
    order: tuple[Before, ...] = ()
    opening: Opening = Opening.TOPIC
    chair: Chair = Chair.SPEAKS
    closes: tuple[Closing, ...] = (Closing.CHAIR,)
    clauses: frozenset[Clause] = frozenset()
    outcome: Follows = Follows.NONE
    seats: int | None = None
    minutes: int | None = None
    invites: tuple[Stake, ...] = ()
    speakers: tuple[Stake, ...] = ()
    voters: tuple[Stake, ...] = ()
    publishes: tuple[Paper, ...] = ()

    def __attrs_post_init__(self) -> None:
        limits = {"turns": self.turns, "seconds": self.seconds, "seats": self.seats, "minutes": self.minutes}
        for parameter, value in limits.items():
            if value is not None and not 1 <= value <= MOST:
                raise InputError("bad-parameter", parameter=parameter, value=str(value), known=())
        if (self.seats is None) == (self.access is Access.SEAT):
            raise InputError("bad-parameter", parameter="seats", value=str(self.seats), known=())
        if (self.minutes is None) == (Closing.TIME in self.closes):
            raise InputError("bad-parameter", parameter="minutes", value=str(self.minutes), known=())
        if self.access is Access.CIRCLE and self.turns != 1:
            raise InputError("bad-parameter", parameter="turns", value=str(self.turns), known=("1",))
        if self.opening is Opening.MOTION and self.access not in {Access.CALL, Access.QUEUE}:
            raise InputError("bad-parameter", parameter="access", value=self.access, known=("by-call", "by-queue"))
        # What is voted on is a motion, and a motion that was laid is voted on.
        if (self.opening is Opening.MOTION) != (self.outcome is Follows.VOTE):
            raise InputError("bad-parameter", parameter="outcome", value=str(self.outcome), known=())

    @property
    def term(self) -> str:
        """The word that it is called by; a form of one's own is called as it is named."""
        known = f"form.{self.name}"
        return known if knows(f"term.{known}", "en") else self.name

    @cached_property
    def traits(self) -> frozenset[str]:
        """All that the table of the course asks for."""
        chosen = {self.access, self.opening, self.chair, self.outcome, *self.closes, *self.clauses}
        derived = {INVITES} if self.invites or self.has(Clause.AFFECTED_HEARD) else set()
        return frozenset(chosen | derived | (set() if self.outcome is Follows.VOTE else {NO_VOTE_HERE}))

    @cached_property
    def needs(self) -> Mapping[str, frozenset[Phase]]:
        """For each act of this form the phases in which it can be done."""
        return needs(self.traits)

    def has(self, clause: Clause) -> bool:
        """Whether the form has a rule."""
        return clause in self.clauses
