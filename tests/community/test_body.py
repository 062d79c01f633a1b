"""Bodies: what they take in, what they may do, and when."""

from datetime import date

import pytest

from deliberate.community.body import Body, Competence, misplaced, named
from deliberate.community.group import Group
from deliberate.community.party import Standing
from deliberate.community.place import Place, Places
from deliberate.community.scope import Scope, Subject
from deliberate.errors import InputError, RollError

EAST = ("玉林", "东苑")
SINCE, UNTIL = date(2026, 1, 1), date(2031, 1, 1)


def body(**given):
    return Body(**{"name": "业主大会", "standing": "owner", "scope": Scope(EAST, "lift"), **given})


@pytest.mark.parametrize(
    ("place", "inside"),
    [(EAST, True), ((*EAST, "3 栋"), True), (("玉林",), False), (("玉林", "西苑"), False), ((), False)],
)
def test_a_body_takes_in_its_place_and_all_below(place, inside):
    assert inside is body().takes_in(place)


def test_a_residents_group_takes_in_homes_on_other_paths():
    group = body(scope=Scope(("玉林", "第三小组"), "help"), homes=[(*EAST, "3 栋")], level="residents-group")
    assert group.may_decide(Subject((*EAST, "3 栋", "301"), "help"))
    assert not group.may_decide(Subject((*EAST, "4 栋"), "help"))


@pytest.mark.parametrize(("day", "may"), [(date(2025, 12, 31), False), (SINCE, True), (UNTIL, False), (None, True)])
def test_a_body_decides_while_its_term_runs(day, may):
    assert may is body(since=SINCE, until=UNTIL).may_decide(Subject(EAST, "lift"), day)


@pytest.mark.parametrize("tags", ["pet", ("lift", "pet"), ()])
def test_a_body_decides_only_what_lies_wholly_inside_and_is_about_something(tags):
    assert not body().may_decide(Subject(EAST, tags))


def test_a_committee_that_carries_out_does_not_decide():
    assert not body(competences={"carry-out", "supervise"}).may_decide(Subject(EAST, "lift"))


def test_a_grid_decides_nothing_and_may_advise():
    with pytest.raises(RollError) as caught:
        body(name="网格五", level="grid")
    assert ("grid-decides-nothing", "网格五") == (caught.value.code, caught.value.fields["body"])
    assert "网格" in caught.value.told("zh")
    assert frozenset({Competence.ADVISE}) == body(level="grid", competences="advise").competences


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"competences": ["rule"]}, "unknown-competence"),
        ({"standing": "king"}, "unknown-standing"),
        ({"level": "planet"}, "unknown-level"),
        ({"since": SINCE, "until": SINCE}, "term-without-a-day"),
        ({"name": "\u202e"}, "unreadable-name"),
    ],
)
def test_what_no_body_can_be_is_refused_in_words(given, code):
    with pytest.raises(InputError) as caught:
        body(**given)
    assert code == caught.value.code
    assert caught.value.told("zh") != caught.value.told("en")


def test_a_group_by_charter_is_a_body_of_residents():
    squad = Group("铲屎官小队", "We clean.", Scope(tags={"pet"}), ("chen",))
    assert Body("铲屎官小队", Standing.RESIDENT, Scope(tags="pet")) == Body.of(squad)


def test_two_bodies_of_one_name_are_refused():
    with pytest.raises(InputError) as caught:
        named([body(), body(standing="resident")])
    assert "same-name-twice" == caught.value.code


def test_bodies_that_do_not_fit_the_map_are_told():
    places = Places((Place("玉林", "community"), Place(EAST, "estate"), Place(("玉林", "g5"), "grid")))
    bodies = [
        body(name="fits", level="estate"),
        body(name="says no level"),
        body(name="everywhere", scope=Scope((), "lift")),
        body(name="other level", level="courtyard"),
        body(name="nowhere", scope=Scope("锦江")),
        body(name="homes nowhere", homes=[("锦江", "3 栋")]),
        body(name="grid", scope=Scope(("玉林", "g5"))),
        body(name="grid adviser", scope=Scope(("玉林", "g5")), competences="advise"),
    ]
    assert ("other level", "nowhere", "homes nowhere", "grid") == misplaced(bodies, places)
