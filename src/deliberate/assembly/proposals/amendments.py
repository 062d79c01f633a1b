"""All amendments: which wait on which text, which were adopted, and what becomes of the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import attrs
from attrs import field, frozen

from deliberate.assembly.proposals.amendment import Amendment, Target
from deliberate.assembly.proposals.course import Moot, State
from deliberate.assembly.proposals.docket import Docket, Spans
from deliberate.assembly.proposals.hunks import reach, spans_of, substitutes
from deliberate.assembly.proposals.pages import Page, Span, Splice, clash, covers
from deliberate.assembly.proposals.steps import (
    AcceptanceAnnounced,
    AcceptanceOpposed,
    AmendmentAdopted,
    AmendmentOffered,
    AmendmentRejected,
    AmendmentWithdrawn,
    RivalProposed,
)

_NOTHING = Docket(0)


@frozen
class Amendments:
    """Amendments by name.

    Attributes
    ----------
    waiting
        For each text the amendments about which something is left to decide.
    adopted
        For each proposal the amendments that were adopted and are not yet in its text.
    pending_of
        For each member those of their amendments about which something is left to decide.
    rejected_of
        For each member those of their rejected amendments that could become a proposal.
    asked
        The amendments whose acceptance is announced, in the order of the moments until which one may be against it.
    """

    named: Mapping[str, Amendment] = field(factory=dict)
    waiting: Mapping[Target, Docket] = field(factory=dict)
    adopted: Mapping[str, Docket] = field(factory=dict)
    pending_of: Mapping[str, Mapping[str, None]] = field(factory=dict)
    rejected_of: Mapping[str, Mapping[str, None]] = field(factory=dict)
    asked: Mapping[str, None] = field(factory=dict)

    def docket(self, target: Target) -> Docket:
        """What waits on a text."""
        return self.waiting.get(target, _NOTHING)

    def adopted_of(self, proposal: str) -> Docket:
        """What was adopted and is not yet in the text of a proposal."""
        return self.adopted.get(proposal, _NOTHING)

    def pending_in(self, amendment: Amendment) -> str:
        """An amendment to an amendment that is to be decided first; empty where there is none."""
        if amendment.of:
            return ""
        for hunk in range(1, len(amendment.spans) + 1):
            for name in self.docket((amendment.proposal, amendment.name, hunk)).spans:
                return name
        return ""

    def first(self, amendment: Amendment, order: str) -> Amendment:
        """The one in the amendment's chain that is voted on first.

        Notes
        -----
        Where an acceptance is announced there is no vote, unless somebody is against it. Cost: that of
        :meth:`~deliberate.assembly.proposals.docket.Docket.component`.
        """
        chain = (self.named[name] for name in self.docket(amendment.target).component(amendment.name))
        return min((each for each in chain if each.state is State.OPEN), key=lambda each: each.turn(order))

    def falls(self, amendment: Amendment, order: str) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
        """What is moot once an amendment is adopted: overtaken, alike, substituted.

        Parameters
        ----------
        order
            Under ``robert`` a substitute outlives what perfects the paragraph that it replaces.
        """
        met = self.docket(amendment.target).clashing(amendment.spans)
        others = [self.named[name] for name in met if name != amendment.name]
        alike = tuple(other.name for other in others if sorted(other.spans) == sorted(amendment.spans))
        kept = {other.name for other in others if order == "robert" and _outlives(other, amendment)}
        overtaken = tuple(other.name for other in others if other.name not in {*alike, *kept})
        before = () if amendment.of else self.adopted_of(amendment.proposal).clashing(amendment.spans)
        return overtaken, alike, before

    def offered(self, step: AmendmentOffered, page: Page) -> Amendments:
        """With one more, on the page that it changes."""
        spans = spans_of(page, step.hunks)
        one = Amendment(
            name=step.amendment,
            proposal=step.proposal,
            by=step.by,
            number=len(self.named),
            version=step.version,
            spans=spans,
            reach=step.reach,
            substitutes=substitutes(page, spans),
            of=step.of,
            hunk=step.hunk,
            base=page.text if step.of else "",
            reason=step.reason,
        )
        docket = self.waiting.get(one.target) or Docket(len(page.text))
        grown = self._with(one)._waits(one.target, docket.with_(one.name, spans))
        return attrs.evolve(grown, pending_of=_more(self.pending_of, one))

    def after(
        self, step: AcceptanceAnnounced | AcceptanceOpposed | AmendmentRejected | AmendmentWithdrawn
    ) -> Amendments:
        """After a step that concerns one amendment and no other text."""
        one = self.named[step.amendment]
        match step:
            case AcceptanceAnnounced():
                return self._with(attrs.evolve(one, state=State.ASKED, until=step.until))
            case AcceptanceOpposed():
                return self._with(attrs.evolve(one, state=State.OPEN, until=None, opposed=step.by))
            case AmendmentRejected():
                return self._closed(one.name, State.REJECTED)
        return self._closed(one.name, State.WITHDRAWN)

    def rival(self, step: RivalProposed) -> Amendments:
        """After a rejected amendment became a proposal."""
        one = self.named[step.amendment]
        left = self._with(attrs.evolve(one, rival=step.proposal))
        return attrs.evolve(left, rejected_of=_fewer(self.rejected_of, one))

    def decided(self, step: AmendmentAdopted, page: Page) -> Amendments:
        """After an adoption; the page is the proposal's own, whatever the amendment changes."""
        left = self._moot(step.overtaken, Moot.OVERTAKEN)._moot(step.alike, Moot.ALIKE)
        one = self.named[step.amendment]
        left = left._closed(one.name, State.ADOPTED)
        return left._into_its_amendment(one, page) if one.of else left._adopted(one, step.substituted, len(page.text))

    def _adopted(self, one: Amendment, substituted: Iterable[str], length: int) -> Amendments:
        docket = self.adopted.get(one.proposal) or Docket(length)
        for name in substituted:
            docket = docket.without(name)
        left = self._moot(substituted, Moot.SUBSTITUTED)
        return attrs.evolve(left, adopted={**self.adopted, one.proposal: docket.with_(one.name, one.spans)})

    def _into_its_amendment(self, one: Amendment, page: Page) -> Amendments:
        """An amendment of the second degree changes the words of the first at once."""
        of = self.named[one.of]
        place = one.hunk - 1
        changed = Page(Page(of.spans[place].replacement).spliced(one.spans))
        span = attrs.evolve(of.spans[place], replacement=changed.text)
        spans = (*of.spans[:place], span, *of.spans[place + 1 :])
        docket = self.docket(of.target).without(of.name).with_(of.name, spans)
        left = self._with(attrs.evolve(of, spans=spans, reach=reach(page, spans)))._waits(of.target, docket)
        return left._moved(one.target, changed, lambda each: over_adopted(each, Splice(one.spans)))

    def rewritten(self, proposal: str, splice: Splice, page: Page) -> Amendments:
        """On a text that the proposal's initiator changed."""
        return self._moved((proposal, "", 0), page, lambda each: splice.all_shifted(each.spans))

    def consolidated(self, proposal: str, page: Page) -> Amendments:
        """On the text that holds what was adopted."""
        docket = self.adopted_of(proposal)
        inside = {name: attrs.evolve(self.named[name], state=State.IN_TEXT) for name in docket.spans}
        rest = {each: docket for each, docket in self.adopted.items() if each != proposal}
        left = attrs.evolve(self, named={**self.named, **inside}, adopted=rest)
        splice = Splice(adopted_spans(docket))
        return left._moved((proposal, "", 0), page, lambda each: over_adopted(each, splice))

    def without_proposal(self, proposal: str) -> Amendments:
        """Once a proposal has left the table, all that waits on it is moot."""
        gone = tuple(self.docket((proposal, "", 0)).spans)
        adopted = tuple(self.adopted_of(proposal).spans)
        rest = {each: docket for each, docket in self.adopted.items() if each != proposal}
        left = self._moot((*gone, *adopted), Moot.WITH_ITS_PROPOSAL)
        return attrs.evolve(left, adopted=rest)

    def _moved(self, target: Target, page: Page, place: Callable[[Amendment], Spans | None]) -> Amendments:
        """What waits on a text, on the page that takes its place: each is placed there, or moot."""
        named, docket, gone = dict[str, Amendment](), Docket(len(page.text)), list[str]()
        for name in self.docket(target).spans:
            one = self.named[name]
            spans = place(one)
            if spans is None:
                gone.append(name)
            else:
                stands = {"base": page.text} if one.of else {"version": one.version + 1}
                named[name] = attrs.evolve(one, spans=spans, substitutes=substitutes(page, spans), **stands)
                docket = docket.with_(name, spans)
        left = self._moot(gone, Moot.REWRITTEN)
        return attrs.evolve(left, named={**left.named, **named})._waits(target, docket)

    def _moot(self, names: Iterable[str], why: Moot) -> Amendments:
        left = self
        for name in names:
            left = left._closed(name, State.MOOT, why)
        return left

    def _closed(self, name: str, state: State, why: Moot | None = None) -> Amendments:
        """Nothing waits for an amendment any more, nor for those that would have changed it."""
        one = self.named[name]
        left = self._with(attrs.evolve(one, state=state, moot=why, until=None))
        left = left._waits(one.target, self.docket(one.target).without(name))
        left = attrs.evolve(left, pending_of=_fewer(self.pending_of, one))
        if state is State.REJECTED and not one.of:
            left = attrs.evolve(left, rejected_of=_more(self.rejected_of, one))
        for hunk in range(1, len(one.spans) + 1):
            of = (one.proposal, one.name, hunk)
            if of in self.waiting:
                left = left._moot(left.docket(of).spans, Moot.WITH_ITS_AMENDMENT)
        return left

    def _with(self, one: Amendment) -> Amendments:
        asked = self.asked
        if one.state is State.ASKED:
            asked = {**asked, one.name: None}
        elif one.name in asked:
            asked = {name: None for name in asked if name != one.name}
        return attrs.evolve(self, named={**self.named, one.name: one}, asked=asked)

    def _waits(self, target: Target, docket: Docket) -> Amendments:
        if docket:
            return attrs.evolve(self, waiting={**self.waiting, target: docket})
        return attrs.evolve(self, waiting={each: kept for each, kept in self.waiting.items() if each != target})


