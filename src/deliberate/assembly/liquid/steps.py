"""What happened to an issue with its initiatives, and how its two orders came to be."""

from __future__ import annotations

from datetime import datetime

from attrs import frozen

from deliberate.assembly.liquid.acts import VoteFigures
from deliberate.assembly.liquid.degrees import Degree, Fulfilment
from deliberate.assembly.liquid.policy import LiquidPolicy
from deliberate.quantities import Amount
from deliberate.records.kinds import kind


@kind
@frozen
class IssueOpened:
    """The first initiative opened its issue.

    Attributes
    ----------
    hash
        SHA-256 of the text.
    policy
        What is settled about the issue, to its end.
    area
        Who is counted in the population without having shown any interest.
    """

    initiative: str
    by: str
    at: datetime
    text: str
    hash: str
    policy: LiquidPolicy
    area: frozenset[str]


@kind
@frozen
class InitiativeStarted:
    """A rival initiative joined the issue; whoever starts one supports it."""

    initiative: str
    by: str
    at: datetime
    text: str
    hash: str


@kind
@frozen
class InitiativeRedrafted:
    """An initiative got a new draft; its supporters stay.

    Attributes
    ----------
    draft
        The number of the new one; the first is 1.
    """

    initiative: str
    draft: int
    by: str
    at: datetime
    text: str
    hash: str


@kind
@frozen
class InitiativeRevoked:
    """An initiative was taken back."""

    initiative: str
    by: str
    at: datetime


@kind
@frozen
class InitiativeSupported:
    """Somebody supports an initiative.

    Attributes
    ----------
    draft
        The number of the draft that they know.
    """

    initiative: str
    draft: int
    by: str
    at: datetime


@kind
@frozen
class SupportDropped:
    """Somebody does not support an initiative any more; their opinions on its suggestions are void."""

    initiative: str
    by: str
    at: datetime


@kind
@frozen
class SuggestionMade:
    """A supporter suggested a change."""

    initiative: str
    suggestion: str
    by: str
    at: datetime
    text: str
    degree: Degree


@kind
@frozen
class SuggestionRated:
    """A supporter said how much a suggestion is wanted, and whether the draft fulfils it."""

    initiative: str
    suggestion: str
    by: str
    at: datetime
    degree: Degree
    fulfilment: Fulfilment


@kind
@frozen
class OpinionDropped:
    """A supporter has no opinion on a suggestion any more."""

    initiative: str
    suggestion: str
    by: str
    at: datetime


@kind
@frozen
class InterestShown:
    """Somebody shows interest in the issue, and is counted in its population."""

    by: str
    at: datetime


@kind
@frozen
class InterestDropped:
    """Somebody is not interested any more, and supports nothing here any more."""

    by: str
    at: datetime


@kind
@frozen
class VoteCounted:
    """What the ballots gave was written down.

    Attributes
    ----------
    figures
        The initiatives that the ranking puts above the status quo, the best first.
    winner
        The first of them with the majority; empty where none has it.
    """

    figures: tuple[VoteFigures, ...]
    winner: str
    by: str
    at: datetime


@kind
@frozen
class IssueBrokenOff:
    """The issue was broken off by whoever may do that."""

    by: str
    at: datetime
    reason: str


@kind
@frozen
class InitiativeWeighed:
    """An initiative left the count of harmonic weights.

    Attributes
    ----------
    weight
        Its harmonic weight.
    sums
        What each initiative had that was still in the count.
    """

    initiative: str
    weight: Amount
    sums: tuple[tuple[str, Amount], ...]


@kind
@frozen
class ScoresRose:
    """Ballots poured until the next suggestion was full.

    Attributes
    ----------
    place
        The place that is to be filled.
    share
        What each vote gave.
    poured
        How many votes were giving.
    scores
        What each suggestion has that was still in the race.
    safe
        Whoever is safe from now on.
    """

    place: int
    share: Amount
    poured: int
    scores: tuple[tuple[str, Amount], ...]
    safe: tuple[str, ...]


@kind
@frozen
class SuggestionPlaced:
    """A suggestion took a place in the proportional order.

    Attributes
    ----------
    equals
        Whoever came as far, and was safe as the earlier one.
    """

    suggestion: str
    place: int
    equals: tuple[str, ...] = ()
