"""The table of motions as text, and what happens to a motion and who yields to whom as Mermaid."""

from __future__ import annotations

from itertools import pairwise

from deliberate.assembly.motions.table import TABLE, Group, Row
from deliberate.words import say
from deliberate.words.columns import in_columns, width
from deliberate.words.say import term

_CELLS = ("interrupts", "seconded", "debatable", "amendable")
_GROUPS = tuple(group for group in Group if group is not Group.NOTHING)
_YIELDING = frozenset({Group.PRIVILEGED, Group.SUBSIDIARY, Group.MAIN})
# From where, by what, to where in the life of a motion; the two ends have no name.
_LIFE = (
    ("", "", "made"),
    ("made", "second", "seconded"),
    ("seconded", "state", "stated"),
    ("stated", "speak", "stated"),
    ("stated", "put", "put"),
    ("put", "recount", "stated"),
    ("put", "announce", "done"),
    ("done", "reconsider", "stated"),
    ("made", "fall", "fallen"),
    ("seconded", "fall", "fallen"),
    ("done", "", ""),
    ("fallen", "", ""),
)


def table(lang: str = "en") -> str:
    """The 23 motions with their characteristics, a line each.

    Examples
    --------
    >>> table().splitlines()[7].split()[:6]
    ['6', 'to', 'lay', 'on', 'the', 'table']
    """
    columns = ("rank", "motion", *_CELLS, "vote", "reconsidered")
    lines = [tuple(say(f"motions.column.{name}", {}, lang) for name in columns)]
    lines += [_line(row, lang) for row in TABLE]
    rules = tuple("-" * max(map(width, column)) for column in zip(*lines, strict=True))
    return "\n".join(in_columns([lines[0], rules, *lines[1:]], between="  "))


def states(lang: str = "en") -> str:
    """What happens to a motion, as a Mermaid state diagram.

    Examples
    --------
    >>> print(states().splitlines()[1].strip())
    state "made" as made
    """
    names = tuple(dict.fromkeys(state for line in _LIFE for state in (line[0], line[2]) if state))
    boxes = [f'state "{say(f"motions.state.{name}", {}, lang)}" as {name}' for name in names]
    arrows = [f"{start or '[*]'} --> {end or '[*]'}{_by(move, lang)}" for start, move, end in _LIFE]
    return "\n".join(("stateDiagram-v2", *(f"    {line}" for line in (*boxes, *arrows))))


def precedence(lang: str = "en") -> str:
    """Who yields to whom, as a Mermaid flowchart.

    Each motion with a rank yields to the next higher one, and so to all above; the groups yield to the motions
    without a rank that may be made while one of the group is immediately pending.

    Examples
    --------
    >>> print(precedence().splitlines()[-1].strip())
    main -.->|yields to| n22
    """
    places = {row.motion: f"n{place}" for place, row in enumerate(TABLE)}
    lines: list[str] = []
    for group in _GROUPS:
        boxes = (f'    {places[row.motion]}["{_name(row, lang)}"]' for row in TABLE if row.group is group)
        lines += [f'subgraph {group}["{say(f"motions.group.{group}", {}, lang)}"]', *boxes, "end"]
    by = say("motions.yields", {}, lang)
    ranked = [places[row.motion] for row in TABLE if row.rank is not None]
    lines += [f"{lower} -->|{by}| {higher}" for higher, lower in pairwise(ranked)]
    over = ((group, row) for group in _GROUPS for row in TABLE if group in row.over)
    lines += [f"{group} -.->|{by}| {places[row.motion]}" for group, row in over if group in _YIELDING]
    return "\n".join(("flowchart BT", *(f"    {line}" for line in lines)))


def _line(row: Row, lang: str) -> tuple[str, ...]:
    cells = (say(f"motions.cell.{getattr(row, name)}", {}, lang) for name in _CELLS)
    vote, again = say(f"motions.vote.{row.vote}", {}, lang), say(f"motions.cell.{row.reconsidered}", {}, lang)
    return str(row.rank or "-"), term(row.motion, lang), *cells, vote, again


def _name(row: Row, lang: str) -> str:
    rank = f"{row.rank} " if row.rank else ""
    return rank + term(row.motion, lang)


def _by(move: str, lang: str) -> str:
    return f" : {say(f'motions.move.{move}', {}, lang)}" if move else ""