def _more(names: Mapping[str, Mapping[str, None]], one: Amendment) -> Mapping[str, Mapping[str, None]]:
    return {**names, one.by: {**names.get(one.by, {}), one.name: None}}


def _fewer(names: Mapping[str, Mapping[str, None]], one: Amendment) -> Mapping[str, Mapping[str, None]]:
    rest = dict(names.get(one.by, {}))
    rest.pop(one.name, None)
    return {**names, one.by: rest}


def adopted_spans(docket: Docket) -> tuple[Span, ...]:
    """What all amendments of a docket replace."""
    return tuple(span for spans in docket.spans.values() for span in spans)


def over_adopted(one: Amendment, splice: Splice) -> Spans | None:
    """Where an amendment stands once others are in the text; None where its words are not there any more.

    A substitute that clashes only with what it covers goes on covering it.
    """
    found = [splice.shifted(span) or _stretched(one, span, splice) for span in one.spans]
    return None if None in found else tuple(span for span in found if span is not None)


def _stretched(one: Amendment, span: Span, splice: Splice) -> Span | None:
    covered = all(covers(span, other) for other in splice.spans if clash(span, other))
    return splice.stretched(span) if one.substitutes and covered else None


def _outlives(other: Amendment, adopted: Amendment) -> bool:
    """Whether a substitute covers all that it clashes with of an amendment that perfects, and substitutes nothing."""
    met = [(span, each) for span in other.spans for each in adopted.spans if clash(span, each)]
    return other.substitutes and not adopted.substitutes and all(covers(span, each) for span, each in met)
