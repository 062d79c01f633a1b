"""The order of a mediation as a table: who may do what in which phase."""

from __future__ import annotations

from enum import StrEnum

from deliberate.assembly.phases import Order, Row


class Phase(StrEnum):
    """Where a mediation stands."""

    NEW = "mediation.new"
    OPENED = "mediation.opened"
    CONSENTED = "mediation.consented"
    HEARING = "mediation.hearing"
    TOLD = "mediation.told"
    REFLECTED = "mediation.reflected"
    CONFIRMED = "mediation.confirmed"
    INTERESTS = "mediation.interests"
    OPTIONS = "mediation.options"
    AGREEMENT = "mediation.agreement"
    IMPASSE = "mediation.impasse"
    WITHDRAWN = "mediation.withdrawn"
    ESCALATED = "mediation.escalated"


_OPENED, _HEARING, _OPTIONS = Phase.OPENED, Phase.HEARING, Phase.OPTIONS
# Between two hearings, and after the last: when the mediator may speak at all.
_QUIET = (
    Phase.CONSENTED,
    Phase.TOLD,
    Phase.REFLECTED,
    Phase.CONFIRMED,
    Phase.INTERESTS,
    Phase.OPTIONS,
)
_HEARD = (Phase.INTERESTS, Phase.OPTIONS)

ORDER = Order(
    tuple(Phase),
    (
        Row("OpenCase", "member", (Phase.NEW,), (_OPENED,)),
        Row("TakeCase", "skilled", (_OPENED,)),
        Row("DeclineCase", "skilled", (_OPENED,)),
        Row("EscalateCase", "involved", (_OPENED,), (Phase.ESCALATED,)),
        Row("ConsentToMediation", "party", (_OPENED,), (Phase.CONSENTED,)),
        Row("HearParty", "mediator", (Phase.CONSENTED, Phase.CONFIRMED), (_HEARING,)),
        Row("Tell", "heard", (_HEARING,)),
        Row("FinishTelling", "heard", (_HEARING,), (Phase.TOLD,)),
        Row("ReflectBack", "mediator", (Phase.TOLD,), (Phase.REFLECTED,)),
        Row("ConfirmReflection", "heard", (Phase.REFLECTED,), (Phase.CONFIRMED, Phase.INTERESTS)),
        Row("CorrectReflection", "heard", (Phase.REFLECTED,), (Phase.TOLD,)),
        Row("NameInterest", "party", (Phase.INTERESTS,)),
        Row("OpenOptions", "mediator", (Phase.INTERESTS,), (_OPTIONS,)),
        Row("AdviseParties", "mediator", _HEARD),
        Row("JudgeMatter", "mediator", _HEARD),
        Row("SuggestOption", "at-the-table", (_OPTIONS,)),
        Row("DraftClause", "at-the-table", (_OPTIONS,)),
        Row("AgreeToClause", "party", (_OPTIONS,)),
        Row("DropClause", "party", (_OPTIONS,)),
        Row("ConcludeAgreement", "mediator", (_OPTIONS,), (Phase.AGREEMENT,)),
        Row("LogPrivateTalk", "mediator", _QUIET),
        Row("DeclareImpasse", "mediator", _QUIET, (Phase.IMPASSE,)),
        Row("HandCaseBack", "mediator", (_OPENED, *_QUIET), (_OPENED,)),
        Row("LeaveMediation", "party", (_OPENED, _HEARING, *_QUIET), (Phase.WITHDRAWN,)),
    ),
)
# What a mediator says of her own; before everybody was heard it is refused, whatever the phase.
ADVICE = frozenset({"AdviseParties", "JudgeMatter", "SuggestOption"})
# What only parties decide.
PARTIES_ONLY = frozenset({"ConsentToMediation", "ConfirmReflection", "AgreeToClause", "DropClause"})
