"""BLT, the ballot file of the Electoral Reform Society, with the bracketed options that later programs added."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from attrs import define, field

from deliberate.decision.ballots import Ranking
from deliberate.decision.election import Election
from deliberate.decision.profile import Profile
from deliberate.errors import ParseError
from deliberate.identity import names
from deliberate.io.box import Box, levels_of, rankings, ranks_of, votes
from deliberate.io.places import failed, join, lines, placed, refuse_empty
from deliberate.io.title import read_title, tidy

_QUOTED = re.compile(r'"([^"]*)"')
_SEVERAL = re.compile(r'"[^"]*"(?:\s+"[^"]*")*')
# What these say concerns one program only: droop's own settings, Minneapolis' undeclared write-ins.
_FOREIGN = frozenset({"droop", "undeclared"})
# Far more options than a ballot paper; the names are read after the ballots.
_MOST_OPTIONS = 2**16


def parse(text: str, where: str = "") -> Election[Ranking]:
    r"""The election that the text of a BLT file holds: ballots, seats, withdrawn options, lot and title.

    Parameters
    ----------
    text
        ``options seats``; options withdrawn (``-4``, ``[withdrawn 4]``), ``[tie 3 2 1]`` (becomes the lot),
        ``[nick a b c]``; ballots ``votes first second ... 0`` with ``b=c`` for equal ranks and ``-`` for a skipped
        one; ``0``; the names in quotes; the title. ``#`` begins a comment; what follows the title is not read.
    where
        The file, for errors.

    Raises
    ------
    ParseError
        ``empty-file``, ``truncated-file``, ``bad-ballot-line``, ``bad-name-line``, ``unknown-option``,
        ``option-twice``, ``bad-weight``, ``unknown-key``: with file and line.

    Examples
    --------
    >>> election = parse('2 1\n3 1 2 0\n2 2 0\n0\n"lamps"\n"bins"\n"What next?"')
    >>> election.title, election.options, election.profile.total
    ('What next?', ('lamps', 'bins'), 5)
    """
    refuse_empty(text, where)
    file = _Lines(lines(text), where)
    n_options, seats = _size(file)
    paper = _Paper(n_options, {str(number): number - 1 for number in range(1, n_options + 1)})
    head = file.number
    box = _ballots(file, paper)
    options, title = _names(file, n_options)
    profile = box.profile(options, lambda ballot: ranks_of(_levels(ballot), paper.columns, n_options))
    with placed(where, head):
        withdrawn = tuple(options[column] for column in paper.withdrawn)
        return Election(profile, seats=seats, lot=_lot(paper, options), title=title, withdrawn=withdrawn)


def format(election: Election[Ranking]) -> str:  # noqa: A001 - every format has parse and format
    """The text of a BLT file; a double quote in a name becomes a single one.

    Examples
    --------
    >>> import deliberate as d
    >>> print(format(d.ranked("3: lamps > bins = benches; 2: bins", title="What next?")))
    3 1
    2 2 0
    3 1 2=3 0
    0
    "lamps"
    "bins"
    "benches"
    "What next?"
    <BLANKLINE>
    """
    profile = rankings(election)
    numbers = {option: str(number) for number, option in enumerate(profile.options, 1)}
    told = [f"{len(numbers)} {election.seats}"]
    if election.withdrawn:
        told.append(" ".join(f"-{numbers[option]}" for option in election.withdrawn))
    if election.lot.by == "lot":
        told.append(f"[tie {' '.join(numbers[option] for option in election.lot.order)}]")
    told += _ballot_lines(profile)
    told += [_quoted(text) for text in (*profile.options, tidy(election.title))]
    return "\n".join([*told, ""])


@define
class _Paper:
    """What the head of the file says of the options, by column."""

    n_options: int
    columns: dict[str, int]
    withdrawn: list[int] = field(factory=list)
    order: list[int] = field(factory=list)

    def column(self, word: str) -> int:
        if word not in self.columns:
            raise ParseError("unknown-option", option=word, known=tuple(self.columns))
        return self.columns[word]


class _Lines:
    """The lines that say something; remembers where it is."""

    def __init__(self, numbered: Iterator[tuple[int, str]], where: str) -> None:
        self._numbered = numbered
        self.where = where
        self.number = 1

    def __iter__(self) -> Iterator[str]:
        for number, line in self._numbered:
            if line.strip() and not line.lstrip().startswith("#"):
                self.number = number
                yield line.strip()


def _size(file: _Lines) -> tuple[int, int]:
    for line in file:
        words = line.partition("#")[0].split()
        if len(words) != 2:
            break
        n_options, seats = (votes(word, file.where, file.number) for word in words)
        if n_options > _MOST_OPTIONS:
            raise failed("too-many-options", file.where, file.number, options=n_options, most=_MOST_OPTIONS)
        return n_options, seats
    raise failed("bad-blt-head", file.where, file.number)


def _ballots(file: _Lines, paper: _Paper) -> Box:
    box = Box(file.where)
    for line in file:
        said = line.partition("#")[0].strip() if "#" in line else line
        if said == "0":
            return box
        if said[0] == "[" or (said[0] == "-" and all(word[0] == "-" for word in said.split())):
            with placed(file.where, file.number):
                _head(said.split(), paper)
            continue
        count, ballot = (*said.split(None, 1), "")[:2]
        # A ballot that ran on to the next line could swallow that line's votes as an option.
        if ballot != "0" and ballot[-2:] not in {" 0", "\t0"}:
            raise failed("bad-ballot-line", file.where, file.number, line=line)
        box.put(ballot[:-2], votes(count, file.where, file.number), file.number)
    raise failed("truncated-file", file.where, file.number, what="0", promised="", found="")


def _head(said: Sequence[str], paper: _Paper) -> None:
    if said[0].startswith("-"):
        paper.withdrawn += [paper.column(word[1:]) for word in said]
        return
    key, *words = " ".join(said).strip("[]").split() or [""]
    match key:
        case "nick":
            if len(words) != paper.n_options:
                raise ParseError("truncated-file", what="[nick]", promised=paper.n_options, found=len(words))
            paper.columns |= {word: column for column, word in enumerate(names(words))}
        case "withdrawn":
            paper.withdrawn += [paper.column(word) for word in words]
        case "tie":
            paper.order += [paper.column(word) for word in words]
        case _ if key not in _FOREIGN:
            raise ParseError("unknown-key", key=key, known=("nick", "tie", "withdrawn"))


def _lot(paper: _Paper, options: Sequence[str]) -> tuple[str, ...] | None:
    # A lot is drawn among those who stand; the withdrawn come after them.
    order = [*paper.order, *(column for column in paper.withdrawn if column not in paper.order)]
    return tuple(options[column] for column in order) if paper.order else None


def _names(file: _Lines, n_options: int) -> tuple[tuple[str, ...], str]:
    found: dict[str, int] = {}
    for line in file:
        for text in _in_quotes(line, file):
            if len(found) == n_options:
                return tuple(found), read_title(text, file.where, file.number)
            join(found, text, file.where, file.number)
    if len(found) < n_options:
        raise failed("truncated-file", file.where, file.number, what="names", promised=n_options, found=len(found))
    return tuple(found), ""


def _in_quotes(line: str, file: _Lines) -> list[str]:
    said = line if line.endswith('"') else line[: line.rfind('"') + 1] if "#" in line else line
    if _SEVERAL.fullmatch(said):
        return _QUOTED.findall(said)
    if len(said) < 2 or not said.startswith('"') or not said.endswith('"'):
        raise failed("bad-name-line", file.where, file.number, line=line)
    return [said[1:-1]]


def _levels(ballot: str) -> Iterable[str | Sequence[str]]:
    words = ballot.split()
    if "=" in ballot or "-" in words:
        return [() if word == "-" else word.split("=") for word in words]
    return words


def _ballot_lines(profile: Profile[Ranking]) -> Iterator[str]:
    for row, count in zip(profile.ranks.tolist(), profile.weights.tolist(), strict=True):
        words = ("=".join(str(column + 1) for column in level) or "-" for level in levels_of(row))
        yield " ".join((str(count), *words, "0"))
    yield "0"


def _quoted(text: str) -> str:
    return '"' + text.replace('"', "'") + '"'
