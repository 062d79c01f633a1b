"""PrefLib's orders: ``.soi .soc .toi .toc``, a header of ``# KEY: value`` and a body of ``count: 1,2,{3,4}``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from deliberate.decision.ballots import Ranking
from deliberate.decision.election import Election
from deliberate.errors import ParseError
from deliberate.io.box import Box, levels_of, rankings, ranks_of, votes
from deliberate.io.places import failed, join, lines, placed, refuse_empty
from deliberate.io.title import read_title, tidy

_LEVEL = re.compile(r"\s*(?:\{([^{}]*)\}|([^,{}\s]+))\s*(?:,|$)")
_NAMED = "ALTERNATIVE NAME "

# The lines of the header: what stands where, and on which line.
Header = Mapping[str, tuple[int, str]]


def parse(text: str, where: str = "") -> Election[Ranking]:
    r"""The election that the text of a PrefLib file holds.

    Parameters
    ----------
    text
        All four kinds are read alike: a tie is a tie wherever it stands.
    where
        The file, for errors.

    Raises
    ------
    ParseError
        ``empty-file``, ``truncated-file`` (the file does not have the alternatives or voters that its header
        promises), ``bad-ballot-line``, ``unknown-option``, ``option-twice``, ``bad-weight``: with file and line.

    Examples
    --------
    >>> election = parse("# ALTERNATIVE NAME 1: lamps\n# ALTERNATIVE NAME 2: bins\n3: 1,2\n2: {1,2}")
    >>> election.options, election.profile.ranks.tolist(), election.profile.weights.tolist()
    (('lamps', 'bins'), [[1, 1], [1, 2]], [2, 3])

    References
    ----------
    N. Mattei, T. Walsh, PrefLib: a library for preferences, 2013, doi:10.1007/978-3-642-41575-3_20.
    """
    refuse_empty(text, where)
    box, header, last = Box(where), dict[str, tuple[int, str]](), 1
    for number, line in lines(text):
        if line.startswith("#"):
            key, _, value = line[1:].partition(":")
            header[" ".join(key.split())] = number, value.strip()
        elif line.strip():
            count, colon, order = line.partition(":")
            if not colon:
                raise failed("bad-ballot-line", where, number, line=line)
            box.put(order.strip(), votes(count.strip(), where, number), number)
        last = number if line.strip() else last
    return _election(box, header, where, last)


def format(election: Election[Ranking], data_type: str = "toi") -> str:  # noqa: A001 - every format has parse and format
    """The text of a PrefLib file.

    Parameters
    ----------
    data_type
        ``soi``, ``soc``, ``toi`` or ``toc``: named in the header. Skipped ranks are closed up.

    Examples
    --------
    >>> import deliberate as d
    >>> print(format(d.ranked("3: lamps > bins = benches; 2: bins")).splitlines()[-1])
    3: 1,{2,3}
    """
    profile = rankings(election)
    header = {
        "TITLE": tidy(election.title),
        "DATA TYPE": data_type,
        "NUMBER ALTERNATIVES": len(profile.options),
        "NUMBER VOTERS": profile.total,
        "NUMBER UNIQUE ORDERS": profile.n_types,
        **{f"{_NAMED}{number}": option for number, option in enumerate(profile.options, 1)},
    }
    told = [f"# {key}: {value}" for key, value in header.items()]
    rows = zip(profile.ranks.tolist(), profile.weights.tolist(), strict=True)
    return "\n".join([*told, *(f"{count}: {_order(row)}" for row, count in rows), ""])


def _election(box: Box, header: Header, where: str, last: int) -> Election[Ranking]:
    columns: dict[str, int] = {}
    options: dict[str, int] = {}
    for key, (line, value) in header.items():
        if key.startswith(_NAMED):
            columns[key.removeprefix(_NAMED)] = join(options, value, where, line)
    if not options:
        raise failed("no-options", where, last)
    _promised(header, "NUMBER ALTERNATIVES", len(options), where, last)
    profile = box.profile(tuple(options), lambda order: ranks_of(_levels(order), columns, len(options)))
    _promised(header, "NUMBER VOTERS", box.total, where, last)
    line, title = header.get("TITLE", (1, ""))
    with placed(where, last):
        return Election(profile, title=read_title(title, where, line))


def _promised(header: Header, key: str, found: int, where: str, last: int) -> None:
    if key not in header:
        return
    line, value = header[key]
    promised = votes(value, where, line)
    if promised != found:
        raise failed("truncated-file", where, last, what=key, promised=promised, found=found)


def _levels(order: str) -> Iterable[str | Sequence[str]]:
    if "{" in order or "}" in order:
        return _tied_levels(order)
    strict = [word.strip() for word in order.split(",")] if order else []
    if "" in strict:
        raise ParseError("bad-ballot-line", line=order)
    return strict


def _tied_levels(order: str) -> Iterator[Sequence[str]]:
    start = 0
    while start < len(order):
        level = _LEVEL.match(order, start)
        if level is None:
            raise ParseError("bad-ballot-line", line=order)
        yield [word.strip() for word in (level[2] or level[1]).split(",")]
        start = level.end()


def _order(row: Sequence[int]) -> str:
    levels = (",".join(str(column + 1) for column in level) for level in levels_of(row) if level)
    return ",".join(f"{{{level}}}" if "," in level else level for level in levels)
