"""Joint action: a competent scope and named relations first."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from deliberate.community.body import Body
from deliberate.community.competence import Competent, competent_body
from deliberate.community.joint import JointAction, hindrances, joint_action
from deliberate.community.relation import Party, Relation
from deliberate.community.scope import Scope, Subject
from deliberate.errors import InputError, Refused, RollError
from tests.community.charters import DAY, TAGS, bodies, relations, subjects
from tests.search import a_part

SINCE, UNTIL = date(2026, 1, 1), date(2027, 1, 1)
EAST = ("玉林", "东苑")
GREEN = Subject(EAST, "green")
OWNERS = Body("业主大会", "owner", Scope(EAST, {"green", "parking"}))
COMPANY, SQUAD = Party("物业", "property-company"), Party("护绿队", "resident")
CONTRACT = Relation(OWNERS.party, COMPANY, "entrusts", SINCE, UNTIL, {"green", "parking"})
HELP = Relation(SQUAD, COMPANY, "assists", SINCE, about="green")
BOTH = ("物业", "护绿队")


def codes(parties=BOTH, subject=GREEN, charter=(OWNERS,), known=(CONTRACT, HELP), day=DAY):
    found = list(hindrances(parties, subject, charter, known, day))
    assert all(each.told("zh") != each.told("en") for each in found)
    return [each.code for each in found]


def test_parties_act_together_where_the_scope_is_settled_and_the_relations_are_named():
    found = joint_action(BOTH, GREEN, [OWNERS], [CONTRACT, HELP], DAY)
    entrusted = "业主大会委托物业，自 2026 年 1 月 1 日起，至 2027 年 1 月 1 日的前一天止"
    assert JointAction(BOTH, GREEN, "业主大会", (CONTRACT, HELP), DAY) == found
    assert [
        "2026 年 3 月 1 日，物业、护绿队可以就玉林 东苑的green事务共同行动，由业主大会决定。",
        f"{entrusted}，事项：green、parking（《民法典》第 284 条）。",
        "护绿队协助物业，自 2026 年 1 月 1 日起，事项：green。",
    ] == found.explain("zh").split("\n")


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        ({}, []),
        ({"charter": ()}, ["no-competent-body"]),
        ({"charter": (OWNERS, Body("大会", "owner", OWNERS.scope))}, ["competence-overlap"]),
        ({"known": (HELP,)}, ["no-relation"]),
        ({"known": (CONTRACT,)}, ["no-relation"]),
        ({"day": UNTIL}, ["no-relation"]),
        ({"subject": Subject(EAST, "parking")}, ["no-relation"]),
        ({"subject": Subject(EAST, "pet"), "known": ()}, ["no-competent-body", "no-relation"]),
        ({"parties": "物业"}, ["acts-alone"]),
        ({"parties": (), "charter": ()}, ["acts-alone", "no-competent-body"]),
        ({"parties": (*BOTH, "a stranger")}, ["no-relation"]),
        ({"parties": ("业主大会", "物业"), "subject": Subject(EAST, "parking")}, []),
    ],
)
def test_without_a_scope_or_a_relation_it_is_refused_in_the_order_in_which_to_settle_it(case, expected):
    assert expected == codes(**case)


def test_the_refusal_names_who_stands_apart():
    with pytest.raises(Refused) as caught:
        joint_action((*BOTH, "街道"), GREEN, [OWNERS], [CONTRACT, HELP], DAY)
    assert (("街道",), ("业主大会", "物业", "护绿队")) == (caught.value.fields["apart"], caught.value.fields["joined"])


def test_a_relation_through_somebody_who_does_not_act_joins_nobody():
    street = Party("街道", "street")
    through = [CONTRACT, Relation(street, COMPANY, "guides", SINCE), Relation(street, SQUAD, "guides", SINCE)]
    assert ["no-relation"] == codes(known=through)
    assert [] == codes(parties=(*BOTH, "街道"), known=through)


def test_one_name_is_one_kind_of_party():
    other = Relation(Party("业主大会", "street"), SQUAD, "guides", SINCE)
    with pytest.raises(RollError) as caught:
        joint_action(BOTH, GREEN, [OWNERS], [other], DAY)
    assert ("two-standings", "业主大会") == (caught.value.code, caught.value.fields["party"])
    assert "业主大会被写成了两种主体：业主、街道办。" in caught.value.told("zh")


@pytest.mark.parametrize(("parties", "code"), [(("a", "a"), "same-name-twice"), (("a", "\x00"), "unreadable-name")])
def test_parties_that_cannot_be_read_are_refused(parties, code):
    with pytest.raises(InputError) as caught:
        joint_action(parties, GREEN, [OWNERS], [], DAY)
    assert code == caught.value.code


def hang_together(names, pairs):
    """Merge the sets that a pair joins, until nothing changes."""
    sets = [{name} for name in names]
    for one, other in pairs * len(names):
        meeting = [each for each in sets if one in each or other in each]
        sets = [each for each in sets if each not in meeting] + [set().union(*meeting)]
    return len(sets) == 1


@st.composite
def plans(draw):
    # Where one body may decide on everything, it is the relations that decide.
    everywhere = Body("b9", "resident", Scope((), TAGS))
    charter = (*draw(bodies(2)), *draw(st.sampled_from([(), (everywhere,), (everywhere,)])))
    outside = [Party(name, "social-organisation") for name in ("p0", "p1", "p2")]
    known = [*(body.party for body in charter), *outside]
    parties = draw(st.lists(st.sampled_from(known), min_size=draw(st.sampled_from([1, 2, 2])), max_size=3, unique=True))
    joined = [*parties, *(body.party for body in charter[-1:] if body.party not in parties)]
    chain = [Relation(one, other, "serves", SINCE) for one, other in pairwise(joined)]
    held = draw(st.sampled_from([[], chain, chain, chain, chain[1:]])) + draw(relations(known))
    return [party.name for party in parties], draw(subjects(least=1)), charter, held


@a_part(4)
@given(plans(), st.data())
def test_it_is_accepted_exactly_where_the_body_and_the_relations_are_there(plan, data):
    parties, subject, charter, known = plan
    found = competent_body(subject, charter, DAY)
    held = [
        each
        for each in known
        if each.since <= DAY
        and (each.until is None or DAY < each.until)
        and (not each.about or subject.tags <= each.about)
    ]
    expected = False
    if isinstance(found, Competent) and len(parties) >= 2:
        inside = {*parties, found.body}
        expected = hang_together(inside, [each.names for each in held if set(each.names) <= inside])
    event(f"accepted: {expected}")
    assert expected is (not codes(*plan))
    assert codes(*plan) == codes(
        data.draw(st.permutations(parties)), subject, data.draw(st.permutations(charter)), known[::-1]
    )
    if expected:
        made = joint_action(*plan, DAY)
        assert (tuple(parties), found.body) == (made.parties, made.body)
    else:
        with pytest.raises(Refused):
            joint_action(*plan, DAY)
