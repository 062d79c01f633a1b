"""Heads and areas from a register of units, by article 278 of the Civil Code and by charter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import deliberate as d
from deliberate.community.party import Standing
from deliberate.community.register import Heads, Register, owners_roll
from deliberate.community.units import Unit
from deliberate.errors import InputError

BIG, SMALL = 12000, 9000
PEOPLE = ("li", "wang", "zhao", "qian")


def building_3():
    """Scenario (a): Zhou owns 120 + 90 + 90 m2, two of 120 m2 are unsold, 19 owners have one unit each."""
    held = [("zhou", BIG), ("zhou", SMALL), ("zhou", SMALL), (None, BIG), (None, BIG)]
    held += [(f"owner {number}", BIG) for number in range(5)] + [(f"owner {number}", SMALL) for number in range(5, 19)]
    return tuple(
        Unit(("3 栋", f"{number:02}"), area, (owner,) if owner else (), "sold" if owner else "unsold")
        for number, (owner, area) in enumerate(held)
    )


@st.composite
def registers(draw):
    buyers = st.lists(st.sampled_from(PEOPLE), min_size=1, max_size=2, unique=True).map(tuple)
    states = st.sampled_from(("sold", "sold", "unsold", "undelivered"))
    units = []
    for number in range(draw(st.integers(0, 7))):
        state = draw(states)
        owners = () if state == "unsold" else draw(buyers)
        units.append(
            Unit((draw(st.sampled_from(("1 栋", "2 栋"))), str(number)), draw(st.integers(1, 9)), owners, state)
        )
    return Register(units, "developer", draw(st.sampled_from(Heads)))


def test_24_units_of_building_3_are_21_heads_and_2400_square_metres():
    units = building_3()
    roll = owners_roll(units, developer="builder")
    assert (24, 16, 8) == (len(units), sum(u.area == SMALL for u in units), sum(u.area == BIG for u in units))
    assert (("head", "area"), 21, 240_000) == (roll.measures, roll.total("head"), roll.total("area"))
    assert ((1, 30_000), (1, 24_000)) == (roll.weights["zhou"], roll.weights["builder"])
    assert {Standing.OWNER} == {line.member.standing for line in roll.lines}


def test_counting_units_for_heads_is_another_rule_and_says_24():
    roll = owners_roll(building_3(), developer="builder", heads="per-unit")
    assert (24, 240_000, 21) == (roll.total("head"), roll.total("area"), len(roll))
    assert ((3, 30_000), (2, 24_000)) == (roll.weights["zhou"], roll.weights["builder"])


def test_joint_owners_are_one_head_and_one_line_that_either_may_cast():
    register = Register((Unit("301", SMALL, ("wang", "li")), Unit("302", BIG, ("zhao",))))
    assert {"li、wang": (1, SMALL), "zhao": (1, BIG)} == register.roll.weights
    assert ("li", "wang") == register.owners("li、wang")
    assert (True, True, False) == tuple(register.may_cast(one, "li、wang") for one in ("li", "wang", "zhao"))


def test_a_couple_written_the_other_way_round_is_the_same_buyer():
    assert {"li、wang": (1, SMALL + BIG)} == owners_roll(
        (Unit("301", SMALL, ("wang", "li")), Unit("302", BIG, ("li", "wang")))
    ).weights


def test_who_owns_alone_and_with_a_spouse_stands_behind_two_lines():
    register = Register((Unit("301", SMALL, ("li", "wang")), Unit("302", BIG, ("li",))))
    assert {"li、wang": (1, SMALL), "li": (1, BIG)} == register.roll.weights
    assert (("li、wang", "li"), ("li、wang",)) == (register.lines_of("li"), register.lines_of("wang"))


def test_units_sold_and_not_delivered_are_one_head_with_the_unsold_ones_and_the_developer_casts():
    register = Register(
        (
            Unit("301", SMALL, ("li",), "undelivered"),
            Unit("302", BIG, (), "unsold"),
            Unit("303", BIG, ("builder",), "unsold"),
            Unit("304", SMALL, ("li",)),
        ),
        developer="builder",
    )
    assert {"builder": (1, SMALL + 2 * BIG), "li": (1, SMALL)} == register.roll.weights
    assert (True, False) == (register.may_cast("builder", "builder"), register.may_cast("li", "builder"))


def test_an_owner_in_two_buildings_is_a_head_in_each_of_them():
    units = (
        Unit(("1 栋", "101"), SMALL, ("li",)),
        Unit(("2 栋", "101"), BIG, ("li",)),
        Unit(("2 栋", "102"), 1, ("wu",)),
    )
    register = Register(units)
    assert ((2, 1), (2, 2)) == tuple(
        (whole.roll.total("head"), part.roll.total("head"))
        for whole, part in ((register, register.within("1 栋")), (register, register.within("2 栋")))
    )
    assert ((), ("2 栋", "102")) == tuple(line.member.place for line in register.roll.lines)
    assert {"li": (1, BIG), "wu": (1, 1)} == register.within("2 栋").roll.weights


def test_units_of_one_building_share_its_place():
    units = (Unit(("1 栋", "1 单元", "101"), SMALL, ("li",)), Unit(("1 栋", "2 单元", "101"), SMALL, ("li",)))
    assert ("1 栋",) == Register(units).roll.member("li").place


@pytest.mark.parametrize(
    ("units", "developer", "code"),
    [
        ((Unit("301", 1, ("li",)), Unit(" 301", 2, ("wu",))), "", "same-unit-twice"),
        ((Unit("301", 1, state="unsold"),), "", "developer-not-named"),
        ((Unit("301", 1, ("li",), "undelivered"),), "", "developer-not-named"),
        ((Unit("301", 1, ("li",), "unsold"),), "builder", "unsold-unit-has-buyer"),
        ((Unit("301", 1, ("li", "wu")), Unit("302", 2, ("li、wu",))), "", "same-name-twice"),
    ],
)
def test_a_register_that_contradicts_itself_is_refused(units, developer, code):
    with pytest.raises(InputError) as caught:
        Register(units, developer)
    assert code == caught.value.code
    assert caught.value.told("en")
    assert caught.value.told("zh")


def test_a_head_rule_that_nobody_knows_is_refused_with_those_that_there_are():
    with pytest.raises(InputError) as caught:
        owners_roll((), heads="per-room")
    assert ("bad-parameter", tuple(Heads)) == (caught.value.code, caught.value.fields["known"])


def test_a_line_that_is_not_on_the_roll_has_no_owners():
    with pytest.raises(InputError) as caught:
        Register(()).owners("li")
    assert "not-on-the-roll" == caught.value.code


@given(registers())
def test_every_square_metre_counts_once_and_heads_are_units_or_their_holders(register):
    buyers = {frozenset(u.owners) if u.state == "sold" else "developer" for u in register.units}
    heads = len(register.units) if register.heads is Heads.PER_UNIT else len(buyers)
    assert sum(unit.area for unit in register.units) == register.roll.total("area")
    assert (heads, len(buyers)) == (register.roll.total("head"), len(register.roll))


@given(registers(), st.randoms(use_true_random=False))
def test_the_order_of_the_register_changes_no_weight(register, random):
    units = list(register.units)
    random.shuffle(units)
    shuffled = Register(units, register.developer, register.heads)
    assert register.roll.weights == shuffled.roll.weights


@given(registers())
def test_whoever_may_cast_a_line_is_behind_it_and_no_line_is_without_somebody(register):
    for line in register.roll.members:
        assert register.owners(line)
        for person in (*PEOPLE, "developer"):
            assert (line in register.lines_of(person)) == register.may_cast(person, line)


@pytest.mark.parametrize(("heads", "head_count", "status"), [("per-buyer", 10, "REJECTED"), ("per-unit", 12, "PASSED")])
def test_the_wrong_roll_would_pass_a_second_lift(heads, head_count, status):
    """Scenario (a): Zhou and 5 x 120 + 4 x 90 m2 say yes, 4 x 90 m2 take part otherwise: 12 units, but 10 heads."""
    roll = owners_roll(building_3(), "builder", heads)
    yes = ("zhou", *(f"owner {number}" for number in range(9)))
    otherwise = {f"owner {number}": "NO" if number < 11 else "ABSTAIN" for number in range(9, 13)}
    tallies = d.Answers.of({**dict.fromkeys(yes, "YES"), **otherwise}, roll.weights, roll.measures).tallies()
    assert (126_000, head_count) == (tallies.count("area", "YES"), tallies.count("head", "YES"))
    assert status == d.requirement("cn.owners.2021.major").rule_on(tallies).status
