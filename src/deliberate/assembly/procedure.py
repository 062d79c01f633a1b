"""What a procedure is: a frozen value that answers each move with a step."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import ClassVar, Protocol, Self, TypeVar, runtime_checkable

from attrs import evolve, frozen

from deliberate.assembly.agenda import Agenda
from deliberate.assembly.floor import Proposal
from deliberate.assembly.moves import Move
from deliberate.assembly.reasons import turned_down
from deliberate.assembly.steps import MoveRefused
from deliberate.assembly.usable import untimely
from deliberate.records.kinds import Step, kind


@kind
@frozen
class Sitting:
    """What a procedure is given: the agenda and the moves, in the order of time."""

    agenda: Agenda
    moves: tuple[Move, ...]


class Part(Protocol):
    """Where things stand, folded from steps."""

    def after(self, step: Step, /) -> Self:
        """Where things stand after one step; as they are where the step is not of this part."""
        ...


@runtime_checkable
class Slated(Protocol):
    """A part that has proposals on the table."""

    @property
    def slate(self) -> tuple[Proposal, ...]:
        """The proposals on the table, in the order in which they came."""
        ...


@runtime_checkable
class Discreet(Protocol):
    """A procedure under which people act without their names."""

    def called(self, member: str, /) -> str:
        """What somebody is called in its steps."""
        ...


def called(procedure: Procedure, member: str) -> str:
    """What somebody is called in the steps of a procedure."""
    return procedure.called(member) if isinstance(procedure, Discreet) else member


def slate_of(part: Part) -> tuple[Proposal, ...]:
    """What a part has on the table; nothing where it is not about proposals."""
    return part.slate if isinstance(part, Slated) else ()


P = TypeVar("P", bound=Part)


class Procedure(Protocol):
    """Rules of order 议事规则: their fields are their parameters.

    Attributes
    ----------
    name
        Lower case with hyphens.
    """

    name: ClassVar[str]

    def begin(self) -> Part:
        """Where things stand before the first move."""
        ...

    def steps(self, sitting: Sitting, /) -> Iterator[Step]:
        """Answer every move: what happened, or why it was refused."""
        ...


class Live(Procedure, Protocol[P]):
    """A procedure that a host asks move by move."""

    @property
    def acts(self) -> tuple[type, ...]:
        """The kinds of acts that it answers; all others are refused."""
        ...

    def begin(self) -> P:
        """Where things stand before the first move."""
        ...

    def step(self, part: P, move: Move, /) -> Step:
        """Answer one move."""
        ...

    def legal(self, part: P, member: str, at: datetime, /) -> tuple[str, ...]:
        """The names of the acts that a member may do now."""
        ...


def in_order(procedure: Live[P], part: P, move: Move, step: Step) -> Step:
    """The answer to a move; a refusal with what the member may do in its place."""
    if isinstance(step, MoveRefused) and not step.legal:
        return evolve(step, legal=procedure.legal(part, move.by, move.at))
    return step


def answered(procedure: Live[P], sitting: Sitting) -> Iterator[Step]:
    """Answer every move of a sitting in turn: the fold that all procedures share.

    Yields
    ------
    Step
        One for each move. A refusal changes nothing else. A move that comes before the last accepted one is refused
        even where the procedure itself looks at no clock.
    """
    part, last = procedure.begin(), None
    for move in sitting.moves:
        step = procedure.step(part, move)
        late = next(untimely(move.at, last), None)
        if late is not None and not isinstance(step, MoveRefused):
            step = in_order(procedure, part, move, turned_down(called(procedure, move.by), late))
        if not isinstance(step, MoveRefused):
            part, last = part.after(step), move.at
        yield step
