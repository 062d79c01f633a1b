"""What becomes of an act on amendments: every reason against it, then the step that it is."""

from __future__ import annotations

from datetime import timedelta

from deliberate.assembly.proposals.acts import (
    AcceptAmendment,
    ConcludeAcceptance,
    ConsolidateText,
    DecideAmendment,
    OfferAmendment,
    OpposeAcceptance,
    ProposeRival,
    WithdrawAmendment,
)
from deliberate.assembly.proposals.against_amendments import on_amendment
from deliberate.assembly.proposals.amendment import Amendment, Target
from deliberate.assembly.proposals.answer_drafts import Answering, fresh
from deliberate.assembly.proposals.diffs import difference
from deliberate.assembly.proposals.docket import Spans
from deliberate.assembly.proposals.gates import reasons
from deliberate.assembly.proposals.hunks import misfits, reach, spans_of
from deliberate.assembly.proposals.pages import Page
from deliberate.assembly.proposals.protections import comes_again
from deliberate.assembly.proposals.steps import (
    AcceptanceAnnounced,
    AcceptanceOpposed,
    AmendmentAdopted,
    AmendmentOffered,
    AmendmentRejected,
    AmendmentWithdrawn,
    RivalProposed,
    TextConsolidated,
)
from deliberate.assembly.proposals.texts import plain
from deliberate.assembly.proposals.verdicts import ADOPTED, ruled, verdict
from deliberate.assembly.proposals.wish import Reasons, Wish
from deliberate.assembly.reasons import refusal, silent
from deliberate.assembly.usable import LONGEST
from deliberate.identity import text_hash
from deliberate.requirement.ruling import Ruling


def offered(wish: Wish, act: OfferAmendment) -> Answering:
    """A change of words is offered."""
    yield from reasons(wish, "OfferAmendment", act.proposal)
    if wish.part.amendment(act.amendment) is not None:
        yield refusal("amendment-exists", amendment=act.amendment)
    if act.of:
        yield from _second_degree(wish, act)
    target = (act.proposal, act.of, act.hunk if act.of else 0)
    page, draft = wish.part.page(target), wish.part.drafts.named[act.proposal]
    if act.of and act.base != text_hash(page.text):
        yield refusal("superseded-words", amendment=act.of)
    if not act.of and act.base != draft.latest.hash:
        yield refusal("superseded-version", proposal=act.proposal, version=draft.latest.id)
    yield from misfits(page, act.hunks)
    spans = spans_of(page, act.hunks)
    yield from _beside(wish, target, page, spans)
    return AmendmentOffered(
        amendment=act.amendment,
        proposal=act.proposal,
        version=draft.latest.number,
        by=wish.by,
        at=wish.at,
        hunks=act.hunks,
        reach=reach(page, spans),
        reason=act.reason,
        of=act.of,
        hunk=target[2],
    )


def _second_degree(wish: Wish, act: OfferAmendment) -> Reasons:
    yield from on_amendment(wish, "OfferAmendment", act.of)
    of = wish.part.amendments.named[act.of]
    if of.proposal != act.proposal:
        yield refusal("unknown-amendment", amendment=act.of)
    if of.of:
        yield refusal("amendment-depth", amendment=act.of)
    if not 1 <= act.hunk <= len(of.spans):
        yield refusal("no-such-hunk", amendment=act.of, hunk=act.hunk)


def _beside(wish: Wish, target: Target, page: Page, spans: Spans) -> Reasons:
    """Why a change cannot join what is there: it changes nothing, goes back, or meets what is settled."""
    if all(page.text[span.start : span.stop] == span.replacement for span in spans):
        yield refusal("same-text", proposal=target[0])
    waiting, adopted = wish.part.amendments.docket(target), wish.part.amendments.adopted_of(target[0])
    settled = () if target[1] else adopted.clashing(spans)
    if settled:
        yield refusal("amended-already", amendment=settled[0])
    grown = sum(max(span.growth, 0) for span in spans) + waiting.growth + (0 if target[1] else adopted.growth)
    if len(page.text) + grown > LONGEST:
        yield refusal("text-too-long", length=len(page.text) + grown, most=LONGEST)
    if not target[1]:
        yield from _no_way_back(wish, target[0], page, spans)
        # To strike everything is to reject the proposal, and that is another vote.
        if not any(span.replacement.strip() for span in spans):
            yield from silent(page.spliced(spans))


