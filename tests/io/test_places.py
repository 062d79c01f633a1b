import pytest

from deliberate.errors import InputError, ParseError
from deliberate.io.places import failed, lines, placed
from deliberate.io.title import tidy


def test_a_mistake_inside_is_told_with_its_place():
    with pytest.raises(ParseError) as caught, placed("ward.blt", 7):
        raise InputError("empty-name")
    assert ("empty-name", "ward.blt:7") == (caught.value.code, caught.value.where)


def test_a_mistake_that_knows_its_place_keeps_it():
    with pytest.raises(ParseError) as caught, placed("ward.blt", 7):
        raise failed("empty-name", "ward.blt", 3)
    assert "ward.blt:3" == caught.value.where


def test_a_megabyte_of_text_is_not_quoted_in_full():
    assert 80 == len(str(failed("bad-ballot-line", "", 1, line="x" * 2**20).fields["line"]))


def test_only_line_feeds_end_a_line():
    assert [(1, "a\u2028b"), (2, "c"), (3, "")] == list(lines("\ufeffa\u2028b\r\nc\n"))


def test_a_tidy_title_hides_nothing():
    assert "ab c é" == tidy(" a\u202eb\x1b\n c  e\u0301")
