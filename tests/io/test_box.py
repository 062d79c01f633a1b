import pytest

import deliberate as d
from deliberate.errors import ElectionError, ParseError
from deliberate.io.box import Box, levels_of, rankings, ranks_of


def test_a_ballot_that_many_share_is_read_once():
    box, seen = Box("ward"), []
    box.put("a", 2, 1)
    box.put("a", 3, 2)
    profile = box.profile(("lamps",), lambda ballot: seen.append(ballot) or [1])
    assert (["a"], [5], 5) == (seen, profile.weights.tolist(), box.total)


def test_what_a_ballot_gets_wrong_is_told_with_the_line_it_first_stood_on():
    box = Box("ward")
    box.put("1", 1, 4)
    box.put("9", 1, 5)
    box.put("9", 1, 6)
    with pytest.raises(ParseError) as caught:
        box.profile(("lamps",), lambda ballot: ranks_of([[ballot]], {"1": 0}, 1))
    assert ("unknown-option", "ward:5") == (caught.value.code, caught.value.where)


def test_levels_are_the_inverse_of_ranks():
    row = [3, 0, 1, 3]
    assert row == ranks_of([map(str, level) for level in levels_of(row)], {str(i): i for i in range(4)}, 4)


def test_only_rankings_are_written_as_rankings():
    with pytest.raises(ElectionError) as caught:
        rankings(d.Election(d.Profile.from_approvals([["a"]])))
    assert "wrong-ballot" == caught.value.code
