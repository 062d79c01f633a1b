"""Where a community and its matters stand: functions of their events and of now."""

from __future__ import annotations

from datetime import datetime
from functools import cached_property

from attrs import field, frozen

from deliberate.assembly.agenda import Agenda
from deliberate.assembly.confer import Deliberation
from deliberate.assembly.floor import Floor
from deliberate.community.delegation import Delegation
from deliberate.community.group import Group
from deliberate.community.proxy import Proxy
from deliberate.community.roll import Roll
from deliberate.decision.consent_rounds import ConsentRounds
from deliberate.decision.decision import Decision
from deliberate.duty.assign import Mandate, assign
from deliberate.duty.duty import Duty
from deliberate.duty.follow import Report, follow
from deliberate.duty.offer import Offer
from deliberate.duty.undertaking import Undertaking
from deliberate.evaluation.evaluate import Evaluation, evaluate
from deliberate.hall.acts import (
    AnswerOffer,
    AssignDuties,
    Delegate,
    FreezeText,
    PlanMeasure,
    WithdrawDelegation,
)
from deliberate.hall.days import day_of
from deliberate.hall.events import COMMUNITY
from deliberate.hall.policy import Policy
from deliberate.hall.readings import Reading, readings
from deliberate.hall.rounds import consent_rounds
from deliberate.hall.vote import Vote
from deliberate.records.kinds import Step
from deliberate.records.pile import Pile

EMPTY_ROLL = Roll((), ())


@frozen
class Community:
    """Who is there, in what groups, under which policy.

    Attributes
    ----------
    keeper
        Who founded the community and keeps the roll.
    trust
        Every delegation given and withdrawn, in the order in which they were.
    """

    name: str = ""
    keeper: str = ""
    roll: Roll = EMPTY_ROLL
    policy: Policy = field(factory=Policy)
    groups: tuple[Group, ...] = ()
    trust: Pile[Delegate | WithdrawDelegation] = field(factory=Pile)
    version: int = 0
    last: datetime | None = None

    stream = COMMUNITY

    def group(self, name: str) -> Group | None:
        """The group of this name."""
        return next((group for group in self.groups if group.name == name), None)

    @property
    def delegations(self) -> tuple[Delegation, ...]:
        """The delegations in force, one for each giver and scope; O(all that were ever given)."""
        known: dict[tuple[str, str, frozenset[str]], Delegation] = {}
        for act in self.trust:
            said = act.delegation if isinstance(act, Delegate) else act
            scope = (said.giver, said.matter, said.tags)
            known.pop(scope, None)
            if isinstance(said, Delegation):
                known[scope] = said
        return tuple(known.values())


@frozen
class DutyOffer:
    """A duty offered to somebody, and what they said; None while they have not."""

    duty: str
    to: str
    answer: AnswerOffer | None = None


@frozen(slots=False)
class Matter:
    """One matter on its way: talked over, decided, carried out, judged.

    Attributes
    ----------
    id
        Its stream in the journal.
    policy
        As it was when the matter began.
    proxies
        The list for the next vote, as it was published last.
    community
        As it is now: for the guards; no part of the matter's own story.
    """

    id: str
    policy: Policy = field(factory=Policy)
    steps: Pile[Step] = field(factory=Pile)
    floor: Floor = field(factory=Floor)
    text: FreezeText | None = None
    proxies: tuple[Proxy, ...] = ()
    votes: tuple[Vote, ...] = ()
    duties: tuple[Duty, ...] = ()
    offers: tuple[DutyOffer, ...] = ()
    assignment: AssignDuties | None = None
    plan: PlanMeasure | None = None
    reports: Pile[Report] = field(factory=Pile)
    judged: datetime | None = None
    closed: datetime | None = None
    version: int = 0
    last: datetime | None = None
    community: Community = field(factory=Community, eq=False, repr=False)

    @property
    def stream(self) -> str:
        """Its stream in the journal."""
        return self.id

    @property
    def vote(self) -> Vote | None:
        """The newest vote."""
        return self.votes[-1] if self.votes else None

    def deliberation(self, said: int | None = None) -> Deliberation:
        """What was said, up to a number of steps."""
        steps = self.steps[:said] if said is not None else tuple(self.steps)
        return Deliberation(Agenda(), self.policy.procedure, steps)

    @cached_property
    def readings(self) -> tuple[Reading, ...]:
        """The votes that have their results, each with how many readings its text had passed by then."""
        return tuple(readings(self.votes))

    @cached_property
    def decision(self) -> Decision | None:
        """The newest decision; those before it hang on it."""
        decision: Decision | None = None
        for reading in self.readings:
            decision = self._decided(reading, decision)
        return decision

    def _decided(self, reading: Reading, before: Decision | None) -> Decision:
        vote, clock = reading.vote, self.policy.utc_offset
        return Decision(
            deliberation=self.deliberation(vote.said),
            election=vote.election(),
            outcome=vote.outcome(),
            before=before,
            next_reading=day_of(reading.opens, clock) if reading.opens else None,
            review=day_of(reading.review, clock) if reading.review else None,
        )

    @cached_property
    def consent_rounds(self) -> ConsentRounds | None:
        """The newest rounds of consent, one after another on one proposal; None where the last vote was none."""
        return consent_rounds(self.votes)

    @cached_property
    def undertaking(self) -> Undertaking | None:
        """The decision, its duties, and the offers of those who accepted."""
        if self.decision is None or not self.duties:
            return None
        stewards, deputies = (self.assignment.stewards, self.assignment.deputies) if self.assignment else ((), ())
        return Undertaking(self.decision, self.duties, self._accepted(), stewards, deputies)

    @cached_property
    def mandate(self) -> Mandate | None:
        """Who answers for what; None before the duties are assigned."""
        if self.undertaking is None or self.assignment is None:
            return None
        return assign(self.undertaking, self.assignment.assigner)

    @cached_property
    def evaluation(self) -> Evaluation | None:
        """The judgement; None before it is made."""
        if self.mandate is None or self.plan is None or self.judged is None:
            return None
        return evaluate(follow(self.mandate, tuple(self.reports)), *self.plan.indicators)

    @property
    def agenda(self) -> Agenda:
        """What comes next: what failed, what is read or reviewed again, what was judged."""
        decided = self.decision.agenda if self.decision else Agenda()
        judged = day_of(self.judged, self.policy.utc_offset) if self.judged else None
        waiting = (item for item in decided.items if not (judged and item.due and item.due <= judged))
        return Agenda(tuple(waiting)) | (self.evaluation.agenda if self.evaluation else Agenda())

    def _accepted(self) -> tuple[Offer, ...]:
        """One offer a person: the duties accepted, in the order in which they were, the hours said last."""
        accepted: dict[str, list[AnswerOffer]] = {}
        for offer in self.offers:
            if offer.answer is not None and offer.answer.answer == "accept":
                accepted.setdefault(offer.to, []).append(offer.answer)
        return tuple(
            Offer(
                person=person,
                duties=tuple(answer.duty for answer in answers),
                hours=answers[-1].hours,
                steward_of=tuple(answer.duty for answer in answers if answer.steward == "yes"),
            )
            for person, answers in accepted.items()
        )


State = Community | Matter
