"""What can be done in a consent circle."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from attrs import field, frozen

from deliberate.assembly.usable import day
from deliberate.identity import name, names, nfc
from deliberate.records.kinds import kind


class Effect(StrEnum):
    """What the reason of an objection shows; where it shows neither, it is a concern and blocks nothing."""

    UNINTENDED = "effect.unintended"
    MISSED = "effect.missed"
    NEITHER = "effect.neither"


@kind
@frozen
class StateDriver:
    """Say what is happening, what is needed, and why that matters to us; a new driver is agreed to anew."""

    driver: str


@kind
@frozen
class AgreeToDriver:
    """Agree that this driver is ours to respond to."""


@kind
@frozen
class BringToCircle:
    """Bring a proposal that responds to the driver."""

    proposal: str = field(converter=name)
    text: str


@kind
@frozen
class AskClarification:
    """Ask, in order to understand the proposal; what one thinks of it comes later."""

    text: str


@kind
@frozen
class AnswerClarification:
    """Answer a question by its number, as the proposer."""

    question: int
    text: str


@kind
@frozen
class GiveReaction:
    """Say briefly what one thinks of the proposal, once."""

    text: str


@kind
@frozen
class PassReaction:
    """Let one's turn in the round of reactions go by."""


@kind
@frozen
class TuneProposal:
    """Change the text, as the proposer, after the reactions."""

    text: str


@kind
@frozen
class SayNoObjection:
    """Say that one has no objection to the text."""


@kind
@frozen
class RecordConcern:
    """Have no objection, and put a concern on record."""

    concern: str


@kind
@frozen
class StandAside:
    """Do not agree, and do not stand in the way."""

    concern: str = ""


@kind
@frozen
class RaiseObjection:
    """Object, with the reason."""

    reason: str


@kind
@frozen
class TakeObjectionBack:
    """Take one's objection back."""


@kind
@frozen
class NameSilenceDate:
    """Name, as the facilitator, from when on silence is consent."""

    until: datetime


@kind
@frozen
class TestObjection:
    """Say, as the facilitator for the circle, what the reason of an objection shows."""

    objector: str = field(converter=nfc)
    effect: Effect


@kind
@frozen
class UpholdObjection:
    """Say that an objection shows something after all; one member is enough."""

    objector: str = field(converter=nfc)
    effect: Effect


@kind
@frozen
class OfferIntegration:
    """Offer a text that would meet the objection whose turn it is."""

    objector: str = field(converter=nfc)
    text: str


@kind
@frozen
class AcceptIntegration:
    """Say, as the objector whose turn it is, that the text offered meets one's objection.

    Attributes
    ----------
    hash
        SHA-256 of the text that one has read; empty: whatever is offered now.
    """

    hash: str = ""


@kind
@frozen
class MoveOn:
    """Close the present phase, as the facilitator, and begin the next."""


@kind
@frozen
class ReachConsent:
    """Say, as the facilitator, that nobody has an objection, and when the agreement is looked at again."""

    review: date = field(converter=day)


@kind
@frozen
class DelegateProposal:
    """Hand the proposal, as the facilitator, to some of the circle, those among them who object."""

    to: tuple[str, ...] = field(converter=names)


@kind
@frozen
class DeclareTimeOut:
    """Say that the time of the circle is over: what was declared for this case holds."""


CircleAct = (
    StateDriver
    | AgreeToDriver
    | BringToCircle
    | AskClarification
    | AnswerClarification
    | GiveReaction
    | PassReaction
    | TuneProposal
    | SayNoObjection
    | RecordConcern
    | StandAside
    | RaiseObjection
    | TakeObjectionBack
    | NameSilenceDate
    | TestObjection
    | UpholdObjection
    | OfferIntegration
    | AcceptIntegration
    | MoveOn
    | ReachConsent
    | DelegateProposal
    | DeclareTimeOut
)
