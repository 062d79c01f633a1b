"""Debian's tally sheets: ``V: 2313 hash``, one character an option, after a block that names the options."""

from __future__ import annotations

import re
from collections.abc import Sequence

from deliberate.decision.ballots import Ranking
from deliberate.decision.election import Election
from deliberate.errors import ParseError
from deliberate.io.box import Box
from deliberate.io.places import failed, join, lines, placed, refuse_empty

_OPTION = re.compile(r"[\s/|]*Option ([0-9]{1,3})-*>:(.*)")
# "-" is unranked.
_RANKS = {"-": 0, **{str(rank): rank for rank in range(1, 10)}}


def parse(text: str, where: str = "") -> Election[Ranking]:
    r"""The election that a tally sheet holds; ranks and gaps as given, an option at ``-`` unranked.

    Parameters
    ----------
    text
        One line a voter. The hashes, by which a voter finds her own line, are not kept, so that no sheet is written.
    where
        The file, for errors.

    Raises
    ------
    ParseError
        ``empty-file``, ``no-options``, ``bad-ballot-line`` (a vote that does not have one rank or ``-`` for each
        option), ``same-name-twice``: with file and line.

    Examples
    --------
    >>> election = parse("Option 1-->: lamps\n/  Option 2->: bins\nV: 21 e3b0c442\nV: -1 98fc1c14")
    >>> election.options, election.profile.ranks.tolist()
    (('lamps', 'bins'), [[0, 1], [2, 1]])

    References
    ----------
    Debian Constitution, section 5.2 and appendix A; the sheets stand at https://vote.debian.org.
    """
    refuse_empty(text, where)
    box, options, last = Box(where), dict[str, int](), 1
    for number, line in lines(text):
        if line.startswith("V:"):
            vote, *_ = line[2:].split() or [""]
            box.put(vote, 1, number)
        elif named := _OPTION.fullmatch(line):
            join(options, named[2], where, number)
        last = number if line.strip() else last
    if not options:
        raise failed("no-options", where, last)
    if not box.total:
        raise failed("truncated-file", where, last, what="V:", promised="", found=0)
    profile = box.profile(tuple(options), lambda vote: _ranks(vote, len(options)))
    with placed(where, last):
        return Election(profile)


def _ranks(vote: str, n_options: int) -> Sequence[int]:
    try:
        row = [_RANKS[character] for character in vote]
    except KeyError:
        row = []
    if len(row) != n_options:
        raise ParseError("bad-ballot-line", line=vote)
    return row
