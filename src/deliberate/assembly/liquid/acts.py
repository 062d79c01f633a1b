"""What a member can do with an issue, its initiatives and the suggestions to them."""

from __future__ import annotations

from attrs import field, frozen

from deliberate.assembly.liquid.degrees import Degree, Fulfilment, degree
from deliberate.identity import name, nfc
from deliberate.records import kinds
from deliberate.records.kinds import kind


@kind
@frozen
class StartInitiative:
    """Put an initiative into the issue and support it; the first one opens the issue."""

    initiative: str = field(converter=name)
    text: str


@kind
@frozen
class RedraftInitiative:
    """Give one's initiative a new draft."""

    initiative: str = field(converter=nfc)
    text: str


@kind
@frozen
class RevokeInitiative:
    """Take one's initiative back."""

    initiative: str = field(converter=nfc)


@kind
@frozen
class SupportInitiative:
    """Support an initiative, or say that one knows its new draft and supports it still."""

    initiative: str = field(converter=nfc)


@kind
@frozen
class DropSupport:
    """Support an initiative no more."""

    initiative: str = field(converter=nfc)


@kind
@frozen
class MakeSuggestion:
    """Suggest a change to an initiative that one supports.

    Attributes
    ----------
    degree
        How much one wants it: ``must`` (2), ``should`` (1), ``should-not`` (-1), ``must-not`` (-2).
    """

    initiative: str = field(converter=nfc)
    suggestion: str = field(converter=name)
    text: str
    degree: Degree = field(default=Degree.SHOULD, converter=degree)


@kind
@frozen
class RateSuggestion:
    """Say how much one wants a suggestion, and whether the draft fulfils it."""

    initiative: str = field(converter=nfc)
    suggestion: str = field(converter=nfc)
    degree: Degree = field(converter=degree)
    fulfilment: Fulfilment = field(default=Fulfilment.UNFULFILLED, converter=Fulfilment)


@kind
@frozen
class DropOpinion:
    """Take one's opinion on a suggestion back."""

    initiative: str = field(converter=nfc)
    suggestion: str = field(converter=nfc)


@kind
@frozen
class ShowInterest:
    """Show interest in the issue without supporting anything."""


@kind
@frozen
class DropInterest:
    """Be interested no more: all one's support here is dropped."""


@kind
@frozen
class VoteFigures:
    """How one initiative stands in the vote.

    Attributes
    ----------
    yes, no, neither
        How many rank it above the status quo, below, or at the same place.
    """

    initiative: str = field(converter=nfc)
    yes: int
    no: int
    neither: int = 0

    def explain(self, lang: str = "en") -> str:
        """The figures in words."""
        return kinds.told(self, lang)


@kind
@frozen
class RecordCount:
    """Write down what the ballots gave.

    Attributes
    ----------
    figures
        The initiatives that the ranking puts above the status quo, the best first.
    """

    figures: tuple[VoteFigures, ...] = ()


@kind
@frozen
class BreakOff:
    """Break the issue off; only for those whom the rules name."""

    reason: str


LiquidAct = (
    StartInitiative
    | RedraftInitiative
    | RevokeInitiative
    | SupportInitiative
    | DropSupport
    | MakeSuggestion
    | RateSuggestion
    | DropOpinion
    | ShowInterest
    | DropInterest
    | RecordCount
    | BreakOff
)
