"""How matters go in this community: the choices that are made before anybody votes."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import field, frozen

from deliberate.assembly.floor import Floor
from deliberate.assembly.procedure import Live
from deliberate.assembly.procedures.rounds import Rounds
from deliberate.community.channels import Channels
from deliberate.community.delegation import DelegationRule
from deliberate.community.party import several
from deliberate.errors import RuleError
from deliberate.hall.days import zone
from deliberate.identity import names
from deliberate.records.kinds import kind

CHANNELS = ("online", "paper")
SEALS = ("open", "until-close")
READINGS = ("1", "2")
# Ten years: a longer wait is a slip of the pen, and the calendar ends somewhere.
MOST_DAYS = 3660
MOST_PROXIES = 1000


def _levels(given: str | Iterable[str]) -> tuple[str, ...]:
    return names(several(given), where="levels")


@kind
@frozen
class Policy:
    """What is settled once for all matters 规程.

    A matter keeps the policy that it began with, and so does every vote in it.

    Attributes
    ----------
    status_quo
        What "as it is" is called on a ballot; it is on every slate.
    reopen_days
        How many days after the opening of a vote that too few took part in the next one may open.
    revote
        Which of a member's ballots counts: ``latest``; ``first``, where later ones are kept and do not count;
        ``none``, where a second ballot is refused.
    precedence
        The channels in use, first wins: a ballot by an earlier one counts before any ballot by a later one,
        whichever came first, and ``revote`` chooses within a channel. Empty: every channel is in use, all alike.
    extension_hours
        Where a ballot makes the quorum, the vote stays open for at least so long after it 延时, once; 0 for never.
    readings
        How often the same text must pass: 1 or 2.
    reading_gap_days
        How many days after the close of the first reading the second may open.
    sealed
        ``until-close``: before the close the hall tells nobody how anybody answered, nor any tally; ``open``:
        it does. Either way nothing changes a vote after its close.
    review_days
        How many days after the close a decision by consent is looked at again; 0 for no review.
    utc_offset
        Where the community's days begin, such as ``+08:00``: tells the day of a review and of the next reading.
    delegation
        How delegations are followed at the count; None where nobody may delegate.
    proxies_most
        How many written proxies one holder may accept; 0 where everybody votes in person.
    levels
        What the parts of a member's place are called, from the largest: ``("building", "entrance")``. A requirement
        that asks each building by itself is told the buildings by this name.

    Raises
    ------
    InputError
        ``bad-parameter``: with what may stand there; ``same-name-twice`` in the precedence and in the levels;
        ``damped-votes``: delegated votes that fade on the way are counted in simulations, not in a hall.
    """

    procedure: Live[Floor] = field(factory=Rounds)
    status_quo: str = "维持现状"
    reopen_days: int = 14
    revote: str = "latest"
    precedence: tuple[str, ...] = field(default=(), converter=several)
    extension_hours: int = 0
    readings: int = 1
    reading_gap_days: int = 0
    sealed: str = "open"
    review_days: int = 0
    utc_offset: str = "+08:00"
    delegation: DelegationRule | None = None
    proxies_most: int = 0
    levels: tuple[str, ...] = field(default=(), converter=_levels)

    def __attrs_post_init__(self) -> None:
        for channel in self.channels.precedence:
            _check("precedence", channel, CHANNELS)
        _check("sealed", self.sealed, SEALS)
        _check("readings", str(self.readings), READINGS)
        _within("extension_hours", self.extension_hours, 24 * MOST_DAYS)
        _within("reading_gap_days", self.reading_gap_days, MOST_DAYS)
        _within("review_days", self.review_days, MOST_DAYS)
        _within("proxies_most", self.proxies_most, MOST_PROXIES)
        if self.delegation is not None and self.delegation.damping != 1:
            raise RuleError("damped-votes", where="policy", damping=self.delegation.damping)
        try:
            zone(self.utc_offset)
        except ValueError:
            raise _bad("utc_offset", self.utc_offset, ("+08:00",)) from None

    @property
    def channels(self) -> Channels:
        """Which of a member's ballots counts.

        Examples
        --------
        >>> Policy(precedence=("paper", "online")).channels.place("online")
        1
        """
        return Channels(self.precedence, self.revote)


def _check(parameter: str, value: str, known: tuple[str, ...]) -> None:
    if value not in known:
        raise _bad(parameter, value, known)


def _within(parameter: str, value: int, most: int) -> None:
    if not 0 <= value <= most:
        raise _bad(parameter, str(value), (f"0 … {most}",))


def _bad(parameter: str, value: str, known: tuple[str, ...]) -> RuleError:
    return RuleError("bad-parameter", where="policy", parameter=parameter, value=value, known=known)
