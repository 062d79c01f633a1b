"""Bad input: one typed error with file and line, status two, no traceback."""

import gzip

import pytest

HEAD = b"# ALTERNATIVE NAME 1: lamps\n# ALTERNATIVE NAME 2: bins\n"
BLT = b'2 1\n3 1 2 0\n2 2 0\n0\n"lamps"\n"bins"\n"The yard"\n'
BAD = {
    "an empty file": ("a.toi", b"", "empty-file", "a.toi:1"),
    "an empty table": ("a.csv", b"\n \n", "empty-file", "a.csv"),
    "a truncated file": ("a.blt", BLT[:12], "truncated-file", "a.blt:2"),
    "a header that promises more": ("a.toi", b"# NUMBER VOTERS: 9\n" + HEAD + b"3: 1,2\n", "truncated-file", "a.toi:4"),
    "an unknown option": ("a.toi", HEAD + b"3: 1,2\n2: 3,1\n", "unknown-option", "a.toi:4"),
    "an option twice": ("a.toi", HEAD + b"3: 1,2,1\n", "option-twice", "a.toi:3"),
    "10^400 as a weight": ("a.toi", HEAD + b"1" + b"0" * 400 + b": 1,2\n", "number-too-long", "a.toi:3"),
    "no ballot at all": ("a.toi", HEAD + b"lamps please\n", "bad-ballot-line", "a.toi:3"),
    "bytes that are no text": ("a.toi", HEAD + "# 垃圾桶".encode("gbk"), "not-this-encoding", "a.toi:3"),
    "a packed file cut off": ("a.toi.gz", gzip.compress(HEAD)[:-12], "truncated-archive", "a.toi.gz"),
    "no packed file": ("a.toi.xz", b"lamps", "broken-archive", "a.toi.xz"),
    "broken JSON": ("a.json", b'{"kind":\n', "bad-json", "a.json:2"),
    "another record": ("a.json", b'{"kind": "Lot", "order": ["a"]}', "not-an-election", "a.json"),
    "deep nesting": ("a.json", b"[" * 100_000, "too-deep", "a.json:1"),
    "something else": ("a.pdf", b"%PDF-1.7\n", "unknown-content", "a.pdf"),
}  # fmt: skip


@pytest.mark.parametrize("bad", BAD.values(), ids=BAD.keys())
def test_bad_input_is_one_typed_error_with_its_place(cli, refused, tmp_path, bad):
    name, content, code, place = bad
    (tmp_path / name).write_bytes(content)
    error = refused("tally", name, "--rule", "irv")
    assert code == error["code"]
    assert error["where"].startswith(place)
    done = cli("tally", name, "--rule", "irv")
    assert (2, "") == (done.status, done.out)
    [line] = done.err.splitlines()
    assert line.startswith(f"deliberate: {place}")


def test_a_file_that_is_not_there_is_told(refused):
    assert ("no-such-file", "no.toi") == tuple(
        refused("tally", "no.toi", "--rule", "irv")[key] for key in ("code", "where")
    )


def test_a_folder_is_no_file(refused, tmp_path):
    assert "cannot-read-file" == refused("tally", str(tmp_path), "--rule", "irv")["code"]


def test_a_line_of_200_megabytes_is_refused_before_it_is_held(refused, tmp_path):
    path = tmp_path / "long.toi"
    with path.open("wb") as file:
        file.write(HEAD)
        file.truncate(200 * 2**20)
    error = refused("tally", "long.toi", "--rule", "irv")
    assert ("line-too-long", "long.toi:3") == (error["code"], error["where"])


def test_other_bytes_are_told_with_the_encoding_that_they_may_be_in(cli, told, tmp_path):
    (tmp_path / "old.csv").write_bytes("票数,路灯,垃圾桶\n3,1,2\n".encode("gb18030"))
    done = cli("tally", "old.csv", "--rule", "borda")
    assert 2 == done.status
    assert "old.csv:1: " in done.err
    assert "--encoding gb18030" in done.err
    assert ["路灯"] == told("tally", "old.csv", "--rule", "borda", "--encoding", "gb18030")["chosen"]


def test_an_unknown_encoding_is_told(refused, tmp_path):
    (tmp_path / "a.csv").write_text("a,b\n1,2\n")
    assert "unknown-encoding" == refused("tally", "a.csv", "--rule", "irv", "--encoding", "utf-9")["code"]


def test_standard_input_has_the_same_bounds_and_its_own_place(refused):
    error = refused("tally", "-", "--rule", "irv", "--format", "toi", stdin=HEAD + b"3: 1,2\n\xff: 2\n")
    assert ("not-this-encoding", "-:4") == (error["code"], error["where"])
    error = refused("tally", "-", "--rule", "irv", "--format", "toi", stdin=b"a" * (2**20 + 1))
    assert ("line-too-long", "-:1") == (error["code"], error["where"])
    assert "empty-file" == refused("tally", "-", "--rule", "irv", "--format", "toi")["code"]
