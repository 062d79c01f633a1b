import pytest

import deliberate as d
from deliberate.community.roll import Roll
from deliberate.decision.answers import Answers
from deliberate.errors import InputError, ParseError
from deliberate.io.door import format_text, parse, read, record, roll, write

ELECTION = d.ranked("3: lamps > bins = benches; 2: bins")
ANSWERS = Answers.of({"li": "YES"}, roll={"li": (1,), "wang": (1,)})
ROLL = Roll.of({"li": (1, 9000)}, measures=("head", "area"))


@pytest.mark.parametrize("name", ["ward.blt", "ward.toi.gz", "ward.csv", "ward.tsv.xz", "ward.json"])
def test_an_election_is_read_back_from_the_file_it_was_written_to(tmp_path, name):
    write(ELECTION, tmp_path / name)
    assert ELECTION == read(tmp_path / name)


def test_answers_are_read_as_an_election(tmp_path):
    write(d.Election(ANSWERS), tmp_path / "answers.csv")
    assert d.Election(ANSWERS) == read(tmp_path / "answers.csv")
    assert ANSWERS == record(tmp_path / "answers.csv")
    assert "decided" == d.decide(read(tmp_path / "answers.csv", "answers"), d.rule("consent")).status


def test_a_profile_alone_is_read_as_an_election(tmp_path):
    write(ELECTION.profile, tmp_path / "profile.json")
    assert ELECTION == read(tmp_path / "profile.json")


@pytest.mark.parametrize("name", ["roll.csv", "roll.json", "roll.csv.gz"])
def test_a_roll_is_read_back_from_the_file_it_was_written_to(tmp_path, name):
    write(ROLL, tmp_path / name)
    assert (ROLL, ROLL) == (roll(tmp_path / name), record(tmp_path / name))


def test_the_format_named_goes_before_the_ending(tmp_path):
    write(ELECTION, tmp_path / "ward.txt", "blt")
    assert ELECTION == read(tmp_path / "ward.txt", "blt")
    assert ELECTION == read(tmp_path / "ward.txt")


def test_a_text_is_read_by_its_content():
    assert ELECTION == parse(format_text(ELECTION, "blt"))
    assert ELECTION == parse(format_text(ELECTION, "toi"))


def test_a_roll_is_no_election_and_an_election_is_no_roll(tmp_path):
    write(ROLL, tmp_path / "roll.csv")
    write(ELECTION, tmp_path / "ward.json")
    with pytest.raises(ParseError) as caught:
        read(tmp_path / "roll.csv")
    assert ("not-an-election", str(tmp_path / "roll.csv")) == (caught.value.code, caught.value.where)
    with pytest.raises(ParseError) as caught:
        roll(tmp_path / "ward.json")
    assert ("not-a-roll", str(tmp_path / "ward.json")) == (caught.value.code, caught.value.where)


@pytest.mark.parametrize(
    ("thing", "name", "code"),
    [
        (ELECTION, "soi", "cannot-hold"),
        (ELECTION, "debian", "cannot-write"),
        (ELECTION, "roll", "cannot-hold"),
        (ELECTION, "answers", "cannot-hold"),
        (ANSWERS, "blt", "cannot-hold"),
        (ROLL, "blt", "cannot-hold"),
        (ELECTION.lot, "csv", "cannot-hold"),
        (ELECTION, "xlsx", "unknown-format"),
    ],
)
def test_a_record_that_the_format_cannot_hold_is_not_written(thing, name, code):
    with pytest.raises(InputError) as caught:
        format_text(thing, name)
    assert code == caught.value.code
    assert caught.value.told("zh")


def test_an_ending_that_no_format_has_is_refused(tmp_path):
    with pytest.raises(InputError) as caught:
        write(ELECTION, tmp_path / "ward.xlsx")
    assert "unknown-content" == caught.value.code


def test_a_mistake_is_told_with_file_and_line_in_both_languages(tmp_path):
    path = tmp_path / "ward.blt"
    path.write_text('2 1\n3 1 7 0\n0\n"a"\n"b"\n')
    with pytest.raises(ParseError) as caught:
        read(path)
    assert ("unknown-option", f"{path}:2") == (caught.value.code, caught.value.where)
    assert caught.value.told("en").startswith(f"{path}:2: ")
    assert caught.value.told("en").endswith("The options are: 1, 2.")
    assert caught.value.told("zh").endswith("选项有：1、2。")


@pytest.mark.parametrize("name", ["a.blt", "a.toi", "a.csv", "a.json", "a.txt"])
def test_an_empty_file_is_refused_whatever_its_format(tmp_path, name):
    path = tmp_path / name
    path.write_text("")
    with pytest.raises(ParseError) as caught:
        read(path)
    assert ("empty-file", f"{path}:1") == (caught.value.code, caught.value.where)
