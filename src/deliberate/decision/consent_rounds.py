"""The consent procedure 同意决: rounds on a proposal, until nobody has a reason against its text any more."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cached_property, partial
from typing import Protocol

import numpy as np
from attrs import field, frozen

from deliberate.decision.answers import Answers
from deliberate.decision.consent_steps import (
    ConsentAsked,
    ConsentReached,
    ObjectionIntegrated,
    ObjectionRaised,
    ObjectionWithdrawn,
    StoodAside,
)
from deliberate.decision.judge import required
from deliberate.errors import ElectionError, Refused, RuleError
from deliberate.identity import names
from deliberate.records.kinds import Step, Trace, kind, told
from deliberate.requirement.ruling import Requirement, Ruling
from deliberate.requirement.statuses import STANCES, Stance, Status
from deliberate.words import say

INTEGRATED, WITHDRAWN = "integrated", "withdrawn"
OPTIONS = ("proposal", "status quo")
_STATUS = {
    Status.PASSED: "decided",
    Status.REJECTED: "rejected",
    Status.NO_QUORUM: "inquorate",
    Status.TIED: "tied",
}


@kind
@frozen
class Treatment:
    """How an objection of the round before was dealt with.

    Attributes
    ----------
    objector
        Whose objection it is; nobody else withdraws it.
    how
        ``integrated`` into the new text, or ``withdrawn``.

    Raises
    ------
    RuleError
        ``bad-parameter`` for anything else.
    """

    objector: str
    how: str

    def __attrs_post_init__(self) -> None:
        if self.how not in {INTEGRATED, WITHDRAWN}:
            raise RuleError("bad-parameter", parameter="how", value=self.how, known=(INTEGRATED, WITHDRAWN))

    def step(self, number: int, reason: str) -> ObjectionIntegrated | ObjectionWithdrawn:
        """What it is as a step of a round: the objection's reason goes with it."""
        treated = ObjectionIntegrated if self.how == INTEGRATED else ObjectionWithdrawn
        return treated(number, self.objector, reason)


class Asking(Protocol):
    """What a consent circle leaves of one asking: names and words, nothing counted yet."""

    @property
    def text(self) -> str:
        """The hash of the text that was asked about."""

    @property
    def stances(self) -> tuple[tuple[str, str], ...]:
        """Pairs of a member and their stance."""

    @property
    def reasons(self) -> tuple[tuple[str, str], ...]:
        """Pairs of a member and their reason or concern."""

    @property
    def treatments(self) -> tuple[tuple[str, str], ...]:
        """Pairs of who objected in the asking before and what became of it."""

    @property
    def held(self) -> date:
        """The day on which it ended."""


@kind
@frozen
class ConsentRound:
    """One round: a text, everybody's answer to it, and what became of the objections before it.

    Attributes
    ----------
    text
        The hash of the text that is asked about.
    answers
        Given anew in each round; none is carried over from the round before.
    reasons
        Pairs of a member and their reason: every objection has one, who stands aside may name a concern.
    treatments
        One for each objection of the round before, where that one failed.
    held
        The day on which it ended: a review is counted from there.
    """

    text: str
    answers: Answers
    reasons: tuple[tuple[str, str], ...] = ()
    treatments: tuple[Treatment, ...] = ()
    held: date | None = None

    @classmethod
    def of(cls, asking: Asking, roll: Mapping[str, Sequence[int]], options: tuple[str, str] = OPTIONS) -> ConsentRound:
        """One asking of a consent circle, as the circle leaves it, as a round that can be counted.

        Parameters
        ----------
        roll
            For each member of the circle the weights.
        options
            The proposal and the status quo.

        Raises
        ------
        ElectionError
            ``not-on-the-roll``: somebody answered who is not on the roll.
        """
        answers = Answers.of(dict(asking.stances), roll, options=options)
        treatments = tuple(Treatment(*each) for each in asking.treatments)
        return cls(asking.text, answers, asking.reasons, treatments, asking.held)

    def of_stance(self, stance: Stance) -> tuple[tuple[str, str], ...]:
        """Who answered so, in the order of the roll, each with the reason given; an empty one where none was."""
        reasons = dict(self.reasons)
        places = np.flatnonzero(self.answers.stances == STANCES.index(stance))
        members = (self.answers.members[place] for place in places)
        return tuple((member, reasons.get(member, "")) for member in members)


