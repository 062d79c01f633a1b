"""Tables for notebooks: escaped, at most fifty rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from deliberate.records.kinds import Step, told

Row = Sequence[object]
MOST_ROWS = 50


def table(caption: str, head: Row, rows: Iterable[Row], n_rows: int) -> str:
    """Write an HTML table; rows past fifty are counted, not shown."""
    lines = [f"<table><caption>{escape(caption)}</caption>", _row(head, "th")]
    for place, row in enumerate(rows):
        if place == MOST_ROWS:
            lines.append(f"<tr><td colspan={len(head)}>… {n_rows - MOST_ROWS}</td></tr>")
            break
        lines.append(_row(row, "td"))
    return "".join([*lines, "</table>"])


def _row(cells: Row, tag: str) -> str:
    scope = ' scope="col"' if tag == "th" else ""
    return "<tr>" + "".join(f"<{tag}{scope}>{escape(str(cell))}</{tag}>" for cell in cells) + "</tr>"


def trace_table(caption: str, trace: Sequence[Step], lang: str = "en") -> str:
    """Write a trace as a table: number, kind, sentence."""
    rows = ((place, type(step).__name__, told(step, lang)) for place, step in enumerate(trace))
    return table(caption, ("#", "step", "what happened"), rows, len(trace))
