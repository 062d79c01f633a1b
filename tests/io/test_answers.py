import pytest
from hypothesis import given

from deliberate.decision.answers import Answers
from deliberate.errors import ParseError
from deliberate.io import answers
from deliberate.testing import strategies


def test_each_weight_has_its_column_and_area_is_read_in_square_metres():
    read = answers.parse("member,status,head,area\nli,YES,1,90.00\nwang,NO,1,120\n")
    assert (
        Answers.of({"li": "YES", "wang": "NO"}, roll={"li": (1, 9000), "wang": (1, 12000)}, measures=("head", "area"))
        == read
    )


def test_without_weights_everybody_is_one_head():
    assert Answers.of({"li": "YES"}, roll={"li": (1,)}) == answers.parse("member,status\nli,YES\n")


def test_a_status_may_be_said_in_words_and_an_empty_one_is_absent():
    read = answers.parse("姓名,表态,人数\n李,赞成,1\n王,yes,1\n赵,,1\n")
    assert (2, 1) == (read.tallies().count("head", "YES"), read.tallies().count("head", "ABSENT"))


@given(strategies.answers())
def test_what_is_written_is_read_back_equal(table):
    assert table == answers.parse(answers.format(table))


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("", "empty-file", 1),
        ("name,weight\nli,1\n", "no-column", 1),
        ("member,status\nli,MAYBE\n", "unknown-stance", 2),
        ("member,status\nli,YES\nli,NO\n", "same-name-twice", 3),
        ("member,status,head,head\nli,YES,1,1\n", "same-name-twice", 1),
        ("member,status\nli\n", "row-does-not-fit", 2),
        (f"member,status,head\nli,YES,{10**400}\n", "number-too-long", 2),
        (f"member,status,head\nli,YES,{2**63}\n", "bad-weight", 2),
        ("member,status,head\nli,YES,-1\n", "bad-weight", 2),
        ("member,status,head\nli,YES,1.5\n", "not-whole", 2),
        ("member,status,area\nli,YES,1.555\n", "not-whole", 2),
        ("member,status,head\nli,YES,\n", "not-a-number", 2),
        ("member,status\n,YES\n", "empty-name", 2),
    ],
)
def test_a_row_that_cannot_be_read_is_named(text, code, line):
    with pytest.raises(ParseError) as caught:
        answers.parse(text, "answers.csv")
    assert (code, f"answers.csv:{line}") == (caught.value.code, caught.value.where)
    assert caught.value.told("zh")
