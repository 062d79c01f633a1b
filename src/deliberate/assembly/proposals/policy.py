"""What a community settles about proposals and amendments: parameters, and nothing else."""

from __future__ import annotations

from fractions import Fraction

from attrs import field, frozen

from deliberate.assembly.proposals.amendment import ORDERS
from deliberate.assembly.proposals.carry import MOST_DAYS, AskAgain, Carry
from deliberate.community.roll import Roll
from deliberate.errors import InputError
from deliberate.identity import name
from deliberate.quantities import exact
from deliberate.records.kinds import kind
from deliberate.requirement.ruling import Requirement


def _share(given: Fraction | int | str) -> Fraction:
    return Fraction(exact(given))


@kind
@frozen
class ProposalPolicy:
    """How proposals change, who supports what, and what keeps the table clear.

    Attributes
    ----------
    carry
        What becomes of support when a text changes.
    order
        In which order amendments to the same words are voted on: ``farthest-first`` or ``robert``, where a
        substitute for a whole paragraph waits until the paragraph has been perfected.
    consent_days
        How long anybody may be against the acceptance of an amendment; silence counts from then on.
    live_each
        How many proposals one member may have on the table.
    resubmitted
        A text of which less than this share is changed against one that was rejected or withdrawn is that one again.
    least_changed
        The share that has to be changed in a text that comes again.
    cooling_days
        How long such a text waits.
    status_quo
        What "as it is" is called; it is on every slate, and nobody's proposal has its name.
    requirement
        By what votes on amendments are ruled; None where whoever writes the vote down says how it ended.
    keepers
        Who writes votes down; empty where everybody may.
    roll
        Who may do anything here at all; None where the host has looked already.

    Raises
    ------
    InputError
        ``bad-parameter``, with what may stand there; ``empty-name``, ``unreadable-name``.

    Examples
    --------
    >>> ProposalPolicy(least_changed="3/10").least_changed
    Fraction(3, 10)
    """

    carry: Carry = field(factory=AskAgain)
    order: str = "farthest-first"
    consent_days: int = 7
    live_each: int = 1
    resubmitted: Fraction = field(default=Fraction(1, 2), converter=_share)
    least_changed: Fraction = field(default=Fraction(1, 5), converter=_share)
    cooling_days: int = 30
    status_quo: str = field(default="维持现状", converter=name)
    requirement: Requirement | None = None
    keepers: frozenset[str] = frozenset()
    roll: Roll | None = None

    def __attrs_post_init__(self) -> None:
        if self.order not in ORDERS:
            raise InputError("bad-parameter", parameter="order", value=self.order, known=ORDERS)
        # Silence is consent only after a named date, so that the window cannot be empty.
        for parameter, days, least in (("consent_days", self.consent_days, 1), ("cooling_days", self.cooling_days, 0)):
            if not least <= days <= MOST_DAYS:
                known = (f"{least}-{MOST_DAYS}",)
                raise InputError("bad-parameter", parameter=parameter, value=str(days), known=known)
        for parameter, share in (("resubmitted", self.resubmitted), ("least_changed", self.least_changed)):
            if not 0 <= share <= 1:
                raise InputError("bad-parameter", parameter=parameter, value=str(share), known=("0-1",))
        if self.live_each < 1:
            raise InputError("bad-parameter", parameter="live_each", value=str(self.live_each), known=())
