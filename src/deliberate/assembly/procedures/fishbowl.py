"""A fishbowl: some sit inside and talk, the others listen; one seat is kept empty."""

from __future__ import annotations

from functools import cached_property
from typing import ClassVar

import attrs
from attrs import frozen

from deliberate.assembly.talk.form import Form
from deliberate.assembly.talk.forms import FISHBOWL
from deliberate.assembly.talk.in_form import InForm
from deliberate.assembly.talk.terms import TalkTerms
from deliberate.errors import InputError
from deliberate.records.kinds import kind

FEWEST, MOST = 4, 6


@kind
@frozen
class Fishbowl(InForm):
    """Who sits inside talks, who sits outside listens; whoever takes the empty seat makes one inside leave.

    Within a turn somebody has to leave; until then nobody else speaks. The talk ends when its time is over.

    Attributes
    ----------
    seats
        The inner seats, the empty one included: 4 to 6.
    minutes
        How long the whole talk takes.
    seconds
        How long a turn may take; None: as long as it takes.

    Raises
    ------
    InputError
        ``bad-parameter``: fewer than 4 seats or more than 6.

    Notes
    -----
    A refused move stays in the trace as ``MoveRefused`` and changes nothing else.

    Examples
    --------
    >>> Fishbowl(TalkTerms(("li", "wang"), "li"), seats=4).form.seats
    4
    """

    name: ClassVar[str] = "fishbowl"

    terms: TalkTerms
    seats: int = 5
    minutes: int = 60
    seconds: int | None = None

    def __attrs_post_init__(self) -> None:
        if not FEWEST <= self.seats <= MOST:
            raise InputError("bad-parameter", parameter="seats", value=str(self.seats), known=("4", "5", "6"))
        self.terms.fit(self.form)

    @cached_property
    def form(self) -> Form:
        """All rules in one value."""
        return attrs.evolve(FISHBOWL, seats=self.seats, minutes=self.minutes, seconds=self.seconds)
