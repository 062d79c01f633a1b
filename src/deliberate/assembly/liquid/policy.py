"""What is settled about an issue before it begins: how long its phases last, and which quorums they ask."""

from __future__ import annotations

from fractions import Fraction
from functools import cached_property
from typing import ClassVar

from attrs import field, frozen

from deliberate.errors import InputError
from deliberate.identity import name as called
from deliberate.quantities import exact
from deliberate.records.kinds import kind
from deliberate.requirement.packs.pack import requirement
from deliberate.requirement.ruling import Requirement, Ruling

# Ten years: a longer phase is a slip of the pen, and the calendar ends somewhere.
MOST_HOURS = 3660 * 24


def _share(given: Fraction | int | str) -> Fraction:
    return Fraction(exact(given))


def _share_or_none(given: Fraction | int | str | None) -> Fraction | None:
    return None if given is None else _share(given)


def _majority() -> Requirement:
    return requirement("lqfb.majority")


@kind
@frozen
class LiquidPolicy:
    """LiquidFeedback's policy: four durations, two quorums, a majority. An issue keeps the one that it began with.

    Attributes
    ----------
    admission_hours
        How long an issue may wait for its quorum; it goes on as soon as the quorum is reached.
    discussion_hours, verification_hours, voting_hours
        How long these phases last.
    issue_quorum
        The share of the population that must support one initiative, potential supporters included; None for a
        poll, which asks for no such quorum and has no admission.
    initiative_quorum
        The share that must support an initiative and be satisfied with it when voting begins.
    majority
        What the winner's yes and no are ruled by; ``lqfb.majority`` with its own parameters.
    status_quo
        What "as it is" is called; it is on every slate, and no initiative has its name.

    Raises
    ------
    InputError
        ``bad-parameter``, with what may stand there; ``empty-name``, ``unreadable-name``.

    Examples
    --------
    >>> policy = LiquidPolicy(issue_quorum="1/10")
    >>> policy.admits_issue(9, 100), policy.admits_issue(10, 100)
    (False, True)

    Notes
    -----
    The defaults are LiquidFeedback's "standard proceeding". Its ``indirect_majority``, ``no_reverse_beat_path`` and
    ``no_multistage_majority`` are about the ranking of the ballots and are no part of this policy. A quorum rises
    with the support: whatever is enough for one initiative is enough for one with more.

    References
    ----------
    LiquidFeedback core: core.sql, table ``policy``; init.sql.
    J. Behrens, A. Kistner, A. Nitsche, B. Swierczek: The Principles of LiquidFeedback, 2014.
    """

    name: ClassVar[str] = "liquid"

    admission_hours: int = 30 * 24
    discussion_hours: int = 30 * 24
    verification_hours: int = 7 * 24
    voting_hours: int = 7 * 24
    issue_quorum: Fraction | None = field(default=Fraction(1, 10), converter=_share_or_none)
    initiative_quorum: Fraction = field(default=Fraction(1, 10), converter=_share)
    majority: Requirement = field(factory=_majority)
    status_quo: str = field(default="维持现状", converter=called)

    def __attrs_post_init__(self) -> None:
        for parameter, hours, least in (
            ("admission_hours", self.admission_hours, 1),
            ("discussion_hours", self.discussion_hours, 0),
            ("verification_hours", self.verification_hours, 0),
            ("voting_hours", self.voting_hours, 1),
        ):
            if not least <= hours <= MOST_HOURS:
                known = (f"{least}-{MOST_HOURS}",)
                raise InputError("bad-parameter", parameter=parameter, value=str(hours), known=known)
        for parameter, share in (("issue_quorum", self.issue_quorum), ("initiative_quorum", self.initiative_quorum)):
            if share is not None and not 0 <= share <= 1:
                raise InputError("bad-parameter", parameter=parameter, value=str(share), known=("0-1",))

    @property
    def is_poll(self) -> bool:
        """Whether an issue is taken up at once, without a quorum."""
        return self.issue_quorum is None

    @cached_property
    def _issue_requirement(self) -> Requirement:
        return requirement("lqfb.admission", share=self.issue_quorum or Fraction(0))

    @cached_property
    def _initiative_requirement(self) -> Requirement:
        return requirement("lqfb.admission", share=self.initiative_quorum)

    def rule_on_issue(self, supporters: int, population: int) -> Ruling:
        """How the issue's quorum is ruled, with the figures."""
        return _ruled(self._issue_requirement, supporters, population)

    def rule_on_initiative(self, satisfied: int, population: int) -> Ruling:
        """How an initiative's quorum is ruled, with the figures."""
        return _ruled(self._initiative_requirement, satisfied, population)

    def rule_on_vote(self, yes: int, no: int, neither: int) -> Ruling:
        """How the direct majority is ruled: yes above the status quo, no below it, neither."""
        return self.majority.rule_on({"head": {"YES": yes, "NO": no, "ABSTAIN": neither}})

    def admits_issue(self, supporters: int, population: int) -> bool:
        """Whether an initiative with so many supporters takes its issue into discussion."""
        return self.is_poll or self.rule_on_issue(supporters, population).status == "PASSED"

    def admits_initiative(self, satisfied: int, population: int) -> bool:
        """Whether an initiative with so many satisfied supporters is voted on."""
        return self.rule_on_initiative(satisfied, population).status == "PASSED"


def _ruled(asked: Requirement, supporters: int, population: int) -> Ruling:
    return asked.rule_on({"head": {"SUPPORT": supporters, "ABSENT": population - supporters}})
