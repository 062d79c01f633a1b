import pytest
from hypothesis import given
from hypothesis import strategies as st

from deliberate.community.register import owners_roll
from deliberate.community.units import Unit, UnitState
from deliberate.errors import InputError, ParseError
from deliberate.io import units
from tests.io.strategies import names
from tests.search import a_part

HEAD = "building,entrance,room,area,owners,state\n"


@st.composite
def registers(draw):
    places = draw(st.lists(names(most=3).filter(lambda path: "" not in path), max_size=4, unique=True))
    people = names(most=3).map(lambda given: tuple(n for n in given if not set(n) & set("、;；")) or ("li",))
    state = st.sampled_from(UnitState)
    return tuple(Unit(place, draw(st.integers(1, 10**20)), draw(people), draw(state)) for place in places)


def test_a_register_is_read_exactly():
    read = units.parse(HEAD + "3 栋,2 单元,301,90.05,li;wang,\n3 栋,,302,120,,unsold\n")
    assert (
        Unit(("3 栋", "2 单元", "301"), 9005, ("li", "wang")),
        Unit(("3 栋", "302"), 12000, (), UnitState.UNSOLD),
    ) == read


def test_a_chinese_register_with_a_byte_order_mark_gives_the_roll_of_its_owners():
    read = units.parse(
        "\ufeff状态,业主,面积,房号,单元,楼栋\r\n"
        "已售,李某、王某,90,301,1,3 栋\r\n已售未交付,赵某,90,302,1,3 栋\r\n未售,,120.5,303,1,3 栋\r\n"
    )
    assert {"李某、王某": (1, 9000), "建设单位": (1, 21050)} == owners_roll(read, developer="建设单位").weights


def test_columns_divided_by_semicolons_hold_joint_owners_all_the_same():
    assert (Unit("301", 9000, ("li", "wang")),) == units.parse("room;area;owners\n301;90;li、wang\n")


@a_part(4)
@given(registers())
def test_what_is_written_is_read_back_equal(some):
    assert some == units.parse(units.format(some))


@pytest.mark.parametrize(
    "unit", [Unit(("a", "b", "c", "d"), 1, ("li",)), Unit("301", 1, ("li、wang",)), Unit("301", 1, ("li;wang",))]
)
def test_what_the_file_would_break_is_not_written(unit):
    with pytest.raises(InputError) as caught:
        units.format([unit])
    assert "cannot-hold" == caught.value.code


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("", "empty-file", 1),
        (",,\n", "empty-file", 1),
        ("room,area\n301,90\n", "no-column", 1),
        ("room,area,owners,telephone\n301,90,li,1\n", "unknown-column", 1),
        ("room,房号,area,owners\n1,1,90,li\n", "same-name-twice", 1),
        (HEAD + "3,1,301,90,li,\n3,1,301,90,wang,\n", "same-unit-twice", 3),
        (HEAD + "3,1,301,0,li,\n", "unit-without-area", 2),
        (HEAD + "3,1,301,-1,li,\n", "bad-weight", 2),
        (HEAD + "3,1,301,90.005,li,\n", "not-whole", 2),
        (HEAD + "3,1,301,90㎡,li,\n", "not-a-number", 2),
        (HEAD + "3,1,301,90,,\n", "unit-without-owner", 2),
        (HEAD + "3,1,301,90,li,leased\n", "unknown-unit-state", 2),
        (HEAD + "3,1,301,90,li、li,\n", "same-name-twice", 2),
        (HEAD + "3,1,,90,li,\n", "empty-name", 2),
        (HEAD + "3,1,301,90\n", "row-does-not-fit", 2),
        (HEAD + "3,1,301,90,a\u202eb,\n", "unreadable-name", 2),
    ],
)
def test_a_row_that_cannot_be_read_is_named(text, code, line):
    with pytest.raises(ParseError) as caught:
        units.parse(text, "units.csv")
    assert (code, f"units.csv:{line}") == (caught.value.code, caught.value.where)
    assert caught.value.told("en")
    assert caught.value.told("zh")
