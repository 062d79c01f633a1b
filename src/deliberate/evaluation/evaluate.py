"""The door of the beat: a followed mandate and indicators in, an evaluation out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from attrs import field, frozen

from deliberate.assembly.agenda import Agenda
from deliberate.decision.notebook import trace_table
from deliberate.duty.assign import Mandate
from deliberate.duty.follow import Followed
from deliberate.evaluation.indicator import Indicator
from deliberate.evaluation.reading import Reading
from deliberate.evaluation.steps import HabitState, Judged, Proposed, Read
from deliberate.evaluation.verdict import Verdict, verdict
from deliberate.records.kinds import Step, Trace, kind, told
from deliberate.words import say

S = TypeVar("S", bound=Step)


def _indicators(given: Iterable[Indicator]) -> tuple[Indicator, ...]:
    return tuple(given)


@kind
@frozen
class Evaluation:
    """What became of a decision, and what comes next.

    Attributes
    ----------
    followed
        The mandate and the reports.
    indicators
        Their values, parameters included.
    trace
        All steps, in order; everything else is read from them.
    """

    followed: Followed
    indicators: tuple[Indicator, ...] = field(converter=_indicators)
    trace: Trace

    @property
    def mandate(self) -> Mandate:
        """Who answered for what."""
        return self.followed.mandate

    @property
    def readings(self) -> tuple[Reading, ...]:
        """What the indicators said, in order."""
        return tuple(step.reading for step in self.steps(Read))

    @property
    def verdict(self) -> Verdict:
        """Keep, amend or repeal; :func:`~deliberate.evaluation.verdict.verdict` says by which rule."""
        return Verdict(self._judged.verdict)

    @property
    def reason(self) -> str:
        """Why, as a code with words."""
        return self._judged.reason

    @property
    def habits(self) -> tuple[HabitState, ...]:
        """The states that the habits came through."""
        return tuple(self.steps(HabitState))

    @property
    def agenda(self) -> Agenda:
        """What the assembly takes up next: the arc back."""
        return Agenda(tuple(step.item for step in self.steps(Proposed)))

    def steps(self, kind: type[S]) -> Iterator[S]:
        """The steps of one kind, in order."""
        return (step for step in self.trace if isinstance(step, kind))

    def explain(self, lang: str = "en") -> str:
        """The evaluation in words, one sentence a step.

        Parameters
        ----------
        lang
            ``"en"`` or ``"zh"``.
        """
        return "\n".join(self.lines(lang))

    def lines(self, lang: str) -> Iterator[str]:
        """The sentences of :meth:`explain`."""
        for indicator in self.indicators:
            yield say(f"indicator.{indicator.name}", {}, lang)
        for step in self.trace:
            yield told(step, lang)

    @property
    def _judged(self) -> Judged:
        return next(self.steps(Judged))

    def _repr_html_(self) -> str:
        return trace_table(f"{self.mandate.matter}: {self.verdict} ({self.reason})", self.trace)


def evaluate(followed: Followed, *indicators: Indicator) -> Evaluation:
    """Read and judge what became of a decision.

    Parameters
    ----------
    followed
        The mandate and the reports.
    *indicators
        What to read from them; without any the verdict is ``amend``: nothing was measured.

    Notes
    -----
    The verdict's rule stands at :func:`~deliberate.evaluation.verdict.verdict`. On the next agenda come what the
    indicators propose, the decision itself where it is to be amended or repealed, and duties that nobody does.
    """
    read = tuple(step for indicator in indicators for step in indicator.steps(followed))
    return Evaluation(followed, indicators, (*read, *_judged(followed.mandate, read)))


def _judged(mandate: Mandate, read: Trace) -> Iterator[Step]:
    judged = verdict(read)
    yield judged
    if judged.verdict != Verdict.KEEP:
        yield Proposed(mandate.matter, str(judged.verdict))
    for item in mandate.agenda.items:
        yield Proposed(item.title, item.reason, item.due)
