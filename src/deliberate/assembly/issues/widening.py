"""Widening out (单点切入 → 横向拓展): how one point of entry led to groups, and groups to complaints answered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from fractions import Fraction

from attrs import frozen

from deliberate.assembly.issues.complaint import ESCALATED, WAITING
from deliberate.assembly.issues.part import Issues
from deliberate.records.kinds import fields, kind
from deliberate.words import say


@kind
@frozen
class Widening:
    """The figures of the way from a gathering to complaints answered, at a moment.

    Attributes
    ----------
    attendees
        Different people who came to a gathering.
    joined
        Those of them who belong to a group that grew out of a gathering they came to.
    groups
        Groups formed.
    led
        Groups with a leader who agreed.
    handed
        Complaints handed over; each is in one of the next five figures.
    tasks
        Pieces of work taken on.
    volunteered
        Those that nobody had to ask for.
    """

    gatherings: int = 0
    attendees: int = 0
    joined: int = 0
    groups: int = 0
    led: int = 0
    handed: int = 0
    accepted: int = 0
    declined: int = 0
    countered: int = 0
    escalated: int = 0
    waiting: int = 0
    tasks: int = 0
    volunteered: int = 0

    @property
    def conversion(self) -> Fraction | None:
        """Who joined as a share of who came; None where nobody came."""
        return _share(self.joined, self.attendees)

    @property
    def acceptance(self) -> Fraction | None:
        """Accepted complaints as a share of those handed over; None where there is none."""
        return _share(self.accepted, self.handed)

    @property
    def self_assigned(self) -> Fraction | None:
        """Volunteered work as a share of all work taken on; None where there is none."""
        return _share(self.volunteered, self.tasks)

    def explain(self, lang: str = "en") -> str:
        """The figures in words."""
        return "\n".join(self.lines(lang))

    def lines(self, lang: str) -> Iterator[str]:
        """The sentences of :meth:`explain`."""
        shares = {
            "conversion": self.conversion,
            "acceptance": self.acceptance,
            "self_assigned": self.self_assigned,
        }
        for part in ("gatherings", "complaints", "tasks"):
            yield say(f"widening.{part}", {**fields(self), **shares}, lang)


def widening(issues: Issues, at: datetime) -> Widening:
    """Count how far things have widened at a moment.

    Parameters
    ----------
    at
        Not before the last step: it decides which complaints have gone up unanswered.

    Notes
    -----
    Cost O(attendances + members + complaints + tasks).
    """
    bands = issues.gatherings.bands.values()
    grown: dict[str, set[str]] = {}
    for band in bands:
        grown.setdefault(band.formed.gathering, set()).update(band.members)
    came = issues.gatherings.attended
    states = Counter(issues.complaints.states(at))
    taken = issues.complaints.taken(at)
    return Widening(
        gatherings=len(came),
        attendees=len(frozenset[str]().union(*came.values())),
        joined=len(frozenset[str]().union(*(came[gathering] & members for gathering, members in grown.items()))),
        groups=len(bands),
        led=sum(bool(band.leader) for band in bands),
        handed=states.total(),
        accepted=states["accept"],
        declined=states["decline"],
        countered=states["counter"],
        escalated=states[ESCALATED],
        waiting=states[WAITING],
        tasks=len(taken),
        volunteered=sum(not task.asked_by for task in taken),
    )


def _share(part: int, of: int) -> Fraction | None:
    return Fraction(part, of) if of else None
