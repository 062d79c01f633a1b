"""Records to JSON data and back."""

import json
from datetime import UTC, date, datetime
from enum import StrEnum
from fractions import Fraction

import pytest
from attrs import frozen
from hypothesis import given
from hypothesis import strategies as st

import deliberate as d
from deliberate.decision.ballots import Answer, Approval, Ranking, Scores
from deliberate.errors import RecordError
from deliberate.identity import canonical
from deliberate.quantities import Amount
from deliberate.records import KINDS, fields, from_dict, kind, to_dict
from deliberate.requirement.tallies import Tallies
from deliberate.testing import elections, profiles, requirements, tallies
from tests.search import a_part


class Colour(StrEnum):
    RED = "red"


@frozen
class SampleOfEverything:
    number: int
    amount: Amount
    maybe: Amount | None
    share: Fraction
    at: datetime
    day: date
    colour: Colour
    names: frozenset[str]
    pairs: tuple[tuple[str, int], ...]
    flag: bool = False


SAMPLE = SampleOfEverything(
    number=2**60,
    amount=Fraction(1, 3),
    maybe=None,
    share=Fraction(2, 3),
    at=datetime(2026, 3, 1, 8, 0, tzinfo=UTC),
    day=date(2026, 3, 1),
    colour=Colour.RED,
    names=frozenset({"b", "a"}),
    pairs=(("a", 1),),
)


@pytest.fixture
def _sample_is_known():
    kind(SampleOfEverything)
    yield
    KINDS.pop("SampleOfEverything", None)


def through_text(record):
    return from_dict(json.loads(canonical(to_dict(record))))


@pytest.mark.usefixtures("_sample_is_known")
def test_every_type_of_field_comes_back():
    assert SAMPLE == through_text(SAMPLE) == from_dict(to_dict(SAMPLE))


@pytest.mark.usefixtures("_sample_is_known")
def test_integers_that_other_readers_would_spoil_travel_as_text():
    assert str(2**60) == to_dict(SAMPLE)["number"]


@pytest.mark.parametrize(
    "record",
    [
        Answer("OBJECTION", reason="太近"),
        Approval({"b", "a"}),
        Ranking(("a", ("c", "b"), ())),
        Scores((("b", 2), ("a", -1))),
        Tallies.of({"head": {"YES": 3, "ABSENT": 2**70}}),
        d.requirement("cn.owners.2021.major").rule_on({"head": {"YES": 1}, "area": {"YES": 9000}}),
    ],
)
def test_a_record_comes_back_from_its_canonical_text(record):
    assert record == through_text(record)


@given(profiles())
def test_a_profile_comes_back(profile):
    assert profile == through_text(profile)


@given(st.sampled_from((Ranking, Approval, Scores, Answer)).flatmap(elections))
def test_an_election_of_any_ballot_comes_back(election):
    assert election == through_text(election)


@a_part(4)
@given(requirements())
def test_a_requirement_comes_back(requirement):
    assert requirement == through_text(requirement)


@given(tallies())
def test_tallies_come_back(sums):
    assert sums == through_text(sums)


@pytest.mark.parametrize(
    ("data", "path"),
    [
        ({"kind": "Lot", "order": ["a", 1], "by": "lot"}, "order"),
        ({"kind": "Lot", "order": "ab", "by": "lot"}, "order"),
        ({"kind": "Lot", "by": "lot"}, "order"),
        ({"kind": "Lot", "order": ["a"], "by": "dice"}, ""),
        ({"kind": "Lot", "order": ["a"], "seed": "x"}, "seed"),
        ({"order": ["a"]}, "kind"),
        ({"kind": "Prime"}, "Prime"),
        ({"kind": "Chosen", "options": 5}, "options"),
        ({"kind": "Chosen", "options": "ab"}, "options"),
        ({"kind": "Undecided", "status": 3}, "status"),
        ({"kind": "Eliminated", "options": ["a"], "round": 1.5}, "round"),
        ({"kind": "Eliminated", "options": ["a"], "round": True}, "round"),
        ({"kind": "Tallied", "tallies": [["a", 1.5]]}, "tallies"),
        ({"kind": "Outcome", "rule": {"kind": "Lot", "order": ["a"]}, "trace": 3}, "trace"),
        ("Lot", ""),
        (None, ""),
    ],
)
def test_data_that_is_no_record_of_ours_is_refused_with_the_path(data, path):
    with pytest.raises(RecordError) as caught:
        from_dict(data, where="file.json")
    assert "bad-record" == caught.value.code
    assert path in str(caught.value)


def test_data_nested_past_the_bound_is_refused_and_does_not_fill_the_stack():
    data: object = []
    for _ in range(100_000):
        data = [data]
    with pytest.raises(RecordError):
        from_dict({"kind": "Lot", "order": data})


def test_a_moment_without_its_distance_from_utc_is_not_written():
    with pytest.raises(RecordError) as caught:
        to_dict(datetime(2026, 3, 1))
    assert "no-time-zone" == caught.value.code


def test_two_kinds_cannot_share_one_name():
    @frozen
    class Lot:
        pass

    with pytest.raises(TypeError, match="two kinds"):
        kind(Lot)
    assert "deliberate.lot" == KINDS["Lot"].__module__


def test_the_fields_of_a_record_are_those_that_one_gives():
    assert {"order": ("a",), "by": "lot"} == fields(d.draw("x", "a").lot)
