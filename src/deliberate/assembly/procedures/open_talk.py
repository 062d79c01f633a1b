"""恳谈会: an open talk to which officials and those affected are invited."""

from __future__ import annotations

from functools import cached_property
from typing import ClassVar

import attrs
from attrs import frozen

from deliberate.assembly.talk.form import Form
from deliberate.assembly.talk.forms import OPEN_TALK
from deliberate.assembly.talk.in_form import InForm
from deliberate.assembly.talk.terms import TalkTerms
from deliberate.records.kinds import kind


@kind
@frozen
class OpenTalk(InForm):
    """恳谈会: an open talk to which officials and those affected are invited; no vote.

    Attributes
    ----------
    turns, seconds
        The limits, where there are any.

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

    name: ClassVar[str] = "open-talk"

    terms: TalkTerms
    turns: int | None = None
    seconds: int | None = None

    @cached_property
    def form(self) -> Form:
        """All rules in one value."""
        return attrs.evolve(OPEN_TALK, turns=self.turns, seconds=self.seconds)
