"""What a text may be: readable, not endless, and silent about who it was."""

from datetime import datetime

import pytest

from deliberate.assembly.issues.acts import ListIssue, MakePledge, Observe, SetGoal
from deliberate.assembly.issues.goal import Envelope
from deliberate.assembly.issues.terms import IssueTerms
from deliberate.assembly.issues.wording import NameCheck
from deliberate.assembly.usable import LONGEST, unusable
from deliberate.errors import InputError
from tests.assembly.issues.yard import NOON, ROLL, refusals, stands


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("陈静家的狗", True),
        ("昨晚陈静的狗在叫", True),
        ("陈家的狗", False),
        ("Li Wei's dog", True),
        ("seen by LI WEI.", True),
        ("Ｌｉ Ｗｅｉ", True),
        ("Li Weijun's dog", False),
        ("Ali Wei", False),
        ("Li  Wei", False),
        ("院子里Li Wei的狗", True),
        ("王家门口", False),
        ("", False),
    ],
)
def test_a_name_is_found_as_a_plain_comparison_finds_it(text, found):
    assert found == NameCheck(("陈静", "Li Wei", "王")).finds(text)


def test_a_name_inside_another_is_found_by_either():
    check = NameCheck(("李明", "李明华"))
    assert [True, True, False] == [check.finds(text) for text in ("李明华", "李明在", "明华")]


def test_an_observation_that_names_somebody_of_the_given_names_is_refused_and_does_not_say_whom():
    terms = IssueTerms(ROLL, names=("Chen Jing",))
    acts = [
        ("li", Observe("yard", "Chen Jing's dog again")),
        ("li", Observe("at Chen Jing's door", "droppings")),
        ("li", ListIssue("Chen Jing")),
        ("li", ListIssue("dogs", "ask chen jing")),
        ("li", ListIssue("dogs", place="Chen Jing's door")),
    ]
    assert ["about-a-person"] * 5 == refusals(*acts, terms=terms)
    assert [] == refusals(acts[0])
    assert 0 == stands(*acts, terms=terms).count


def test_names_are_looked_for_only_where_they_are_given():
    assert [] == refusals(("li", Observe("yard", "wang and zhao were there")))


@pytest.mark.parametrize(
    ("act", "code"),
    [
        (Observe("yard", "a" * (LONGEST + 1)), "text-too-long"),
        (Observe("yard", "狗" * 10_000_000), "text-too-long"),
        (Observe("yard", "turned \u202e round"), "unreadable-text"),
        (Observe("yard", "bell \x07"), "unreadable-text"),
        (Observe("yard", "half \ud800"), "unreadable-text"),
        (ListIssue("lamps", photo="\u2066"), "unreadable-text"),
        (MakePledge("pick up", datetime(2026, 4, 1)), "no-time-zone"),
        (Observe("yard", "  "), "says-nothing"),
    ],
)
def test_a_text_that_cannot_be_used_is_refused_and_nothing_changes(act, code):
    assert [code] == refusals(("li", act))
    assert stands() == stands(("li", act))


def test_line_ends_and_tabs_belong_to_a_text():
    assert [] == list(unusable(Observe("yard", "first\n\tsecond\r\n"), NOON, None))
    assert [] == refusals(("li", Observe("yard", "a" * LONGEST)))


def test_a_flaw_deep_in_a_record_is_found():
    [flaw] = unusable(SetGoal("clean", "", Envelope(tags=("yard",)), "decision\x00 7"), NOON, None)
    assert ("unreadable-text", "9") == (flaw.code, dict(flaw.about)["place"])


@pytest.mark.parametrize("channel", ["", "fax"])
def test_a_channel_is_one_of_four(channel):
    with pytest.raises(InputError) as error:
        Observe("yard", "droppings", channel=channel)
    assert "bad-parameter" == error.value.code


@pytest.mark.parametrize("title", ["", " ", "tur\u202ened", "\x00"])
def test_a_title_is_a_name(title):
    with pytest.raises(InputError):
        ListIssue(title)


def test_a_move_of_this_area_needs_a_moment_with_its_distance_from_utc():
    acts = [("li", Observe("yard", "droppings"))]
    assert ["no-time-zone"] == refusals(*acts, start=NOON.replace(tzinfo=None))
