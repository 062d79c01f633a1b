"""What somebody typed is text in the record, however it begins."""

import pytest

from deliberate.report.markdown import paragraph


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
