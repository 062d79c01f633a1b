"""``deliberate convert``: between formats, saying what the other cannot hold, and overwriting nothing."""

import gzip

import pytest

import deliberate as d

BLT = '3 2\n3 1 2 0\n2 2 3 1 0\n0\n"lamps"\n"bins"\n"benches"\n"The yard"\n'


@pytest.fixture
def yard(tmp_path):
    (tmp_path / "yard.blt").write_text(BLT)
    (tmp_path / "answers.csv").write_text("member,status\nli,YES\n")
    (tmp_path / "roll.csv").write_text("member,head,area\nli,1,90.00\n")


def test_an_election_goes_to_another_format_and_says_what_is_lost(told, yard):
    found = told("convert", "yard.blt", "yard.toi")
    assert {"in": "yard.blt", "out": "yard.toi", "format": "toi", "losses": ["seats"]} == found
    assert ("The yard", 5, 1) == (d.read("yard.toi").title, d.read("yard.toi").profile.total, d.read("yard.toi").seats)


def test_the_words_say_what_is_lost(cli, yard):
    done = cli("convert", "yard.blt", "yard.toi")
    assert "yard.toi: written as toi.\nNot kept, since the format cannot hold it: the number of seats.\n" == done.out
    assert "未保留" in cli("convert", "yard.blt", "zh.toi", "--lang", "zh").out


def test_json_loses_nothing(told, yard):
    assert [] == told("convert", "yard.blt", "yard.json")["losses"]
    assert d.read("yard.blt") == d.read("yard.json")


def test_a_packed_file_is_packed(told, yard, tmp_path):
    told("convert", "yard.blt", "yard.csv.gz")
    assert "votes,lamps,bins,benches\n" == gzip.decompress((tmp_path / "yard.csv.gz").read_bytes()).decode()[:25]


def test_a_hyphen_is_standard_input_and_output(cli, told, yard):
    done = cli("convert", "-", "-", "--to", "csv", stdin=BLT.encode())
    assert (0, "votes,lamps,bins,benches\n") == (done.status, done.out[:25])
    assert "the title" in done.err
    assert done.out == told("convert", "yard.blt", "-", "--to", "csv")["text"]


def test_answers_and_rolls_go_to_their_own_tables(told, yard):
    assert "answers" == told("convert", "answers.csv", "other.csv")["format"]
    assert "roll" == told("convert", "roll.csv", "roll2.csv")["format"]
    assert d.roll("roll.csv") == d.roll("roll2.csv")


def test_a_file_that_is_there_stays_without_force(cli, refused, told, yard, tmp_path):
    (tmp_path / "kept.toi").write_text("mine")
    error = refused("convert", "yard.blt", "kept.toi")
    assert ("file-exists", "kept.toi", "mine") == (error["code"], error["where"], (tmp_path / "kept.toi").read_text())
    assert "--force" in error["hint"]
    told("convert", "yard.blt", "kept.toi", "--force")
    assert 5 == d.read("kept.toi").profile.total


def test_nothing_half_written_is_left(refused, yard, tmp_path):
    before = sorted(tmp_path.iterdir())
    assert "cannot-hold" == refused("convert", "yard.blt", "yard.soc")["code"]
    assert before == sorted(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("yard.blt", "yard.pdf"), "unknown-target"),
        (("yard.blt", "-"), "missing-argument"),
        (("yard.blt", "yard.txt", "--to", "debian"), "cannot-write"),
        (("yard.blt", "yard.txt", "--to", "btl"), "unknown-format"),
        (("yard.blt", "no/such/folder/yard.toi"), "cannot-write-file"),
        (("yard.blt", ".", "--to", "toi", "--force"), "not-a-file"),
        (("no.blt", "yard.toi"), "no-such-file"),
        (("roll.csv", "roll.blt"), "cannot-hold"),
    ],
)
def test_what_cannot_be_converted_is_a_typed_error(refused, yard, arguments, code):
    assert code == refused("convert", *arguments)["code"]
