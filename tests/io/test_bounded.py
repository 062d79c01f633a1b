import gzip
import lzma
import tracemalloc

import pytest

from deliberate.errors import InputError, ParseError
from deliberate.io import bounded
from deliberate.io.bounded import read_text, write_text


def refused(path, encoding="utf-8"):
    with pytest.raises(ParseError) as caught:
        read_text(path, encoding)
    assert caught.value.told("en")
    assert caught.value.told("zh")
    return caught.value.code, caught.value.where


@pytest.mark.parametrize("name", ["a.txt", "a.txt.gz", "a.txt.xz"])
def test_a_text_is_read_back_as_written(tmp_path, name):
    write_text("路灯\nlamps\n", tmp_path / name)
    assert "路灯\nlamps\n" == read_text(tmp_path / name)


def test_the_same_text_packed_twice_gives_the_same_bytes(tmp_path):
    write_text("lamps", tmp_path / "a.gz")
    write_text("lamps", tmp_path / "b.gz")
    assert (tmp_path / "a.gz").read_bytes() == (tmp_path / "b.gz").read_bytes()


def test_a_byte_order_mark_is_taken_off(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbflamps")
    assert "lamps" == read_text(tmp_path / "a.txt")


def test_another_encoding_is_read_where_it_is_named(tmp_path):
    (tmp_path / "a.csv").write_bytes("成员\n李\n".encode("gb18030"))
    assert "成员\n李\n" == read_text(tmp_path / "a.csv", "gb18030")


def test_bytes_that_are_not_utf_8_are_refused_with_their_line_and_a_hint(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(b"ok\n" + "成员".encode("gb18030"))
    assert ("not-this-encoding", f"{path}:2") == refused(path)
    with pytest.raises(ParseError, match="--encoding gb18030"):
        read_text(path)


@pytest.mark.parametrize("encoding", ["no-such", "base64", "hex"])
def test_an_encoding_that_does_not_exist_is_refused(tmp_path, encoding):
    (tmp_path / "a.csv").write_bytes(b"a")
    assert ("unknown-encoding", str(tmp_path / "a.csv")) == refused(tmp_path / "a.csv", encoding)


def test_a_missing_file_and_a_folder_are_refused(tmp_path):
    assert ("no-such-file", str(tmp_path / "a")) == refused(tmp_path / "a")
    assert ("cannot-read-file", str(tmp_path)) == refused(tmp_path)


def test_a_line_of_200_megabytes_is_refused_with_its_line_and_does_not_fill_the_memory(tmp_path):
    path = tmp_path / "a.blt"
    with path.open("wb") as file:
        file.write(b"3 1\n")
        file.truncate(200 * 2**20)
    tracemalloc.start()
    try:
        assert ("line-too-long", f"{path}:2") == refused(path)
        assert 16 * 2**20 > tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(("length", "read"), [(bounded.LONGEST_LINE, True), (bounded.LONGEST_LINE + 1, False)])
@pytest.mark.parametrize("before", [0, 1, bounded.CHUNK - 2, bounded.CHUNK - 1])
def test_the_longest_line_is_one_mebibyte_wherever_it_begins(tmp_path, length, read, before):
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * before + b"\n" + b"y" * length + b"\nz")
    if read:
        assert before + length + 3 == len(read_text(path))
    else:
        assert ("line-too-long", f"{path}:2") == refused(path)


@pytest.mark.parametrize(("name", "pack"), [("a.gz", gzip.compress), ("a.xz", lzma.compress)])
def test_a_bomb_is_not_unpacked(tmp_path, name, pack):
    path = tmp_path / name
    path.write_bytes(pack(b"\n" * 2**25))
    assert ("unpacks-too-large", str(path)) == refused(path)


def test_a_small_file_may_be_packed_as_well_as_it_can(tmp_path):
    path = tmp_path / "a.gz"
    path.write_bytes(gzip.compress(b"\n" * bounded.FREE))
    assert bounded.FREE == len(read_text(path))


def test_a_file_past_the_bound_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(bounded, "LARGEST", 100)
    path = tmp_path / "a.txt"
    path.write_bytes(b"x\n" * 51)
    assert ("file-too-large", str(path)) == refused(path)


@pytest.mark.parametrize(("name", "pack"), [("a.gz", gzip.compress), ("a.xz", lzma.compress)])
def test_a_packed_file_that_is_cut_off_or_damaged_is_refused(tmp_path, name, pack):
    path, data = tmp_path / name, pack(bytes(range(10, 250)) * 9)
    path.write_bytes(data[:-20])
    assert ("truncated-archive", str(path)) == refused(path)
    path.write_bytes(b"not packed at all")
    assert ("broken-archive", str(path)) == refused(path)
    path.write_bytes(data[:40] + bytes(20) + data[60:])
    assert ("broken-archive", str(path)) == refused(path)


def test_a_place_that_cannot_be_written_is_told(tmp_path):
    with pytest.raises(InputError) as caught:
        write_text("a", tmp_path / "no" / "a.txt")
    assert ("cannot-write-file", str(tmp_path / "no" / "a.txt")) == (caught.value.code, caught.value.where)
