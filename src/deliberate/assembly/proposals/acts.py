"""What a member can do with proposals and amendments.

Drafting, revising and supporting (``DraftProposal``, ``ReviseProposal``, ``GiveSupport``) stand in
:mod:`deliberate.assembly.moves`; these join them.
"""

from __future__ import annotations

from attrs import field, frozen

from deliberate.assembly.proposals.hunks import Hunks
from deliberate.identity import name, nfc
from deliberate.records.kinds import kind
from deliberate.requirement.ruling import Ruling

# Pairs of a name and the numbers of paragraphs.
Parts = tuple[tuple[str, tuple[int, ...]], ...]


def _named(parts: Parts) -> Parts:
    return tuple((name(part), tuple(paragraphs)) for part, paragraphs in parts)


@kind
@frozen
class SupportVersion:
    """Support one text, named by its hash: refused where the proposal has another text by now."""

    proposal: str = field(converter=nfc)
    hash: str


@kind
@frozen
class WithdrawSupport:
    """Take one's support back, or refuse it where one is asked whether it stays."""

    proposal: str = field(converter=nfc)


@kind
@frozen
class ForkProposal:
    """Begin a proposal of one's own from the latest text of another one, which stays as it is."""

    of: str = field(converter=nfc)
    proposal: str = field(converter=name)
    text: str


@kind
@frozen
class OfferMerge:
    """Offer one text for several proposals; it takes their place once the initiators of all agree."""

    of: tuple[str, ...]
    proposal: str = field(converter=name)
    text: str


@kind
@frozen
class AgreeToMerge:
    """Agree, as an initiator, that one's proposal goes into the merged one.

    Attributes
    ----------
    hash
        SHA-256 of the merged text that one has read; empty: whatever is offered now.
    """

    proposal: str = field(converter=nfc)
    hash: str = ""


@kind
@frozen
class SplitProposal:
    """Divide a proposal into several that are supported and decided apart.

    Attributes
    ----------
    parts
        Pairs of a name and the numbers of the paragraphs that go into it, the first of which is 1. A paragraph may
        go into several; none may be lost.
    """

    of: str = field(converter=nfc)
    parts: Parts = field(converter=_named)


@kind
@frozen
class RetireProposal:
    """Take one's proposal back in favour of another one; its supporters are not moved."""

    proposal: str = field(converter=nfc)
    in_favour_of: str = field(converter=nfc)


@kind
@frozen
class WithdrawProposal:
    """Take one's proposal back."""

    proposal: str = field(converter=nfc)


@kind
@frozen
class RecordDecision:
    """Write down what the vote on a proposal decided.

    Attributes
    ----------
    status
        As a requirement rules (``PASSED``, ``REJECTED``) or as an outcome says (``decided``, ``rejected``).
    """

    proposal: str = field(converter=nfc)
    status: str


@kind
@frozen
class OfferAmendment:
    """Offer a change of words.

    Attributes
    ----------
    base
        SHA-256 of the text that it is offered to: the proposal's latest, or the replacement of a hunk.
    of
        The amendment whose replacement it changes; empty where it changes the proposal's own text.
    hunk
        Which hunk of that amendment; the first is 1.
    """

    amendment: str = field(converter=name)
    proposal: str = field(converter=nfc)
    base: str
    hunks: Hunks
    reason: str = ""
    of: str = field(default="", converter=nfc)
    hunk: int = 1


@kind
@frozen
class WithdrawAmendment:
    """Take one's amendment back."""

    amendment: str = field(converter=nfc)


@kind
@frozen
class AcceptAmendment:
    """Take over an amendment to one's own words, unless somebody is against it by a named moment."""

    amendment: str = field(converter=nfc)


@kind
@frozen
class OpposeAcceptance:
    """Ask that an accepted amendment be voted on."""

    amendment: str = field(converter=nfc)
    reason: str = ""


@kind
@frozen
class ConcludeAcceptance:
    """Write down that nobody was against an accepted amendment by the named moment."""

    amendment: str = field(converter=nfc)


@kind
@frozen
class DecideAmendment:
    """Write down what the vote on an amendment decided.

    Attributes
    ----------
    status
        As a requirement rules (``PASSED``, ``REJECTED``) or as an outcome says (``decided``, ``rejected``).
    ruling
        The figures, where it was ruled by a requirement.
    """

    amendment: str = field(converter=nfc)
    status: str
    ruling: Ruling | None = None


@kind
@frozen
class ProposeRival:
    """Make a proposal of one's own of the text that a rejected amendment would have led to."""

    amendment: str = field(converter=nfc)
    proposal: str = field(converter=name)


@kind
@frozen
class ConsolidateText:
    """Put the adopted amendments into the text: the proposal gets its next version."""

    proposal: str = field(converter=nfc)


Act = (
    SupportVersion
    | WithdrawSupport
    | ForkProposal
    | OfferMerge
    | AgreeToMerge
    | SplitProposal
    | RetireProposal
    | WithdrawProposal
    | RecordDecision
    | OfferAmendment
    | WithdrawAmendment
    | AcceptAmendment
    | OpposeAcceptance
    | ConcludeAcceptance
    | DecideAmendment
    | ProposeRival
    | ConsolidateText
)
