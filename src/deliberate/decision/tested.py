"""A rule that holds a rule: participation first, then the count, then the winner against the status quo."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from attrs import field, frozen

from deliberate.decision.arithmetic import summed
from deliberate.decision.ballots import Ranking
from deliberate.decision.claims import Claim
from deliberate.decision.election import Election
from deliberate.decision.judge import required
from deliberate.decision.pairwise import from_top
from deliberate.decision.rule import Rule
from deliberate.decision.steps import Chosen, QuorumRuled, Ruled, Step, Undecided
from deliberate.errors import RuleError
from deliberate.records.kinds import kind
from deliberate.requirement.conditions import All
from deliberate.requirement.ruling import Requirement
from deliberate.requirement.statuses import Stance, Status
from deliberate.requirement.tallies import Tallies


@kind
@frozen
class Tested:
    """A ranked rule whose winner must hold against the status quo, where enough take part.

    Attributes
    ----------
    requirement
        The quorum is judged first, on all who voted; the threshold last, where YES are the ballots that rank
        the winner above the status quo and NO those that rank it below.
    rule
        Who wins, the status quo among the options.
    status_quo
        Its name on the ballot.

    Examples
    --------
    >>> import deliberate as d
    >>> election = d.ranked("3: lamps > keep; 1: keep > lamps", electorate=9)
    >>> tested = Tested(requirement="robert.majority", rule=d.rule("schulze"), status_quo="keep")
    >>> d.decide(election, tested).status
    'inquorate'

    Notes
    -----
    Too few voters: ``inquorate``, and the inner rule is not run. A winner that misses the threshold, and the
    status quo itself as the winner, are ``rejected``. Where the electorate is not known, those who voted are all.

    References
    ----------
    J. Behrens, A. Kistner, A. Nitsche, B. Swierczek, The Principles of LiquidFeedback, 2014, chapter 4.
    """

    name: ClassVar[str] = "tested"
    ballot: ClassVar[type[object]] = Ranking
    single_winner: ClassVar[bool] = True
    satisfies: ClassVar[frozenset[Claim]] = frozenset({Claim.ANONYMOUS, Claim.HOMOGENEOUS})

    requirement: Requirement = field(converter=required)
    rule: Rule[Ranking]
    status_quo: str = "status quo"

    def steps(self, election: Election[Ranking], /) -> Iterator[Step]:
        """Judge the participation, count, judge the winner."""
        if self.status_quo not in election.options:
            raise RuleError("no-status-quo", option=self.status_quo, known=election.options)
        taking_part = self._tallies(election, {Stance.ABSTAIN: election.profile.total})
        quorum = Requirement(pass_=All(()), valid=self.requirement.valid).rule_on(taking_part)
        yield QuorumRuled(quorum)
        if quorum.status != Status.PASSED or election.profile.total == 0:
            yield Undecided("inquorate")
            return
        chosen: tuple[str, ...] = ()
        for step in self.rule.steps(election):
            match step:
                case Chosen():
                    chosen = step.options
                case _:
                    yield step
        yield from self._against_status_quo(election, chosen)

    def _against_status_quo(self, election: Election[Ranking], chosen: tuple[str, ...]) -> Iterator[Step]:
        if chosen in {(), (self.status_quo,)}:
            yield Undecided("rejected")
            return
        ruling = self.requirement.rule_on(self._tallies(election, _stances(election, chosen[0], self.status_quo)))
        yield Ruled(ruling, on=chosen[0])
        yield Chosen(chosen) if ruling.status == Status.PASSED else Undecided("rejected")

    def _tallies(self, election: Election[Ranking], stances: dict[Stance, int]) -> Tallies:
        entitled = election.profile.total + election.invalid if election.electorate is None else election.electorate
        absent = entitled - election.profile.total - election.invalid
        counts = stances | {Stance.INVALID: election.invalid, Stance.ABSENT: absent}
        return Tallies.of({"head": {str(stance): votes for stance, votes in counts.items()}})


def _stances(election: Election[Ranking], option: str, status_quo: str) -> dict[Stance, int]:
    profile = election.profile
    planes = from_top(profile)
    one, other = (planes[profile.options.index(each)] for each in (option, status_quo))
    yes, no = summed(one < other, profile.weights), summed(other < one, profile.weights)
    return {Stance.YES: yes, Stance.NO: no, Stance.ABSTAIN: profile.total - yes - no}
