import pytest

import deliberate as d
from deliberate.errors import ParseError
from deliberate.io import csv_ballots


def test_one_column_for_each_option():
    election = csv_ballots.parse("votes,lamps,bins,benches\n3,1,2,2\n2,,1,\n")
    assert d.ranked("3: lamps > bins = benches; 2: bins") == election


def test_without_votes_a_row_is_one_ballot():
    assert [2] == csv_ballots.parse("lamps,bins\n1,2\n1,2\n").profile.weights.tolist()


def test_one_column_for_each_rank():
    election = csv_ballots.parse("rank1,rank2,votes\nlamps,bins = benches,3\nbins,,2\n")
    assert d.ranked("3: lamps > bins = benches; 2: bins") == election


def test_an_empty_rank_before_another_is_a_rank_skipped():
    assert [[0, 2], [1, 2]] == csv_ballots.parse("Rank 1,Rank 2\n,bins\nlamps,bins\n", "").profile.restricted(
        ("lamps", "bins")
    ).ranks.tolist()


def test_a_chinese_sheet_divided_by_semicolons_is_read():
    assert d.ranked("3: 路灯 > 垃圾桶") == csv_ballots.parse("\ufeff票数;路灯;垃圾桶\r\n3;1;2\r\n")


def test_blank_rows_and_blank_cells_past_the_head_are_passed_over():
    assert d.ranked("3: lamps > bins") == csv_ballots.parse("votes,lamps,bins,,\n\n3,1,2,,\n,,,,\n")


def test_ranks_that_a_spreadsheet_wrote_with_decimals_are_whole():
    assert d.ranked("1: lamps > bins") == csv_ballots.parse("lamps,bins\n1.0,2.00\n")


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("", "empty-file", 1),
        ("votes,lamps,bins\n3,1\n", "row-does-not-fit", 2),
        ("votes,lamps,bins\n3,1,2,3\n", "row-does-not-fit", 2),
        ('votes,lamps,bins\n3,1,"2', "bad-csv", 2),
        ("votes,lamps,lamps\n3,1,2\n", "same-name-twice", 1),
        ("votes,lamps,bins\n3,1,first\n", "bad-rank", 2),
        ("votes,lamps,bins\n3,1,-2\n", "bad-rank", 2),
        ("votes,lamps,bins\n3,1,1\x1f2\n", "bad-rank", 2),
        (f"votes,lamps,bins\n3,1,{10**400}\n", "bad-rank", 2),
        ("votes,lamps,bins\n3,1,99999\n", "too-many-ranks", 2),
        (f"votes,lamps,bins\n{10**400},1,2\n", "number-too-long", 2),
        ("votes,lamps,bins\n,1,2\n", "not-a-number", 2),
        ("rank1,rank2\nlamps,lamps\n", "option-twice", 2),
        ("rank1,rank2\nlamps,bi\x1fns\n", "unreadable-name", 2),
        ("rank1,rank2\n", "no-options", 1),
        ("votes\n3\n", "no-options", 2),
    ],
)
def test_a_row_that_cannot_be_read_is_named(text, code, line):
    with pytest.raises(ParseError) as caught:
        csv_ballots.parse(text, "ward.csv")
    assert (code, f"ward.csv:{line}") == (caught.value.code, caught.value.where)
    assert caught.value.told("zh")
