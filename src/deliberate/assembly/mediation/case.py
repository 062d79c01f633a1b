"""Where a mediation stands, folded from its steps."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

import attrs
from attrs import field, frozen

from deliberate.assembly.mediation.clause import Clause
from deliberate.assembly.mediation.order import Phase
from deliberate.assembly.mediation.steps import (
    AgreementReached,
    CaseDeclined,
    CaseEscalated,
    CaseHandedBack,
    CaseOpened,
    CaseTaken,
    ClauseAgreed,
    ClauseDrafted,
    ClauseDropped,
    HearingBegun,
    ImpasseDeclared,
    InterestNamed,
    MatterJudged,
    MediationConsented,
    MediationStep,
    OptionsOpened,
    OptionSuggested,
    PartiesAdvised,
    PartyLeft,
    PartyTold,
    PrivateTalkLogged,
    ReflectedBack,
    ReflectionConfirmed,
    ReflectionCorrected,
    TellingFinished,
)
from deliberate.assembly.reasons import missing_of
from deliberate.records.kinds import Step


@frozen
class MediationCase:
    """One conflict and the talk about it.

    Attributes
    ----------
    mediator
        Who mediates; empty while nobody does.
    declined
        Who is skilled and will not mediate, or has stopped.
    speaking
        The party who has the word, or whose words are being restated.
    told
        Whether the party who has the word has said something.
    confirmed
        The parties who said that they were heard.
    needing
        The parties who have named what they need.
    clauses
        By number, those that still stand.
    drafted
        The number of the last clause.
    private_talks
        How often the mediator talked to one party alone.
    advised, advised_unheard
        How often the mediator advised, judged or suggested, and how often of it somebody had not been heard.
    """

    phase: Phase = Phase.NEW
    matter: str = ""
    parties: tuple[str, ...] = ()
    mediator: str = ""
    declined: frozenset[str] = frozenset()
    consented: frozenset[str] = frozenset()
    speaking: str = ""
    told: bool = False
    confirmed: frozenset[str] = frozenset()
    needing: frozenset[str] = frozenset()
    options: tuple[str, ...] = ()
    clauses: Mapping[int, Clause] = field(factory=dict)
    drafted: int = 0
    private_talks: int = 0
    advised: int = 0
    advised_unheard: int = 0
    agreement: tuple[Clause, ...] = ()
    last: datetime | None = None

    @property
    def unheard(self) -> tuple[str, ...]:
        """The parties who have not yet said that they were heard."""
        return missing_of(self.parties, self.confirmed)

    def missing(self, clause: int) -> tuple[str, ...]:
        """The parties who have not agreed to a clause."""
        return missing_of(self.parties, self.clauses[clause].agreeing)

    def after(self, step: Step) -> MediationCase:
        """The case after one step; as it is where the step is of another area."""
        if not isinstance(step, MediationStep):
            return self
        case = attrs.evolve(self, last=step.at)
        for fold in (case._begun, case._heard, case._sought):
            folded = fold(step)
            if folded is not None:
                return folded
        return case._ended(step)

    def _begun(self, step: MediationStep) -> MediationCase | None:
        """Opening, the mediator, consent."""
        match step:
            case CaseOpened(matter, parties):
                return attrs.evolve(self, phase=Phase.OPENED, matter=matter, parties=parties)
            case CaseTaken(by):
                return attrs.evolve(self, mediator=by)
            case CaseDeclined(by):
                return attrs.evolve(self, declined=self.declined | {by})
            case MediationConsented(by, _, missing):
                phase = self.phase if missing else Phase.CONSENTED
                return attrs.evolve(self, phase=phase, consented=self.consented | {by})
            case CaseHandedBack(by):
                return MediationCase(
                    Phase.OPENED,
                    self.matter,
                    self.parties,
                    declined=self.declined | {by},
                    drafted=self.drafted,
                    private_talks=self.private_talks,
                    advised=self.advised,
                    advised_unheard=self.advised_unheard,
                    last=self.last,
                )
        return None

    def _heard(self, step: MediationStep) -> MediationCase | None:
        """Telling, restating, confirming."""
        match step:
            case HearingBegun(party):
                return attrs.evolve(self, phase=Phase.HEARING, speaking=party, told=False)
            case PartyTold():
                return attrs.evolve(self, told=True)
            case TellingFinished() | ReflectionCorrected():
                return attrs.evolve(self, phase=Phase.TOLD)
            case ReflectedBack():
                return attrs.evolve(self, phase=Phase.REFLECTED)
            case ReflectionConfirmed(by, _, missing):
                phase = Phase.CONFIRMED if missing else Phase.INTERESTS
                return attrs.evolve(self, phase=phase, speaking="", confirmed=self.confirmed | {by})
        return None

    def _sought(self, step: MediationStep) -> MediationCase | None:
        """Interests, options, clauses."""
        match step:
            case InterestNamed(by):
                return attrs.evolve(self, needing=self.needing | {by})
            case OptionsOpened():
                return attrs.evolve(self, phase=Phase.OPTIONS)
            case PartiesAdvised(by) | MatterJudged(by):
                return self._with_advice(by)
            case OptionSuggested(option, by):
                return attrs.evolve(self._with_advice(by), options=(*self.options, option))
            case ClauseDrafted(number, what, who, until):
                clauses = {**self.clauses, number: Clause(number, what, who, until)}
                return attrs.evolve(self, clauses=clauses, drafted=number)
            case ClauseAgreed(number, by, at):
                agreed = self.clauses[number].agreed_by(by, at)
                return attrs.evolve(self, clauses={**self.clauses, number: agreed})
            case ClauseDropped(number):
                standing = {each: clause for each, clause in self.clauses.items() if each != number}
                return attrs.evolve(self, clauses=standing)
        return None

    def _ended(self, step: MediationStep) -> MediationCase:
        match step:
            case AgreementReached(clauses):
                return attrs.evolve(self, phase=Phase.AGREEMENT, agreement=clauses)
            case ImpasseDeclared():
                return attrs.evolve(self, phase=Phase.IMPASSE)
            case PartyLeft():
                return attrs.evolve(self, phase=Phase.WITHDRAWN)
            case CaseEscalated():
                return attrs.evolve(self, phase=Phase.ESCALATED)
            case PrivateTalkLogged():
                return attrs.evolve(self, private_talks=self.private_talks + 1)
        return self

    def _with_advice(self, by: str) -> MediationCase:
        if by != self.mediator:
            return self
        unheard = self.advised_unheard + bool(self.unheard)
        return attrs.evolve(self, advised=self.advised + 1, advised_unheard=unheard)
