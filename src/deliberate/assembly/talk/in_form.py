"""What all procedures share whose rules of order are a form of talk."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import ClassVar, Protocol

from deliberate.assembly.moves import Move
from deliberate.assembly.procedure import Sitting, answered, in_order
from deliberate.assembly.talk import rules
from deliberate.assembly.talk.form import Form
from deliberate.assembly.talk.part import Talk
from deliberate.assembly.talk.terms import TalkTerms
from deliberate.records.kinds import Step


class InForm(Protocol):
    """A procedure that says its form and its terms, and answers by them.

    Attributes
    ----------
    name
        Lower case with hyphens, the same in journals.

    Raises
    ------
    InputError
        ``no-such-interest``: the meeting has nobody with a stake that the form asks for.
    """

    name: ClassVar[str]

    @property
    def form(self) -> Form:
        """All rules in one value."""
        ...

    @property
    def terms(self) -> TalkTerms:
        """Who takes part, who presides, whose interests are at stake."""
        ...

    def __attrs_post_init__(self) -> None:
        self.terms.fit(self.form)

    @property
    def acts(self) -> tuple[type, ...]:
        """The kinds of acts that it answers."""
        return rules.ACTS

    def begin(self) -> Talk:
        """Where the talk stands before the first move."""
        return Talk()

    def steps(self, sitting: Sitting, /) -> Iterator[Step]:
        """Answer every move in turn."""
        return answered(self, sitting)

    def step(self, part: Talk, move: Move, /) -> Step:
        """Answer one move."""
        return in_order(self, part, move, rules.answer(part, move, self.form, self.terms))

    def legal(self, part: Talk, member: str, at: datetime, /) -> tuple[str, ...]:
        """The names of the acts that a member may do now."""
        return rules.legal(part, member, at, self.form, self.terms)
