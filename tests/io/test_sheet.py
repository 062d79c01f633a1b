"""Spreadsheets: what a table without a row is."""

import pytest

from deliberate.errors import ParseError
from deliberate.io import answers, csv_ballots, roll, units


@pytest.mark.parametrize("reader", [answers, csv_ballots, roll, units])
@pytest.mark.parametrize("text", [",,\n", ",,\n\n , \n", ";;\n"])
def test_a_table_of_blank_rows_is_empty(reader, text):
    with pytest.raises(ParseError) as caught:
        reader.parse(text, "roll.csv")
    assert ("empty-file", "roll.csv:1") == (caught.value.code, caught.value.where)
