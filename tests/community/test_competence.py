"""Who may decide: the lowest body, a gap, or an overlap."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deliberate.community.body import Body
from deliberate.community.competence import (
    Competent,
    Gap,
    GapReason,
    Overlap,
    competent_body,
    every_subject,
    gaps_and_overlaps,
)
from deliberate.community.scope import Scope, Subject
from tests.community.charters import DAY, bodies, subjects
from tests.search import a_part

EAST, THREE = ("玉林", "东苑"), ("玉林", "东苑", "3 栋")
COMMITTEE = Body("居委会", "committee", Scope("玉林", {"lift", "pet", "light"}))
OWNERS = Body("业主大会", "owner", Scope(EAST, {"lift", "light"}))
CARRIES = Body("业委会", "owners-committee", Scope(EAST, {"lift", "light"}), "carry-out")
BUILDING = Body("3 栋楼栋会", "resident", Scope(THREE, "light"))
LAMPS = Body("亮灯小组", "resident", Scope(THREE, "light"))
ALL = (COMMITTEE, OWNERS, CARRIES, BUILDING)


@pytest.mark.parametrize(
    ("place", "tags", "body"),
    [
        ((*THREE, "2 单元", "301"), "light", "3 栋楼栋会"),
        (THREE, "lift", "业主大会"),
        (THREE, ("light", "lift"), "业主大会"),
        (THREE, "pet", "居委会"),
        (EAST, "light", "业主大会"),
        ("玉林", "light", "居委会"),
    ],
)
def test_the_lowest_body_that_covers_all_of_it_decides(place, tags, body):
    assert Competent(Subject(place, tags), body) == competent_body(Subject(place, tags), ALL)


def test_who_decides_is_told_in_both_languages():
    found = competent_body(Subject(THREE, "lift"), ALL)
    assert "业主大会 decides on lift in 玉林 东苑 3 栋: no body nearer to the homes may." == found.explain("en")
    assert "玉林 东苑 3 栋的lift事务由业主大会决定：没有离居民更近的组织可以决定。" == found.explain("zh")


def test_who_carries_out_beside_who_decides_is_no_overlap():
    assert "业主大会" == competent_body(Subject(EAST, "lift"), [OWNERS, CARRIES]).body


def test_two_on_one_level_overlap_though_there_is_one_above():
    found = competent_body(Subject(THREE, "light"), [*ALL, LAMPS])
    assert Overlap(Subject(THREE, "light"), ("3 栋楼栋会", "亮灯小组")) == found
    assert (
        "职权交叉：玉林 东苑 3 栋的light事务，同一层级的3 栋楼栋会、亮灯小组都可以决定，请定下由谁决定。"
        == found.explain("zh")
    )


def ended(body):
    return Body(body.name, body.standing, body.scope, until=DAY)


@pytest.mark.parametrize(
    ("subject", "charter", "gap"),
    [
        (Subject(THREE), ALL, (GapReason.UNTAGGED, (), ("3 栋楼栋会",))),
        (Subject(THREE, "noise"), ALL, (GapReason.NOBODY, (), ("3 栋楼栋会",))),
        (Subject(EAST, "lift"), [ended(OWNERS)], (GapReason.OUT_OF_TERM, ("业主大会",), ())),
        (Subject(EAST, "lift"), [CARRIES], (GapReason.DECIDES_NOTHING, ("业委会",), ())),
        (Subject(EAST, "lift"), [CARRIES, ended(OWNERS)], (GapReason.OUT_OF_TERM, ("业主大会",), ())),
        (
            Subject(EAST, {"lift", "pet"}),
            [OWNERS, Body("宠物", "resident", Scope(EAST, "pet"))],
            (GapReason.TAGS_DIVIDED, ("业主大会", "宠物"), ("业主大会", "宠物")),
        ),
        (Subject(EAST, {"lift", "pet"}), [OWNERS], (GapReason.NOBODY, (), ("业主大会",))),
        (Subject(("玉林", "西苑"), "lift"), [OWNERS], (GapReason.ELSEWHERE, ("业主大会",), ())),
        (Subject(), [], (GapReason.UNTAGGED, (), ())),
    ],
)
def test_a_gap_says_why_and_whom_to_ask(subject, charter, gap):
    found = competent_body(subject, charter, DAY)
    assert Gap(subject, *gap) == found
    assert found.explain("zh").startswith("职权空白")
    assert found.explain("en").startswith("Nobody may decide")


def test_every_reason_of_a_gap_has_its_words():
    told = [Gap(Subject(EAST, "lift"), reason).explain(lang) for reason in GapReason for lang in ("en", "zh")]
    assert len(set(told)) == len(told)
    assert not [sentence for sentence in told if "gap." in sentence]


def test_the_gaps_and_overlaps_of_a_whole_charter_are_listed():
    matters = every_subject([THREE, EAST], ["light", "lift", "noise"])
    assert [(THREE, "light", Overlap), (THREE, "noise", Gap), (EAST, "noise", Gap)] == [
        (found.subject.place, *found.subject.tags, type(found)) for found in gaps_and_overlaps([*ALL, LAMPS], matters)
    ]


def obvious(subject, charter, day):
    """Climb from the place, one level at a time, and look who is there."""
    longest = max((len(body.scope.place) for body in charter), default=0)
    for level in range(longest, -1, -1):
        may = sorted(
            body.name
            for body in charter
            if len(body.scope.place) == level
            and "decide" in body.competences
            and subject.tags
            and all(tag in body.scope.tags for tag in subject.tags)
            and any(list(subject.place[: len(way)]) == list(way) for way in [body.scope.place, *body.homes])
            and (body.since is None or body.since <= day)
            and (body.until is None or day < body.until)
        )
        if may:
            return may
    return []


def deciders(found):
    match found:
        case Competent(body=body):
            return [body]
        case Overlap(bodies=found_bodies):
            return list(found_bodies)
    return []


@a_part(4)
@given(subjects(), bodies())
def test_the_answer_is_the_one_of_somebody_who_climbs_the_levels(subject, charter):
    assert obvious(subject, charter, DAY) == deciders(competent_body(subject, charter, DAY))


@a_part(4)
@given(st.data(), subjects(), bodies())
def test_the_answer_does_not_depend_on_the_order_of_the_bodies(data, subject, charter):
    turned = data.draw(st.permutations(charter))
    assert competent_body(subject, charter, DAY) == competent_body(subject, turned, DAY)


@a_part(4)
@given(subjects(least=1), bodies())
def test_a_further_body_above_changes_nothing_for_who_has_a_body_below(subject, charter):
    above = Body("above", "street", Scope((), subject.tags))
    found = competent_body(subject, charter, DAY)
    lower = [body for body in charter if body.name in deciders(found) and body.depth > 0]
    if lower:
        assert found == competent_body(subject, [*charter, above], DAY)
