"""Scopes and subjects: tidy places and tags, and groups that answer for them."""

import pytest

from deliberate.community.group import Group, competent
from deliberate.community.scope import Scope, Subject
from deliberate.errors import InputError


def test_a_lone_text_is_one_place_and_one_tag():
    assert Scope(("3 栋",), frozenset({"lift"})) == Scope("3 栋", "lift")
    assert Subject(("3 栋",), frozenset({"lift"})) == Subject("3 栋", ["lift"])


def test_two_ways_to_write_a_letter_are_one_place_and_one_tag():
    assert Scope("e\u0301", "e\u0301").covers(frozenset({"\u00e9"}), ("\u00e9",))


@pytest.mark.parametrize("make", [Scope, Subject])
@pytest.mark.parametrize(("place", "tags"), [("3\u202e 栋", "lift"), ("3 栋", "li\x00ft"), (("玉林", " "), "lift")])
def test_names_that_cannot_be_read_are_refused(make, place, tags):
    with pytest.raises(InputError) as caught:
        make(place, tags)
    assert caught.value.code in {"unreadable-name", "empty-name"}


def test_a_group_of_one_building_answers_for_what_lies_in_it():
    lamps = Group("lamps", "We keep the light on.", Scope(("玉林", "3 栋"), "light"), ("wang",))
    everywhere = Group("pets", "We clean.", Scope(tags="pet"), ("li",))
    both = (lamps, everywhere)
    assert (lamps,) == competent(both, "light", ("玉林", "3 栋", "2 单元"))
    assert () == competent(both, "light", ("玉林", "4 栋"))
    assert () == competent(both, "light")
    assert (everywhere,) == competent(both, frozenset({"pet"}), ("玉林", "4 栋"))
    assert () == competent(both, ())


def test_a_subject_tells_its_place_in_one_text():
    assert ("玉林 3 栋", "") == (Subject(("玉林", "3 栋")).where, Subject().where)
