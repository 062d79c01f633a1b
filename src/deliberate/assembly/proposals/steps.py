"""What happened to proposals and amendments."""

from __future__ import annotations

from datetime import datetime
from fractions import Fraction

from attrs import frozen

from deliberate.assembly.proposals.hunks import Hunks
from deliberate.records.kinds import kind
from deliberate.requirement.ruling import Ruling


@kind
@frozen
class TextProposed:
    """A proposal came on the table.

    Attributes
    ----------
    hash
        SHA-256 of the text: what support, amendments and votes are bound to.
    """

    proposal: str
    by: str
    at: datetime
    text: str
    hash: str


@kind
@frozen
class ProposalForked:
    """A proposal began from a text of another one.

    Attributes
    ----------
    version
        The number of that text.
    """

    proposal: str
    of: str
    version: int
    by: str
    at: datetime
    text: str
    hash: str


@kind
@frozen
class RivalProposed:
    """A rejected amendment became a proposal.

    Attributes
    ----------
    of, version
        The proposal and the number of its text that the amendment would have changed.
    """

    proposal: str
    amendment: str
    of: str
    version: int
    by: str
    at: datetime
    text: str
    hash: str


@kind
@frozen
class TextRevised:
    """An initiator gave a proposal its next text.

    Attributes
    ----------
    version
        The number of the new text.
    changed
        The share of the words that were struck or added.
    confirmed
        Whose support goes over to the new text.
    asked, until
        Whose support goes over at that moment unless they withdraw it.
    invited
        Whose support of the old text is void, and who is asked again.
    overtaken
        Open amendments to words that are not there any more; the others stand on the new text.
    """

    proposal: str
    version: int
    by: str
    at: datetime
    text: str
    hash: str
    changed: Fraction
    confirmed: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    until: datetime | None = None
    invited: tuple[str, ...] = ()
    overtaken: tuple[str, ...] = ()


@kind
@frozen
class TextConsolidated:
    """The adopted amendments were put into the text.

    Attributes
    ----------
    amendments
        In the order in which they were adopted. The other fields are those of :class:`TextRevised`.
    """

    proposal: str
    version: int
    by: str
    at: datetime
    text: str
    hash: str
    amendments: tuple[str, ...]
    changed: Fraction
    confirmed: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    until: datetime | None = None
    invited: tuple[str, ...] = ()


@kind
@frozen
class TextSupported:
    """Somebody supports a text; a later one has this support only as the carry policy says."""

    proposal: str
    version: int
    by: str
    at: datetime


@kind
@frozen
class SupportWithdrawn:
    """Somebody does not support a text any more."""

    proposal: str
    version: int
    by: str
    at: datetime


@kind
@frozen
class MergeOffered:
    """One text was offered for several proposals.

    Attributes
    ----------
    of, versions
        The proposals and the numbers of their texts; where one of them changes, the offer is void.
    waits_for
        The initiators who have not agreed.
    """

    proposal: str
    of: tuple[str, ...]
    versions: tuple[int, ...]
    by: str
    at: datetime
    text: str
    hash: str
    waits_for: tuple[str, ...]


@kind
@frozen
class MergeAgreed:
    """One more initiator agreed to a merger."""

    proposal: str
    by: str
    at: datetime
    waits_for: tuple[str, ...]


@kind
@frozen
class ProposalsMerged:
    """Several proposals became one.

    Attributes
    ----------
    invited
        Who supported one of them: invited to the new text, not moved to it.
    """

    proposal: str
    of: tuple[str, ...]
    versions: tuple[int, ...]
    initiators: tuple[str, ...]
    by: str
    at: datetime
    text: str
    hash: str
    invited: tuple[str, ...] = ()


@kind
@frozen
class ProposalSplit:
    """A proposal became several.

    Attributes
    ----------
    parts, texts
        Their names and their texts.
    invited
        Who supported the whole: invited to each part, not moved.
    """

    of: str
    version: int
    by: str
    at: datetime
    parts: tuple[str, ...]
    texts: tuple[str, ...]
    invited: tuple[str, ...] = ()


@kind
@frozen
class ProposalRetired:
    """A proposal was taken back in favour of another one.

    Attributes
    ----------
    version
        The number of the other one's latest text.
    """

    proposal: str
    in_favour_of: str
    version: int
    by: str
    at: datetime


@kind
@frozen
class ProposalWithdrawn:
    """A proposal was taken back."""

    proposal: str
    by: str
    at: datetime


@kind
@frozen
class ProposalDecided:
    """The vote on a proposal decided.

    Attributes
    ----------
    status
        ``adopted`` or ``rejected``.
    """

    proposal: str
    version: int
    status: str
    by: str
    at: datetime


@kind
@frozen
class AmendmentOffered:
    """A change of words was offered.

    Attributes
    ----------
    version
        The number of the text that it changes.
    reach
        How many words it strikes and adds.
    of, hunk
        The amendment, and which of its hunks, where it changes what an amendment would put there.
    """

    amendment: str
    proposal: str
    version: int
    by: str
    at: datetime
    hunks: Hunks
    reach: int
    reason: str = ""
    of: str = ""
    hunk: int = 0


@kind
@frozen
class AmendmentWithdrawn:
    """An amendment was taken back."""

    amendment: str
    by: str
    at: datetime


@kind
@frozen
class AcceptanceAnnounced:
    """Whoever answers for the words would take an amendment over; it is so from a moment on unless somebody objects."""

    amendment: str
    by: str
    at: datetime
    until: datetime


@kind
@frozen
class AcceptanceOpposed:
    """Somebody was against an acceptance: the amendment is voted on."""

    amendment: str
    by: str
    at: datetime
    reason: str = ""


@kind
@frozen
class AmendmentAdopted:
    """An amendment was adopted.

    Attributes
    ----------
    way
        ``by-vote`` or ``by-silence``.
    overtaken
        Amendments to the same words, which are moot now.
    alike
        Amendments that wanted just the same, moot as well.
    substituted
        Amendments adopted before, whose words this one replaces.
    """

    amendment: str
    way: str
    by: str
    at: datetime
    ruling: Ruling | None = None
    overtaken: tuple[str, ...] = ()
    alike: tuple[str, ...] = ()
    substituted: tuple[str, ...] = ()


@kind
@frozen
class AmendmentRejected:
    """An amendment was voted down."""

    amendment: str
    by: str
    at: datetime
    ruling: Ruling | None = None
