"""What happened in a mediation."""

from __future__ import annotations

from datetime import date, datetime

from attrs import frozen

from deliberate.assembly.mediation.clause import Clause
from deliberate.records.kinds import kind


@kind
@frozen
class CaseOpened:
    """A conflict was brought to mediation."""

    matter: str
    parties: tuple[str, ...]
    by: str
    at: datetime


@kind
@frozen
class CaseTaken:
    """Somebody skilled and without a stake will mediate."""

    by: str
    at: datetime


@kind
@frozen
class CaseDeclined:
    """Somebody skilled will not mediate."""

    by: str
    at: datetime


@kind
@frozen
class CaseEscalated:
    """The case went up: nobody skilled and without a stake was left to take it."""

    to: str
    by: str
    at: datetime
    reason: str = ""


@kind
@frozen
class MediationConsented:
    """A party agreed to talk with this mediator.

    Attributes
    ----------
    missing
        The parties who have not agreed yet.
    """

    by: str
    at: datetime
    missing: tuple[str, ...] = ()


@kind
@frozen
class PartyLeft:
    """A party left; the mediation is over."""

    by: str
    at: datetime
    reason: str = ""


@kind
@frozen
class CaseHandedBack:
    """The mediator stopped; whoever comes next hears everybody anew."""

    by: str
    at: datetime
    reason: str = ""


@kind
@frozen
class HearingBegun:
    """A party has the word."""

    party: str
    by: str
    at: datetime


@kind
@frozen
class PartyTold:
    """The party who has the word told something."""

    by: str
    text: str
    at: datetime


@kind
@frozen
class TellingFinished:
    """The party has told what there was to tell."""

    by: str
    at: datetime


@kind
@frozen
class ReflectedBack:
    """The mediator said what was heard."""

    party: str
    text: str
    by: str
    at: datetime


@kind
@frozen
class ReflectionConfirmed:
    """The party was heard.

    Attributes
    ----------
    missing
        The parties who have not been heard yet.
    """

    by: str
    at: datetime
    missing: tuple[str, ...] = ()


@kind
@frozen
class ReflectionCorrected:
    """The party said what the mediator did not hear."""

    by: str
    text: str
    at: datetime


@kind
@frozen
class InterestNamed:
    """A party said what it needs."""

    by: str
    text: str
    at: datetime


@kind
@frozen
class OptionsOpened:
    """The talk turned to what could be done."""

    by: str
    at: datetime


@kind
@frozen
class PartiesAdvised:
    """The mediator advised."""

    by: str
    text: str
    at: datetime


@kind
@frozen
class MatterJudged:
    """The mediator said what she thinks is right."""

    by: str
    text: str
    at: datetime


@kind
@frozen
class OptionSuggested:
    """Something that could be done was suggested."""

    option: str
    by: str
    at: datetime
    text: str = ""


@kind
@frozen
class ClauseDrafted:
    """A clause was put on paper."""

    clause: int
    what: str
    who: tuple[str, ...]
    until: date
    by: str
    at: datetime


@kind
@frozen
class ClauseAgreed:
    """A party agreed to a clause.

    Attributes
    ----------
    missing
        The parties who have not agreed to it yet.
    """

    clause: int
    by: str
    at: datetime
    missing: tuple[str, ...] = ()


@kind
@frozen
class ClauseDropped:
    """A party refused a clause."""

    clause: int
    by: str
    at: datetime
    reason: str = ""


@kind
@frozen
class AgreementReached:
    """Every party has agreed to every clause."""

    clauses: tuple[Clause, ...]
    parties: tuple[str, ...]
    by: str
    at: datetime


@kind
@frozen
class PrivateTalkLogged:
    """The mediator talked to one party alone."""

    party: str
    by: str
    at: datetime


@kind
@frozen
class ImpasseDeclared:
    """It went no further."""

    by: str
    at: datetime
    reason: str = ""


MediationStep = (
    CaseOpened
    | CaseTaken
    | CaseDeclined
    | CaseEscalated
    | MediationConsented
    | PartyLeft
    | CaseHandedBack
    | HearingBegun
    | PartyTold
    | TellingFinished
    | ReflectedBack
    | ReflectionConfirmed
    | ReflectionCorrected
    | InterestNamed
    | OptionsOpened
    | PartiesAdvised
    | MatterJudged
    | OptionSuggested
    | ClauseDrafted
    | ClauseAgreed
    | ClauseDropped
    | AgreementReached
    | PrivateTalkLogged
    | ImpasseDeclared
)
