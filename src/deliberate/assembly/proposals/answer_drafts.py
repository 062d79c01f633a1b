"""What becomes of an act on proposals: every reason against it, then the step that it is."""

from __future__ import annotations

from collections.abc import Generator, Iterable

from deliberate.assembly.moves import DraftProposal, GiveSupport, ReviseProposal
from deliberate.assembly.proposals.acts import (
    AgreeToMerge,
    ForkProposal,
    OfferMerge,
    RecordDecision,
    RetireProposal,
    SplitProposal,
    SupportVersion,
    WithdrawProposal,
    WithdrawSupport,
)
from deliberate.assembly.proposals.against_drafts import favours, on_draft, said, settled
from deliberate.assembly.proposals.carry import invited
from deliberate.assembly.proposals.diffs import difference
from deliberate.assembly.proposals.gates import reasons
from deliberate.assembly.proposals.hunks import between, spans_of
from deliberate.assembly.proposals.pages import Splice
from deliberate.assembly.proposals.protections import comes_again
from deliberate.assembly.proposals.steps import (
    MergeAgreed,
    MergeOffered,
    ProposalDecided,
    ProposalForked,
    ProposalRetired,
    ProposalsMerged,
    ProposalSplit,
    ProposalWithdrawn,
    SupportWithdrawn,
    TextProposed,
    TextRevised,
    TextSupported,
)
from deliberate.assembly.proposals.texts import plain
from deliberate.assembly.proposals.verdicts import ADOPTED, verdict
from deliberate.assembly.proposals.version import Version
from deliberate.assembly.proposals.wish import Reasons, Wish
from deliberate.assembly.reasons import Reason, refusal, silent
from deliberate.identity import text_hash
from deliberate.records.kinds import Step

# Yields what stands against an act; where nothing does, it ends with the step.
Answering = Generator[Reason, None, Step]


def fresh(wish: Wish, name: str) -> Reasons:
    """Why a proposal cannot have a name."""
    if name == wish.terms.status_quo:
        yield refusal("reserved-name", name=name)
    draft = wish.part.draft(name)
    if draft is not None:
        yield refusal("proposal-exists" if draft.is_live else "name-taken", proposal=name)


def new_text(wish: Wish, text: str, *before: Version) -> Reasons:
    """Why a text cannot follow others: it is one of them, or one that led to them."""
    hash_ = text_hash(text)
    for version in before:
        if version.hash == hash_:
            yield refusal("same-text", proposal=version.proposal)
    for version in wish.part.drafts.ancestors(*before):
        if version.hash == hash_:
            yield refusal("lineage-loop", version=version.id)


def drafted(wish: Wish, act: DraftProposal) -> Answering:
    """A proposal comes on the table."""
    yield from reasons(wish, "DraftProposal", "")
    yield from fresh(wish, act.proposal)
    yield from silent(act.text)
    yield from comes_again(wish.part.drafts, act.text, wish.terms, wish.at)
    return TextProposed(act.proposal, wish.by, wish.at, plain(act.text), text_hash(act.text))


def forked(wish: Wish, act: ForkProposal) -> Answering:
    """A proposal begins from another one's text."""
    yield from reasons(wish, "ForkProposal", act.of)
    yield from fresh(wish, act.proposal)
    yield from silent(act.text)
    of = wish.part.drafts.named[act.of].latest
    yield from new_text(wish, act.text, of)
    yield from comes_again(wish.part.drafts, act.text, wish.terms, wish.at)
    text = plain(act.text)
    return ProposalForked(act.proposal, act.of, of.number, wish.by, wish.at, text, text_hash(text))


def revised(wish: Wish, act: ReviseProposal) -> Answering:
    """A proposal gets a new text from one of its initiators."""
    yield from reasons(wish, "ReviseProposal", act.proposal)
    yield from silent(act.text)
    draft = wish.part.drafts.named[act.proposal]
    yield from new_text(wish, act.text, draft.latest)
    yield from comes_again(wish.part.drafts, act.text, wish.terms, wish.at, draft.latest)
    text, before = plain(act.text), draft.latest
    changed = difference(before.text, text).share
    backing = draft.backing.carried(wish.terms.carry, changed, wish.at)
    return TextRevised(
        proposal=draft.name,
        version=before.number + 1,
        by=wish.by,
        at=wish.at,
        text=text,
        hash=text_hash(text),
        changed=changed,
        confirmed=tuple(backing.confirmed),
        asked=backing.asked,
        until=backing.until,
        invited=backing.invited,
        overtaken=_overtaken(wish, before, text),
    )


def _overtaken(wish: Wish, before: Version, text: str) -> tuple[str, ...]:
    docket = wish.part.amendments.docket((before.proposal, "", 0))
    if not docket:
        return ()
    splice = Splice(spans_of(before.page, between(before.text, text)))
    return tuple(name for name, spans in docket.spans.items() if splice.all_shifted(spans) is None)


def supported(wish: Wish, act: GiveSupport | SupportVersion) -> Answering:
    """A member supports the latest text."""
    yield from reasons(wish, "GiveSupport", act.proposal)
    latest = wish.part.drafts.named[act.proposal].latest
    if isinstance(act, SupportVersion) and act.hash != latest.hash:
        yield refusal("superseded-version", proposal=act.proposal, version=latest.id)
    return TextSupported(act.proposal, latest.number, wish.by, wish.at)


