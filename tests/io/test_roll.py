import pytest
from hypothesis import given
from hypothesis import strategies as st

from deliberate.community.party import Member, Standing
from deliberate.community.roll import Roll, RollLine
from deliberate.errors import InputError, ParseError
from deliberate.identity import name
from deliberate.io import roll
from tests.io.strategies import names

PLACES = st.lists(st.sampled_from(("玉林", "3 栋", "2 单元", "a,b")), max_size=3).map(tuple)


@st.composite
def rolls(draw):
    measures = draw(st.sampled_from((("head",), ("head", "area"), ("area", "population"))))
    weights = st.tuples(*(st.integers(0, 10**20) for _ in measures))
    members = draw(names(most=5))
    standings = st.sampled_from(Standing)
    lines = tuple(RollLine(Member(each, draw(standings), draw(PLACES)), draw(weights)) for each in members)
    return Roll(measures, lines)


def test_a_roll_of_owners_is_read_exactly():
    read = roll.parse("member,party,place,head,area\nli,owner,玉林/3 栋/2 单元,1,15.00\n")
    assert (
        Roll(("head", "area"), (RollLine(Member("li", Standing.OWNER, ("玉林", "3 栋", "2 单元")), (1, 1500)),)) == read
    )


def test_a_chinese_roll_with_a_byte_order_mark_is_read():
    read = roll.parse("\ufeff成员,身份,房号,人数,面积\r\n李,业主,玉林/3 栋,1,90.5\r\n王,未成年人,,1,0\r\n")
    english = roll.parse("member,standing,place,head,area\n李,owner,玉林/3 栋,1,90.50\n王,minor,,1,0.00\n")
    assert english == read


def test_without_weights_everybody_is_one_resident_head():
    assert Roll.of({"li": (1,), "wang": (1,)}) == roll.parse("member\nli\nwang\n")


@given(rolls())
def test_what_is_written_is_read_back_equal(one):
    assert one == roll.parse(roll.format(one))


def test_a_place_that_the_file_would_break_is_not_written():
    odd = Roll(("head",), (RollLine(Member("li", place=("a/b",)), (1,)),))
    with pytest.raises(InputError) as caught:
        roll.format(odd)
    assert "cannot-hold" == caught.value.code


def test_names_and_places_are_nfc():
    read = roll.parse("member,place\ne\u0301ta,e\u0301\n")
    assert (name("éta"), ("é",)) == (read.members[0], read.lines[0].member.place)


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("", "empty-file", 1),
        ("head,area\n1,2\n", "no-column", 1),
        ("member,成员\nli,wang\n", "same-name-twice", 1),
        ("member,head\nli,1\nli,1\n", "same-name-twice", 3),
        ("member,head\nli,1\ne\u0301,1\n\u00e9,1\n", "same-name-twice", 4),
        ("member,party\nli,king\n", "unknown-standing", 2),
        ("member,area\nli,15.005\n", "not-whole", 2),
        ("member,head\nli,1.5\n", "not-whole", 2),
        ("member,head\nli,-1\n", "bad-weight", 2),
        ("member,head\nli,1e3\n", "not-a-number", 2),
        (f"member,head\nli,{10**400}\n", "number-too-long", 2),
        ("member,head\nli\n", "row-does-not-fit", 2),
        ("member,place\nli,a\u202eb\n", "unreadable-name", 2),
    ],
)
def test_a_row_that_cannot_be_read_is_named(text, code, line):
    with pytest.raises(ParseError) as caught:
        roll.parse(text, "roll.csv")
    assert (code, f"roll.csv:{line}") == (caught.value.code, caught.value.where)
    assert caught.value.told("zh")
