import pytest

import deliberate as d
from deliberate.errors import ParseError
from deliberate.io import preflib

HEAD = """\
# TITLE: What next?
# NUMBER ALTERNATIVES: 3
# NUMBER VOTERS: 5
# ALTERNATIVE NAME 1: lamps
# ALTERNATIVE NAME 2: bins
# ALTERNATIVE NAME 3: benches
"""


def refused(text):
    with pytest.raises(ParseError) as caught:
        preflib.parse(text, "ward.toi")
    assert caught.value.told("zh")
    return caught.value.code, caught.value.where


def test_names_title_and_orders_are_read():
    election = preflib.parse(HEAD + "3: 1,{2,3}\n2: 2\n")
    assert d.ranked("3: lamps > bins = benches; 2: bins", title="What next?") == election


def test_windows_line_ends_and_a_byte_order_mark_make_no_difference():
    text = HEAD + "3: 1,{2,3}\n2: 2\n"
    assert preflib.parse(text) == preflib.parse("\ufeff" + text.replace("\n", "\r\n"))


def test_an_empty_order_is_an_empty_ballot():
    assert [[0, 0, 0], [1, 0, 0]] == preflib.parse(HEAD + "3: 1\n2:\n").profile.ranks.tolist()


def test_equal_orders_on_two_lines_are_one():
    assert [5] == preflib.parse(HEAD + "3: 1\n2: 1\n").profile.weights.tolist()


def test_skipped_ranks_are_closed_up_when_written():
    election = preflib.parse(HEAD + "5: 1,2\n")
    gap = d.Election(d.Profile.from_ranks([[1, 4, 0]], election.options, [5]), title=election.title)
    assert election == preflib.parse(preflib.format(gap))


@pytest.mark.parametrize(
    ("body", "code", "line"),
    [
        ("3: 1,4\n2: 2\n", "unknown-option", 7),
        ("3: 1\n2: 2,2\n", "option-twice", 8),
        ("3: 1\n2: 2,{3,2}\n", "option-twice", 8),
        ("3: 1\n", "truncated-file", 7),
        ("3: 1\n2: 2,", "bad-ballot-line", 8),
        ("3: 1\n2: {2,3", "bad-ballot-line", 8),
        ("3: 1\n2: {2,}", "unknown-option", 8),
        ("3 1\n", "bad-ballot-line", 7),
        (f"{10**400}: 1\n", "number-too-long", 7),
        ("many: 1\n", "not-a-number", 7),
        ("1/2: 1\n", "not-whole", 7),
        ("-3: 1\n", "bad-weight", 7),
    ],
)
def test_a_line_that_cannot_be_read_is_named(body, code, line):
    assert (code, f"ward.toi:{line}") == refused(HEAD + body)


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("", "empty-file", 1),
        ("\ufeff \n\n", "empty-file", 1),
        ("3: 1\n", "no-options", 1),
        ("# NUMBER ALTERNATIVES: 2\n# ALTERNATIVE NAME 1: a\n1: 1\n", "truncated-file", 3),
        ("# ALTERNATIVE NAME 1: a\n# ALTERNATIVE NAME 2: a\n1: 1\n", "same-name-twice", 2),
        ("# ALTERNATIVE NAME 1:\n1: 1\n", "empty-name", 1),
        ("# TITLE: \x1b[2J\n# ALTERNATIVE NAME 1: a\n1: 1\n", "unreadable-name", 1),
        ("# NUMBER VOTERS: x\n# ALTERNATIVE NAME 1: a\n1: 1\n", "not-a-number", 1),
    ],
)
def test_a_header_that_cannot_be_read_is_named(text, code, line):
    assert (code, f"ward.toi:{line}") == refused(text)


def test_a_hostile_line_takes_no_longer_than_its_length():
    for order in ("{" * 10**5, " " * 10**5 + "x", "1 " * 10**5, "{1" + " " * 10**5):
        assert refused(HEAD + f"3: {order}\n")[0] in {"bad-ballot-line", "unknown-option"}
