"""What somebody typed is text in the record, however it begins."""

import pytest

from deliberate.report.blocks import Quote, Table
from deliberate.report.markdown import markdown_of, on_one_line, paragraph, safe


@pytest.mark.parametrize(
    "typed", ["## Resolved", "- a point", "1. first", "> quoted", "---", "===", "| a | b |", "~~~", "  # indented"]
)
def test_no_line_becomes_a_heading_a_list_or_a_table(typed):
    [_, second, *_] = paragraph(f"x\n{typed}").split("\n")
    mark = next(place for place, sign in enumerate(second) if sign in "#>+=|~_.)-")
    assert "\\" == second[mark - 1]
    assert typed == second.replace("\\", "").replace("&gt;", ">").rstrip()


def test_plain_words_stay_as_they_are():
    assert "Li said - and then: 3.5 m.  \n" == paragraph("Li said - and then: 3.5 m.")
    assert "10:05 · Carried.  \n" == paragraph("10:05 · Carried.")


@pytest.mark.parametrize("end", ["\r", "\r\n", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_whatever_a_reader_takes_for_a_line_end_is_one(end):
    assert "x  \n\\## Resolved  \n" == paragraph(f"x{end}## Resolved")
    assert "x ## Resolved" == on_one_line(f"x{end}## Resolved")
    [_, _, row, *_] = list(markdown_of(Table("", ("a",), ((f"x{end}| y",),))))[1:]
    assert "| x \\| y |" == row


def test_a_table_without_bars_at_its_sides_is_no_table():
    assert "a | b  \n\\:-- | --:  \n" == paragraph("a | b\n:-- | --:")


def test_a_backslash_that_somebody_typed_does_not_free_what_comes_after_it():
    assert "\\\\\\[x](y)" == safe("\\[x](y)")


def test_every_line_of_what_somebody_wrote_is_set_apart():
    [text] = markdown_of(Quote("one\n\n# two\r> three"))
    assert ["> one  ", ">   ", "> \\# two  ", "> \\> three  ", ""] == text.split("\n")
