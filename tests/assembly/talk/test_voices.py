"""Who is heard, live."""

from datetime import timedelta
from fractions import Fraction

import pytest

from deliberate.assembly.moves import OpenRound, TakeTurn
from deliberate.assembly.procedures.fishbowl import Fishbowl
from deliberate.assembly.talk.acts import TakeSeat, YieldChair
from deliberate.assembly.talk.terms import Interest, TalkTerms
from deliberate.assembly.talk.traits import Stake
from deliberate.assembly.talk.voices import voices
from tests.assembly.talk.meeting import AGAINST, CHAIR, FOR, NEITHER, PROCEDURES, TERMS, Meeting, moved, opened

EIGHT = ("an", "bao", "chu", "deng", "fang", "gu", "hua", "jin")
SHARES = (12, 4, 2, 1, 1, 0, 0, 0)


def eight(*interests):
    """The eight of the example and who presides."""
    return TalkTerms((*EIGHT, CHAIR), CHAIR, interests)


def spoken(terms, seconds=30):
    """A fishbowl in which each has as many turns as in the example."""
    meeting = Meeting(Fishbowl(terms, seats=6))
    meeting.ok(CHAIR, OpenRound("lamps"))
    for member, turns in zip(EIGHT, SHARES, strict=True):
        for _ in range(turns):
            if member not in meeting.talk.floor.way.seated:
                meeting.ok(member, TakeSeat())
            meeting.ok(member, TakeTurn("So.", seconds=seconds), after=timedelta())
    return meeting.talk


def test_turns_and_seconds_are_measured_with_the_silent():
    found = voices(spoken(eight()), eight())
    exact = (Fraction(11, 16), Fraction(200, 83), Fraction(3, 5))
    assert exact == (found.turns.gini, found.turns.effective, found.turns.top)
    assert (8, 600, *exact) == tuple(
        getattr(found.seconds, part) for part in ("people", "total", "gini", "effective", "top")
    )


def test_who_has_spoken_who_has_not_and_who_is_under_half_the_median():
    found = voices(spoken(eight()), eight())
    assert (EIGHT[:5], EIGHT[5:]) == (found.spoken, found.silent)
    assert EIGHT[5:] == found.quiet
    assert CHAIR not in found.silent


def test_without_seconds_the_turns_say_who_is_quiet():
    found = voices(spoken(eight(), seconds=0), eight())
    assert (EIGHT[5:], None) == (found.quiet, found.seconds.gini)


def test_exactly_half_the_median_is_not_quiet():
    meeting = opened(PROCEDURES[0])
    for member, long in (("li", 60), ("wang", 60), ("zhao", 60), ("sun", 30), ("wu", 29)):
        meeting.hands((member, NEITHER))
        meeting.ok(member, TakeTurn("So.", seconds=long))
    assert ("wu",) == voices(meeting.talk, TERMS).quiet


def test_an_affected_group_is_missing_until_one_of_it_has_spoken():
    meeting = opened(PROCEDURES[0])
    found = voices(meeting.talk, TERMS)
    assert (("dog owners", "shop owners"), ("shop owners",)) == (found.missing, found.absent)
    meeting.hands(("li", NEITHER))
    meeting.ok("li", TakeTurn("So."))
    found = voices(meeting.talk, TERMS)
    assert ("shop owners",) == found.missing == found.absent
    assert "shop owners" in found.explain("en")
    assert "还没有听到的利害关系方：shop owners。" in found.explain("zh")


@pytest.mark.parametrize(("size", "ratio"), [(5, Fraction(20 * 9, 20 * 5)), (4, None)])
def test_a_group_has_its_share_unless_it_is_so_small_that_one_could_be_known(size, ratio):
    terms = eight(Interest("first floor", Stake.AFFECTED, EIGHT[:size]))
    [group] = voices(spoken(terms), terms).groups
    assert (size, min(size, 5), ratio) == (group.here, group.spoke, group.ratio)


def test_sides_that_take_turns_are_seen():
    meeting = moved()
    for member, side in (("li", FOR), ("wang", AGAINST), ("zhao", FOR), ("sun", AGAINST)):
        meeting.speak(member, side)
    found = voices(meeting.talk, TERMS).alternation
    assert (4, 3, 1) == (found.runs, found.expected, found.score > 0)


def test_a_chair_who_has_spoken_counts_as_everybody():
    meeting = moved()
    meeting.ok(CHAIR, YieldChair("wu"))
    meeting.speak(CHAIR, FOR)
    found = voices(meeting.talk, TERMS)
    assert ((CHAIR,), 5) == (found.spoken, found.turns.people)
    assert "wu" not in found.silent
