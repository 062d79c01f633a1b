"""Several procedures in one sitting, each with the acts that are its own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import ClassVar, cast

from attrs import frozen

from deliberate.assembly.floor import Proposal
from deliberate.assembly.moves import Move
from deliberate.assembly.procedure import Live, Part, Procedure, Sitting, answered, called, slate_of
from deliberate.assembly.reasons import not_done_here
from deliberate.errors import InputError
from deliberate.records.kinds import Step, kind


@frozen
class Parts:
    """Where each of several procedures stands, in their order."""

    each: tuple[Part, ...]

    @property
    def slate(self) -> tuple[Proposal, ...]:
        """What all of them have on the table."""
        return tuple(proposal for part in self.each for proposal in slate_of(part))

    def after(self, step: Step, /) -> Parts:
        """Where they stand after one step, which every part may read."""
        return Parts(tuple(part.after(step) for part in self.each))


@kind
@frozen
class Together:
    """A sitting under several rules of order: the texts by one, the turns by another.

    Attributes
    ----------
    procedures
        Each answers the acts that it knows; no act may belong to two.

    Raises
    ------
    InputError
        ``act-of-two``.

    Examples
    --------
    >>> from datetime import UTC, datetime
    >>> from deliberate.assembly.agenda import Agenda
    >>> from deliberate.assembly.moves import RaiseIssue
    >>> from deliberate.assembly.procedures.rounds import Rounds
    >>> noon = datetime(2026, 3, 1, 12, tzinfo=UTC)
    >>> sitting = Sitting(Agenda(), (Move("li", noon, RaiseIssue("lamps")),))
    >>> [type(step).__name__ for step in Together((Rounds(),)).steps(sitting)]
    ['IssueRaised']

    Notes
    -----
    A move costs what it costs in its own procedure, and one look by each part at the step.
    """

    name: ClassVar[str] = "together"

    procedures: tuple[Procedure, ...]

    def __attrs_post_init__(self) -> None:
        seen: set[type] = set()
        for act in self.acts:
            if act in seen:
                raise InputError("act-of-two", act=act.__name__)
            seen.add(act)

    @property
    def acts(self) -> tuple[type, ...]:
        """All acts that one of them knows."""
        return tuple(act for each in self._live for act in each.acts)

    @property
    def _live(self) -> tuple[Live[Part], ...]:
        # Each is given its own part only, by place.
        return cast("tuple[Live[Part], ...]", self.procedures)

    def begin(self) -> Parts:
        """Where each of them begins."""
        return Parts(tuple(each.begin() for each in self.procedures))

    def steps(self, sitting: Sitting, /) -> Iterator[Step]:
        """Answer every move in turn."""
        return answered(self, sitting)

    def step(self, parts: Parts, move: Move, /) -> Step:
        """Answer one move by the procedure that knows its act."""
        for each, part in zip(self._live, parts.each, strict=True):
            if isinstance(move.act, each.acts):
                return each.step(part, move)
        return not_done_here(self.called(move.by), move.act)

    def called(self, member: str, /) -> str:
        """What somebody is called where one of the procedures knows no names; an act of none is refused so as well."""
        for each in self.procedures:
            member = called(each, member)
        return member

    def legal(self, parts: Parts, member: str, at: datetime, /) -> tuple[str, ...]:
        """The names of the acts that a member may do now."""
        pairs = zip(self._live, parts.each, strict=True)
        return tuple(act for each, part in pairs for act in each.legal(part, member, at))
