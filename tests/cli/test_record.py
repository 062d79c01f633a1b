"""``deliberate record`` and ``deliberate demo``: the courtyard's circle, and its public record."""

import builtins
import importlib.util
import shutil
import sqlite3

import pytest

from deliberate.cli import record as record_module
from deliberate.hall.hall import Hall
from deliberate.scenarios.examples import EXAMPLES


@pytest.fixture
def courtyard(demo, tmp_path):
    """A copy of the courtyard's journal."""
    return shutil.copy(demo / "courtyard.db", tmp_path / "courtyard.db")


@pytest.fixture
def no_jinja2(monkeypatch):
    """As on a machine without the extra."""
    find, load = importlib.util.find_spec, builtins.__import__

    def not_found(name, *rest):
        return None if name == "jinja2" else find(name, *rest)

    def not_loaded(name, *rest, **more):
        if name.split(".")[0] == "jinja2":
            raise ImportError(name)
        return load(name, *rest, **more)

    monkeypatch.setattr(record_module, "find_spec", not_found)
    monkeypatch.setattr(builtins, "__import__", not_loaded)


def test_the_record_is_a_page_in_both_languages_the_one_asked_for_first(told, courtyard, tmp_path):
    command = ("record", courtyard, "--matter", "pet-waste", "--out")
    found = told(*command, "a.html", "--posted", "2026-03-19", "--body", "住户委员会")
    assert {"out", "matter", "head"} == set(found)
    page = (tmp_path / "a.html").read_text()
    assert "住户委员会" in page
    assert found["head"] in page
    assert page.index("Public record") < page.index("公示")
    told(*command, "b.html", "--lang", "zh", "--posted", "2026-03-19")
    assert (tmp_path / "b.html").read_text().index("公示") < (tmp_path / "b.html").read_text().index("Public record")


def test_a_name_that_ends_in_md_gives_markdown(cli, courtyard, tmp_path):
    done = cli("record", courtyard, "--matter", "pet-waste", "--out", "a.md")
    assert (0, "The record: a.md\n") == (done.status, done.out)
    assert (tmp_path / "a.md").read_text().startswith("# Public record")


def test_without_the_extra_the_record_is_markdown_and_says_which_extra_gives_the_page(
    cli, courtyard, tmp_path, no_jinja2
):
    done = cli("record", courtyard, "--matter", "pet-waste", "--out", "a.html")
    assert 0 == done.status
    assert 'pip install "deliberate-commons[html]"' in done.out
    assert done.out.endswith("The record: a.md\n")
    assert ["a.md", "courtyard.db"] == sorted(each.name for each in tmp_path.iterdir())


def test_its_own_record_is_written_again_and_anothers_is_not(told, refused, courtyard, tmp_path):
    command = ("record", courtyard, "--matter", "pet-waste", "--out", "a.md")
    told(*command, "--posted", "2026-03-19")
    told(*command, "--posted", "2026-03-20")
    (tmp_path / "a.md").write_text("mine")
    assert "file-exists" == refused(*command)["code"]
    assert "mine" == (tmp_path / "a.md").read_text()


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--matter", "pet-wast"), "no-matter"),
        (("--matter", "pet-waste", "--posted", "soon"), "bad-day"),
        (("--matter", "pet-waste", "--days", "many"), "not-a-number"),
    ],
)
def test_what_does_not_fit_is_a_typed_error(refused, courtyard, tmp_path, arguments, code):
    assert code == refused("record", courtyard, *arguments, "--out", "a.md")["code"]
    assert not (tmp_path / "a.md").exists()


def test_a_journal_that_is_not_there_is_not_made(refused, tmp_path):
    assert "no-such-file" == refused("record", "no.db", "--matter", "a", "--out", "a.md")["code"]
    assert [] == list(tmp_path.iterdir())


def test_a_broken_journal_gives_no_record(refused, courtyard, tmp_path):
    with sqlite3.connect(courtyard) as db:
        db.execute("UPDATE entry SET hash = hash || '0' WHERE position = 9")
    db.close()
    assert "broken-chain" == refused("record", courtyard, "--matter", "pet-waste", "--out", "a.md")["code"]
    assert not (tmp_path / "a.md").exists()


def test_the_demo_tells_the_four_beats_and_ends_with_the_path_of_the_record(cli, tmp_path):
    done = cli("demo")
    assert (0, "") == (done.status, done.err)
    beats = ["THEY TALK", "THEY DECIDE", "THEY ASK FOR CONSENT", "THEY ANSWER FOR IT", "THEY JUDGE WHAT CAME OF IT"]
    places = [done.out.index(f"\n{beat}\n") for beat in beats]
    assert places == sorted(places)
    assert "The record: deliberate-demo/record.html" == done.out.splitlines()[-1]
    assert ["courtyard.db", "record.html"] == sorted(each.name for each in (tmp_path / "deliberate-demo").iterdir())


def test_the_demo_speaks_chinese(cli):
    done = cli("demo", "--lang", "zh", "--out", "院落")
    for beat in ("议事", "议决", "征求同意", "担责", "评估"):
        assert f"\n{beat}\n" in done.out
    assert "公示：院落/record.html" == done.out.splitlines()[-1]


def test_the_demo_played_again_changes_nothing(cli, told, tmp_path):
    cli("demo", "--out", "a")
    before = told("journal", "anchor", "a/courtyard.db")
    page = (tmp_path / "a" / "record.html").read_bytes()
    assert 0 == cli("demo", "--out", "a", "--lang", "zh").status
    assert 0 == cli("demo", "--out", "a").status
    assert before == told("journal", "anchor", "a/courtyard.db")
    assert page == (tmp_path / "a" / "record.html").read_bytes()


def test_the_demo_plays_into_no_other_story(refused, told, tmp_path):
    (tmp_path / "a").mkdir()
    with Hall.open(tmp_path / "a" / "courtyard.db") as hall:
        EXAMPLES["charging-shed"](hall)
    before = told("journal", "anchor", "a/courtyard.db")
    assert "file-exists" == refused("demo", "--out", "a")["code"]
    assert before == told("journal", "anchor", "a/courtyard.db")
    assert {"matter", "journal", "record"} == set(told("demo", "--out", "a", "--force"))


def test_the_demo_needs_no_extra(cli, no_jinja2):
    done = cli("demo", "--out", "a")
    assert "The record: a/record.md" == done.out.splitlines()[-1]
    assert "deliberate-commons[html]" in done.out


def test_a_folder_that_cannot_be_made_is_a_typed_error(refused, tmp_path):
    (tmp_path / "a").write_text("a file")
    assert "cannot-write-file" == refused("demo", "--out", "a")["code"]
