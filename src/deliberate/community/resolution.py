"""Who votes for whom, and what became of those whose delegation reached no ballot."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

import numpy as np
from attrs import define, frozen
from numpy.typing import ArrayLike, NDArray

from deliberate.community.chains import Mask, Places
from deliberate.community.delegation import DelegationRule
from deliberate.errors import RollError
from deliberate.records.kinds import kind
from deliberate.words import say

Weights = NDArray[np.int64] | NDArray[np.object_]


class Fate(StrEnum):
    """What became of one line of the roll."""

    DIRECT = "direct"
    CARRIED = "carried"
    SILENT = "silent"
    LOST = "lost"
    CIRCULAR = "circular"
    TOO_DEEP = "too-deep"
    OVER_CAP = "over-cap"


FATES: tuple[Fate, ...] = tuple(Fate)
_CODES = {fate: code for code, fate in enumerate(FATES)}


@kind
@frozen
class Undelivered:
    """A delegation that reached no ballot: what its giver is told.

    Attributes
    ----------
    member
        The giver.
    why
        ``lost``: the chain ends at somebody who neither voted nor delegated; ``circular``: it goes round in a circle
        or leads into one; ``too-deep``: it is longer than the rule allows; ``over-cap``: the ballot at its end
        counts for as many as the rule allows already.

    Examples
    --------
    >>> Undelivered("li", Fate.CIRCULAR).explain("en")
    "li's delegation goes round in a circle: it reaches nobody who votes."
    """

    member: str
    why: Fate

    def explain(self, lang: str = "en") -> str:
        """The reason in words."""
        return say(f"undelivered.{self.why}", {"member": self.member}, lang)


@define(frozen=True, eq=False, slots=False, repr=False)
class Resolution:
    """Whose ballot counts for each line of the roll.

    Make one with :func:`resolve` or :func:`resolve_columns`. It is worked out from its inputs whenever it is needed,
    and never journaled.

    Attributes
    ----------
    rule
        How the delegations were followed.
    ends
        Shape (n,), int64, read-only: the place of the member whose ballot counts for this one; their own place for
        those who voted in person, -1 for those who are absent.
    depths
        Shape (n,), int64, read-only, in hops; 0 for those who voted in person and for those who are absent.
    fates
        Shape (n,), uint8, read-only: the place in ``FATES``.
    """

    rule: DelegationRule
    ends: Places
    depths: Places
    fates: NDArray[np.uint8]

    def __attrs_post_init__(self) -> None:
        for array in (self.ends, self.depths, self.fates):
            array.flags.writeable = False

    def __len__(self) -> int:
        return len(self.ends)

    def where(self, *fates: Fate) -> Mask:
        """Shape (n,): who met one of these fates."""
        return np.isin(self.fates, [_CODES[fate] for fate in fates])

    @property
    def direct(self) -> Mask:
        """Who voted in person."""
        return self.where(Fate.DIRECT)

    @property
    def carried(self) -> Mask:
        """Whose vote somebody else's ballot carries."""
        return self.where(Fate.CARRIED)

    @property
    def lost(self) -> Mask:
        """Whose chain ends at somebody who neither voted nor delegated."""
        return self.where(Fate.LOST)

    @property
    def circular(self) -> Mask:
        """Whose chain goes round in a circle, or leads into one."""
        return self.where(Fate.CIRCULAR)

    @property
    def too_deep(self) -> Mask:
        """Whose chain is longer than the rule allows."""
        return self.where(Fate.TOO_DEEP)

    @property
    def over_cap(self) -> Mask:
        """Who would have been one too many on one ballot."""
        return self.where(Fate.OVER_CAP)

    def undelivered(self, members: Sequence[str]) -> tuple[Undelivered, ...]:
        """Whose delegation reached no ballot, and why, in the order of the roll.

        Parameters
        ----------
        members
            The ids in the order of the roll.
        """
        places = np.flatnonzero(self.lost | self.circular | self.too_deep | self.over_cap)
        return tuple(Undelivered(members[place], FATES[self.fates[place]]) for place in places.tolist())

    def gathered(self, weights: ArrayLike) -> Weights:
        """What each ballot counts with all that it carries: 0 for a member who cast none.

        Parameters
        ----------
        weights
            Shape (n,), in the unit of one measure, whole and not negative.

        Returns
        -------
        Weights
            Shape (n,), read-only, in the same unit: int64 while the total allows it, else Python integers. As the
            weights of a :class:`~deliberate.decision.profile.Profile` they make rankings, approvals and scores count
            for those they carry.

        Raises
        ------
        RollError
            ``resolution-does-not-fit``, ``bad-weight``.

        Notes
        -----
        O(n). Damping is left out: weights are whole.
        """
        own = self._column(weights)
        large = own.dtype == object or (len(own) > 0 and int(own.max()) * len(own) >= 2**63)
        sums: Weights = np.zeros(len(self), object if large else np.int64)
        counted = self.ends >= 0
        np.add.at(sums, self.ends[counted], own[counted].astype(sums.dtype))
        sums.flags.writeable = False
        return sums

    def _column(self, weights: ArrayLike) -> Weights:
        own = weights if isinstance(weights, np.ndarray) else np.array(weights, dtype=object)
        if own.shape != (len(self),):
            raise RollError("resolution-does-not-fit", lines=own.shape[0] if own.ndim else 0, resolved=len(self))
        if own.dtype.kind not in "iuO" or not all(isinstance(each, int) for each in own.tolist()):
            raise RollError("bad-weight", weight=f"{own.dtype} {own.shape}")
        if len(own) and own.min() < 0:
            raise RollError("bad-weight", weight=str(own.min()))
        return own

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Resolution):
            return NotImplemented
        return self.rule == other.rule and all(
            np.array_equal(one, another)
            for one, another in ((self.ends, other.ends), (self.depths, other.depths), (self.fates, other.fates))
        )

    def __hash__(self) -> int:
        return hash((self.rule, self.ends.tobytes(), self.fates.tobytes()))

    def __repr__(self) -> str:
        met = ((fate, int(np.count_nonzero(self.where(fate)))) for fate in FATES)
        return f"<Resolution of {len(self)}: {', '.join(f'{count} {fate}' for fate, count in met if count)}>"
