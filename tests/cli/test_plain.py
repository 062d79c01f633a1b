"""Steps and parameters as JSON: exact numbers are text, and nothing else is lost."""

import json
from fractions import Fraction

import pytest
from attrs import frozen

import deliberate as d
from deliberate.cli.plain import parameter, step_data
from deliberate.decision.steps import Ranked, Tallied
from deliberate.lot import Lot


@frozen
class Happened:
    value: object


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (2**60, "1152921504606846976"),
        (Fraction(3, 4), "3/4"),
        (True, True),
        ("路灯", "路灯"),
        ((("a", 1), ("b", Fraction(1, 2))), {"a": "1", "b": "1/2"}),
        (((1, 2), (3, 4)), [["1", "2"], ["3", "4"]]),
        ((), []),
        (frozenset({"b", "a"}), ["a", "b"]),
        ({"a": 1}, {"a": "1"}),
        (Lot(("b", "a")), {"kind": "Lot", "order": ["b", "a"], "by": "lot"}),
    ],
)
def test_a_field_is_told_exactly(value, told):
    assert {"step": "Happened", "value": told} == json.loads(json.dumps(step_data(Happened(value))))


def test_no_tallies_are_an_empty_object_and_no_order_an_empty_list():
    assert {} == step_data(Tallied(()))["tallies"]
    assert [] == step_data(Ranked(()))["order"]


@pytest.mark.parametrize(("value", "told"), [(5, 5), (Fraction(1, 2), "1/2"), (None, None), (False, False), ("a", "a")])
def test_a_parameter_is_told_as_it_was_set(value, told):
    assert told == parameter(value)


def test_a_requirement_is_told_by_its_pack_only_where_it_is_the_packs():
    assert "s3.consent" == parameter(d.requirement("s3.consent"))
    changed = parameter(d.requirement("s3.consent", answered="9/10"))
    assert "9/10" == changed["valid"]["share"]["is"]
