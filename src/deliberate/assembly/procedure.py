"""What a procedure is: a frozen value that answers each move with a step."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Protocol

from attrs import frozen

from deliberate.assembly.agenda import Agenda
from deliberate.assembly.floor import Floor
from deliberate.assembly.moves import Move
from deliberate.records.kinds import Step, kind


@kind
@frozen
class Sitting:
    """What a procedure is given: the agenda and the moves, in the order of time."""

    agenda: Agenda
    moves: tuple[Move, ...]


class Procedure(Protocol):
    """Rules of order 议事规则: their fields are their parameters.

    Attributes
    ----------
    name
        Lower case with hyphens.
    """

    name: ClassVar[str]

    def steps(self, sitting: Sitting, /) -> Iterator[Step]:
        """Answer every move: what happened, or why it was refused."""
        ...

    def step(self, floor: Floor, move: Move, /) -> Step:
        """Answer one move on a floor; a live host asks this."""
        ...
