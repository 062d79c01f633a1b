"""The late-quorum extension 延时: a quorum made late leaves everybody time to answer it, once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

import attrs
from attrs import field, frozen

from deliberate.community.roll import Roll
from deliberate.decision.ballots import Answer
from deliberate.decision.rule import AnyRule
from deliberate.hall.acts import CastBallot
from deliberate.hall.count import divided, unanswered
from deliberate.hall.policy import Policy
from deliberate.requirement.conditions import All
from deliberate.requirement.facts import Facts
from deliberate.requirement.ruling import Requirement
from deliberate.requirement.statuses import Stance, Status
from deliberate.requirement.tallies import Tallies


@frozen
class Extension:
    """Whether enough have taken part yet, followed ballot by ballot, and when they first had.

    Derived from the ballots and their moments, never an event. A ballot that is changed later so that the
    quorum is missed again does not take the extension back; a second quorum does not give another.

    Attributes
    ----------
    quorum
        The requirement without its threshold.
    hours
        How long the vote stays open after the quorum is made.
    weights
        What each member counts in each measure of the tallies.
    places
        The group of each member in each division of the electorate that the quorum asks for.
    facts
        Who stands how; no longer followed once the quorum is made.
    reached
        The moment of the ballot that made the quorum; None while too few have taken part.

    Notes
    -----
    Only ballots that were cast make the quorum here. Whoever is carried by a delegation takes part at the count, but
    whose ballot carries them is not known before the close: each ballot may take some away from another. So a ballot
    that makes the quorum by the votes it carries extends nothing.

    O(n_measures) a ballot, however many came before; O(n_groups) where the quorum is judged by groups.

    References
    ----------
    OpenZeppelin, Contracts 5, GovernorPreventLateQuorum: max(deadline, moment + extension), once.
    """

    quorum: Requirement
    hours: int
    weights: Mapping[str, tuple[int, ...]] = field(eq=False, repr=False)
    places: Mapping[str, tuple[str, ...]] = field(eq=False, repr=False)
    facts: Facts = field(repr=False)
    reached: datetime | None = None

    def after(self, member: str, stances: tuple[Stance, Stance], at: datetime) -> Extension:
        """What follows from a member's standing ballot changing from one stance to another."""
        if self.reached is not None or stances[0] == stances[1]:
            return self
        facts = self._moved(member, stances)
        return attrs.evolve(self, facts=facts, reached=at if _enough(self.quorum, facts) else None)

    def deadline(self, until: datetime) -> datetime:
        """When the vote closes that was opened until a moment."""
        return until if self.reached is None else max(until, self.reached + timedelta(hours=self.hours))

    def _moved(self, member: str, stances: tuple[Stance, Stance]) -> Facts:
        units = self.weights[member]
        groups = tuple(
            (by, tuple((name, _changed(each, stances, units) if name == own else each) for name, each in named))
            for (by, named), own in zip(self.facts.groups, self.places.get(member, ()), strict=True)
        )
        return Facts(_changed(self.facts.tallies, stances, units), groups)


def extension(rule: AnyRule, roll: Roll, policy: Policy) -> Extension | None:
    """Begin to watch for the quorum of a vote.

    Returns
    -------
    Extension or None
        None where no late quorum can be: no hours, a rule without a requirement, and a requirement that is met
        before anybody votes.
    """
    requirement = requirement_of(rule)
    if requirement is None or policy.extension_hours == 0:
        return None
    quorum = attrs.evolve(requirement, pass_=All(()), tie="reject")
    table = unanswered(rule, roll, divided(roll, policy.levels, quorum.divisions))
    if _enough(quorum, table.facts()):
        return None
    weights = dict(zip(table.members, map(tuple, table.weights.tolist()), strict=True))
    columns = (groups for _, groups in table.divisions)
    places = dict(zip(table.members, zip(*columns, strict=True), strict=False))
    return Extension(quorum, policy.extension_hours, weights, places, table.facts())


def requirement_of(rule: AnyRule) -> Requirement | None:
    """What a rule requires besides its count; None where it requires nothing."""
    requirement = getattr(rule, "requirement", None)
    return requirement if isinstance(requirement, Requirement) else None


def stance_of(cast: CastBallot | None) -> Stance:
    """How somebody takes part: by their answer, by ranking, not at all."""
    if cast is None:
        return Stance.ABSENT
    return cast.ballot.stance if isinstance(cast.ballot, Answer) else Stance.ABSTAIN


def _changed(tallies: Tallies, stances: tuple[Stance, Stance], units: tuple[int, ...]) -> Tallies:
    for measure, weight in zip(tallies.names, units, strict=True):
        tallies = tallies.moved(measure, ((*stances, weight),))
    return tallies


def _enough(quorum: Requirement, facts: Facts) -> bool:
    return quorum.rule_on(facts).status is not Status.NO_QUORUM
