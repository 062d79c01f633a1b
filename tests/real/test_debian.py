"""Debian's votes for its leader, 2006, 2007 and 2020: ties, gaps, options left out."""

import pytest

import deliberate as d
from deliberate.decision.pairwise import preferred
from deliberate.errors import ParseError
from deliberate.io.door import read

PAIRS_2020 = [[0, 258, 281, 301], [57, 0, 163, 244], [40, 114, 0, 194], [34, 76, 125, 0]]
PAIRS_2006 = [
    [0, 310, 123, 144, 166, 341, 228, 319],
    [40, 0, 34, 46, 45, 246, 48, 158],
    [230, 332, 0, 184, 233, 354, 278, 344],
    [230, 334, 190, 0, 242, 365, 281, 339],
    [166, 320, 124, 135, 0, 352, 240, 321],
    [20, 61, 16, 16, 16, 0, 21, 73],
    [119, 275, 68, 99, 117, 321, 0, 294],
    [75, 202, 53, 71, 75, 301, 87, 0],
]
HOCEVAR = [237, 329, 278, 0, 211, 227, 252, 330, 346]
MCINTYRE = [224, 344, 271, 203, 0, 215, 264, 330, 342]
ORDERS = {
    2006: (
        ("Anthony Towns",),
        ("Steve McIntyre",),
        ("Andreas Schuldei", "Jeroen van Wolffelaar"),
        ("Bill Allombert",),
        ("None of the Above",),
        ("Ari Pollak",),
        ("Jonathan aka Ted Walther",),
    ),
    2007: (
        ("Sam Hocevar",),
        ("Steve McIntyre",),
        ("Raphaël Hertzog",),
        ("Wouter Verhelst",),
        ("Anthony Towns",),
        ("Gustavo Franco",),
        ("None Of The Above",),
        ("Simon Richter",),
        ("Aigars Mahinovs",),
    ),
    2020: (("Jonathan Carter",), ("Sruthi Chandran",), ("Brian Gupta",), ("None Of The Above",)),
}


@pytest.fixture
def election(data):
    def read_year(year):
        path = data / f"ranked/debian-leader/leader{year}_tally.txt"
        return read(path, encoding="latin-1" if year == 2007 else "utf-8")

    return read_year


@pytest.mark.parametrize(("year", "ballots"), [(2006, 421), (2007, 482), (2020, 339)])
def test_every_ballot_is_read(election, year, ballots):
    assert ballots == election(year).profile.total


@pytest.mark.parametrize("year", ORDERS)
def test_schulze_gives_the_whole_order_with_the_official_winner_first(election, year):
    outcome = d.decide(election(year), d.rule("schulze"))
    assert [set(level) for level in ORDERS[year]] == [set(level) for level in outcome.ranking]
    assert ORDERS[year][0] == outcome.chosen


@pytest.mark.parametrize("year", ORDERS)
def test_winning_votes_as_debian_counts_elect_the_same(election, year):
    assert ORDERS[year][0] == d.decide(election(year), d.rule("schulze", strength="winning-votes")).chosen


@pytest.mark.parametrize(("year", "pairs"), [(2006, PAIRS_2006), (2020, PAIRS_2020)])
def test_the_matrix_of_pairs_is_the_published_one(election, year, pairs):
    assert pairs == preferred(election(year).profile).tolist()


def test_the_two_rows_at_the_top_of_2007_are_the_published_ones(election):
    assert [HOCEVAR, MCINTYRE] == preferred(election(2007).profile)[3:5].tolist()


def test_in_2006_the_meaning_of_an_option_left_out_decides_the_winner(election):
    order = d.decide(election(2006), d.rule("schulze", unranked="no-opinion")).ranking
    assert (("Steve McIntyre",), ("Anthony Towns",)) == order[:2]


def test_the_sheet_of_2007_in_latin_1_is_refused_as_utf_8_with_its_line(data):
    path = data / "ranked/debian-leader/leader2007_tally.txt"
    with pytest.raises(ParseError) as caught:
        read(path)
    assert ("not-this-encoding", f"{path}:21") == (caught.value.code, caught.value.where)
    assert "latin-1" in caught.value.hint("en")