def _no_way_back(wish: Wish, proposal: str, page: Page, spans: Spans) -> Reasons:
    """Why an amendment leads nowhere: it only brings back a text that led to this one."""
    size = len(page.text) + sum(span.growth for span in spans)
    for version in wish.part.drafts.ancestors(wish.part.drafts.named[proposal].latest):
        if len(version.text) == size and version.text == page.spliced(spans):
            yield refusal("lineage-loop", version=version.id)


def withdrawn(wish: Wish, act: WithdrawAmendment) -> Answering:
    """An amendment is taken back."""
    yield from reasons(wish, "WithdrawAmendment", act.amendment)
    return AmendmentWithdrawn(act.amendment, wish.by, wish.at)


def accepted(wish: Wish, act: AcceptAmendment) -> Answering:
    """Whoever answers for the words takes an amendment over, unless somebody is against it."""
    yield from reasons(wish, "AcceptAmendment", act.amendment)
    until = wish.at + timedelta(days=wish.terms.consent_days)
    return AcceptanceAnnounced(act.amendment, wish.by, wish.at, until)


def opposed(wish: Wish, act: OpposeAcceptance) -> Answering:
    """Somebody is against an acceptance."""
    yield from reasons(wish, "OpposeAcceptance", act.amendment)
    return AcceptanceOpposed(act.amendment, wish.by, wish.at, act.reason)


def concluded(wish: Wish, act: ConcludeAcceptance) -> Answering:
    """Nobody was against an acceptance."""
    yield from reasons(wish, "ConcludeAcceptance", act.amendment)
    return _adopted(wish, wish.part.amendments.named[act.amendment], "by-silence", None)


def decided(wish: Wish, act: DecideAmendment) -> Answering:
    """What the vote on an amendment decided is written down."""
    yield from reasons(wish, "DecideAmendment", act.amendment)
    yield from verdict(act.status)
    yield from ruled(act.status, act.ruling, wish.terms)
    if act.status in ADOPTED:
        return _adopted(wish, wish.part.amendments.named[act.amendment], "by-vote", act.ruling)
    return AmendmentRejected(act.amendment, wish.by, wish.at, act.ruling)


def _adopted(wish: Wish, one: Amendment, way: str, ruling: Ruling | None) -> AmendmentAdopted:
    overtaken, alike, substituted = wish.part.amendments.falls(one, wish.terms.order)
    return AmendmentAdopted(
        amendment=one.name,
        way=way,
        by=wish.by,
        at=wish.at,
        ruling=ruling,
        overtaken=overtaken,
        alike=alike,
        substituted=substituted,
    )


def rivalled(wish: Wish, act: ProposeRival) -> Answering:
    """A rejected amendment becomes a proposal."""
    yield from reasons(wish, "ProposeRival", act.amendment)
    yield from fresh(wish, act.proposal)
    one = wish.part.amendments.named[act.amendment]
    text = plain(wish.part.amended(one))
    yield from silent(text)
    yield from comes_again(wish.part.drafts, text, wish.terms, wish.at, wish.part.drafts.named[one.proposal].latest)
    return RivalProposed(
        proposal=act.proposal,
        amendment=one.name,
        of=one.proposal,
        version=one.version,
        by=wish.by,
        at=wish.at,
        text=text,
        hash=text_hash(text),
    )


def consolidated(wish: Wish, act: ConsolidateText) -> Answering:
    """The adopted amendments are put into the text."""
    yield from reasons(wish, "ConsolidateText", act.proposal)
    draft, amendments = wish.part.drafts.named[act.proposal], wish.part.amendments
    names = tuple(amendments.adopted_of(act.proposal).spans)
    text = plain(wish.part.consolidated(act.proposal))
    changed = difference(draft.latest.text, text).share
    backing = draft.backing.carried(wish.terms.carry, changed, wish.at)
    return TextConsolidated(
        proposal=draft.name,
        version=draft.latest.number + 1,
        by=wish.by,
        at=wish.at,
        text=text,
        hash=text_hash(text),
        amendments=names,
        changed=changed,
        confirmed=tuple(backing.confirmed),
        asked=backing.asked,
        until=backing.until,
        invited=backing.invited,
    )
