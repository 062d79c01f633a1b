"""What happened in a consent circle."""

from __future__ import annotations

from datetime import date, datetime

from attrs import frozen

from deliberate.assembly.circle.acts import Effect
from deliberate.assembly.circle.order import CirclePhase
from deliberate.assembly.circle.terms import Fallback
from deliberate.records.kinds import kind


@kind
@frozen
class DriverStated:
    """A driver was stated; what was agreed to before is void."""

    driver: str
    by: str
    at: datetime


@kind
@frozen
class DriverAgreed:
    """Somebody agreed to the driver.

    Attributes
    ----------
    missing
        Who has not agreed yet.
    """

    by: str
    at: datetime
    missing: tuple[str, ...] = ()


@kind
@frozen
class BroughtToCircle:
    """A proposal came into the circle."""

    proposal: str
    text: str
    hash: str
    by: str
    at: datetime


@kind
@frozen
class ClarificationAsked:
    """Somebody asked, in order to understand."""

    question: int
    text: str
    by: str
    at: datetime


@kind
@frozen
class ClarificationAnswered:
    """The proposer answered a question."""

    question: int
    text: str
    by: str
    at: datetime


@kind
@frozen
class ReactionGiven:
    """Somebody said what they think of the proposal."""

    text: str
    by: str
    at: datetime


@kind
@frozen
class ReactionPassed:
    """Somebody let their turn go by."""

    by: str
    at: datetime


@kind
@frozen
class ProposalTuned:
    """The proposer changed the text after the reactions."""

    proposal: str
    version: int
    text: str
    hash: str
    by: str
    at: datetime


@kind
@frozen
class NoObjectionSaid:
    """Somebody has no objection."""

    round: int
    by: str
    at: datetime


@kind
@frozen
class ConcernRecorded:
    """Somebody has no objection, and a concern."""

    round: int
    concern: str
    by: str
    at: datetime


@kind
@frozen
class AsideTaken:
    """Somebody does not agree and does not stand in the way."""

    round: int
    by: str
    at: datetime
    concern: str = ""


@kind
@frozen
class ObjectionBrought:
    """Somebody objects, with a reason."""

    round: int
    reason: str
    by: str
    at: datetime


@kind
@frozen
class ObjectionTakenBack:
    """Somebody took their objection back."""

    round: int
    by: str
    at: datetime


@kind
@frozen
class SilenceDateNamed:
    """From a moment on, silence is consent."""

    until: datetime
    by: str
    at: datetime


@kind
@frozen
class ObjectionTested:
    """The circle said what the reason of an objection shows."""

    objector: str
    effect: Effect
    by: str
    at: datetime


@kind
@frozen
class ObjectionUpheld:
    """Somebody sees that an objection shows something after all."""

    objector: str
    effect: Effect
    by: str
    at: datetime


@kind
@frozen
class IntegrationOffered:
    """A text was offered that would meet an objection."""

    objector: str
    text: str
    by: str
    at: datetime


@kind
@frozen
class IntegrationAccepted:
    """The text was changed, and meets an objection."""

    version: int
    text: str
    hash: str
    by: str
    at: datetime


@kind
@frozen
class CircleMovedOn:
    """A phase was closed and the next began.

    Attributes
    ----------
    silent
        Who had said nothing when silence had become consent.
    """

    to: CirclePhase
    by: str
    at: datetime
    silent: tuple[str, ...] = ()


@kind
@frozen
class CircleConsented:
    """Nobody has an objection: good enough for now, safe enough to try.

    Attributes
    ----------
    silent
        Who had said nothing when silence had become consent.
    """

    proposal: str
    version: int
    hash: str
    review: date
    by: str
    at: datetime
    silent: tuple[str, ...] = ()


@kind
@frozen
class CircleDelegated:
    """Some of the circle go on with the proposal."""

    proposal: str
    to: tuple[str, ...]
    by: str
    at: datetime


@kind
@frozen
class CircleTimedOut:
    """The time was over; what was declared for this case holds."""

    fallback: Fallback
    by: str
    at: datetime


CircleStep = (
    DriverStated
    | DriverAgreed
    | BroughtToCircle
    | ClarificationAsked
    | ClarificationAnswered
    | ReactionGiven
    | ReactionPassed
    | ProposalTuned
    | NoObjectionSaid
    | ConcernRecorded
    | AsideTaken
    | ObjectionBrought
    | ObjectionTakenBack
    | SilenceDateNamed
    | ObjectionTested
    | ObjectionUpheld
    | IntegrationOffered
    | IntegrationAccepted
    | CircleMovedOn
    | CircleConsented
    | CircleDelegated
    | CircleTimedOut
)
