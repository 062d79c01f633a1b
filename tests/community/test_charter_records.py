"""Every record of a charter comes back from its canonical text."""

import json
from datetime import UTC, date, datetime

import pytest

from deliberate.community.body import Body
from deliberate.community.competence import Competent, Gap, GapReason, Overlap
from deliberate.community.escalation import Escalation, Passed, Route
from deliberate.community.group import Group
from deliberate.community.joint import joint_action
from deliberate.community.office import Clash, Flaw, Office, Tie
from deliberate.community.place import Place, Places
from deliberate.community.relation import Party, Relation
from deliberate.community.scope import Scope, Subject
from deliberate.errors import RecordError
from deliberate.identity import canonical
from deliberate.records import from_dict, to_dict

DAY, NOON = date(2026, 3, 1), datetime(2026, 3, 1, 12, tzinfo=UTC)
SUBJECT = Subject(("玉林", "3 栋"), {"lift", "pet"})
BODY = Body("楼栋会", "resident", Scope("玉林", {"lift", "pet"}), ("decide", "advise"), "building", [("a", "b")], DAY)
OTHER = Party("街道", "street")
RELATION = Relation(OTHER, BODY.party, "guides", DAY, None, "lift")
UP = Escalation("m", Passed("a", "unanswered", NOON), "b", "li", NOON, (Passed("c", "party-to-it", words="so"),))
OFFICE = Office("li", "supervisor", "b", DAY)


@pytest.mark.parametrize(
    "record",
    [
        SUBJECT,
        BODY,
        OTHER,
        RELATION,
        UP,
        Route("m", SUBJECT, (UP,)),
        OFFICE,
        Clash(OFFICE, OFFICE, Tie.SELF, "residents-committees", 36),
        Flaw(OFFICE, "term-too-long"),
        Competent(SUBJECT, "b"),
        Gap(SUBJECT, GapReason.NOBODY, (), ("b",)),
        Overlap(SUBJECT, ("a", "b")),
        Places((Place("玉林", "community"),)),
        Group("squad", "We clean.", Scope(tags={"pet"}), ("li",)),
    ],
    ids=lambda record: type(record).__name__,
)
def test_a_record_comes_back_from_its_canonical_text(record):
    assert record == from_dict(json.loads(canonical(to_dict(record))))


def test_a_joint_action_comes_back_with_its_relations():
    made = joint_action(("街道", "楼栋会"), Subject(("玉林",), "lift"), [BODY], [RELATION], DAY)
    assert made == from_dict(json.loads(canonical(to_dict(made))))


@pytest.mark.parametrize(
    "data",
    [
        {"kind": "Body", "name": "b", "standing": "king", "scope": {"kind": "Scope"}},
        {"kind": "Body", "name": "b", "standing": "owner", "scope": {"kind": "Scope"}, "level": "grid"},
        {"kind": "Party", "name": "\u202eb", "standing": "owner"},
        {"kind": "Place", "path": ["a"], "level": "planet"},
        {"kind": "Subject", "tags": [7]},
        {"kind": "Escalation", "matter": "m"},
    ],
)
def test_data_that_is_no_such_record_is_refused(data):
    with pytest.raises(RecordError) as caught:
        from_dict(data)
    assert "bad-record" == caught.value.code
