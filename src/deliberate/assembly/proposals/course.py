"""The course of an amendment: which act takes it from where to where; a table, and nothing else decides it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from attrs import frozen

from deliberate.words import term


class State(StrEnum):
    """Where an amendment stands."""

    OPEN = "open"
    ASKED = "asked"
    ADOPTED = "adopted"
    IN_TEXT = "in-text"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    MOOT = "moot"


class Moot(StrEnum):
    """Why there is nothing left to decide about an amendment."""

    OVERTAKEN = "overtaken"
    ALIKE = "alike"
    SUBSTITUTED = "substituted"
    REWRITTEN = "rewritten"
    WITH_ITS_AMENDMENT = "with-its-amendment"
    WITH_ITS_PROPOSAL = "with-its-proposal"


@frozen
class Passage:
    """One row: an act, the state that it needs, the state that it leads to."""

    act: str
    before: State
    after: State


COURSE = (
    Passage("OfferAmendment", State.OPEN, State.OPEN),
    Passage("AcceptAmendment", State.OPEN, State.ASKED),
    Passage("OpposeAcceptance", State.ASKED, State.OPEN),
    Passage("ConcludeAcceptance", State.ASKED, State.ADOPTED),
    Passage("DecideAmendment", State.OPEN, State.ADOPTED),
    Passage("DecideAmendment", State.OPEN, State.REJECTED),
    Passage("WithdrawAmendment", State.OPEN, State.WITHDRAWN),
    Passage("WithdrawAmendment", State.ASKED, State.WITHDRAWN),
    Passage("ConsolidateText", State.ADOPTED, State.IN_TEXT),
    Passage("ProposeRival", State.REJECTED, State.REJECTED),
)
PENDING = frozenset({State.OPEN, State.ASKED})


def _needs() -> Mapping[str, frozenset[State]]:
    needs: dict[str, frozenset[State]] = {}
    for row in COURSE:
        needs[row.act] = needs.get(row.act, frozenset()) | {row.before}
    return needs


# In which states each act takes an amendment.
NEEDS = _needs()


def mermaid(lang: str = "en") -> str:
    """The table as a Mermaid state diagram.

    Examples
    --------
    >>> print(mermaid().splitlines()[4])
        asked --> open: oppose an acceptance
    """
    names = [f'    state "{term(f"amendment-{state}", lang)}" as {_box(state)}' for state in State]
    rows = [f"    {_box(row.before)} --> {_box(row.after)}: {term(f'act.{row.act}', lang)}" for row in COURSE]
    moot = [f"    {_box(state)} --> moot" for state in (State.OPEN, State.ASKED, State.ADOPTED)]
    return "\n".join(("stateDiagram-v2", "    [*] --> open", *rows, *moot, *names))


def table(lang: str = "en") -> str:
    """The table in plain text, a line for each row.

    Examples
    --------
    >>> print(table().splitlines()[1])
    accept an amendment: open -> to be taken over unless somebody is against it
    """
    rows = ((row, (row.before, row.after)) for row in COURSE)
    told = ((term(f"act.{row.act}", lang), *(term(f"amendment-{state}", lang) for state in ends)) for row, ends in rows)
    return "\n".join(f"{act}: {before} -> {after}" for act, before, after in told)


def _box(state: State) -> str:
    return state.value.replace("-", "_")
