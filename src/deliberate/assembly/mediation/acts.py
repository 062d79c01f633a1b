"""What can be done in a mediation."""

from __future__ import annotations

from datetime import date

from attrs import field, frozen

from deliberate.assembly.usable import day
from deliberate.identity import name, names, nfc
from deliberate.records.kinds import kind


@kind
@frozen
class OpenCase:
    """Bring a conflict: what it is about, and between whom."""

    matter: str = field(converter=name)
    parties: tuple[str, ...] = field(converter=names)


@kind
@frozen
class TakeCase:
    """Say, as a skilled person without a stake, that one will mediate."""


@kind
@frozen
class DeclineCase:
    """Say, as a skilled person, that one will not mediate."""


@kind
@frozen
class EscalateCase:
    """Hand the case up, where nobody skilled and without a stake is left to take it."""

    reason: str = ""


@kind
@frozen
class ConsentToMediation:
    """Agree, as a party, to talk with this mediator."""


@kind
@frozen
class LeaveMediation:
    """Go, as a party; nobody asks for a reason."""

    reason: str = ""


@kind
@frozen
class HandCaseBack:
    """Stop mediating: whoever comes next hears everybody anew."""

    reason: str = ""


@kind
@frozen
class HearParty:
    """Give a party the word, until she has finished."""

    party: str = field(converter=nfc)


@kind
@frozen
class Tell:
    """Tell, as the party who has the word."""

    text: str


@kind
@frozen
class FinishTelling:
    """Say, as the party who has the word, that this is all for now."""


@kind
@frozen
class ReflectBack:
    """Say, as the mediator, what one has heard, in one's own words."""

    text: str


@kind
@frozen
class ConfirmReflection:
    """Say, as the party who was heard, that this is what one meant."""


@kind
@frozen
class CorrectReflection:
    """Say, as the party who was heard, what the mediator did not hear; she restates."""

    text: str


@kind
@frozen
class NameInterest:
    """Say, as a party, what one needs; not what the other shall do."""

    text: str


@kind
@frozen
class OpenOptions:
    """Go on, as the mediator, from what is needed to what could be done."""


@kind
@frozen
class AdviseParties:
    """Advise, as the mediator."""

    text: str


@kind
@frozen
class JudgeMatter:
    """Say, as the mediator, what one thinks is right."""

    text: str


@kind
@frozen
class SuggestOption:
    """Suggest something that could be done."""

    option: str = field(converter=name)
    text: str = ""


@kind
@frozen
class DraftClause:
    """Put a clause on paper: what, who does it, until when."""

    what: str
    who: tuple[str, ...] = field(converter=names)
    until: date = field(converter=day)


@kind
@frozen
class AgreeToClause:
    """Agree, as a party, to a clause by its number."""

    clause: int


@kind
@frozen
class DropClause:
    """Refuse, as a party, a clause by its number: it falls."""

    clause: int
    reason: str = ""


@kind
@frozen
class ConcludeAgreement:
    """Say, as the mediator, that every party has agreed to every clause."""


@kind
@frozen
class LogPrivateTalk:
    """Log, as the mediator, that one talked to one party alone; what was said stays there."""

    party: str = field(converter=nfc)


@kind
@frozen
class DeclareImpasse:
    """Say, as the mediator, that it goes no further."""

    reason: str = ""


MediationAct = (
    OpenCase
    | TakeCase
    | DeclineCase
    | EscalateCase
    | ConsentToMediation
    | LeaveMediation
    | HandCaseBack
    | HearParty
    | Tell
    | FinishTelling
    | ReflectBack
    | ConfirmReflection
    | CorrectReflection
    | NameInterest
    | OpenOptions
    | AdviseParties
    | JudgeMatter
    | SuggestOption
    | DraftClause
    | AgreeToClause
    | DropClause
    | ConcludeAgreement
    | LogPrivateTalk
    | DeclareImpasse
)
