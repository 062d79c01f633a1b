"""What can be reckoned with: moments away from the ends of the calendar, numbers that can be written out."""

from datetime import UTC, date, datetime
from fractions import Fraction

import pytest

from deliberate.assembly.allegations.acts import DeclareInterests
from deliberate.assembly.circle.acts import NameSilenceDate
from deliberate.assembly.delphi.acts import GiveEstimate
from deliberate.assembly.liquid.acts import RecordCount, VoteFigures
from deliberate.assembly.proposals.acts import OfferAmendment
from deliberate.assembly.proposals.hunks import Hunk
from deliberate.assembly.usable import LATEST, day, out_of_reach, unusable
from deliberate.words import LANGUAGES, say

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
LONG = 10**5000


@pytest.mark.parametrize(
    ("code", "act"),
    [
        ("number-too-long", DeclareInterests(pay=LONG)),
        ("number-too-long", GiveEstimate(Fraction(1, LONG))),
        ("number-too-long", RecordCount((VoteFigures("lamps", 1, LONG),))),
        ("number-too-long", OfferAmendment("new", "lamps", "", (Hunk(-LONG, 0, 1, "", ""),))),
        ("moment-out-of-reach", NameSilenceDate(datetime.max.replace(tzinfo=UTC))),
        ("no-time-zone", NameSilenceDate(datetime.max)),
    ],
)
def test_what_cannot_be_reckoned_with_is_refused_wherever_it_stands(code, act):
    found = next(unusable(act, NOON, None))
    assert code == found.code
    assert all(say(f"error.{code}", dict(found.about), lang) for lang in LANGUAGES)


def test_what_can_be_reckoned_with_is_taken():
    acts = (DeclareInterests(pay=10**299), GiveEstimate("1/3"), NameSilenceDate(LATEST))
    assert [] == [reason for act in acts for reason in unusable(act, NOON, None)]
    assert ["moment-out-of-reach"] == [each.code for each in unusable(acts[0], LATEST.replace(year=9001), None)]
    assert [] == list(out_of_reach(LATEST, datetime(1900, 1, 1, tzinfo=UTC)))


def test_a_day_is_a_day():
    assert date(2026, 3, 1) == day(NOON) == day(date(2026, 3, 1))
    assert date is type(day(NOON))
