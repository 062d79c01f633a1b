"""Admission: which proposals have the support that a vote on them needs, and the slate that they make."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from attrs import frozen

from deliberate.assembly.proposals.part import Proposals
from deliberate.assembly.proposals.policy import ProposalPolicy
from deliberate.community.roll import Roll
from deliberate.records.kinds import kind
from deliberate.requirement.ruling import Requirement, Ruling
from deliberate.requirement.statuses import Status
from deliberate.requirement.tallies import Tallies
from deliberate.words import say


@kind
@frozen
class Admission:
    """What a requirement finds on the support of one text.

    Attributes
    ----------
    hash
        SHA-256 of the text that was judged.
    supporters
        Who counts: confirmed on this very text, and on the roll.
    """

    proposal: str
    version: int
    hash: str
    supporters: tuple[str, ...]
    ruling: Ruling

    @property
    def is_admitted(self) -> bool:
        """Whether the text may be voted on."""
        return self.ruling.status is Status.PASSED

    def explain(self, lang: str = "en") -> str:
        """The finding in words: who is admitted, and what would change it."""
        told = {"proposal": self.proposal, "version": self.version, "n": len(self.supporters)}
        head = say("admission.yes" if self.is_admitted else "admission.no", told, lang)
        return f"{head}\n{self.ruling.explain(lang)}"


@kind
@frozen
class Slate:
    """What is voted on 备选方案: texts by their hashes, and always the status quo.

    Attributes
    ----------
    texts
        Pairs of a proposal and the hash of its text, in the order in which they came.
    """

    texts: tuple[tuple[str, str], ...]
    status_quo: str

    @property
    def options(self) -> tuple[str, ...]:
        """The names on the ballot; the status quo stands last."""
        return (*(name for name, _ in self.texts), self.status_quo)


def admitted(part: Proposals, requirement: Requirement, population: Roll, at: datetime) -> tuple[Admission, ...]:
    """What a requirement finds on the support of every live proposal, in the order in which they came.

    Parameters
    ----------
    requirement
        Such as the pack ``lqfb.admission``; supporters are SUPPORT, all others on the roll are ABSENT.
    population
        The roll; only those on it who may vote are counted, each with their weights.
    at
        Who counts then: a silence may have become support.

    Raises
    ------
    RequirementError
        ``unknown-measure``: the requirement reads a measure that the roll does not have.

    Examples
    --------
    >>> from datetime import UTC
    >>> from deliberate.assembly.proposals.steps import TextProposed, TextSupported
    >>> from deliberate.requirement.packs import requirement
    >>> noon = datetime(2026, 3, 1, 12, tzinfo=UTC)
    >>> part = Proposals().after(TextProposed("repair", "li", noon, "Repair.", "..."))
    >>> part = part.after(TextSupported("repair", 1, "wang", noon))
    >>> roll = Roll.of({"li": (1,), "wang": (1,), "zhao": (1,)})
    >>> [(each.proposal, each.is_admitted) for each in admitted(part, requirement("lqfb.admission"), roll, noon)]
    [('repair', True)]

    Notes
    -----
    Cost O(roll + supporters of all proposals).
    """
    electorate = population.electorate
    weights, measures = electorate.weights, electorate.measures
    totals = {measure: electorate.total(measure) for measure in measures}
    found = []
    for draft in part.live:
        supporters = tuple(member for member in draft.backing.counted(at) if member in electorate)
        sums = {measure: sum(weights[each][place] for each in supporters) for place, measure in enumerate(measures)}
        counts = {each: {"SUPPORT": sums[each], "ABSENT": totals[each] - sums[each]} for each in measures}
        ruling = requirement.rule_on(Tallies.of(counts))
        found.append(Admission(draft.name, draft.latest.number, draft.latest.hash, supporters, ruling))
    return tuple(found)


def slate(part: Proposals, policy: ProposalPolicy, admissions: Iterable[Admission] | None = None) -> Slate:
    """What can be voted on: the proposals on the table, or those of them that were admitted, and the status quo.

    Parameters
    ----------
    admissions
        None where every live proposal stands on the slate. A proposal whose text has changed since it was admitted
        does not.
    """
    latest = tuple((draft.name, draft.latest.hash) for draft in part.live)
    if admissions is not None:
        passed = {(each.proposal, each.hash) for each in admissions if each.is_admitted}
        latest = tuple(text for text in latest if text in passed)
    return Slate(latest, policy.status_quo)
