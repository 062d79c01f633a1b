"""The course of an amendment: every act at every point, against the table."""

import itertools

import pytest

from deliberate.assembly.moves import ReviseProposal
from deliberate.assembly.proposals.acts import (
    AcceptAmendment,
    ConcludeAcceptance,
    ConsolidateText,
    DecideAmendment,
    OpposeAcceptance,
    ProposeRival,
    WithdrawAmendment,
)
from deliberate.assembly.proposals.course import COURSE, State, mermaid, table
from deliberate.assembly.steps import MoveRefused
from deliberate.words import term
from tests.assembly.proposals.table import DAY, Table

TEXT = "Repair the three lamps.\nWeekly."
TO = {
    State.OPEN: [],
    State.ASKED: [("li", AcceptAmendment("four"))],
    State.ADOPTED: [("chair", DecideAmendment("four", "PASSED"))],
    State.IN_TEXT: [("chair", DecideAmendment("four", "PASSED")), ("li", ConsolidateText("repair"))],
    State.REJECTED: [("chair", DecideAmendment("four", "REJECTED"))],
    State.WITHDRAWN: [("zhao", WithdrawAmendment("four"))],
    State.MOOT: [("li", ReviseProposal("repair", "Buy bins."))],
}


def at(state):
    table = Table()
    table.drafted("li", "repair", TEXT)
    table.replaces("zhao", "four", "repair", "three", "four")
    for by, act in TO[state]:
        table.does(by, act)
    assert str(state) == table.state("four")
    return table


def acts(table):
    """Each act of the table, done by whoever may do it."""
    late = 8 * DAY
    return {
        "AcceptAmendment": lambda: table.does("li", AcceptAmendment("four")),
        "OpposeAcceptance": lambda: table.does("wang", OpposeAcceptance("four")),
        "ConcludeAcceptance": lambda: table.does("wang", ConcludeAcceptance("four"), later=late),
        "DecideAmendment": lambda: table.does("chair", DecideAmendment("four", "PASSED")),
        "WithdrawAmendment": lambda: table.does("zhao", WithdrawAmendment("four")),
        "ConsolidateText": lambda: table.does("li", ConsolidateText("repair")),
        "ProposeRival": lambda: table.does("zhao", ProposeRival("four", "rival")),
        "OfferAmendment": lambda: table.replaces("wang", "new", "repair", "four", "five", of="four"),
    }


@pytest.mark.parametrize(("act", "state"), [*itertools.product(sorted({row.act for row in COURSE}), State)])
def test_every_act_at_every_point_is_taken_as_the_table_says(act, state):
    table = at(state)
    after = {str(row.after) for row in COURSE if (row.act, row.before) == (act, state)}
    acts(table)[act]()
    refused = isinstance(table.steps[-1], MoveRefused)
    assert refused == (not after)
    assert table.state("four") in (after or {str(state)})


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_table_is_drawn_and_written(lang):
    assert len(COURSE) == len(table(lang).split("\n"))
    drawn = mermaid(lang).split("\n")
    assert "stateDiagram-v2" == drawn[0]
    arrows = [f"    {row.before} --> {row.after}: {term(f'act.{row.act}', lang)}" for row in COURSE]
    assert [] == [arrow for arrow in arrows if arrow.replace("in-text", "in_text") not in drawn]
