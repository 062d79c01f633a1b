"""Properties that a rule declares of itself; the suite searches each for a counterexample."""

from __future__ import annotations

from enum import StrEnum


class Claim(StrEnum):
    """A declared property 声明性质."""

    ANONYMOUS = "anonymous"
    """The order of the ballots does not matter."""

    NEUTRAL = "neutral"
    """Renaming the options (in the lot, too) renames the result."""

    HOMOGENEOUS = "homogeneous"
    """Every ballot twice changes nothing."""

    PARETO = "pareto"
    """What everybody ranks above another keeps the other from winning."""

    MAJORITY = "majority"
    """An option that more than half rank alone at the top wins."""

    CONDORCET = "condorcet"
    """An option that beats every other in pairs wins."""

    CONDORCET_LOSER = "condorcet-loser"
    """An option that loses to every other in pairs does not win."""

    MONOTONE = "monotone"
    """Moving the winner up on a ballot does not make it lose."""

    REVERSAL = "reversal"
    """A sole winner does not win when all ballots are turned around."""
