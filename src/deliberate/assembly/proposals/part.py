"""Where proposals stand: the fold of everything that happened to them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

import attrs
from attrs import field, frozen

from deliberate.assembly.floor import Proposal
from deliberate.assembly.floor import Version as Text
from deliberate.assembly.proposals.amendment import Amendment, Target
from deliberate.assembly.proposals.amendments import Amendments, adopted_spans
from deliberate.assembly.proposals.diffs import Difference, difference
from deliberate.assembly.proposals.drafts import Draft, Drafts
from deliberate.assembly.proposals.hunks import Hunks, between, hunks_of, spans_of
from deliberate.assembly.proposals.lineage import Lineage
from deliberate.assembly.proposals.pages import Page, Splice
from deliberate.assembly.proposals.steps import (
    AcceptanceAnnounced,
    AcceptanceOpposed,
    AmendmentAdopted,
    AmendmentOffered,
    AmendmentRejected,
    AmendmentWithdrawn,
    MergeAgreed,
    MergeOffered,
    ProposalDecided,
    ProposalForked,
    ProposalRetired,
    ProposalsMerged,
    ProposalSplit,
    ProposalWithdrawn,
    RivalProposed,
    SupportWithdrawn,
    TextConsolidated,
    TextProposed,
    TextRevised,
    TextSupported,
)
from deliberate.records.kinds import Step

_ON_TEXTS = (
    TextProposed
    | ProposalForked
    | TextSupported
    | SupportWithdrawn
    | MergeOffered
    | MergeAgreed
    | ProposalRetired
    | ProposalWithdrawn
    | ProposalDecided
    | RivalProposed
    | TextRevised
    | TextConsolidated
    | ProposalsMerged
    | ProposalSplit
)
_ON_AMENDMENTS = (
    AmendmentOffered
    | AmendmentWithdrawn
    | AcceptanceAnnounced
    | AcceptanceOpposed
    | AmendmentAdopted
    | AmendmentRejected
)


@frozen
class Proposals:
    """All proposals with their texts, their supporters and the amendments to them.

    Attributes
    ----------
    last
        When the last thing happened; nothing happens before it.

    Examples
    --------
    >>> from datetime import UTC
    >>> from deliberate.identity import text_hash
    >>> noon = datetime(2026, 3, 1, 12, tzinfo=UTC)
    >>> part = Proposals().after(TextProposed("repair", "li", noon, "Repair.", text_hash("Repair.")))
    >>> part.draft("repair").latest.id
    'repair/1'
    """

    drafts: Drafts = field(factory=Drafts)
    amendments: Amendments = field(factory=Amendments)
    last: datetime | None = None

    def draft(self, proposal: str) -> Draft | None:
        """The proposal of this name."""
        return self.drafts.named.get(proposal)

    def amendment(self, name: str) -> Amendment | None:
        """The amendment of this name."""
        return self.amendments.named.get(name)

    @property
    def live(self) -> tuple[Draft, ...]:
        """What is on the table, in the order in which it came."""
        return self.drafts.live

    @property
    def slate(self) -> tuple[Proposal, ...]:
        """What is on the table; of the latest text who has confirmed their support, of those before it nobody."""
        return tuple(_slated(draft) for draft in self.live)

    @property
    def lineage(self) -> Lineage:
        """How all the texts came of each other."""
        return self.drafts.lineage

    def supporters(self, proposal: str, at: datetime) -> tuple[str, ...]:
        """Who counts as a supporter of the latest text."""
        return self.drafts.named[proposal].backing.counted(at)

    def unconfirmed(self, proposal: str, at: datetime) -> tuple[str, ...]:
        """Who supported what the latest text came from, and has not said whether they support this one."""
        return self.drafts.named[proposal].backing.unconfirmed(at)

    def page(self, target: Target) -> Page:
        """The text that amendments change: a proposal's latest, or the replacement of a hunk."""
        proposal, amendment, hunk = target
        if amendment:
            return Page(self.amendments.named[amendment].spans[hunk - 1].replacement)
        return self.drafts.named[proposal].latest.page

    def base(self, one: Amendment) -> Page:
        """The text that an amendment stands on; for one that is decided, the text that it was decided on."""
        if one.of:
            return Page(one.base)
        return self.drafts.named[one.proposal].versions[one.version - 1].page

    def hunks(self, one: Amendment) -> Hunks:
        """What an amendment changes, where it stands now."""
        return hunks_of(self.base(one), one.spans)

    def amended(self, one: Amendment) -> str:
        """The text that an amendment alone would lead to."""
        return self.base(one).spliced(one.spans)

    def changes(self, one: Amendment) -> Difference:
        """What an amendment changes, to be read."""
        return difference(self.base(one).text, self.amended(one))

    def consolidated(self, proposal: str) -> str:
        """The latest text with everything that was adopted since."""
        return self.page((proposal, "", 0)).spliced(adopted_spans(self.amendments.adopted_of(proposal)))

    def after(self, step: Step) -> Proposals:
        """Where proposals stand after one step; itself where the step is not about them."""
        match step:
            case TextRevised() | TextConsolidated():
                return self._with_text(step)
            case ProposalsMerged() | ProposalSplit() | ProposalRetired() | ProposalWithdrawn() | ProposalDecided():
                gone = step.of if isinstance(step, ProposalsMerged | ProposalSplit) else step.proposal
                names = (gone,) if isinstance(gone, str) else gone
                return Proposals(self.drafts.after(step), _without(self.amendments, names), step.at)
            case RivalProposed():
                return Proposals(self.drafts.after(step), self.amendments.rival(step), step.at)
            case TextProposed() | ProposalForked() | MergeOffered() | MergeAgreed():
                return attrs.evolve(self, drafts=self.drafts.after(step), last=step.at)
            case TextSupported() | SupportWithdrawn():
                return attrs.evolve(self, drafts=self.drafts.after(step), last=step.at)
            case AmendmentOffered():
                page = self.page((step.proposal, step.of, step.hunk))
                return attrs.evolve(self, amendments=self.amendments.offered(step, page), last=step.at)
            case AmendmentAdopted():
                page = self.page((self.amendments.named[step.amendment].proposal, "", 0))
                return attrs.evolve(self, amendments=self.amendments.decided(step, page), last=step.at)
            case AcceptanceAnnounced() | AcceptanceOpposed() | AmendmentRejected() | AmendmentWithdrawn():
                return attrs.evolve(self, amendments=self.amendments.after(step), last=step.at)
        return self

    def _with_text(self, step: TextRevised | TextConsolidated) -> Proposals:
        before = self.page((step.proposal, "", 0))
        drafts = self.drafts.after(step)
        page = drafts.named[step.proposal].latest.page
        if isinstance(step, TextConsolidated):
            return Proposals(drafts, self.amendments.consolidated(step.proposal, page), step.at)
        splice = Splice(spans_of(before, between(before.text, page.text)))
        return Proposals(drafts, self.amendments.rewritten(step.proposal, splice, page), step.at)


def _slated(draft: Draft) -> Proposal:
    *before, latest = (Text(each.number, each.text, each.hash) for each in draft.versions)
    backed = attrs.evolve(latest, supporters=tuple(draft.backing.confirmed))
    return Proposal(draft.name, draft.initiators[0], (*before, backed))


def _without(amendments: Amendments, proposals: Iterable[str]) -> Amendments:
    for proposal in proposals:
        amendments = amendments.without_proposal(proposal)
    return amendments


def proposals_of(trace: Iterable[Step]) -> Proposals:
    """Where a trace leads to."""
    part = Proposals()
    for step in trace:
        part = part.after(step)
    return part
