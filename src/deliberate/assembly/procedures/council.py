"""议事会: standing members talk over a motion and vote; who is affected is invited and heard."""

from __future__ import annotations

from functools import cached_property
from typing import ClassVar

import attrs
from attrs import frozen

from deliberate.assembly.talk.form import Form
from deliberate.assembly.talk.forms import COUNCIL
from deliberate.assembly.talk.in_form import InForm
from deliberate.assembly.talk.terms import TalkTerms
from deliberate.records.kinds import kind


@kind
@frozen
class Council(InForm):
    """议事会: standing members talk over an agenda and vote; who is affected is invited and heard.

    Attributes
    ----------
    turns, seconds
        How often a member speaks on one motion, and how long.

    Raises
    ------
    InputError
        ``no-such-interest``: the meeting has nobody with a stake that the form asks for.

    Notes
    -----
    A refused move stays in the trace as ``MoveRefused`` and changes nothing else.

    References
    ----------
    Law of the People's Republic of China on residents' committees, revised 2025, article 32. Who speaks after whom
    inside the form is not in the law but ours.
    """

    name: ClassVar[str] = "council"

    terms: TalkTerms
    turns: int = 2
    seconds: int = 120

    @cached_property
    def form(self) -> Form:
        """All rules in one value."""
        return attrs.evolve(COUNCIL, turns=self.turns, seconds=self.seconds)