@kind
@frozen
class ConsentRounds:
    """The rounds of consent on one proposal; everything else is folded from them.

    Attributes
    ----------
    requirement
        Who must answer and what blocks, or the id of a pack; ``s3.consent`` by default.
    review_days
        How many days after the round that reached consent the decision is looked at again; 0 for no review.

    Raises
    ------
    Refused
        ``no-consent-round``; ``objection-needs-reason``; ``objection-unanswered`` where an objection of a failed
        round is neither integrated nor withdrawn in the next; ``objection-not-raised`` where somebody's is who
        raised none; ``text-not-changed`` where one is integrated into the same text.
    ElectionError
        ``not-on-the-roll``: a reason of somebody else; ``profiles-differ``: rounds on two proposals.

    Examples
    --------
    >>> roll = {"li": (1,), "wang": (1,)}
    >>> first = Answers.of({"li": "YES", "wang": "OBJECTION"}, roll)
    >>> one = ConsentRound("text 1", first, reasons=(("wang", "Too close to the kindergarten."),))
    >>> [objection.by for objection in ConsentRounds((one,)).open_objections]
    ['wang']
    >>> second = Answers.of({"li": "YES", "wang": "STAND_ASIDE"}, roll)
    >>> two = ConsentRound("text 2", second, treatments=(Treatment("wang", "integrated"),))
    >>> ConsentRounds((one, two)).status
    'decided'

    Notes
    -----
    O(n_voters) for each round. Standing aside is no objection. Objections in a round that reached consent, where a
    requirement lets some stand, need no treatment: they stay on record.

    References
    ----------
    B. Bockelbrink, J. Priest, L. David, A Practical Guide for Evolving Agile and Resilient Organizations with
    Sociocracy 3.0, 2022: Consent Decision-Making, Resolve Objections, Evaluate and Evolve Agreements.
    """

    rounds: tuple[ConsentRound, ...]
    requirement: Requirement = field(factory=partial(required, "s3.consent"), converter=required)
    review_days: int = 0

    def __attrs_post_init__(self) -> None:
        if not self.rounds:
            raise Refused("no-consent-round")
        for number, one in enumerate(self.rounds, 1):
            if one.answers.options != self.rounds[0].answers.options:
                raise ElectionError("profiles-differ", one=self.rounds[0].answers.options, other=one.answers.options)
            _check_reasons(number, one)
            self._check_treatments(number, one)

    @cached_property
    def rulings(self) -> tuple[Ruling, ...]:
        """How the requirement rules on each round."""
        return tuple(self.requirement.rule_on(one.answers.facts()) for one in self.rounds)

    @cached_property
    def trace(self) -> Trace:
        """What happened, step by step."""
        return tuple(self.steps())

    def steps(self) -> Iterator[Step]:
        """Tell the rounds.

        Yields
        ------
        Step
            For each round: what became of the objections before it (``ObjectionIntegrated``,
            ``ObjectionWithdrawn``), who objects (``ObjectionRaised``), who stands aside (``StoodAside``), how the
            requirement rules (``ConsentAsked``); ``ConsentReached`` where it passed.
        """
        for number, (one, ruling) in enumerate(zip(self.rounds, self.rulings, strict=True), 1):
            raised = self._unanswered(number)
            yield from (each.step(number, raised[each.objector]) for each in one.treatments)
            yield from (ObjectionRaised(number, *each) for each in one.of_stance(Stance.OBJECTION))
            yield from (StoodAside(number, *each) for each in one.of_stance(Stance.STAND_ASIDE))
            yield ConsentAsked(number, one.text, ruling)
            if ruling.status is Status.PASSED:
                yield ConsentReached(number, self.proposal, self._review(one))

    @property
    def proposal(self) -> str:
        """What the rounds were about."""
        return self.rounds[0].answers.options[0]

    @property
    def status(self) -> str:
        """Where the last round left it: ``decided``, ``rejected``, ``inquorate``; ``tied`` by some requirements."""
        return _STATUS[self.rulings[-1].status]

    @property
    def open_objections(self) -> tuple[ObjectionRaised, ...]:
        """The objections of the last round; those before it were dealt with."""
        return tuple(ObjectionRaised(len(self.rounds), *each) for each in self.rounds[-1].of_stance(Stance.OBJECTION))

    @property
    def review(self) -> date | None:
        """The day on which the decision is looked at again; None before consent is reached, or where none is set."""
        return self._review(self.rounds[-1]) if self.status == "decided" else None

    def explain(self, lang: str = "en") -> str:
        """The rounds in words, one sentence a step."""
        return "\n".join(self.lines(lang))

    def lines(self, lang: str) -> Iterator[str]:
        """The sentences of :meth:`explain`."""
        yield say("rule.consent", {}, lang)
        for step in self.trace:
            yield told(step, lang)

    def _review(self, one: ConsentRound) -> date | None:
        return one.held + timedelta(days=self.review_days) if one.held and self.review_days else None

    def _unanswered(self, number: int) -> dict[str, str]:
        """The objections that a round must answer, by objector: those of the round before, where it failed."""
        if number == 1 or self.rulings[number - 2].status is Status.PASSED:
            return {}
        return dict(self.rounds[number - 2].of_stance(Stance.OBJECTION))

    def _check_treatments(self, number: int, one: ConsentRound) -> None:
        raised = self._unanswered(number)
        treated = names((each.objector for each in one.treatments), where=f"round {number}")
        for each in one.treatments:
            if each.objector not in raised:
                raise Refused("objection-not-raised", by=each.objector, round=number)
            if each.how == INTEGRATED and one.text == self.rounds[number - 2].text:
                raise Refused("text-not-changed", by=each.objector, round=number)
        for by in raised:
            if by not in treated:
                raise Refused("objection-unanswered", by=by, round=number)


def _check_reasons(number: int, one: ConsentRound) -> None:
    known = set(one.answers.members)
    for by in names((by for by, _ in one.reasons), where=f"round {number}"):
        if by not in known:
            raise ElectionError("not-on-the-roll", where=f"round {number}", member=by)
    for by, reason in one.of_stance(Stance.OBJECTION):
        if not reason.strip():
            raise Refused("objection-needs-reason", by=by, round=number)
