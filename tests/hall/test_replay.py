"""Replay: the same state, the same bytes, and results that are checked again."""

import json
import subprocess
import sys

import pytest

from deliberate.assembly.moves import (
    RaiseIssue,
)
from deliberate.errors import JournalError
from deliberate.hall import acts
from deliberate.hall.events import event
from deliberate.hall.hall import Hall, dump
from deliberate.hall.journal.memory import Memory
from tests.hall.courtyard import Player, a_roll, answer, day, finished, opened


def test_replay_gives_the_same_state_and_the_same_bytes(play):
    finished(play)
    live = play.hall.matter("light")
    again = Hall(Memory())
    for entry in play.hall.entries():
        told = event(entry.line)
        assert entry.line == told.line
        again.store.append(entry.stream, entry.seq - 1, (f"r-{entry.position}", "h"), [entry.line])
    assert live == again.matter("light")
    assert [e.hash for e in play.hall.entries()] == [e.hash for e in again.entries()]
    assert dump(play.hall) == dump(again)


def test_a_recorded_result_that_the_ballots_do_not_give_does_not_replay(play):
    opened(play)
    answer(play, "li", "YES")
    answer(play, "wang", "YES")
    play(day(3), "li", acts.CloseVoting())
    forged = Hall(Memory())
    for entry in play.hall.entries():
        line = entry.line.replace('"status":"decided"', '"status":"rejected"')
        forged.store.append(entry.stream, entry.seq - 1, (f"r-{entry.position}", "h"), [line])
    assert len(list(forged.entries())) == len(list(play.hall.entries()))
    with pytest.raises(JournalError) as error:
        forged.matter("light")
    assert "result-does-not-replay" == error.value.code


@pytest.mark.parametrize("change", [("v", 2), ("type", "Teleported")])
def test_an_entry_from_the_future_is_refused(play, change):
    data = json.loads(next(iter(play.hall.store.read("light"))).line)
    data[change[0]] = change[1]
    with pytest.raises(JournalError) as error:
        event(json.dumps(data))
    assert "future-version" == error.value.code


def test_a_matter_that_does_not_exist_is_a_typed_error(hall):
    with pytest.raises(JournalError) as error:
        hall.matter("nothing")
    assert "no-matter" == error.value.code


def test_every_command_has_an_event_and_every_event_a_command():
    asked = {name for name in acts.EVENTS if name != "RecordResult"} | {"CloseVoting"}
    known = {kind.__name__ for union in (acts.CommunityAct, acts.moves.Act, acts.HallAct) for kind in union.__args__}
    assert asked | {"RecordResult"} == known
    assert len(set(acts.EVENTS.values())) == len(acts.EVENTS)


def test_the_journal_has_the_same_bytes_under_every_hash_seed():
    program = (
        "from deliberate.hall.hall import Hall; from deliberate.scenarios.pet_waste import play;"
        "hall = Hall.in_memory(); play(hall); print(list(hall.entries())[-1].hash)"
    )
    heads = {
        subprocess.run(
            [sys.executable, "-c", program], env={"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
        ).stdout
        for seed in ("0", "1", "2026")
    }
    assert 1 == len(heads)


def test_a_hall_opened_twice_on_one_file_follows_what_the_other_wrote(tmp_path):
    one, two = Hall.open(tmp_path / "a.db"), Hall.open(tmp_path / "a.db")
    play = Player(one)
    play(day(0), "li", acts.FoundCommunity("yulin"), "community")
    assert "yulin" == two.community.name
    play(day(0), "li", acts.AdoptRoll(a_roll()), "community")
    play(day(0), "li", RaiseIssue("lamps"))
    assert one.matter("light") == two.matter("light")
    one.close()
    with two as still_open:
        assert ("light",) == still_open.matters
