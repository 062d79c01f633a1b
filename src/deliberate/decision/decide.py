"""The door of the beat: an election and a rule in, an outcome out."""

from __future__ import annotations

from deliberate.decision.election import Election
from deliberate.decision.outcome import Outcome
from deliberate.decision.rule import B, Rule
from deliberate.errors import RuleError


def decide(election: Election[B], rule: Rule[B]) -> Outcome:
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
    fits(election, rule)
    return Outcome(rule, tuple(rule.steps(election)))


def fits(election: Election[B], rule: Rule[B]) -> None:
    """Refuse an election that the rule cannot count."""
    if election.ballot != rule.ballot.__name__:
        raise RuleError("ballot-does-not-fit", rule=rule.name, expected=rule.ballot.__name__, given=election.ballot)
    if election.seats > 1 and getattr(rule, "single_winner", False):
        raise RuleError("one-seat", rule=rule.name, seats=election.seats)
    if not election.options:
        raise RuleError("nothing-stands", rule=rule.name)
