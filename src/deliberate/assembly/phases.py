"""Rules of order in phases: a table of what may be done when and by whom, and its drawings."""

from __future__ import annotations

from functools import cached_property

from attrs import frozen

from deliberate.words import term
from deliberate.words.columns import in_columns


@frozen
class Row:
    """One act.

    Attributes
    ----------
    act
        The name of its record.
    by
        The role that does it.
    phases
        In which phases it may be done.
    to
        The phases that it may lead to; empty where it changes none.
    """

    act: str
    by: str
    phases: tuple[str, ...]
    to: tuple[str, ...] = ()


@frozen
class Order:
    """The table of a procedure.

    Attributes
    ----------
    phases
        All of them, the first where it begins; each is called as its words are: ``delphi.open``.

    Examples
    --------
    >>> row = Row("OpenEstimates", "facilitator", ("delphi.between",), ("delphi.open",))
    >>> order = Order(("delphi.between", "delphi.open"), (row,))
    >>> order.row("OpenEstimates", "delphi.between").to, order.ends
    (('delphi.open',), ('delphi.open',))
    """

    phases: tuple[str, ...]
    rows: tuple[Row, ...]

    @cached_property
    def _by_act(self) -> dict[tuple[str, str], Row]:
        return {(row.act, phase): row for row in self.rows for phase in row.phases}

    @cached_property
    def acts(self) -> tuple[str, ...]:
        """The names of all acts, each once."""
        return tuple(dict.fromkeys(row.act for row in self.rows))

    def row(self, act: str, phase: str) -> Row | None:
        """The row of an act in a phase; None where it is not done then."""
        return self._by_act.get((act, phase))

    @cached_property
    def ends(self) -> tuple[str, ...]:
        """The phases in which nothing can be done any more."""
        live = {phase for row in self.rows for phase in row.phases}
        return tuple(phase for phase in self.phases if phase not in live)

    def mermaid(self, lang: str = "en") -> str:
        """The phases and what leads from one to the other, as a Mermaid state diagram."""
        boxes = [f'    state "{term(phase, lang)}" as {_box(phase)}' for phase in self.phases]
        arrows = [
            f"    {_box(phase)} --> {_box(to)}: {term(f'act.{row.act}', lang)} ({term(f'role.{row.by}', lang)})"
            for row in self.rows
            for phase in row.phases
            for to in row.to
        ]
        ends = [f"    {_box(phase)} --> [*]" for phase in self.ends]
        return "\n".join(("stateDiagram-v2", *boxes, f"    [*] --> {_box(self.phases[0])}", *arrows, *ends))

    def text_table(self, lang: str = "en") -> str:
        """The table in plain text, a line for each act."""
        head = tuple(term(f"order.{column}", lang) for column in ("act", "by", "phases", "to"))
        return "\n".join(in_columns([head, *(self._line(row, lang) for row in self.rows)]))

    def _line(self, row: Row, lang: str) -> tuple[str, ...]:
        comma = "、" if lang == "zh" else ", "
        phases, to = (comma.join(term(each, lang) for each in group) for group in (row.phases, row.to))
        return term(f"act.{row.act}", lang), term(f"role.{row.by}", lang), phases, to


def _box(phase: str) -> str:
    return phase.replace("-", "_").replace(".", "_")
