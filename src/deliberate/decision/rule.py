"""What a rule is: a frozen value that yields frozen steps."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Protocol, TypeVar

from deliberate.decision.ballots import Answer, Approval, Ranking, Scores
from deliberate.decision.claims import Claim
from deliberate.decision.election import Election
from deliberate.records.kinds import Step

B = TypeVar("B", Ranking, Approval, Scores, Answer)


class Rule(Protocol[B]):
    """A counting rule 计票规则: its fields are its parameters, its steps are the count.

    Attributes
    ----------
    name
        The name on the menu, lower case with hyphens.
    ballot
        The kind of ballot that it counts.
    satisfies
        The properties that it declares, where no parameter matters a class variable; the suite searches each for a
        counterexample.
    """

    name: ClassVar[str]
    ballot: ClassVar[type[object]]

    @property
    def satisfies(self) -> frozenset[Claim]:
        """What this value claims; parameters may change it."""
        ...

    def steps(self, election: Election[B], /) -> Iterator[Step]:
        """Count, one step after the other; ties only through ``election.lot``."""
        ...


AnyRule = Rule[Ranking] | Rule[Approval] | Rule[Scores] | Rule[Answer]
