"""听证会: who is affected is heard, then who decides; the decision falls elsewhere."""

from __future__ import annotations

from functools import cached_property
from typing import ClassVar

import attrs
from attrs import frozen

from deliberate.assembly.talk.form import Form
from deliberate.assembly.talk.forms import HEARING
from deliberate.assembly.talk.in_form import InForm
from deliberate.assembly.talk.terms import TalkTerms
from deliberate.records.kinds import kind


@kind
@frozen
class Hearing(InForm):
    """听证会: who is affected is heard, then who decides; the decision falls elsewhere, the record is published.

    Attributes
    ----------
    seconds
        How long a turn may take; None: as long as it takes.

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

    name: ClassVar[str] = "hearing"

    terms: TalkTerms
    seconds: int | None = None

    @cached_property
    def form(self) -> Form:
        """All rules in one value."""
        return attrs.evolve(HEARING, seconds=self.seconds)
