"""``deliberate journal``: the chain checked, played again, exported, anchored, compared; never changed or made."""

import json
import shutil
import sqlite3

import pytest

from deliberate.hall.hall import Hall
from deliberate.scenarios.examples import EXAMPLES

FORGE = "UPDATE entry SET line = replace(line, '\"v\":1', '\"v\":2') WHERE position = 9"
ACTIONS = ("verify", "replay", "export", "anchor")


@pytest.fixture
def courtyard(demo, tmp_path):
    """A copy of the courtyard's journal."""
    return shutil.copy(demo / "courtyard.db", tmp_path / "courtyard.db")


def change(path, sql):
    with sqlite3.connect(path) as db:
        db.execute(sql)
    db.close()


def test_a_whole_journal_is_told_as_such(told, cli, courtyard):
    assert {"verified": True, "entries": 223, "streams": 2} == told("journal", "verify", courtyard)
    assert "The journal is whole: 223 entries in 2 streams.\n" == cli("journal", "verify", courtyard).out


@pytest.mark.parametrize("action", ACTIONS)
def test_a_changed_entry_breaks_the_chain_and_is_named(cli, refused, courtyard, action):
    change(courtyard, FORGE)
    error = refused("journal", action, courtyard)
    assert ("broken-chain", f"{courtyard}: pet-waste 5") == (error["code"], error["where"])
    assert "at entry 9 " in error["message"]
    assert 2 == cli("journal", action, courtyard).status


def test_a_missing_entry_breaks_the_chain(refused, courtyard):
    change(courtyard, "DELETE FROM entry WHERE position = 100")
    error = refused("journal", "verify", courtyard)
    assert "broken-chain" == error["code"]
    assert "at entry 101 " in error["message"]


def test_a_replay_gives_the_state(told, cli, courtyard):
    state = told("journal", "replay", courtyard)
    assert ("玉林东苑", ["pet-waste"]) == (state["community"], list(state["matters"]))
    assert ["decided", "rejected", "decided"] == state["matters"]["pet-waste"]["results"]
    assert state == json.loads(cli("journal", "replay", courtyard).out)


def test_an_export_is_json_lines_of_event_and_hash(told, cli, courtyard):
    lines = [json.loads(line) for line in cli("journal", "export", courtyard).out.splitlines()]
    assert 223 == len(lines)
    assert all({"event", "hash"} == set(line) for line in lines)
    assert lines == told("journal", "export", courtyard)


def test_an_export_goes_into_a_file_and_may_be_made_again(told, refused, courtyard, tmp_path):
    for _ in range(2):
        assert {"out": "out.jsonl", "entries": 223} == told("journal", "export", courtyard, "--out", "out.jsonl")
    (tmp_path / "out.jsonl").write_text("mine")
    assert "file-exists" == refused("journal", "export", courtyard, "--out", "out.jsonl")["code"]
    assert 223 == told("journal", "export", courtyard, "--out", "out.jsonl", "--force")["entries"]


def test_an_anchor_is_given_with_its_hash(told, cli, courtyard):
    found = told("journal", "anchor", courtyard)
    assert {"at", "hall", "heads", "root", "size", "v"} == set(found["anchor"])
    assert (223, 64) == (found["anchor"]["size"], len(found["hash"]))
    assert found["hash"] in cli("journal", "anchor", courtyard).out


def test_a_journal_and_its_export_are_one_story(told, cli, courtyard, tmp_path):
    cli("journal", "export", courtyard, "--out", "all.jsonl")
    lines = (tmp_path / "all.jsonl").read_text().splitlines(keepends=True)
    (tmp_path / "part.jsonl").write_text("".join(lines[:100]))
    same = {"one_story": True, "fork": None, "entries": 223, "other": 223}
    assert same == told("journal", "compare", courtyard, "all.jsonl")
    assert same | {"entries": 100} == told("journal", "compare", "part.jsonl", courtyard)
    assert "One story: both" in cli("journal", "compare", "all.jsonl", courtyard).out
    assert "One story: one of them has 123 entries more.\n" == cli("journal", "compare", "part.jsonl", courtyard).out


def test_two_stories_part_at_an_entry(told, cli, courtyard, tmp_path):
    with Hall.open(tmp_path / "shed.db") as hall:
        EXAMPLES["charging-shed"](hall)
    found = told("journal", "compare", courtyard, "shed.db")
    assert (False, 1) == (found["one_story"], found["fork"])
    assert "Two stories: they part at entry 1.\n" == cli("journal", "compare", courtyard, "shed.db").out


def test_a_changed_export_is_broken_and_named(refused, cli, courtyard, tmp_path):
    cli("journal", "export", courtyard, "--out", "all.jsonl")
    text = (tmp_path / "all.jsonl").read_text()
    (tmp_path / "bad.jsonl").write_text(text.replace("四个", "五个", 1))
    error = refused("journal", "compare", courtyard, "bad.jsonl")
    assert "broken-chain" == error["code"]
    assert error["where"].startswith("bad.jsonl: pet-waste ")
    (tmp_path / "bad.jsonl").write_text("nothing of this kind\n")
    assert "broken-chain" == refused("journal", "verify", "bad.jsonl")["code"]


@pytest.mark.parametrize("action", ACTIONS)
def test_a_file_that_is_not_there_is_not_made(refused, tmp_path, action):
    assert ("no-such-file", "no.db") == tuple(refused("journal", action, "no.db")[key] for key in ("code", "where"))
    assert [] == list(tmp_path.iterdir())


def test_a_file_that_is_no_journal_stays_as_it_is(refused, tmp_path):
    (tmp_path / "empty.db").touch()
    assert "empty-file" == refused("journal", "verify", "empty.db")["code"]
    assert b"" == (tmp_path / "empty.db").read_bytes()
    change(tmp_path / "foreign.db", "CREATE TABLE mine (a)")
    assert "foreign-file" == refused("journal", "verify", "foreign.db")["code"]
    (tmp_path / "broken.db").write_bytes(b"SQLite format 3\x00" + b"\xff" * 5000)
    assert "cannot-open" == refused("journal", "verify", "broken.db")["code"]
    assert "cannot-open" == refused("journal", "verify", ".")["code"]


def test_pages_that_are_damaged_are_a_typed_error(refused, courtyard):
    data = bytearray(courtyard.read_bytes())
    data[4096 * 3 : 4096 * 20] = b"\xff" * (4096 * 17)
    courtyard.write_bytes(data)
    assert "cannot-open" == refused("journal", "verify", courtyard)["code"]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("chek", "a.db"), "unknown-choice"),
        (("compare", "a.db"), "missing-argument"),
        (("verify", "a.db", "b.db"), "unknown-argument"),
        (("verify",), "missing-argument"),
    ],
)
def test_wrong_usage_is_a_typed_error(refused, arguments, code):
    assert code == refused("journal", *arguments)["code"]
