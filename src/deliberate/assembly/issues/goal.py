"""A goal and the attempts at it: methods change, the goal stays (过程导向)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from fractions import Fraction

import attrs
from attrs import field, frozen

from deliberate.community.party import several
from deliberate.errors import InputError
from deliberate.identity import name
from deliberate.quantities import whole
from deliberate.records.kinds import kind

RESULTS = ("met", "not-met")


class Risk(StrEnum):
    """How much can go wrong, the least first."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


RISKS = tuple(Risk)


def as_risk(given: str) -> Risk:
    """The risk of this name; ``bad-parameter`` where there is none."""
    if given not in RISKS:
        raise InputError("bad-parameter", parameter="risk", value=given, known=RISKS)
    return Risk(given)


def as_tags(given: str | Iterable[str]) -> frozenset[str]:
    """Tags as a set of names; a lone text is one tag."""
    return frozenset(map(name, several(given)))


@kind
@frozen
class Envelope:
    """What was approved for a goal: a method inside needs no new mandate.

    Attributes
    ----------
    budget
        For all attempts together, in minor units (fen).
    tags
        What the methods may touch.
    risk
        The most that may go wrong.
    """

    budget: int = field(default=0, converter=whole)
    tags: frozenset[str] = field(default=frozenset(), converter=as_tags)
    risk: Risk = field(default=Risk.LOW, converter=as_risk)

    def __attrs_post_init__(self) -> None:
        if self.budget < 0:
            raise InputError("bad-parameter", parameter="budget", value=str(self.budget), known=())


@frozen
class Attempt:
    """One method tried.

    Attributes
    ----------
    result
        ``met``, ``not-met``; empty while it runs.
    """

    method: str
    cost: int
    tags: frozenset[str]
    risk: Risk
    begun: datetime
    result: str = ""


@frozen
class Excess:
    """By what a method would leave the envelope; each part is empty where it stays inside.

    Attributes
    ----------
    cost
        What all attempts would cost together, in minor units (fen).
    """

    cost: int | None = None
    tags: frozenset[str] = frozenset()
    risk: Risk | None = None

    def __bool__(self) -> bool:
        return self != Excess()


@frozen
class Goal:
    """A goal, what is approved for it, and what was tried.

    Attributes
    ----------
    mandates
        What approved it, the newest last.
    """

    name: str
    text: str
    envelope: Envelope
    mandates: tuple[str, ...]
    attempts: tuple[Attempt, ...] = ()

    @property
    def spent(self) -> int:
        """The cost of all attempts, in minor units (fen)."""
        return sum(attempt.cost for attempt in self.attempts)

    @property
    def running(self) -> bool:
        """Whether an attempt is under way."""
        return bool(self.attempts) and not self.attempts[-1].result

    @property
    def met(self) -> bool:
        """Whether an attempt met the goal."""
        return bool(self.attempts) and self.attempts[-1].result == "met"

    @property
    def missed_at_first(self) -> bool:
        """Whether the first attempt did not meet the goal."""
        return bool(self.attempts) and self.attempts[0].result == "not-met"

    def excess(self, cost: int, tags: frozenset[str], risk: Risk) -> Excess:
        """By what another method would leave the envelope.

        Examples
        --------
        >>> goal = Goal("clean courtyard", "", Envelope(500, {"courtyard"}), ("decision 7",))
        >>> bool(goal.excess(500, frozenset({"courtyard"}), Risk.LOW))
        False
        >>> goal.excess(501, frozenset({"courtyard", "street"}), Risk.LOW)
        Excess(cost=501, tags=frozenset({'street'}), risk=None)
        """
        together = self.spent + cost
        return Excess(
            cost=together if together > self.envelope.budget else None,
            tags=tags - self.envelope.tags,
            risk=risk if RISKS.index(risk) > RISKS.index(self.envelope.risk) else None,
        )

    def ended(self, result: str) -> Goal:
        """The goal after its running attempt ended."""
        last = attrs.evolve(self.attempts[-1], result=result)
        return attrs.evolve(self, attempts=(*self.attempts[:-1], last))


@frozen
class Adaptivity:
    """How often another method was tried for the same goal.

    Attributes
    ----------
    missed
        Goals that the first attempt did not meet.
    tried_again
        Those of them with a second attempt.
    """

    missed: int
    tried_again: int

    @classmethod
    def of(cls, goals: Iterable[Goal]) -> Adaptivity:
        """Count goals; one whose first attempt still runs, or met it, is in no base."""
        missed = [goal for goal in goals if goal.missed_at_first]
        return cls(len(missed), sum(len(goal.attempts) > 1 for goal in missed))

    @property
    def share(self) -> Fraction | None:
        """The second as a share of the first; None where no first attempt failed."""
        return Fraction(self.tried_again, self.missed) if self.missed else None
