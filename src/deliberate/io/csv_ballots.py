"""Rankings as a spreadsheet: one column for each option, or one column for each rank."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from deliberate.decision.ballots import Ranking
from deliberate.decision.election import Election
from deliberate.errors import InputError, ParseError
from deliberate.identity import name
from deliberate.io.box import Box, rankings, ranks_of, votes
from deliberate.io.places import failed, join, placed
from deliberate.io.sheet import heading, rows, written
from deliberate.quantities import whole

_RANK = re.compile(r"(?:rank|choice|第)[ _]?[0-9]{1,3}(?:选择|选)?", re.IGNORECASE)
# Stands between the cells of a row that is kept as one text; no cell of a name can hold it.
_GAP = "\x1f"


def parse(text: str, where: str = "") -> Election[Ranking]:
    r"""The election that a sheet of rankings holds.

    Parameters
    ----------
    text
        Form one, which :func:`format` writes: the head is ``votes`` (may be left out: one each) and the options;
        a row holds the rank of each, empty for none, equal numbers for a tie. Form two: the head is ``rank1``,
        ``rank2``, ... (and ``votes`` last, if at all); a row holds names, ties as ``lamps = bins``.
    where
        The file, for errors.

    Raises
    ------
    ParseError
        ``empty-file``, ``bad-csv``, ``row-does-not-fit``, ``bad-rank``, ``option-twice``, ``bad-weight``,
        ``same-name-twice``: with file and line.

    Examples
    --------
    >>> parse("votes,lamps,bins\n3,1,2\n2,,1").profile.ranks.tolist()
    [[0, 1], [1, 2]]
    >>> parse("rank1,rank2\nlamps,bins\nlamps = bins,").profile.ranks.tolist()
    [[1, 1], [1, 2]]
    """
    sheet = rows(text, where)
    line, head = next(sheet)
    if _RANK.fullmatch(head[0]):
        return _by_rank(sheet, len(head) - (heading(head[-1]) == "votes"), where)
    return _by_option(sheet, head, line, where)


def format(election: Election[Ranking]) -> str:  # noqa: A001 - every format has parse and format
    """The text of a sheet with one column for each option.

    Examples
    --------
    >>> import deliberate as d
    >>> print(format(d.ranked("3: lamps > bins = benches; 2: bins")))
    votes,lamps,bins,benches
    2,,1,
    3,1,2,2
    <BLANKLINE>
    """
    profile = rankings(election)
    ballots = zip(profile.weights.tolist(), profile.ranks.tolist(), strict=True)
    return written((("votes", *profile.options), *((count, *(rank or "" for rank in row)) for count, row in ballots)))


def _by_option(sheet: Iterator[tuple[int, list[str]]], head: Sequence[str], line: int, where: str) -> Election[Ranking]:
    first = int(heading(head[0]) == "votes")
    options: dict[str, int] = {}
    for cell in head[first:]:
        join(options, cell, where, line)
    box, last = Box(where), line
    for last, row in sheet:
        box.put(_GAP.join(row[first:]), votes(row[0], where, last) if first else 1, last)
    return _election(box, options, lambda ballot: _ranks(ballot, len(options)), where, last)


def _by_rank(sheet: Iterator[tuple[int, list[str]]], n_ranks: int, where: str) -> Election[Ranking]:
    options: dict[str, int] = {}
    box, last = Box(where), 1
    for last, row in sheet:
        levels = [[part for part in cell.split(" = ") if part] for cell in row[:n_ranks]]
        with placed(where, last):
            used = [[name(part) for part in level] for level in levels]
        for option in (part for level in used for part in level):
            options.setdefault(option, len(options))
        box.put(
            _GAP.join(" = ".join(level) for level in used), votes(row[-1], where, last) if row[n_ranks:] else 1, last
        )

    def ranks(ballot: str) -> Sequence[int]:
        return ranks_of((cell.split(" = ") if cell else () for cell in ballot.split(_GAP)), options, len(options))

    return _election(box, options, ranks, where, last)


def _election(
    box: Box, options: dict[str, int], ranks: Callable[[str], Sequence[int]], where: str, last: int
) -> Election[Ranking]:
    if not options:
        raise failed("no-options", where, last)
    with placed(where, last):
        return Election(box.profile(tuple(options), ranks))


def _ranks(ballot: str, n_options: int) -> list[int]:
    cells = ballot.split(_GAP)
    if len(cells) != n_options:
        raise ParseError("bad-rank", rank=ascii(ballot))
    return [_rank(cell) if cell else 0 for cell in cells]


def _rank(cell: str) -> int:
    if len(cell) < 6 and cell.isascii() and cell.isdigit():
        return int(cell)
    try:
        rank = whole(cell)
    except InputError as error:
        raise ParseError("bad-rank", rank=cell) from error
    if rank < 0:
        raise ParseError("bad-rank", rank=cell)
    return rank
