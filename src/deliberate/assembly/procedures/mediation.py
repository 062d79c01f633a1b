"""Mediation: nobody advises before everybody was heard."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import ClassVar

from attrs import frozen

from deliberate.assembly.mediation import rules
from deliberate.assembly.mediation.case import MediationCase
from deliberate.assembly.mediation.terms import MediationTerms
from deliberate.assembly.moves import Move
from deliberate.assembly.procedure import Sitting, answered, in_order
from deliberate.records.kinds import Step, kind


@kind
@frozen
class Mediation:
    """Every party tells, the mediator restates, the party confirms; only then is there anything to advise.

    Attributes
    ----------
    terms
        Who may bring a case, who is skilled, who is too close to whom, who is asked next.

    Examples
    --------
    >>> from datetime import UTC, datetime
    >>> from deliberate.assembly.mediation.acts import AdviseParties, ConsentToMediation, OpenCase, TakeCase
    >>> noon = datetime(2026, 3, 1, 12, tzinfo=UTC)
    >>> mediation = Mediation(MediationTerms(("zhou", "wu"), skilled=("he",), upper="the street"))
    >>> case = mediation.begin()
    >>> for by, act in (("zhou", OpenCase("noise", ("zhou", "wu"))), ("he", TakeCase()), ("he", AdviseParties("!"))):
    ...     step = mediation.step(case, Move(by, noon, act))
    ...     case = case.after(step)
    >>> step.code, step.about
    ('not-all-heard', (('missing', ('zhou', 'wu')),))

    Notes
    -----
    O(1) steps a move. A refused move stays in the trace as ``MoveRefused`` and changes nothing else. That a party
    who has the word is not interrupted holds for everybody; a party may leave even then.
    """

    name: ClassVar[str] = "mediation"

    terms: MediationTerms

    @property
    def acts(self) -> tuple[type, ...]:
        """The kinds of acts that it answers."""
        return rules.ACTS

    def begin(self) -> MediationCase:
        """Where things stand before the first move."""
        return MediationCase()

    def steps(self, sitting: Sitting, /) -> Iterator[Step]:
        """Answer every move in turn."""
        return answered(self, sitting)

    def step(self, case: MediationCase, move: Move, /) -> Step:
        """Answer one move."""
        return in_order(self, case, move, rules.answer(case, move, self.terms))

    def legal(self, case: MediationCase, member: str, at: datetime, /) -> tuple[str, ...]:
        """The names of the acts that somebody may do now."""
        return rules.legal(case, member, at, self.terms)
