"""Gatherings turn attendees into members; a group has a charter, tags and a leader who agreed."""

from fractions import Fraction

import pytest

from deliberate.assembly.issues.acts import AnswerLead, AskToLead, FoundGroup, HoldGathering, JoinGroup
from deliberate.assembly.issues.gathering import Gathering
from deliberate.community.group import Group, Scope
from tests.assembly.issues.yard import AGREED, ASKED, FOUNDED, HE, HELD, JOINED, LED, refusals, stands


def test_attendees_become_members_and_the_share_is_exact():
    show = stands(HELD, FOUNDED, JOINED, ("zhao", JoinGroup("squad"))).gatherings.gathering("pet show")
    assert (("li", "wang", "ming"), ("li", "wang")) == (show.attendees, show.joined)
    assert Fraction(2, 3) == show.conversion


def test_only_groups_that_grew_out_of_a_gathering_count_for_it():
    again = (HE, HoldGathering("tea", ("zhao", "wang")))
    gatherings = stands(HELD, again, FOUNDED, JOINED).gatherings
    assert Fraction(2, 3) == gatherings.gathering("pet show").conversion
    assert 0 == gatherings.gathering("tea").conversion


def test_where_nobody_came_there_is_no_share():
    assert None is Gathering("tea", ()).conversion


def test_a_group_is_what_the_community_knows_as_one():
    expected = Group("squad", "We walk and we clean.", Scope(tags=frozenset({"pet", "yard"})), ("li", "wang"))
    assert (expected,) == stands(HELD, FOUNDED, JOINED).gatherings.groups


def test_nobody_leads_unasked_or_unwilling():
    asked = stands(HELD, FOUNDED, JOINED, ASKED).gatherings.bands["squad"]
    assert ("li", "") == (asked.asked, asked.leader)
    declined = stands(HELD, FOUNDED, JOINED, ASKED, ("li", AnswerLead("squad", "decline"))).gatherings.bands["squad"]
    assert ("", "") == (declined.asked, declined.leader)
    assert "li" == stands(HELD, FOUNDED, JOINED, ASKED, AGREED).gatherings.bands["squad"].leader


def test_after_a_refusal_somebody_else_may_be_asked():
    again = (("li", AnswerLead("squad", "decline")), ("li", AskToLead("squad", "wang")))
    assert [] == refusals(HELD, FOUNDED, JOINED, ASKED, *again)


@pytest.mark.parametrize(
    ("member", "act", "code"),
    [
        (HE, HoldGathering("pet show", ("li",)), "gathering-held"),
        (HE, HoldGathering("tea", ("li", "sun")), "not-on-the-roll"),
        ("ming", HoldGathering("tea", ("ming",)), "minors-advise"),
        ("li", FoundGroup("squad", "pet show", "-", "pet"), "group-exists"),
        ("li", FoundGroup("band", "tea", "-", "pet"), "unknown-gathering"),
        ("zhao", FoundGroup("band", "pet show", "-", "pet"), "did-not-attend"),
        ("li", FoundGroup("band", "pet show", " ", "pet"), "no-charter"),
        ("li", FoundGroup("band", "pet show", "-", ()), "no-charter"),
        ("ming", FoundGroup("band", "pet show", "-", "pet"), "minors-advise"),
        (HE, FoundGroup("band", "pet show", "-", "pet"), "companions-guide"),
        (HE, JoinGroup("squad"), "companions-guide"),
        ("li", JoinGroup("squad"), "member-already"),
        ("zhao", JoinGroup("band"), "unknown-group"),
        ("zhao", AskToLead("squad", "li"), "not-in-the-group"),
        ("li", AskToLead("squad", "zhao"), "not-in-the-group"),
        ("li", AskToLead("squad", "ming"), "minors-advise"),
        ("li", AskToLead("band", "li"), "unknown-group"),
        ("li", AnswerLead("squad", "accept"), "not-asked-to-lead"),
        ("li", AnswerLead("band", "accept"), "unknown-group"),
    ],
)
def test_what_breaks_a_rule_is_refused_by_its_code(member, act, code):
    part = stands(HELD, FOUNDED, JOINED, ("ming", JoinGroup("squad")))
    assert [code] == refusals((member, act), part=part)


@pytest.mark.parametrize(
    ("acts", "code"),
    [
        ((ASKED, ("li", AskToLead("squad", "wang"))), "asked-already"),
        ((ASKED, ("li", AnswerLead("squad", "perhaps"))), "unknown-answer"),
        ((ASKED, ("wang", AnswerLead("squad", "accept"))), "not-asked-to-lead"),
        ((ASKED, AGREED, ("li", AskToLead("squad", "wang"))), "leader-known"),
    ],
)
def test_a_group_asks_one_at_a_time(acts, code):
    assert [code] == refusals(HELD, FOUNDED, JOINED, *acts)


def test_the_whole_way_to_a_leader_meets_no_refusal():
    assert [] == refusals(*LED)
