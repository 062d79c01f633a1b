"""The order of suggestions in proportion: every group of supporters is heard early with what it wants most."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

import numpy as np
from attrs import field, frozen
from numpy.typing import NDArray

from deliberate.assembly.liquid.pouring import FITS, Pouring
from deliberate.assembly.liquid.runoff import Round, Runoff, placements
from deliberate.assembly.liquid.steps import ScoresRose, SuggestionPlaced
from deliberate.community.party import several
from deliberate.errors import InputError
from deliberate.identity import name, names
from deliberate.quantities import exact
from deliberate.records import kinds
from deliberate.records.kinds import Step, kind

SECTIONS = 4


def _sections(given: Iterable[str | Iterable[str]]) -> tuple[tuple[str, ...], ...]:
    sections = [tuple(sorted(map(name, several(each)))) for each in given]
    return (*sections, *[()] * (SECTIONS - len(sections)))


@kind
@frozen
class SuggestionBallot:
    """What one supporter, or several of one mind, think of the suggestions.

    Attributes
    ----------
    sections
        Up to four, the most urgent first: must and unmet, should and unmet, must and met, the rest.
    weight
        How many supporters, delegations included.
    """

    sections: tuple[tuple[str, ...], ...] = field(converter=_sections)
    weight: int = 1

    def __attrs_post_init__(self) -> None:
        if len(self.sections) > SECTIONS:
            known = (f"1-{SECTIONS}",)
            raise InputError("bad-parameter", parameter="sections", value=str(len(self.sections)), known=known)
        if self.weight < 1:
            raise InputError("bad-weight", where="ballots", weight=str(self.weight))
        names((each for section in self.sections for each in section), where="ballots")


@kind
@frozen
class ProportionalOrder:
    """Suggestions in proportional order, with the ballots that it follows from.

    Attributes
    ----------
    suggestions
        In the order in which they were made: of equals the earlier is safe first.
    ballots
        Equal ones put together, in an order of their own.

    Examples
    --------
    >>> order = proportional("ABCD", (SuggestionBallot((("A", "B", "D"),), 6), SuggestionBallot(("C",), 4)))
    >>> order.order
    ('A', 'C', 'B', 'D')
    """

    suggestions: tuple[str, ...]
    ballots: tuple[SuggestionBallot, ...]

    def __attrs_post_init__(self) -> None:
        known = frozenset(names(self.suggestions, where="suggestions"))
        for ballot in self.ballots:
            for each in (each for section in ballot.sections for each in section if each not in known):
                raise InputError("unknown-suggestion", suggestion=each)

    @cached_property
    def order(self) -> tuple[str, ...]:
        """The suggestions, the first first."""
        return self._named(reversed(tuple(placements(self._pouring()))))

    @property
    def steps(self) -> Iterator[Step]:
        """How the places were filled, from the last to the first, with every score on the way.

        Notes
        -----
        Fractions with long denominators: slower than the order alone.
        """
        pouring = self._pouring()
        for number in range(len(self.suggestions), 0, -1):
            runoff = Runoff(pouring.copy())
            for each in runoff.rounds():
                yield self._told(number, each)
            yield SuggestionPlaced(self.suggestions[runoff.loser], number, self._named(runoff.equals))
            pouring.without(runoff.loser)

    def explain(self, lang: str = "en") -> str:
        """How the order came to be, one sentence a step."""
        return "\n".join(kinds.told(step, lang) for step in self.steps)

    def _told(self, number: int, each: Round) -> ScoresRose:
        scores = tuple((self.suggestions[place], exact(score)) for place, score in each.scores)
        return ScoresRose(number, exact(each.share), each.poured, scores, self._named(each.safe))

    def _named(self, places: Iterable[int]) -> tuple[str, ...]:
        return tuple(self.suggestions[place] for place in places)

    def _pouring(self) -> Pouring:
        places = {suggestion: place for place, suggestion in enumerate(self.suggestions)}
        table = np.zeros((len(self.ballots), len(places)), np.uint8)
        for row, ballot in enumerate(self.ballots):
            for number, section in enumerate(ballot.sections, start=1):
                table[row, [places[each] for each in section]] = number
        return Pouring(table, _weights(self.ballots))


def proportional(suggestions: Iterable[str], ballots: Iterable[SuggestionBallot]) -> ProportionalOrder:
    r"""Order suggestions so that each group of supporters finds its own near the top.

    Places are filled from the last. All scores are 0; every ballot pours its weight, in equal parts, into those of
    its best section that have no place and a score below 1. At 1 a suggestion is safe; the one that is left when all
    others are takes the last free place, and scores begin anew.

    Parameters
    ----------
    suggestions
        In the order in which they were made.
    ballots
        In any order: it does not matter.

    Raises
    ------
    InputError
        ``same-name-twice``, ``unknown-suggestion``.

    Examples
    --------
    Six find A, B and D equally urgent, four want C; by mere counting C would be last:

    >>> order = proportional("ABCD", (SuggestionBallot((("A", "B", "D"),), 6), SuggestionBallot(("C",), 4)))
    >>> print("\n".join(order.explain().splitlines()[:3]))
    For place 4, 10 votes give 0.25 each: A 0.5, B 0.5, C 1, D 0.5. Safe: C.
    For place 4, 6 votes give 0.25 each: A 1, B 1, D 1. Safe: A, B.
    D takes place 4; A, B came as far and are older.

    Notes
    -----
    Ties: of those that are full at the same moment the earlier is safe first. Suggestions on which nobody has an
    opinion come last.

    Exact: what the suggestions lack is held in whole numbers with one scale, which grow by one factor a round. With
    n suggestions there are n**2 / 2 rounds, each O(n) multiplications of numbers of up to n * 25 bits, and O(n) for
    each ballot that pours anew: O(n**3 + n**2 * opinions) or a little more. Equal ballots are counted once, and take
    a byte for each suggestion. That is for hundreds of suggestions to one initiative; thousands are beyond it, as
    they are beyond LiquidFeedback's own count, which walks through all ballots in each of the n**2 / 2 rounds.

    References
    ----------
    LiquidFeedback core: lf_update_suggestion_order.c. The Principles of LiquidFeedback, 2014.
    """
    together: dict[tuple[tuple[str, ...], ...], int] = {}
    for ballot in ballots:
        together[ballot.sections] = together.get(ballot.sections, 0) + ballot.weight
    merged = (SuggestionBallot(sections, weight) for sections, weight in sorted(together.items()))
    return ProportionalOrder(names(suggestions, where="suggestions"), tuple(merged))


def _weights(ballots: tuple[SuggestionBallot, ...]) -> NDArray[np.int64]:
    weights = [ballot.weight for ballot in ballots]
    return np.array(weights, np.int64 if sum(weights) < FITS else object)
