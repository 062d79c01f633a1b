"""The door of the beat: an agenda, a procedure and moves in, a deliberation out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TypeVar

from attrs import frozen

from deliberate.assembly.agenda import Agenda
from deliberate.assembly.floor import Floor, Proposal, floor_of
from deliberate.assembly.moves import Move
from deliberate.assembly.procedure import Part, Procedure, Sitting, slate_of
from deliberate.assembly.reasons import act_term, in_words
from deliberate.assembly.speeches import Speech
from deliberate.assembly.steps import MoveRefused
from deliberate.records import kinds
from deliberate.records.kinds import Step, Trace, kind
from deliberate.words import say

S = TypeVar("S", bound=Step)


@kind
@frozen
class Deliberation:
    """What was said and put on the table.

    Attributes
    ----------
    agenda
        What the assembly took up.
    procedure
        The rules of order, parameters included.
    trace
        All steps, refusals included.
    """

    agenda: Agenda
    procedure: Procedure
    trace: Trace

    @cached_property
    def floor(self) -> Floor:
        """The issue, the proposals and the round at its end."""
        return floor_of(self.trace)

    @cached_property
    def part(self) -> Part:
        """Where the deliberation stands at its end, as its procedure sees it."""
        part = self.procedure.begin()
        for step in self.trace:
            part = part.after(step)
        return part

    @property
    def issue(self) -> str:
        """The title of the issue; empty where none was raised."""
        return self.floor.issue.title if self.floor.issue else ""

    @property
    def slate(self) -> tuple[Proposal, ...]:
        """The proposals on the table 备选方案, in the order in which they came."""
        return slate_of(self.part)

    @property
    def speakers(self) -> tuple[str, ...]:
        """Who spoke, in the order of their first turn."""
        return tuple(dict.fromkeys(step.by for step in self.trace if isinstance(step, Speech)))

    @property
    def refusals(self) -> tuple[MoveRefused, ...]:
        """The moves that were against the rules of order."""
        return tuple(self.steps(MoveRefused))

    def steps(self, kind: type[S]) -> Iterator[S]:
        """The steps of one kind, in order."""
        return (step for step in self.trace if isinstance(step, kind))

    def explain(self, lang: str = "en") -> str:
        """The deliberation in words, one sentence a step."""
        return "\n".join(self.lines(lang))

    def lines(self, lang: str) -> Iterator[str]:
        """The sentences of :meth:`explain`."""
        for step in self.trace:
            yield told(step, lang)


def told(step: Step, lang: str) -> str:
    """One step in words; a refusal says the rule that it broke."""
    if isinstance(step, MoveRefused):
        told = {"by": step.by, "why": in_words(step, lang), "legal": tuple(map(act_term, step.legal))}
        return say("MoveRefused", told, lang)
    return kinds.told(step, lang)


def confer(agenda: Agenda, procedure: Procedure, moves: Iterable[Move]) -> Deliberation:
    """Hold a sitting.

    Parameters
    ----------
    agenda
        What to take up.
    procedure
        The rules of order.
    moves
        What the members did, in the order of time.

    Examples
    --------
    >>> from datetime import UTC, datetime
    >>> from deliberate.assembly.moves import RaiseIssue
    >>> from deliberate.assembly.procedures.rounds import Rounds
    >>> noon = datetime(2026, 3, 1, 12, tzinfo=UTC)
    >>> confer(Agenda(), Rounds(), [Move("li", noon, RaiseIssue("lamps"))]).issue
    'lamps'
    """
    return Deliberation(agenda, procedure, tuple(procedure.steps(Sitting(agenda, tuple(moves)))))