def unsupported(wish: Wish, act: WithdrawSupport) -> Answering:
    """A member does not support the latest text any more."""
    yield from reasons(wish, "WithdrawSupport", act.proposal)
    return SupportWithdrawn(act.proposal, wish.part.drafts.named[act.proposal].latest.number, wish.by, wish.at)


def merge_offered(wish: Wish, act: OfferMerge) -> Answering:
    """One text is offered for several proposals; where nobody else has to agree, they are merged."""
    if len(set(act.of)) < max(len(act.of), 2):
        yield refusal("merge-needs-two")
    drafts = wish.part.drafts.named
    own = [of for of in act.of if of in drafts and wish.by in drafts[of].initiators]
    yield from reasons(wish, "OfferMerge", (own or act.of)[0])
    for of in act.of:
        yield from on_draft(wish, of)
        yield from settled(wish, of)
    yield from fresh(wish, act.proposal)
    merger = wish.part.drafts.mergers.get(act.proposal)
    if merger is not None and merger.offer.by != wish.by:
        yield refusal("name-taken", proposal=act.proposal)
    yield from silent(act.text)
    versions = tuple(drafts[of].latest for of in act.of)
    yield from new_text(wish, act.text, *versions)
    yield from comes_again(wish.part.drafts, act.text, wish.terms, wish.at, *versions)
    text, numbers = plain(act.text), tuple(version.number for version in versions)
    waits_for = tuple(each for each in _initiators(wish, act.of) if each != wish.by)
    offer = MergeOffered(
        act.proposal, act.of, numbers, by=wish.by, at=wish.at, text=text, hash=text_hash(text), waits_for=waits_for
    )
    return offer if waits_for else _merged(wish, offer)


def merge_agreed(wish: Wish, act: AgreeToMerge) -> Answering:
    """One more initiator agrees; with the last one the proposals are merged."""
    yield from reasons(wish, "AgreeToMerge", act.proposal)
    merger = wish.part.drafts.mergers[act.proposal]
    if act.hash and act.hash != merger.offer.hash:
        yield refusal("offer-changed", proposal=act.proposal)
    waits_for = tuple(each for each in merger.waits_for if each != wish.by)
    return MergeAgreed(act.proposal, wish.by, wish.at, waits_for) if waits_for else _merged(wish, merger.offer)


def _merged(wish: Wish, offer: MergeOffered) -> ProposalsMerged:
    drafts = wish.part.drafts.named
    return ProposalsMerged(
        proposal=offer.proposal,
        of=offer.of,
        versions=offer.versions,
        initiators=_initiators(wish, offer.of),
        by=wish.by,
        at=wish.at,
        text=offer.text,
        hash=offer.hash,
        invited=invited((drafts[of].backing for of in offer.of), wish.at),
    )


def _initiators(wish: Wish, proposals: Iterable[str]) -> tuple[str, ...]:
    drafts = wish.part.drafts.named
    return tuple(dict.fromkeys(each for of in proposals for each in drafts[of].initiators))


def split(wish: Wish, act: SplitProposal) -> Answering:
    """A proposal becomes several, each of some of its paragraphs."""
    yield from reasons(wish, "SplitProposal", act.of)
    whole = wish.part.drafts.named[act.of]
    paragraphs = whole.latest.page.paragraphs
    for name, _ in act.parts:
        yield from fresh(wish, name)
    if len({name for name, _ in act.parts}) < max(len(act.parts), 2):
        yield refusal("split-needs-two", proposal=act.of)
    used = {number for _, numbers in act.parts for number in numbers}
    strange = sorted(used - set(range(1, len(paragraphs) + 1)))
    if strange:
        yield refusal("no-such-paragraph", proposal=act.of, paragraph=strange[0])
    lost = sorted(said(whole) - used)
    if lost:
        yield refusal("paragraph-lost", proposal=act.of, paragraph=lost[0])
    texts = tuple("".join(paragraphs[number - 1] for number in sorted({*each})).strip("\n") for _, each in act.parts)
    for text in texts:
        yield from silent(text)
        if text_hash(text) == text_hash(whole.latest.text.strip("\n")):
            yield refusal("same-text", proposal=act.of)
    names = tuple(name for name, _ in act.parts)
    return ProposalSplit(act.of, whole.latest.number, wish.by, wish.at, names, texts, invited([whole.backing], wish.at))


def retired(wish: Wish, act: RetireProposal) -> Answering:
    """A proposal is taken back in favour of another one."""
    yield from reasons(wish, "RetireProposal", act.proposal)
    yield from on_draft(wish, act.in_favour_of)
    yield from favours(wish, act.proposal, act.in_favour_of)
    version = wish.part.drafts.named[act.in_favour_of].latest.number
    return ProposalRetired(act.proposal, act.in_favour_of, version, wish.by, wish.at)


def withdrawn(wish: Wish, act: WithdrawProposal) -> Answering:
    """A proposal is taken back."""
    yield from reasons(wish, "WithdrawProposal", act.proposal)
    return ProposalWithdrawn(act.proposal, wish.by, wish.at)


def decided(wish: Wish, act: RecordDecision) -> Answering:
    """What the vote on a proposal decided is written down."""
    yield from reasons(wish, "RecordDecision", act.proposal)
    yield from verdict(act.status)
    status = "adopted" if act.status in ADOPTED else "rejected"
    number = wish.part.drafts.named[act.proposal].latest.number
    return ProposalDecided(act.proposal, number, status, wish.by, wish.at)
