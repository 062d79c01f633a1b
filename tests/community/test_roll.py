"""The roll: weights, standings, and names that must not meet."""

import pytest

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
