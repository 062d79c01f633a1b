"""What makes any move unusable, and that a part minds its own steps only."""

from datetime import datetime, timedelta

import pytest

from deliberate.assembly.allegations.docket import Allegations
from deliberate.assembly.circle.acts import NameSilenceDate
from deliberate.assembly.circle.circle import Circle
from deliberate.assembly.delphi.panel import Panel
from deliberate.assembly.mediation.acts import OpenCase, Tell
from deliberate.assembly.mediation.case import MediationCase
from deliberate.assembly.reasons import missing_of, unused
from deliberate.assembly.steps import MoveRefused
from deliberate.assembly.usable import LONGEST, unusable
from tests.assembly.walk import NOON


@pytest.mark.parametrize("part", [Allegations(), Circle(), MediationCase(), Panel()])
def test_a_part_minds_its_own_steps_only(part):
    assert part is part.after(MoveRefused("li", "says-nothing"))


@pytest.mark.parametrize(
    ("act", "at", "codes"),
    [
        (Tell("So.\nIt is.\t"), NOON, []),
        (Tell("x" * LONGEST), NOON, []),
        (Tell("x" * (LONGEST + 1)), NOON, ["text-too-long"]),
        (Tell("a\u202eb"), NOON, ["unreadable-text"]),
        (Tell("a\x00b"), NOON, ["unreadable-text"]),
        (Tell("a\ud800b"), NOON, ["unreadable-text"]),
        (OpenCase("noise", ("li", "wang")), NOON, []),
        (NameSilenceDate(datetime(2026, 4, 1)), NOON, ["no-time-zone"]),
        (Tell("So."), NOON - timedelta(seconds=1), ["move-in-the-past"]),
        (Tell("So."), NOON.replace(tzinfo=None), ["no-time-zone"]),
    ],
)
def test_what_makes_a_move_unusable_whoever_makes_it(act, at, codes):
    assert codes == [reason.code for reason in unusable(act, at, NOON)]


def test_the_place_of_an_unreadable_character_is_told():
    [reason] = unusable(Tell("a\u202eb"), NOON, None)
    assert (("character", "U+202E"), ("place", "2")) == reason.about


def test_who_is_missing_is_named_in_the_order_of_the_members():
    assert ("wang", "li") == missing_of(("wang", "zhao", "li"), {"zhao"})


def test_an_unused_name_is_not_among_those_used():
    assert ["-", "--", "-"] == [unused(()), unused(("-",)), unused(("--",))]
