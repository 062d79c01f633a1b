"""The ballot box of one file: equal ballots once, then one table."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence

import numpy as np

from deliberate.decision.answers import Answers
from deliberate.decision.ballots import Ranking
from deliberate.decision.election import Election
from deliberate.decision.profile import Profile
from deliberate.errors import ElectionError, ParseError
from deliberate.io.places import failed, placed
from deliberate.quantities import whole

# Half a gigabyte of ranks: beyond it a small file with many options and many lines would fill the memory.
MOST_CELLS = 2**28
MOST_RANKS = 2**16 - 1


class Box:
    """Ballots as the lines of a file give them.

    A ballot is kept as the text it was written in, with its votes and the line on which it first stood, so
    that a ballot that a thousand voters share is read once.
    """

    def __init__(self, where: str) -> None:
        self._where = where
        self._votes: dict[str, int] = {}
        self._lines: dict[str, int] = {}

    def put(self, ballot: str, votes: int, line: int) -> None:
        """Add the votes of one line."""
        if ballot in self._votes:
            self._votes[ballot] += votes
        else:
            self._votes[ballot] = votes
            self._lines[ballot] = line

    @property
    def total(self) -> int:
        """The votes of all lines so far."""
        return sum(self._votes.values())

    def profile(self, options: Sequence[str], ranks: Callable[[str], Sequence[int]]) -> Profile[Ranking]:
        """The table of the ballots.

        Parameters
        ----------
        options
            The names of the columns.
        ranks
            Reads one ballot as a rank for each option, 0 for none; what it refuses is told with the line.

        Raises
        ------
        ParseError
            With file and line; ``too-many-cells``, ``too-many-ranks``.

        Notes
        -----
        O(n_types * n_options); two bytes a cell.
        """
        if len(self._votes) * len(options) > MOST_CELLS:
            raise ParseError("too-many-cells", where=self._where, ballots=len(self._votes), options=len(options))
        flat = array("H")
        for ballot, line in self._lines.items():
            try:
                flat.extend(ranks(ballot))
            except ParseError as error:
                raise failed(error.code, self._where, line, **error.fields) from error
            except OverflowError as error:
                raise failed("too-many-ranks", self._where, line, most=MOST_RANKS) from error
        table = np.array(flat, dtype=np.uint16).reshape(len(self._votes), len(options))
        return Profile.from_ranks(table, options, list(self._votes.values()))


def ranks_of(levels: Iterable[str | Iterable[str]], columns: Mapping[str, int], n_options: int) -> list[int]:
    """The rank of each option, 0 for none, from levels of the words that stand for options.

    Parameters
    ----------
    levels
        Best first: a word alone, or several that are tied; an empty level is a rank that was skipped.
    columns
        The column of each word.

    Raises
    ------
    ParseError
        ``unknown-option``, ``option-twice``.

    Examples
    --------
    >>> ranks_of(["2", ["1", "3"]], {"1": 0, "2": 1, "3": 2}, 3)
    [2, 1, 2]
    """
    row = [0] * n_options
    for rank, level in enumerate(levels, 1):
        for word in (level,) if isinstance(level, str) else level:
            column = columns.get(word)
            if column is None:
                raise ParseError("unknown-option", option=word, known=tuple(columns))
            if row[column]:
                raise ParseError("option-twice", option=word)
            row[column] = rank
    return row


def rankings(election: Election[Ranking]) -> Profile[Ranking]:
    """The whole table of an election on rankings, withdrawn options included: what a writer writes.

    Raises
    ------
    ElectionError
        ``wrong-ballot`` where the ballots are no rankings.
    """
    if isinstance(election.table, Answers) or election.ballot != Ranking.__name__:
        raise ElectionError("wrong-ballot", expected=Ranking.__name__, given=election.ballot)
    return election.table


def levels_of(row: Sequence[int]) -> list[list[int]]:
    """The columns of each rank, best first, from a row of the table; a skipped rank is an empty level.

    Examples
    --------
    >>> levels_of([2, 0, 2, 1])
    [[3], [0, 2]]
    """
    levels: list[list[int]] = [[] for _ in range(max(row, default=0))]
    for column, rank in enumerate(row):
        if rank:
            levels[rank - 1].append(column)
    return levels


def votes(text: str, where: str, line: int) -> int:
    """A number of votes: whole and not negative.

    Raises
    ------
    ParseError
        ``not-a-number``, ``not-whole``, ``number-too-long``, ``bad-weight``, with file and line.
    """
    if len(text) < 19 and text.isascii() and text.isdigit():
        return int(text)
    with placed(where, line):
        amount = whole(text)
    if amount < 0:
        raise failed("bad-weight", where, line, weight=str(amount))
    return amount
