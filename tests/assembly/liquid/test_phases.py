"""The tables of phases: what follows what, what may change when, drawn and told."""

import pytest

from deliberate.assembly.liquid import gates
from deliberate.assembly.liquid.phases import (
    BY_ACT,
    BY_CHANGE,
    PASSAGES,
    TABLE,
    Change,
    Phase,
    State,
    mermaid,
    table,
)
from deliberate.words import knows
from tests.assembly.liquid.courtyard import NOON, hours

OPEN = ("admission", "discussion", "verification", "voting", "counting")
# Deliberation of LiquidFeedback core and frontend, written out cell by cell: A D V V C.
MAY = {
    Change.INITIATIVES: "yyy..",
    Change.DRAFTS: "yy...",
    Change.REVOCATIONS: "yy...",
    Change.SUPPORT: "yyy..",
    Change.SUGGESTIONS: "yy...",
    Change.OPINIONS: "yyy..",
    Change.INTEREST: "yyy..",
    Change.BALLOTS: "...y.",
    Change.COUNT: "....y",
    Change.BREAKING_OFF: "yyyyy",
}


@pytest.mark.parametrize("change", Change)
@pytest.mark.parametrize("state", State)
def test_every_cell_of_the_table_is_as_it_is_written_here(state, change):
    first = state is State.UNOPENED and change is Change.INITIATIVES
    written = state in OPEN and MAY[change][OPEN.index(state)] == "y"
    assert (first or written) == Phase(state).allows(change)


def test_every_change_has_its_row_and_every_act_its_gate():
    assert list(Change) == [row.change for row in TABLE]
    assert set(gates.GATES) == set(BY_ACT)
    assert set(BY_CHANGE) == set(Change)


def test_every_state_is_reached_and_those_from_which_nothing_leads_allow_nothing():
    assert set(State) == {State.UNOPENED} | {row.after for row in PASSAGES}
    ends = {state for state in State if Phase(state).is_over}
    assert ends == {state for state in State if state.startswith(("finished", "canceled"))}
    assert not any(Phase(state).allows(change) for state in ends for change in Change)


def test_no_passage_stands_twice():
    assert len(PASSAGES) == len({(row.before, row.after) for row in PASSAGES})


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_word_of_the_tables_is_known(lang):
    words = [*State, *Change, *(row.cause for row in PASSAGES)]
    assert [] == [word for word in words if not knows(f"term.{word}", lang)]


def test_the_passages_are_drawn():
    drawn = mermaid("zh").splitlines()
    assert "    counting --> finished_with_winner: 计票结果有胜出者" in drawn
    assert "    finished_with_winner --> [*]" in drawn
    assert '    state "核实" as verification' in drawn


def test_the_table_is_told():
    assert "ballots: voting" in table().splitlines()
    assert "投票与改票：投票" in table("zh").splitlines()


def test_a_phase_says_since_when_and_until_when():
    told = Phase(State.VOTING, NOON, NOON + hours(1)).explain()
    assert "voting, since 1 March 2026 20:00, until 1 March 2026 21:00" == told
    assert "已中止" == Phase(State.BROKEN_OFF).explain("zh")
