"""The result of a count: the rule and the trace; everything else is read from the trace."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from attrs import frozen

from deliberate.decision.notebook import trace_table
from deliberate.decision.rule import AnyRule
from deliberate.decision.steps import Chosen, Ranked, Tallied, Tally, TieBroken, Undecided
from deliberate.records.kinds import Step, Trace, kind, told
from deliberate.words import say

S = TypeVar("S", bound=Step)


@kind
@frozen
class Outcome:
    """What came of a count.

    Attributes
    ----------
    rule
        The rule's value, its parameters included.
    trace
        All steps, in order. Nothing else is stored: the explanation is the computation.
    """

    rule: AnyRule
    trace: Trace

    @property
    def chosen(self) -> tuple[str, ...]:
        """The options chosen, in the order chosen; empty where nothing was."""
        last = self._last(Chosen)
        return last.options if last else ()

    @property
    def ranking(self) -> tuple[tuple[str, ...], ...] | None:
        """The options best first, equals together; None where the rule gives no order."""
        last = self._last(Ranked)
        return last.order if last else None

    @property
    def status(self) -> str:
        """``decided``, ``tied``, ``rejected`` or ``inquorate``.

        A count that a lot completed is ``decided``; look at :attr:`ties`.
        """
        last = self._last(Undecided)
        return last.status if last else "decided"

    @property
    def ties(self) -> tuple[TieBroken, ...]:
        """Every tie that the lot was asked about."""
        return tuple(self.steps(TieBroken))

    @property
    def tallies(self) -> tuple[Tally, ...]:
        """The support of the options, count by count."""
        return tuple(step.tallies for step in self.steps(Tallied))

    def steps(self, kind: type[S]) -> Iterator[S]:
        """The steps of one kind, in order."""
        return (step for step in self.trace if isinstance(step, kind))

    def explain(self, lang: str = "en") -> str:
        """The count in words, one sentence a step.

        Parameters
        ----------
        lang
            ``"en"`` or ``"zh"``.
        """
        return "\n".join(self.lines(lang))

    def lines(self, lang: str) -> Iterator[str]:
        """The sentences of :meth:`explain`."""
        yield say(f"rule.{self.rule.name}", {}, lang)
        for step in self.trace:
            yield told(step, lang)

    def _last(self, kind: type[S]) -> S | None:
        return next((step for step in reversed(self.trace) if isinstance(step, kind)), None)

    def _repr_html_(self) -> str:
        return trace_table(f"{self.rule!r}: {self.status} {', '.join(self.chosen)}", self.trace)
