"""Where a consent circle stands, folded from its steps."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

import attrs
from attrs import field, frozen

from deliberate.assembly.circle.acts import Effect
from deliberate.assembly.circle.asking import Asking, CircleRound, Given, State
from deliberate.assembly.circle.order import CirclePhase
from deliberate.assembly.circle.steps import (
    AsideTaken,
    BroughtToCircle,
    CircleConsented,
    CircleDelegated,
    CircleMovedOn,
    CircleStep,
    CircleTimedOut,
    ClarificationAnswered,
    ClarificationAsked,
    ConcernRecorded,
    DriverAgreed,
    DriverStated,
    IntegrationAccepted,
    IntegrationOffered,
    NoObjectionSaid,
    ObjectionBrought,
    ObjectionTakenBack,
    ObjectionTested,
    ObjectionUpheld,
    ProposalTuned,
    ReactionGiven,
    ReactionPassed,
    SilenceDateNamed,
)
from deliberate.assembly.floor import Proposal, Version
from deliberate.records.kinds import Step

_STANDING = (State.UNTESTED, State.QUALIFIED)


@frozen
class Circle:
    """One proposal on its way to consent.

    Attributes
    ----------
    agreed
        Who agreed to the driver.
    text
        The text as it stands.
    hashes
        Of all texts so far; the number of the present one is their count.
    questions
        By number, whether each was answered.
    reacted
        Who has reacted or passed.
    round
        The number of the asking that is under way; 0 before the first.
    asking
        The answers of this asking and its objections.
    offered
        The text that was offered to the objector whose turn it is; empty where none is.
    silence
        From when on silence is consent in this phase; None where no date was named.
    rounds
        The askings that are over, as plain data.
    end
        How it ended, with the day on which an agreement is looked at again; None before.
    """

    phase: CirclePhase = CirclePhase.DRIVER
    driver: str = ""
    agreed: frozenset[str] = frozenset()
    proposal: str = ""
    proposer: str = ""
    text: str = ""
    hashes: tuple[str, ...] = ()
    questions: Mapping[int, bool] = field(factory=dict)
    reacted: frozenset[str] = frozenset()
    round: int = 0
    asking: Asking = field(factory=Asking)
    offered: str = ""
    silence: datetime | None = None
    rounds: tuple[CircleRound, ...] = ()
    last: datetime | None = None
    end: CircleConsented | CircleDelegated | CircleTimedOut | None = None

    @property
    def standing(self) -> tuple[str, ...]:
        """Whose objections stand, in the order in which they came; the first is dealt with first."""
        return self.asking.of_state(*_STANDING)

    @property
    def is_changed(self) -> bool:
        """Whether the text was changed since everybody was asked about it."""
        return bool(self.asking.text) and self.hashes[-1] != self.asking.text

    @property
    def slate(self) -> tuple[Proposal, ...]:
        """The proposal with its present text, once it was brought."""
        if not self.proposal:
            return ()
        return (Proposal(self.proposal, self.proposer, (Version(len(self.hashes), self.text, self.hashes[-1]),)),)

    def after(self, step: Step) -> Circle:
        """The circle after one step; as it is where the step is of another area."""
        if not isinstance(step, CircleStep):
            return self
        circle = attrs.evolve(self, last=step.at)
        for fold in (circle._prepared, circle._answered, circle._treated):
            folded = fold(step)
            if folded is not None:
                return folded
        return circle._moved(step)

    def _prepared(self, step: CircleStep) -> Circle | None:
        """Driver, proposal, questions, reactions, tuning."""
        match step:
            case DriverStated(driver):
                return attrs.evolve(self, driver=driver, agreed=frozenset())
            case DriverAgreed(by, _, missing):
                phase = self.phase if missing else CirclePhase.PROPOSAL
                return attrs.evolve(self, phase=phase, agreed=self.agreed | {by})
            case BroughtToCircle(proposal, text, hash_, by):
                circle = attrs.evolve(self, phase=CirclePhase.QUESTIONS, proposal=proposal, proposer=by)
                return circle._with_text(text, hash_)
            case ClarificationAsked(number):
                return attrs.evolve(self, questions={**self.questions, number: False})
            case ClarificationAnswered(number):
                return attrs.evolve(self, questions={**self.questions, number: True})
            case ReactionGiven(by=by) | ReactionPassed(by=by):
                return attrs.evolve(self, reacted=self.reacted | {by})
            case ProposalTuned(text=text, hash=hash_):
                return self._with_text(text, hash_)
        return None

    def _answered(self, step: CircleStep) -> Circle | None:
        """The answers of an asking."""
        match step:
            case NoObjectionSaid(by=by):
                return self._with(self.asking.answered(by, Given.CONSENT))
            case ConcernRecorded(concern=concern, by=by):
                return self._with(self.asking.answered(by, Given.CONSENT, concern))
            case AsideTaken(by=by, concern=concern):
                return self._with(self.asking.answered(by, Given.ASIDE, concern))
            case ObjectionBrought(reason=reason, by=by):
                return self._with(self.asking.answered(by, Given.OBJECTION, reason))
            case SilenceDateNamed(until):
                return attrs.evolve(self, silence=until)
        return None

    def _treated(self, step: CircleStep) -> Circle | None:
        """Objections taken back, tested, integrated."""
        match step:
            case ObjectionTakenBack(by=by) if self.phase is CirclePhase.OBJECTIONS:
                return self._with(self.asking.unsaid(by))
            case ObjectionTakenBack(by=by):
                circle = self._with(self.asking.with_state(by, State.WITHDRAWN))
                return attrs.evolve(circle, offered=self.offered if self.standing[:1] != (by,) else "")
            case ObjectionTested(objector, effect) | ObjectionUpheld(objector, effect):
                state = State.CONCERN if effect is Effect.NEITHER else State.QUALIFIED
                return self._with(self.asking.with_state(objector, state))
            case IntegrationOffered(_, text):
                return attrs.evolve(self, offered=text)
            case IntegrationAccepted(_, text, hash_, by):
                circle = self._with(self.asking.with_state(by, State.INTEGRATED))
                return attrs.evolve(circle, offered="")._with_text(text, hash_)
        return None

    def _moved(self, step: CircleStep) -> Circle:
        match step:
            case CircleMovedOn(to):
                silent = step.silent if self.phase is CirclePhase.OBJECTIONS else ()
                return self._closed(step) if to is CirclePhase.OBJECTIONS else self._in(to, silent)
            case CircleConsented():
                reached = self.asking.reached(step.silent, step.at.date())
                return attrs.evolve(self, phase=CirclePhase.CONSENT, rounds=(*self.rounds, reached), end=step)
            case CircleDelegated():
                failed = self.asking.failed((), step.at.date())
                return attrs.evolve(self, phase=CirclePhase.DELEGATED, rounds=(*self.rounds, failed), end=step)
            case CircleTimedOut():
                return attrs.evolve(self, phase=CirclePhase.TIMED_OUT, end=step)
        return self

    def _with(self, asking: Asking) -> Circle:
        return attrs.evolve(self, asking=asking)

    def _with_text(self, text: str, hash_: str) -> Circle:
        known = self.hashes[-1:] == (hash_,)
        return attrs.evolve(self, text=text, hashes=self.hashes if known else (*self.hashes, hash_))

    def _in(self, phase: CirclePhase, silent: tuple[str, ...]) -> Circle:
        """The circle in the next phase; whose silence became consent has answered."""
        asking = self.asking
        for by in silent:
            asking = asking.answered(by, Given.CONSENT)
        return attrs.evolve(self, phase=phase, asking=asking, silence=None)

    def _closed(self, step: CircleMovedOn) -> Circle:
        """The circle in a new asking, about the text as it stands now."""
        over, rounds = self.asking, self.rounds
        if self.round:
            rounds = (*rounds, over.failed((), step.at.date()))
        asking = Asking(self.hashes[-1], before=over.treatments)
        circle = self._in(CirclePhase.OBJECTIONS, ())
        return attrs.evolve(circle, round=self.round + 1, asking=asking, rounds=rounds)
