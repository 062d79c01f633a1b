import pytest

from deliberate.errors import ParseError
from deliberate.io import debian

SHEET = """
	Tally Sheet
       "V: vote 		MD5SUM"

     Option 1--->: lamps
   /  Option 2-->: bins
   |/  Option 3->: None Of The Above
   ||/
"""


def test_ranks_and_gaps_stand_as_given_and_a_dash_is_unranked():
    election = debian.parse(SHEET + "V: 13- 	aa\nV: 212 	bb\nV: 13- 	cc\n")
    assert ("lamps", "bins", "None Of The Above") == election.options
    assert ([[1, 3, 0], [2, 1, 2]], [2, 1]) == (election.profile.ranks.tolist(), election.profile.weights.tolist())


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("", "empty-file", 1),
        ("V: 12 aa\n", "no-options", 1),
        (SHEET, "truncated-file", 8),
        (SHEET + "V: 123 aa\nV: 12", "bad-ballot-line", 10),
        (SHEET + "V:", "bad-ballot-line", 9),
        (SHEET + "V: 1234 aa\n", "bad-ballot-line", 9),
        (SHEET + "V: 12x aa\n", "bad-ballot-line", 9),
        (SHEET + "V: 120 aa\n", "bad-ballot-line", 9),
        (SHEET.replace("bins", "lamps") + "V: 123 aa\n", "same-name-twice", 6),
    ],
)
def test_a_line_that_cannot_be_read_is_named(text, code, line):
    with pytest.raises(ParseError) as caught:
        debian.parse(text, "tally.txt")
    assert (code, f"tally.txt:{line}") == (caught.value.code, caught.value.where)
