"""The consent circle: from a driver to a text against which nobody has a reason."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import ClassVar

from attrs import frozen

from deliberate.assembly.circle import rules
from deliberate.assembly.circle.circle import Circle
from deliberate.assembly.circle.terms import CircleTerms
from deliberate.assembly.moves import Move
from deliberate.assembly.procedure import Sitting, answered, in_order
from deliberate.records.kinds import Step, kind


@kind
@frozen
class ConsentCircle:
    """Agree what it is about, understand, react once, object all at once, test, integrate one by one, consent.

    Attributes
    ----------
    terms
        Who sits in the circle, who facilitates, how long, and what holds if it is not done then.

    Examples
    --------
    >>> from datetime import UTC, datetime
    >>> from deliberate.assembly.circle.acts import AgreeToDriver, BringToCircle, RaiseObjection, StateDriver
    >>> noon = datetime(2026, 3, 1, 12, tzinfo=UTC)
    >>> talk = ConsentCircle(CircleTerms(("li",), facilitator="he"))
    >>> acts = (StateDriver("dark"), AgreeToDriver(), BringToCircle("lamps", "Repair."), RaiseObjection("dear"))
    >>> circle = talk.begin()
    >>> for act in acts:
    ...     step = talk.step(circle, Move("li", noon, act))
    ...     circle = circle.after(step)
    >>> step.code
    'opinion-in-question-round'

    Notes
    -----
    O(1) steps a move. A refused move stays in the trace as ``MoveRefused`` and changes nothing else. ``Circle.rounds``
    gives what a count of consent needs, as plain data.

    References
    ----------
    B. Bockelbrink, J. Priest, L. David, A Practical Guide for Evolving Agile and Resilient Organizations with
    Sociocracy 3.0, 2022: Consent Decision-Making, Test Arguments Qualify as Objections, Resolve Objections.
    """

    name: ClassVar[str] = "consent-circle"

    terms: CircleTerms

    @property
    def acts(self) -> tuple[type, ...]:
        """The kinds of acts that it answers."""
        return rules.ACTS

    def begin(self) -> Circle:
        """Where things stand before the first move."""
        return Circle()

    def steps(self, sitting: Sitting, /) -> Iterator[Step]:
        """Answer every move in turn."""
        return answered(self, sitting)

    def step(self, circle: Circle, move: Move, /) -> Step:
        """Answer one move."""
        return in_order(self, circle, move, rules.answer(circle, move, self.terms))

    def legal(self, circle: Circle, member: str, at: datetime, /) -> tuple[str, ...]:
        """The names of the acts that somebody may do now."""
        return rules.legal(circle, member, at, self.terms)
