from importlib import import_module

import pytest

from deliberate.errors import InputError, ParseError
from deliberate.io.formats import FORMATS, ending, find, guess

BLT = '2 1\n3 1 2 0\n0\n"a"\n"b"\n'


@pytest.mark.parametrize("each", FORMATS, ids=lambda each: each.name)
def test_every_format_has_its_file_with_a_reader_and_where_it_says_so_a_writer(each):
    module = import_module(f"deliberate.io.{each.module}")
    assert hasattr(module, "parse")
    assert each.written == hasattr(module, "format")


@pytest.mark.parametrize(
    ("path", "text", "name"),
    [
        ("ward.blt", "", "blt"),
        ("WARD.BLT.GZ", "", "blt"),
        ("a.soi.xz", "", "soi"),
        ("a.json", "", "json"),
        ("a.csv", "votes,lamps\n", "csv"),
        ("a.csv", "成员,面积\n", "roll"),
        ("a.tsv", "Member\tStatus\n", "answers"),
        ("a.txt", '\ufeff {"kind": "Lot"}', "json"),
        ("a.txt", "# TITLE: x\n# ALTERNATIVE NAME 1: x\n", "toi"),
        ("a.txt", "Option 1->: x\n   /\nV: 1 aa", "debian"),
        ("", "# a comment\n" + BLT, "blt"),
        ("", "lamps,bins\n1,2\n", "csv"),
    ],
)
def test_a_file_shows_its_format_by_ending_or_content(path, text, name):
    assert find(name) == guess(path, text)


@pytest.mark.parametrize(
    ("path", "text"), [("a.txt", "Dear all"), ("a.csv", BLT), ("a.csv", ""), ("a.pdf", "%PDF-1.4")]
)
def test_a_file_that_does_not_show_its_format_is_refused_with_the_names_of_all(path, text):
    with pytest.raises(ParseError) as caught:
        guess(path, text)
    assert ("unknown-content", path) == (caught.value.code, caught.value.where)
    assert "debian" in caught.value.hint("en")


def test_a_format_that_does_not_exist_is_refused():
    with pytest.raises(InputError) as caught:
        find("xlsx")
    assert "unknown-format" == caught.value.code


def test_the_ending_is_the_one_under_the_packing():
    assert (".blt", ".blt", "") == (ending("a.b/ward.blt"), ending("ward.BLT.xz"), ending("ward"))
