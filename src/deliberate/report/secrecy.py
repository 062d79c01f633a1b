"""What a report keeps back: who was asked in a Delphi inquiry, and what was said in a talk with one party alone."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

import attrs
from attrs import frozen

from deliberate.assembly.delphi.steps import Estimate, EstimatesClosed, EstimatesOpened
from deliberate.assembly.issues.wording import NameCheck
from deliberate.assembly.procedure import Procedure
from deliberate.assembly.procedures.delphi import Delphi
from deliberate.assembly.procedures.mediation import Mediation
from deliberate.assembly.reasons import in_words
from deliberate.assembly.steps import MoveRefused
from deliberate.assembly.together import Together
from deliberate.records import kinds
from deliberate.records.kinds import Step, fields
from deliberate.words import say, term


def procedures_of(procedure: Procedure) -> Iterator[Procedure]:
    """The procedure, and those that it holds together."""
    if isinstance(procedure, Together):
        for each in procedure.procedures:
            yield from procedures_of(each)
    else:
        yield procedure


@frozen(slots=False)
class Kept:
    """What no report may say.

    An expert's estimate has no name, no pseudonym that would join it to the next one, and no moment; a reason in which
    somebody names one of the panel is left out. A private talk in a mediation has no content, and a refusal names
    nobody whom the mediation does not know, since anything can be typed where a name should stand.

    Attributes
    ----------
    experts
        Who is asked.
    pseudonyms
        What they are called in the steps.
    at_the_table
        Who may be named in a mediation; None where there is none.
    """

    experts: frozenset[str] = frozenset()
    pseudonyms: frozenset[str] = frozenset()
    at_the_table: frozenset[str] | None = None

    @classmethod
    def of(cls, procedure: Procedure) -> Kept:
        """What rules of order ask to be kept back."""
        kept = cls()
        for each in procedures_of(procedure):
            match each:
                case Delphi(terms):
                    pseudonyms = kept.pseudonyms | frozenset(terms.pseudonyms.values())
                    kept = attrs.evolve(kept, experts=kept.experts | frozenset(terms.experts), pseudonyms=pseudonyms)
                case Mediation(terms):
                    kept = attrs.evolve(kept, at_the_table=(kept.at_the_table or frozenset()) | terms.persons)
        return kept

    @cached_property
    def _check(self) -> NameCheck:
        return NameCheck(tuple(self.experts))

    def hides_moment(self, step: Step) -> bool:
        """Whether the moment of a step would say who did it."""
        return isinstance(step, MoveRefused) and step.by in self.pseudonyms

    def told(self, step: Step, lang: str) -> str:
        """One step in words, without what is kept back."""
        match step:
            case EstimatesOpened():
                return kinds.told(attrs.evolve(step, question=self.free(step.question, lang)), lang)
            case EstimatesClosed():
                outliers = tuple(self._outlier(each, lang) for each in step.outliers)
                return say("EstimatesClosed", {**fields(step), "outliers": outliers}, lang)
        return kinds.told(step, lang)

    def called(self, by: str, lang: str) -> str:
        """What somebody is called whose move was refused."""
        return term("role.expert", lang) if by in self.pseudonyms else by

    def why(self, step: MoveRefused, lang: str) -> str:
        """The words of the rule that a refused move broke."""
        about = tuple((name, self._about(name, value, lang)) for name, value in step.about)
        return in_words(attrs.evolve(step, about=about), lang)

    def _about(self, name: str, value: str | tuple[str, ...], lang: str) -> str | tuple[str, ...]:
        stranger = self.at_the_table is not None and value not in self.at_the_table
        return say("minutes.nobody-known", {}, lang) if name == "member" and stranger else value

    def _outlier(self, estimate: Estimate, lang: str) -> str:
        reason = self.free(estimate.reason, lang)
        return say("minutes.outlier", {"value": estimate.value, "reason": reason}, lang)

    def free(self, text: str, lang: str) -> str:
        """A text that was typed in an inquiry, unless it names somebody of the panel."""
        return say("minutes.withheld", {}, lang) if text and self._check.finds(text) else text
