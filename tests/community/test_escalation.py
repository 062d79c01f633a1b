"""Escalation: upward only, past nobody without a reason, and logged."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from deliberate.community.body import Body
from deliberate.community.escalation import Escalation, Ground, Passed, Route, escalate, higher, objections
from deliberate.community.scope import Scope, Subject
from deliberate.errors import InputError, Refused
from tests.community.charters import DAY, bodies, ladders, subjects
from tests.search import a_part

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
EAST, THREE = ("玉林", "东苑"), ("玉林", "东苑", "3 栋")
BODIES = (
    Body("街道", "street", Scope((), {"lift", "pet"})),
    Body("居委会", "committee", Scope("玉林", {"lift", "pet", "light"})),
    Body("业主大会", "owner", Scope(EAST, {"lift"})),
    Body("楼栋会", "resident", Scope(THREE, {"lift"})),
    Body("宠物小组", "resident", Scope(THREE, {"pet"})),
    Body("西苑", "owner", Scope(("玉林", "西苑"), {"lift"})),
)
START = Route("lift", Subject(THREE, "lift"))


def up(lower, upper, reason="asked-by-the-lower-body", **more):
    passed = tuple(more.pop("passed", ()))
    by = more.pop("by", lower)
    at = more.pop("at", NOON)
    return Escalation(more.pop("matter", "lift"), Passed(lower, reason, **more), upper, by, at, passed)


def codes(escalation, route=START, charter=BODIES):
    return [each.code for each in objections(route, escalation, charter)]


def test_a_matter_goes_up_level_by_level_and_the_route_logs_it():
    first, second = up("楼栋会", "业主大会"), up("业主大会", "居委会", "unanswered", due=NOON - timedelta(1))
    route = escalate(escalate(START, first, BODIES), second, BODIES)
    assert ("居委会", (first, second)) == (route.holder, route.taken)
    assert [
        "2026 年 3 月 1 日 20:00，楼栋会把“lift”从楼栋会上交业主大会，原因：下级自己请求。",
        "2026 年 3 月 1 日 20:00，业主大会把“lift”从业主大会上交居委会，原因：逾期未答复。",
    ] == route.explain("zh").split("\n")


REFUSED = [
    (up("楼栋会", "业主大会", matter="bins"), ["other-matter"]),
    (up("nobody", "业主大会"), ["unknown-body"]),
    (up("楼栋会", "业主大会", passed=[Passed("nobody", "unanswered")]), ["unknown-body"]),
    (up("楼栋会", "西苑"), ["not-on-the-way-up", "not-competent"]),
    (up("居委会", "业主大会"), ["not-upward", "passes-competent-body"]),
    (up("楼栋会", "宠物小组"), ["not-upward", "not-competent"]),
    (up("楼栋会", "居委会"), ["passes-competent-body"]),
    (up("业主大会", "居委会"), ["passes-competent-body"]),
    (up("楼栋会", "业主大会", "out-of-competence"), ["within-competence"]),
    (up("楼栋会", "业主大会", "unanswered"), ["answer-not-due"]),
    (up("楼栋会", "业主大会", "unanswered", due=NOON), ["answer-not-due"]),
    (up("楼栋会", "业主大会", by="li"), ["not-asked-by-the-body"]),
    (up("楼栋会", "业主大会", "overlap"), ["no-overlap"]),
    (up("楼栋会", "业主大会", "party-to-it", words="  "), ["reason-without-words"]),
    (up("楼栋会", "居委会", passed=[Passed("业主大会", "party-to-it")]), ["reason-without-words"]),
]
MADE = [
    up("楼栋会", "业主大会"),
    up("楼栋会", "业主大会", "unanswered", due=NOON - timedelta(seconds=1), by="li"),
    up("楼栋会", "业主大会", "party-to-it", words="It hired the builder.", by="li"),
    up("楼栋会", "居委会", passed=[Passed("业主大会", "party-to-it", words="They sell it.")]),
]


@pytest.mark.parametrize(("escalation", "expected"), REFUSED)
def test_what_may_not_be_is_refused_with_words_and_the_route_stays(escalation, expected):
    assert expected == codes(escalation)
    with pytest.raises(Refused) as caught:
        escalate(START, escalation, BODIES)
    assert expected[0] == caught.value.code
    for objection in objections(START, escalation, BODIES):
        assert objection.told("zh") != objection.told("en")


@pytest.mark.parametrize("escalation", MADE)
def test_what_may_be_is_made(escalation):
    assert [] == codes(escalation)


def test_who_cannot_decide_passes_on_and_not_past_the_neighbour_who_can():
    assert ["passes-competent-body"] == codes(up("宠物小组", "业主大会", "out-of-competence"))
    overdue = Passed("楼栋会", "unanswered", due=NOON - timedelta(1))
    assert [] == codes(up("宠物小组", "业主大会", "out-of-competence", passed=[overdue]))


def test_those_who_overlap_have_the_matter_together():
    charter = (*BODIES, Body("电梯小组", "resident", Scope(THREE, "lift")))
    assert [] == codes(up("楼栋会", "业主大会", "overlap"), charter=charter)
    assert ["passes-competent-body"] == codes(up("楼栋会", "业主大会"), charter=charter)
    route = escalate(START, up("楼栋会", "业主大会", "overlap"), charter)
    assert [] == codes(up("业主大会", "居委会"), route, charter)


def test_an_overlap_above_can_settle_nothing():
    charter = (*BODIES, Body("电梯大会", "owner", Scope(EAST, "lift")))
    assert ["competence-overlap"] == codes(up("楼栋会", "业主大会"), charter=charter)
    assert ("居委会", "街道") == higher(START, "楼栋会", charter)


def test_only_the_body_that_has_the_matter_gives_it_on():
    route = escalate(START, up("楼栋会", "业主大会"), BODIES)
    assert ["not-with-this-body"] == codes(up("楼栋会", "居委会"), route)


def test_what_may_be_gone_to_is_told_nearest_first():
    assert ("业主大会", "居委会", "街道") == higher(START, "楼栋会", BODIES)
    assert () == higher(START, "街道", BODIES)
    with pytest.raises(Refused) as caught:
        higher(START, "nobody", BODIES)
    assert "unknown-body" == caught.value.code


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda: Passed("b", "because"), "unknown-ground"),
        (lambda: Passed("b", "unanswered", datetime(2026, 3, 1)), "no-time-zone"),
        (lambda: up("b", "c", at=datetime(2026, 3, 1)), "no-time-zone"),
        (lambda: up("b\x07", "c"), "unreadable-name"),
    ],
)
def test_what_is_no_escalation_is_refused(make, code):
    with pytest.raises(InputError) as caught:
        make()
    assert code == caught.value.code
    assert caught.value.told("zh") != caught.value.told("en")


def test_every_ground_has_its_words():
    told = [up("楼栋会", "业主大会", ground).explain(lang) for ground in Ground for lang in ("en", "zh")]
    assert not [sentence for sentence in told if "ground." in sentence]


@st.composite
def tries(draw, charter):
    names = [body.name for body in charter]
    passed = [
        Passed(name, draw(st.sampled_from(Ground)), draw(st.sampled_from([None, NOON, NOON - timedelta(9)])), "so")
        for name in draw(st.lists(st.sampled_from(names), max_size=3))
    ]
    lower = Passed(draw(st.sampled_from(names)), draw(st.sampled_from(Ground)), NOON - timedelta(1), "so")
    return Escalation("m", lower, draw(st.sampled_from(names)), draw(st.sampled_from(names)), NOON, tuple(passed))


@st.composite
def careful_tries(draw, route, charter):
    """From where the matter is to a body above, past the others with a reason: most of these may be made."""
    lower = route.holder or draw(st.sampled_from([body.name for body in charter]))
    above = higher(route, lower, charter, DAY)
    if not above:
        return draw(tries(charter))
    reason = Passed(lower, draw(st.sampled_from(["unanswered", "party-to-it"])), NOON - timedelta(1), "so")
    passed = tuple(Passed(body.name, "party-to-it", words="so") for body in charter if body.name != lower)
    return Escalation("m", reason, draw(st.sampled_from(above)), "li", NOON, passed)


@a_part(4)
@given(st.data(), st.one_of(st.tuples(subjects(least=1), bodies()), ladders()))
def test_no_sequence_of_escalations_ever_goes_down_or_past_somebody(data, plan):
    subject, charter = plan
    known = {body.name: body for body in charter}
    route = Route("m", subject)
    for _ in range(data.draw(st.integers(0, 6)) if charter else 0):
        escalation = data.draw(st.one_of(tries(charter), careful_tries(route, charter)))
        against = list(objections(route, escalation, charter, DAY))
        assert [each.code for each in against] == [
            each.code for each in objections(route, escalation, charter[::-1], DAY)
        ]
        if against:
            assert all(each.told("zh") and each.told("en") for each in against)
            with pytest.raises(Refused):
                escalate(route, escalation, charter, DAY)
            continue
        assert escalation.upper in higher(route, escalation.lower.body, charter, DAY)
        route = escalate(route, escalation, charter, DAY)
    event(f"{len(route.taken)} made")
    depths = [known[each.upper].depth for each in route.taken]
    assert sorted(set(depths), reverse=True) == depths
    for each in route.taken:
        assert known[each.upper].depth < known[each.lower.body].depth
        assert known[each.upper].may_decide(subject, DAY)
    assert all(before.upper == after.lower.body for before, after in pairwise(route.taken))
    below = [body for body in charter if body.may_decide(subject, DAY) and body.depth > (depths or [99])[-1]]
    shared = {known[each.lower.body].depth for each in route.taken if each.lower.reason is Ground.OVERLAP}
    assert [] == [body.name for body in below if body.name not in route.had and body.depth not in shared]
