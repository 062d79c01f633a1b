"""Units: what a line of the register must say, and what is refused at the door."""

import pytest

from deliberate.community.units import Unit, UnitState
from deliberate.errors import InputError


def test_a_unit_is_named_by_its_place_and_a_lone_text_is_one_name():
    unit = Unit(("3 栋", "2 单元", "301"), 9000, "zhou")
    assert ("3 栋 2 单元 301", ("zhou",), UnitState.SOLD) == (unit.name, unit.owners, unit.state)
    assert ("301",) == Unit("301", 9000, "zhou").place


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda: Unit("P12", 0, ("zhou",)), "unit-without-area"),
        (lambda: Unit("P12", -1, ("zhou",)), "unit-without-area"),
        (lambda: Unit("301", 9000), "unit-without-owner"),
        (lambda: Unit("301", "90.05", ("zhou",)), "not-whole"),
        (lambda: Unit("301", 90.0, ("zhou",)), "not-a-number"),
        (lambda: Unit("301", 9000, ("zhou", "zhou ")), "same-name-twice"),
        (lambda: Unit("301", 9000, ("",)), "empty-name"),
        (lambda: Unit((), 9000, ("zhou",)), "empty-name"),
        (lambda: Unit("301", 9000, ("zhou",), "leased"), "unknown-unit-state"),
    ],
)
def test_a_unit_that_cannot_be_counted_is_refused_with_one_typed_error(make, code):
    with pytest.raises(InputError) as caught:
        make()
    assert code == caught.value.code
    assert caught.value.told("en")
    assert caught.value.told("zh")


def test_a_buyer_who_is_not_known_yet_is_no_mistake_before_delivery():
    assert () == Unit("301", 9000, state="undelivered").owners
