"""Places: one ladder of levels, walked pair by pair."""

import pytest

from deliberate.community.place import LADDER, RUNGS, Place, PlaceLevel, Places
from deliberate.errors import RollError

# 户 < 单元 < 楼栋 < 小区 | 院落 < 社区 < 街道, 居民小组 beside the estate, 网格 beside all that hold homes.
ORDER = [
    {"household"},
    {"unit"},
    {"building"},
    {"estate", "courtyard", "residents-group", "grid"},
    {"community"},
    {"street"},
]


def step_of(level):
    return next(step for step, levels in enumerate(ORDER) if level in levels)


@pytest.mark.parametrize("outer", PlaceLevel)
@pytest.mark.parametrize("inner", PlaceLevel)
def test_a_place_lies_only_inside_a_larger_one_and_never_inside_a_grid(inner, outer):
    both = (Place("a", outer), Place(("a", "b"), inner))
    if step_of(inner) < step_of(outer) and outer != "grid":
        assert (both[1], both[0]) == Places(both).around(("a", "b", "c"))
        return
    with pytest.raises(RollError) as caught:
        Places(both)
    assert ("grid-holds-homes" if outer == "grid" else "place-out-of-order") == caught.value.code
    assert caught.value.told("zh") != caught.value.told("en")


def test_every_level_has_its_rung_and_only_the_grid_decides_nothing():
    assert set(PlaceLevel) == set(RUNGS)
    assert [PlaceLevel.GRID] == [rung.level for rung in LADDER if not rung.decides]


@pytest.mark.parametrize("rung", LADDER, ids=lambda rung: rung.level)
def test_every_level_is_told_in_both_languages(rung):
    assert rung.explain("zh") != rung.explain("en")


def test_levels_may_be_left_out_and_places_may_be_missing_from_the_map():
    places = Places((Place("玉林", "community"), Place(("玉林", "东苑", "3 栋"), "building")))
    around = places.around(("玉林", "东苑", "3 栋", "2 单元", "301"))
    assert ["building", "community"] == [place.level for place in around]
    assert ("玉林",) in places
    assert ("玉林", "东苑") not in places


def test_a_place_stands_once_on_the_map():
    with pytest.raises(RollError, match="twice") as caught:
        Places((Place("玉林", "community"), Place("玉林", "street")))
    assert ("same-place-twice", "玉林") == (caught.value.code, caught.value.fields["place"])


def test_an_unknown_level_is_refused():
    with pytest.raises(RollError) as caught:
        Place("玉林", "planet")
    assert "unknown-level" == caught.value.code
    assert "planet" in caught.value.told("zh")
