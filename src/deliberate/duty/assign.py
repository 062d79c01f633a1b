"""The door of the beat: an undertaking and an assigner in, a mandate out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeVar

from attrs import frozen

from deliberate.assembly.agenda import Agenda, AgendaItem
from deliberate.decision.decision import Decision
from deliberate.decision.notebook import trace_table
from deliberate.duty.assigner import Assigner
from deliberate.duty.steps import EvaluatorNamed, FlowFound, HoursAssigned, StewardNamed, Unfilled
from deliberate.duty.undertaking import Undertaking
from deliberate.records.kinds import Step, Trace, kind, told
from deliberate.words import say

S = TypeVar("S", bound=Step)


@kind
@frozen
class Mandate:
    """Who answers for what 责任清单, and what stays open.

    Attributes
    ----------
    undertaking
        The decision, its duties, and what people offered.
    assigner
        The assigner's value, its parameters included.
    trace
        All steps, in order; everything else is read from them.
    """

    undertaking: Undertaking
    assigner: Assigner
    trace: Trace

    @property
    def decision(self) -> Decision:
        """What the duties follow from."""
        return self.undertaking.decision

    @property
    def matter(self) -> str:
        """What it is all about: what was asked, else the issue, else what was adopted."""
        decision = self.decision
        return decision.election.title or decision.deliberation.issue or decision.adopted or ""

    @property
    def assigned(self) -> tuple[HoursAssigned, ...]:
        """Who does how many hours of which duty."""
        return tuple(self.steps(HoursAssigned))

    @property
    def unfilled(self) -> tuple[Unfilled, ...]:
        """The duties of which hours stay open, with the reason and who could help."""
        return tuple(self.steps(Unfilled))

    @property
    def load(self) -> Mapping[str, int]:
        """The hours of everybody who made an offer, in the order of the offers."""
        loads = dict.fromkeys((offer.person for offer in self.undertaking.offers), 0)
        for step in self.assigned:
            loads[step.person] += step.hours
        return loads

    @property
    def flow(self) -> int:
        """The hours that are filled."""
        return sum(step.hours for step in self.steps(FlowFound))

    @property
    def short(self) -> int:
        """The hours that stay open."""
        return self.undertaking.needed - self.flow

    @property
    def agenda(self) -> Agenda:
        """The duties to be offered again."""
        return Agenda(tuple(AgendaItem(step.duty, "unfilled") for step in self.unfilled))

    def steward(self, duty: str) -> str | None:
        """Who answers for a duty; None where nobody does. An unknown duty is ``unknown-duty``."""
        named = self._named(duty)
        return named.person if named else None

    def deputy(self, duty: str) -> str | None:
        """Who stands in for the steward of a duty; None where nobody does."""
        named = self._named(duty)
        return named.deputy if named else None

    def evaluator(self, duty: str) -> str | None:
        """Who will judge a duty; None where nobody is named."""
        self.undertaking.duty(duty)
        return next((step.person for step in self.steps(EvaluatorNamed) if step.duty == duty), None)

    def steps(self, kind: type[S]) -> Iterator[S]:
        """The steps of one kind, in order."""
        return (step for step in self.trace if isinstance(step, kind))

    def explain(self, lang: str = "en") -> str:
        """The mandate in words, one sentence a step.

        Parameters
        ----------
        lang
            ``"en"`` or ``"zh"``.
        """
        return "\n".join(self.lines(lang))

    def lines(self, lang: str) -> Iterator[str]:
        """The sentences of :meth:`explain`."""
        yield say(f"assigner.{self.assigner.name}", {}, lang)
        for step in self.trace:
            yield told(step, lang)

    def _named(self, duty: str) -> StewardNamed | None:
        self.undertaking.duty(duty)
        return next((step for step in self.steps(StewardNamed) if step.duty == duty), None)

    def _repr_html_(self) -> str:
        return trace_table(f"{self.assigner!r}: {self.flow}/{self.undertaking.needed}", self.trace)


def assign(undertaking: Undertaking, assigner: Assigner) -> Mandate:
    """Bring duties and offers together.

    Parameters
    ----------
    undertaking
        The decision, its duties, the offers.
    assigner
        Such as :class:`~deliberate.duty.assigners.balanced.Balanced`.

    Examples
    --------
    >>> import deliberate as d
    >>> from deliberate.assembly import Agenda, Rounds, confer
    >>> from deliberate.duty import Balanced, Duty, Offer
    >>> election = d.ranked("3: bag stations > fines; 1: fines")
    >>> outcome = d.decide(election, d.rule("plurality"))
    >>> decision = Decision(confer(Agenda(), Rounds(), ()), election, outcome)
    >>> duties = (Duty("rota", "Walk the courtyard.", hours=6), Duty("count", "Count every day.", hours=3))
    >>> offers = (Offer("li", ("rota", "count"), hours=8), Offer("wang", ("rota",), hours=4))
    >>> mandate = assign(Undertaking(decision, duties, offers), Balanced())
    >>> mandate.load
    {'li': 5, 'wang': 4}
    >>> mandate.steward("rota"), mandate.deputy("rota"), mandate.short
    ('li', 'wang', 0)
    """
    return Mandate(undertaking, assigner, tuple(assigner.steps(undertaking)))
