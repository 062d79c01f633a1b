"""What can happen in a count, each a frozen step; the trace of them is the result."""

from __future__ import annotations

from attrs import frozen

from deliberate.quantities import Amount
from deliberate.records.kinds import Step, Trace, kind
from deliberate.requirement.ruling import Ruling

Tally = tuple[tuple[str, Amount], ...]
Matrix = tuple[tuple[int, ...], ...]

__all__ = [
    "Chosen",
    "Eliminated",
    "Matrix",
    "PairsCompared",
    "PathsFound",
    "QuorumRuled",
    "Ranked",
    "Ruled",
    "Step",
    "Tallied",
    "Tally",
    "TieBroken",
    "Trace",
    "Undecided",
]


@kind
@frozen
class Tallied:
    """Support was counted.

    Attributes
    ----------
    tallies
        Each option with its support.
    measure
        What is counted: ``votes``, ``points``, ``approvals``.
    round
        The round of the count, from 1; None where there is only one.
    exhausted
        Votes that count for no option any more; None where the rule has no such votes.
    """

    tallies: Tally
    measure: str = "votes"
    round: int | None = None
    exhausted: Amount | None = None


@kind
@frozen
class PairsCompared:
    """Every option was compared with every other.

    Attributes
    ----------
    options
        The rows and columns.
    above
        ``above[a][b]``: the votes that rank a above b.
    unranked
        Where unranked options stand: ``last`` or ``no-opinion``.
    """

    options: tuple[str, ...]
    above: Matrix
    unranked: str = "last"


@kind
@frozen
class PathsFound:
    """The strongest path from every option to every other was found (Schulze).

    Attributes
    ----------
    paths
        ``paths[a][b]``: the weakest defeat on the strongest path from a to b; 0 where there is none.
    strength
        What a defeat is worth: ``margins`` or ``winning-votes``.
    """

    options: tuple[str, ...]
    paths: Matrix
    strength: str = "margins"


@kind
@frozen
class Eliminated:
    """Options left the count.

    Attributes
    ----------
    round
        The round after which they left.
    """

    options: tuple[str, ...]
    round: int


@kind
@frozen
class TieBroken:
    """A tie was met, and the published order decided it.

    Attributes
    ----------
    between
        The tied, in the order of the ballot.
    kept
        Who goes on; None where the question was who leaves.
    dropped
        Who leaves; None where the question was who goes on.
    by
        ``lot``, or ``order`` where no lot was given and the order on the ballot stood in for it.
    """

    between: tuple[str, ...]
    kept: str | None = None
    dropped: str | None = None
    by: str = "lot"


@kind
@frozen
class Ranked:
    """The options stand in an order, best first; options of one level are equal."""

    order: tuple[tuple[str, ...], ...]


@kind
@frozen
class Ruled:
    """A requirement was applied to an option.

    Attributes
    ----------
    on
        The option that was judged.
    """

    ruling: Ruling
    on: str


@kind
@frozen
class QuorumRuled:
    """Before the count it was judged whether enough took part."""

    ruling: Ruling


@kind
@frozen
class Chosen:
    """The seats are filled, in this order."""

    options: tuple[str, ...]


@kind
@frozen
class Undecided:
    """Nothing is chosen.

    Attributes
    ----------
    status
        ``rejected``, ``inquorate`` or ``tied``.
    between
        The tied, where they are tied.
    """

    status: str
    between: tuple[str, ...] = ()
