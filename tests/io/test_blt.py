import pytest

import deliberate as d
from deliberate.errors import ParseError
from deliberate.io import blt

NAMES = '0\n"lamps"\n"bins"\n"benches"\n"What next?"\n'


def refused(text):
    with pytest.raises(ParseError) as caught:
        blt.parse(text, "ward.blt")
    assert caught.value.told("zh")
    return caught.value.code, caught.value.where


def test_seats_ballots_names_and_title_are_read():
    election = blt.parse("3 2\n3 1 2=3 0\n2 2 0\n" + NAMES)
    assert d.ranked("3: lamps > bins = benches; 2: bins", seats=2, title="What next?") == election


def test_both_ways_to_withdraw_an_option_are_one():
    one, other = (blt.parse(f"3 1\n{line}\n3 1 2 0\n{NAMES}") for line in ("-2 -3", "[withdrawn 2 3]"))
    assert one == other
    assert ("bins", "benches") == one.withdrawn


def test_a_tie_order_is_the_lot():
    lot = blt.parse("3 1\n[tie 3 2 1]\n3 1 2 0\n" + NAMES).lot
    assert (("benches", "bins", "lamps"), "lot") == (lot.order, lot.by)


def test_a_tie_order_may_leave_out_who_is_withdrawn():
    assert ("benches", "lamps", "bins") == blt.parse("3 1\n-2\n[tie 3 1]\n3 1 0\n" + NAMES).lot.order


def test_without_a_tie_order_the_order_of_the_options_is_used_and_said():
    assert "order" == blt.parse("3 1\n3 1 2 0\n" + NAMES).lot.by


def test_nicknames_stand_for_options_everywhere():
    nicked = blt.parse("3 1\n[nick l b x]\n[withdrawn x]\n[tie b l x]\n3 l b=x 0\n" + NAMES)
    assert blt.parse("3 1\n-3\n[tie 2 1 3]\n3 1 2=3 0\n" + NAMES) == nicked


def test_an_empty_ballot_is_kept():
    assert 4 == blt.parse("3 1\n3 1 0\n1 0\n" + NAMES).profile.total


def test_a_skipped_rank_is_kept():
    assert [[1, 3, 0]] == blt.parse("3 1\n3 1 - 2 0\n" + NAMES).profile.ranks.tolist()


def test_comments_and_what_follows_the_title_are_not_read():
    head = "# ward 1\n3 1 # three\n3 1 0 # a ballot\n0 # the end\n"
    names = '"lamps" # one\n"bins"\n"benches"\n"What next?" \nlamps: 3\n'
    assert blt.parse("3 1\n3 1 0\n" + NAMES) == blt.parse(head + names)


def test_names_may_share_a_line_and_hold_quotes():
    election = blt.parse('3 1\n3 1 0\n0\n"a" "b"\n"Jo "J" Li" #\n')
    assert (("a", "b", 'Jo "J" Li'), "") == (election.options, election.title)


def test_options_that_concern_another_program_are_passed_over():
    assert blt.parse("3 1\n3 1 0\n" + NAMES) == blt.parse("3 1\n[droop precision=5]\n[undeclared 3]\n3 1 0\n" + NAMES)


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("", "empty-file", 1),
        ("three one\n", "not-a-number", 1),
        ("3\n", "bad-blt-head", 1),
        ("# nothing\n", "bad-blt-head", 1),
        ("99999999 1\n1 1 0\n", "too-many-options", 1),
        ("3 4\n1 1 0\n" + NAMES, "bad-seats", 1),
        ("3 1\n1 1 0\n1 4 0\n" + NAMES, "unknown-option", 3),
        ("3 1\n1 1 0\n1 2 2 0\n" + NAMES, "option-twice", 3),
        ("3 1\n1 1 0\n1 2=2 0\n" + NAMES, "option-twice", 3),
        ("3 1\n1 1 0\n1 2=\n" + NAMES, "bad-ballot-line", 3),
        ("3 1\n1 1 0\n1 2= 0\n" + NAMES, "unknown-option", 3),
        ("3 1\n1 1 0\n1 2\n" + NAMES, "bad-ballot-line", 3),
        ("3 1\n1 1 0 2 0\n" + NAMES, "unknown-option", 2),
        ("3 1\n7\n" + NAMES, "bad-ballot-line", 2),
        ("3 1\n1 1 0\n", "truncated-file", 2),
        ('3 1\n1 1 0\n0\n"lamps"\n"bins"\n', "truncated-file", 5),
        ('3 1\n1 1 0\n0\n"lamps"\n"bi', "bad-name-line", 5),
        ('3 1\n1 1 0\n0\n"lamps"\n"lamps"\n', "same-name-twice", 5),
        ("3 1\n1 1 0\n0\nlamps\n", "bad-name-line", 4),
        (f"3 1\n{10**400} 1 0\n" + NAMES, "number-too-long", 2),
        ("3 1\n-3 1 0\n" + NAMES, "bad-weight", 2),
        ("3 1\n0.5 1 0\n" + NAMES, "not-whole", 2),
        ("3 1\n-4\n1 1 0\n" + NAMES, "unknown-option", 2),
        ("3 1\n[tie 1 2]\n1 1 0\n" + NAMES, "lot-does-not-fit", 1),
        ("3 1\n[nick a b]\n1 1 0\n" + NAMES, "truncated-file", 2),
        ("3 1\n[nick a a b]\n1 1 0\n" + NAMES, "same-name-twice", 2),
        ("3 1\n[quota 5]\n1 1 0\n" + NAMES, "unknown-key", 2),
        ("3 1\n[]\n1 1 0\n" + NAMES, "unknown-key", 2),
        ("3 1\n1 " + "- " * 70000 + "1 0\n" + NAMES, "too-many-ranks", 2),
    ],
)
def test_a_line_that_cannot_be_read_is_named(text, code, line):
    assert (code, f"ward.blt:{line}") == refused(text)


def test_a_small_file_does_not_make_a_table_that_fills_the_memory():
    names = "".join(f'"{number}"\n' for number in range(50000))
    ballots = "".join(f"1 {number} 0\n" for number in range(1, 10000))
    assert ("too-many-cells", "ward.blt") == refused(f"50000 1\n{ballots}0\n{names}")
