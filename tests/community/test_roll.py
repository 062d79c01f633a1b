"""The roll: weights, standings, and names that must not meet."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deliberate.community.group import Group, Scope, competent
from deliberate.community.party import Member, Standing
from deliberate.community.roll import Roll, RollLine
from deliberate.errors import InputError, RollError


def test_weights_are_summed_by_measure():
    roll = Roll.of({"li": (1, 9000), "wang": (1, 12000)}, measures=("head", "area"))
    assert (2, 21000) == (roll.total("head"), roll.total("area"))


def test_two_names_equal_after_nfc_are_refused_on_one_roll():
    with pytest.raises(InputError) as error:
        Roll.of({"e\u0301tude": (1,), "\u00e9tude": (1,)})
    assert "same-name-twice" == error.value.code


def test_names_that_look_alike_are_a_warning_and_stay_two_people():
    roll = Roll.of({"Bob 0": (1,), "Bob O": (1,)})
    assert ((("Bob 0", "Bob O"),), 2) == (roll.confusable, len(roll))


def test_companions_and_minors_are_on_the_roll_and_not_in_the_electorate():
    lines = [RollLine(Member(name, standing), (1,)) for name, standing in
             (("li", Standing.RESIDENT), ("he", Standing.COMPANION), ("bao", Standing.MINOR))]  # fmt: skip
    roll = Roll(("head",), tuple(lines))
    assert (("li", "he", "bao"), ("li",)) == (roll.members, roll.electorate.members)


@st.composite
def rolls(draw):
    """Any mix of standings, in any places, with any weights."""
    places = st.lists(st.sampled_from(("玉林", "1 栋", "2 栋")), max_size=3).map(tuple)
    size = draw(st.integers(0, 8))
    lines = (
        RollLine(Member(f"m{number}", draw(st.sampled_from(Standing)), draw(places)), (1, draw(st.integers(0, 99))))
        for number in range(size)
    )
    return Roll(("head", "area"), tuple(lines))


@given(rolls())
def test_whatever_the_mix_of_standings_no_companion_and_no_organisation_is_ever_in_a_tally(roll):
    may = {Standing.RESIDENT, Standing.OWNER}
    assert tuple(line for line in roll.lines if line.member.standing in may) == roll.electorate.lines
    assert not any(line.member.standing is Standing.COMPANION for line in roll.electorate.lines)


@given(rolls())
def test_minors_advise_by_themselves_and_nobody_else_does(roll):
    advisers = roll.advisers
    assert {Standing.MINOR} >= {line.member.standing for line in advisers.lines}
    assert sum(line.member.standing is Standing.MINOR for line in roll.lines) == len(advisers)
    assert not set(advisers.members) & set(roll.electorate.members)


@given(rolls(), st.integers(0, 4))
def test_the_rolls_of_the_places_are_the_whole_roll_once(roll, depth):
    parts = roll.by_place(depth)
    assert sorted(roll.members) == sorted(member for part in parts.values() for member in part.members)
    for measure in roll.measures:
        assert roll.total(measure) == sum(part.total(measure) for part in parts.values())
    for place, part in parts.items():
        assert {place} == {line.member.place[:depth] for line in part.lines}


def test_a_roll_by_building_puts_whoever_has_no_building_under_their_own_place():
    homes = {"li": ("1 栋", "1 单元"), "wu": ("1 栋", "2 单元"), "zhao": (), "qian": ("2 栋",)}
    roll = Roll(("head",), tuple(RollLine(Member(who, place=home), (1,)) for who, home in homes.items()))
    assert {("1 栋",): ("li", "wu"), (): ("zhao",), ("2 栋",): ("qian",)} == {
        place: part.members for place, part in roll.by_place(1).items()
    }


def test_a_depth_below_nothing_is_refused():
    with pytest.raises(RollError) as caught:
        Roll.of({"li": (1,)}).by_place(-1)
    assert "bad-parameter" == caught.value.code


@pytest.mark.parametrize("weights", [(-1,), (1, 1), ()])
def test_a_weight_that_is_negative_or_missing_is_refused(weights):
    with pytest.raises(RollError) as error:
        Roll(("head",), (RollLine(Member("li"), weights),))
    assert ("bad-weight", "li") == (error.value.code, error.value.where)


def test_an_unknown_member_and_an_unknown_measure_are_named():
    roll = Roll.of({"li": (1,)})
    for call, code in (
        (lambda: roll.member("zhao"), "not-on-the-roll"),
        (lambda: roll.total("area"), "unknown-measure"),
    ):
        with pytest.raises(RollError) as error:
            call()
        assert code == error.value.code


def test_the_hash_of_a_roll_changes_with_any_row():
    assert Roll.of({"li": (1,)}).hash != Roll.of({"li": (2,)}).hash
    assert Roll.of({"li": (1,)}).hash == Roll.of({"li": (1,)}).hash


def test_a_matter_belongs_to_the_group_whose_scope_covers_all_its_tags():
    squad = Group("squad", "We clean up.", Scope(tags=frozenset({"pet", "courtyard"})), ("li",))
    lamps = Group("lamps", "We keep the light on.", Scope(tags=frozenset({"light"})), ("wang",))
    assert (squad,) == competent((squad, lamps), frozenset({"pet", "courtyard"}))
    assert () == competent((squad, lamps), frozenset({"pet", "light"}))
    assert () == competent((squad, lamps), frozenset())


def test_a_scope_ends_at_its_place():
    scope = Scope(("玉林", "3 栋"), frozenset({"stairs"}))
    assert scope.covers(frozenset({"stairs"}), ("玉林", "3 栋", "2 单元"))
    assert not scope.covers(frozenset({"stairs"}), ("玉林", "4 栋"))
