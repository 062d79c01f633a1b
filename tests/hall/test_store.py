"""What every store promises, tried on each of them."""

import sqlite3

import pytest

from deliberate.errors import CommandIdReused, Conflict, JournalError
from deliberate.hall.journal.chain import verified
from deliberate.hall.journal.sqlite import SQLite


def line(seq, stream="s"):
    return f'{{"seq":{seq},"stream":"{stream}"}}'


def test_entries_come_back_in_order_and_chained(store):
    store.append("s", 0, ("c-1", "h1"), [line(1), line(2)])
    store.append("t", 0, ("c-2", "h2"), [line(1, "t")])
    store.append("s", 2, ("c-3", "h3"), [line(3)])
    assert [("s", 1, 1), ("s", 2, 2), ("t", 1, 3), ("s", 3, 4)] == [
        (entry.stream, entry.seq, entry.position) for entry in verified(store.read())
    ]
    assert [2, 3] == [entry.seq for entry in store.read("s", after=1)]


def test_another_number_of_entries_than_expected_is_a_conflict_and_nothing_is_written(store):
    store.append("s", 0, ("c-1", "h1"), [line(1)])
    with pytest.raises(Conflict) as error:
        store.append("s", 0, ("c-2", "h2"), [line(1)])
    assert (0, 1) == (error.value.fields["expected"], error.value.fields["found"])
    assert 1 == len(list(store.read()))
    assert None is store.receipt(("c-2", "h2"))


def test_a_command_that_came_before_has_the_equal_receipt(store):
    receipt = store.append("s", 0, ("c-1", "h1"), [line(1), line(2)])
    again = store.receipt(("c-1", "h1"))
    assert receipt == again
    assert (False, True) == (receipt.replayed, again.replayed)


def test_a_command_id_with_another_content_is_refused(store):
    store.append("s", 0, ("c-1", "h1"), [line(1)])
    with pytest.raises(CommandIdReused):
        store.receipt(("c-1", "h2"))


def test_a_file_keeps_its_entries_when_it_is_opened_again(tmp_path):
    path = tmp_path / "journal.db"
    one = SQLite(path)
    receipt = one.append("s", 0, ("c-1", "h1"), [line(1)])
    one.close()
    two = SQLite(path)
    assert [receipt.head] == [entry.hash for entry in verified(two.read())]
    assert receipt == two.receipt(("c-1", "h1"))
    two.close()


def test_two_connections_to_one_file_see_each_other(tmp_path):
    one, two = SQLite(tmp_path / "journal.db"), SQLite(tmp_path / "journal.db")
    one.append("s", 0, ("c-1", "h1"), [line(1)])
    with pytest.raises(Conflict):
        two.append("s", 0, ("c-2", "h2"), [line(1)])
    two.append("s", 1, ("c-2", "h2"), [line(2)])
    assert 2 == len(list(one.read()))
    one.close()
    two.close()


def test_a_file_of_another_program_is_refused_and_left_alone(tmp_path):
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE theirs (x)")
    other.close()
    with pytest.raises(JournalError) as error:
        SQLite(path)
    assert ("foreign-file", str(path)) == (error.value.code, error.value.where)


def test_a_file_of_another_program_keeps_its_bytes(tmp_path):
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE theirs (x)")
    other.close()
    before = path.read_bytes()
    for opening in (SQLite, SQLite.read_only):
        with pytest.raises(JournalError):
            opening(path)
    assert before == path.read_bytes()


def test_reading_a_journal_changes_nothing_and_writing_to_it_fails(tmp_path):
    path = tmp_path / "journal.db"
    one = SQLite(path)
    one.append("s", 0, ("c-1", "h1"), [line(1)])
    one.close()
    before = path.read_bytes()
    reader = SQLite.read_only(path)
    assert 1 == len(list(verified(reader.read())))
    with pytest.raises(sqlite3.OperationalError):
        reader.append("s", 1, ("c-2", "h2"), [line(2)])
    reader.close()
    assert before == path.read_bytes()


def test_a_file_that_is_not_there_is_not_made_by_reading(tmp_path):
    with pytest.raises(JournalError):
        SQLite.read_only(tmp_path / "nothing.db")
    assert [] == list(tmp_path.iterdir())


def test_a_file_that_is_no_database_is_a_typed_error(tmp_path):
    path = tmp_path / "text.db"
    path.write_text("this is no database, and it is long enough to be looked at" * 20, encoding="utf-8")
    with pytest.raises(JournalError) as error:
        SQLite(path)
    assert "cannot-open" == error.value.code


def test_a_file_of_a_later_version_is_refused(tmp_path):
    path = tmp_path / "later.db"
    SQLite(path).close()
    with sqlite3.connect(path) as later:
        later.execute("PRAGMA user_version = 99")
    later.close()
    with pytest.raises(JournalError) as error:
        SQLite(path)
    assert "future-file" == error.value.code


def test_a_failed_append_leaves_no_half(tmp_path):
    store = SQLite(tmp_path / "journal.db")
    store.append("s", 0, ("c-1", "h1"), [line(1)])
    with pytest.raises(sqlite3.IntegrityError):
        store.append("s", 1, ("c-1", "h1"), [line(2)])
    assert 1 == len(list(store.read()))
    store.append("s", 1, ("c-2", "h2"), [line(2)])
    assert 2 == len(list(verified(store.read())))
    store.close()
