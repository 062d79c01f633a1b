"""The proposals on the table, with all their texts and who stands behind them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from enum import StrEnum
from functools import cached_property

import attrs
from attrs import field, frozen

from deliberate.assembly.proposals.carry import Backing
from deliberate.assembly.proposals.lineage import Descent, Lineage
from deliberate.assembly.proposals.steps import (
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
from deliberate.assembly.proposals.version import Edge, Parent, Version
from deliberate.records.kinds import Step


class Life(StrEnum):
    """Whether a proposal is on the table, and if not, why."""

    LIVE = "live"
    WITHDRAWN = "withdrawn"
    RETIRED = "retired"
    MERGED = "merged"
    SPLIT = "split"
    ADOPTED = "adopted"
    REJECTED = "rejected"


@frozen
class Draft:
    """A proposal with all its texts, the newest last.

    Attributes
    ----------
    ended
        When it left the table.
    """

    name: str
    initiators: tuple[str, ...]
    versions: tuple[Version, ...]
    backing: Backing = field(factory=Backing)
    life: Life = Life.LIVE
    ended: datetime | None = None

    @property
    def latest(self) -> Version:
        """The text that counts."""
        return self.versions[-1]

    @property
    def is_live(self) -> bool:
        """Whether it is on the table."""
        return self.life is Life.LIVE

    def closed(self, life: Life, at: datetime) -> Draft:
        """The proposal once it has left the table."""
        return attrs.evolve(self, life=life, ended=at)

    def with_text(self, step: TextRevised | TextConsolidated) -> Draft:
        """The proposal with its next text."""
        edge = Edge.EDIT if isinstance(step, TextRevised) else Edge.AMEND
        parents = (self.latest.as_parent(edge),)
        version = Version(step.text, step.hash, parents, self.name, step.version, step.by, step.at)
        backing = Backing(dict.fromkeys(step.confirmed, step.at), step.asked, step.until, step.invited)
        return attrs.evolve(self, versions=(*self.versions, version), backing=backing)


@frozen
class Merger:
    """A merger that is offered, and who has not agreed."""

    offer: MergeOffered
    waits_for: tuple[str, ...]


@frozen
class Drafts:
    """Proposals and offers to merge them, by name.

    Attributes
    ----------
    retired
        Edges from retired proposals to those that they were retired in favour of.
    """

    named: Mapping[str, Draft] = field(factory=dict)
    mergers: Mapping[str, Merger] = field(factory=dict)
    retired: tuple[Descent, ...] = ()

    @cached_property
    def live(self) -> tuple[Draft, ...]:
        """What is on the table, in the order in which it came."""
        return tuple(draft for draft in self.named.values() if draft.is_live)

    @cached_property
    def _initiated(self) -> Mapping[str, tuple[Draft, ...]]:
        found: dict[str, tuple[Draft, ...]] = {}
        for draft in self.live:
            for member in draft.initiators:
                found[member] = (*found.get(member, ()), draft)
        return found

    def initiated_by(self, member: str) -> tuple[Draft, ...]:
        """What a member has on the table."""
        return self._initiated.get(member, ())

    def version(self, parent: Parent) -> Version:
        """The version that an edge comes from."""
        return self.named[parent.proposal].versions[parent.number - 1]

    def ancestors(self, *versions: Version) -> Iterator[Version]:
        """All texts that led to some, the nearest first.

        Notes
        -----
        Cost O(versions), and nothing that is not asked for.
        """
        seen = set[str]()
        waiting = [parent for version in versions for parent in version.parents]
        for parent in waiting:
            if parent.id not in seen:
                seen.add(parent.id)
                version = self.version(parent)
                waiting += version.parents
                yield version

    def led_to(self, version: Version) -> Mapping[str, None]:
        """What led to a text, by name: the texts that it came from, and those that were retired in favour of any.

        Notes
        -----
        Cost O(versions + retirements).
        """
        retired: dict[str, list[str]] = {}
        for descent in self.retired:
            retired.setdefault(descent.child, []).append(descent.parent)
        found, waiting = dict[str, None](), [version]
        for each in waiting:
            above = [parent.id for parent in each.parents] + retired.get(each.id, [])
            waiting += [self._version(one) for one in above if one not in found]
            found |= dict.fromkeys(above)
        return found

    def _version(self, id_: str) -> Version:
        name, _, number = id_.rpartition("/")
        return self.named[name].versions[int(number) - 1]

    @property
    def lineage(self) -> Lineage:
        """How all the texts came of each other."""
        versions = [version for draft in self.named.values() for version in draft.versions]
        born = [Descent(parent.id, version.id, parent.edge) for version in versions for parent in version.parents]
        return Lineage(tuple((version.id, version.hash) for version in versions), (*born, *self.retired))

    def after(self, step: Step) -> Drafts:
        """The proposals after one step."""
        match step:
            case TextProposed() | ProposalForked() | RivalProposed():
                return self._begun(step)
            case TextRevised() | TextConsolidated():
                return self._with(self.named[step.proposal].with_text(step))
            case TextSupported() | SupportWithdrawn():
                draft = self.named[step.proposal]
                supports = isinstance(step, TextSupported)
                backing = draft.backing.with_(step.by, step.at) if supports else draft.backing.without(step.by)
                return self._with(attrs.evolve(draft, backing=backing))
            case MergeOffered() | MergeAgreed():
                offer = step if isinstance(step, MergeOffered) else self.mergers[step.proposal].offer
                mergers = {**self.mergers, step.proposal: Merger(offer, step.waits_for)}
                return attrs.evolve(self, mergers=mergers)
            case ProposalsMerged():
                return self._merged(step)
            case ProposalSplit():
                return self._split(step)
            case ProposalRetired() | ProposalWithdrawn() | ProposalDecided():
                return self._ended(step)
        return self

    def _with(self, *drafts: Draft) -> Drafts:
        return attrs.evolve(self, named={**self.named, **{draft.name: draft for draft in drafts}})

    def _begun(self, step: TextProposed | ProposalForked | RivalProposed) -> Drafts:
        parents = () if isinstance(step, TextProposed) else (Parent(step.of, step.version, Edge.FORK),)
        version = Version(step.text, step.hash, parents, step.proposal, 1, step.by, step.at)
        return self._with(Draft(step.proposal, (step.by,), (version,)))

    def _merged(self, step: ProposalsMerged) -> Drafts:
        parents = tuple(Parent(*pair, Edge.MERGE) for pair in zip(step.of, step.versions, strict=True))
        version = Version(step.text, step.hash, parents, step.proposal, 1, step.by, step.at)
        merged = Draft(step.proposal, step.initiators, (version,), Backing(invited=step.invited))
        gone = (self.named[name].closed(Life.MERGED, step.at) for name in step.of)
        mergers = {name: merger for name, merger in self.mergers.items() if name != step.proposal}
        return attrs.evolve(self._with(*gone, merged), mergers=mergers)

    def _split(self, step: ProposalSplit) -> Drafts:
        whole = self.named[step.of]
        parents = (Parent(step.of, step.version, Edge.SPLIT),)
        parts = (
            Version.of(text, parents, name, step.by, step.at) for name, text in zip(step.parts, step.texts, strict=True)
        )
        backing = Backing(invited=step.invited)
        drafts = (Draft(part.proposal, whole.initiators, (part,), backing) for part in parts)
        return self._with(whole.closed(Life.SPLIT, step.at), *drafts)

    def _ended(self, step: ProposalRetired | ProposalWithdrawn | ProposalDecided) -> Drafts:
        draft = self.named[step.proposal]
        if isinstance(step, ProposalRetired):
            favoured = self.named[step.in_favour_of].versions[step.version - 1]
            edges = (*self.retired, Descent(draft.latest.id, favoured.id, Edge.RETIRE))
            return attrs.evolve(self._with(draft.closed(Life.RETIRED, step.at)), retired=edges)
        life = Life(step.status) if isinstance(step, ProposalDecided) else Life.WITHDRAWN
        return self._with(draft.closed(life, step.at))
