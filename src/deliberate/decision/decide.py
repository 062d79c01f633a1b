"""The door of the beat: an election and a rule in, an outcome out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from deliberate.decision.ballots import Ranking
from deliberate.decision.election import AnyElection, Election
from deliberate.decision.outcome import Outcome
from deliberate.decision.rule import AnyRule, Rule
from deliberate.errors import RuleError
from deliberate.records.kinds import Step


def decide(election: AnyElection, rule: AnyRule) -> Outcome:
    """Count an election by a rule.

    Parameters
    ----------
    election
        The ballots, the seats and the lot.
    rule
        A value from the menu, or any other of the same shape.

    Raises
    ------
    RuleError
        ``ballot-does-not-fit`` where the rule counts another kind of ballot, ``one-seat`` where it fills one
        seat and the election has more, ``nothing-stands`` where every option is withdrawn.

    Examples
    --------
    >>> import deliberate as d
    >>> outcome = d.decide(d.ranked("3: lamps > bins; 2: bins > lamps"), d.rule("irv"))
    >>> outcome.status, outcome.chosen
    ('decided', ('lamps',))
    """
    return Outcome(rule, tuple(counted(election, rule)))


def counted(election: AnyElection, rule: AnyRule) -> Iterator[Step]:
    """The steps of a count; an election that the rule cannot count is refused first.

    Raises
    ------
    RuleError
        As :func:`decide`.
    """
    if election.ballot != rule.ballot.__name__:
        raise RuleError("ballot-does-not-fit", rule=rule.name, expected=rule.ballot.__name__, given=election.ballot)
    if election.seats > 1 and getattr(rule, "single_winner", False):
        raise RuleError("one-seat", rule=rule.name, seats=election.seats)
    if not election.options:
        raise RuleError("nothing-stands", rule=rule.name)
    # The kinds of ballot fit, as was just checked; the types of two unions cannot know it.
    return cast("Rule[Ranking]", rule).steps(cast("Election[Ranking]", election))
