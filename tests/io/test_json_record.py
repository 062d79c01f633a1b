import pytest
from hypothesis import given

import deliberate as d
from deliberate.community.roll import Roll
from deliberate.errors import InputError, ParseError, RecordError
from deliberate.io import json_record
from deliberate.io.bounded import LONGEST_LINE
from tests.io.strategies import elections, profiles


def refused(text):
    with pytest.raises(ParseError) as caught:
        json_record.parse(text, "record.json")
    assert caught.value.told("zh")
    return caught.value.code, caught.value.where


@given(profiles())
def test_a_profile_is_read_back_equal(profile):
    assert profile == json_record.parse(json_record.format(profile))


@given(elections())
def test_an_election_is_read_back_equal(election):
    assert election == json_record.parse(json_record.format(election))


def test_an_outcome_with_its_rule_is_read_back_equal():
    outcome = d.decide(d.ranked("3: lamps > bins; 2: bins"), d.rule("irv"))
    assert outcome == json_record.parse(json_record.format(outcome))


def test_a_roll_is_read_back_equal():
    roll = Roll.of({"li": (1, 9000)}, measures=("head", "area"))
    assert roll == json_record.parse(json_record.format(roll))


def test_several_records_are_a_tuple():
    lots = (d.draw("seed", "ab").lot, d.draw("deed", "ab").lot)
    assert lots == json_record.parse(json_record.format(lots))


def test_a_long_row_goes_on_several_lines_that_can_be_read_back():
    profile = d.Profile.from_ranks([[1]], options=("lamps",), weights=[3])
    many = d.Profile.from_scores([[number, -number] for number in range(200_000)], options=("a", "b"))
    assert LONGEST_LINE > max(map(len, json_record.format(many).split("\n")))
    assert '"weights": [3]' in json_record.format(profile)


def test_a_float_is_not_written():
    from attrs import frozen

    @frozen
    class Reading:
        value: float

    with pytest.raises(InputError) as caught:
        json_record.format(Reading(0.5))
    assert "json-float" == caught.value.code


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("", "empty-file", 1),
        ('{\n"kind": "Lot"', "bad-json", 2),
        ('{\n"kind": "Lot', "bad-json", 2),
        ('{"kind": "Lot",\n"order": ["a"],\n"order": ["a"]}', "key-twice", 3),
        ('[{"a": 1},\n{"a": 1, "b": {"a": 2},\n"b": 3}]', "key-twice", 3),
        ('{"kind": "Lot",\n"order": [NaN]}', "json-float", 2),
        ('{"kind": "Lot",\n"order": [-Infinity]}', "json-float", 2),
        ('{"kind": "Lot",\n"order": [1.0]}', "json-float", 2),
        ('{"kind": "Lot", "order": ["1e5"],\n"by": 1e5}', "json-float", 2),
        (f'{{"kind": "Lot",\n"order": [{10**400}]}}', "number-too-long", 2),
        ("[\n" * 65 + "]" * 65, "too-deep", 65),
        ('{"a":\n' * 65, "too-deep", 65),
    ],
)
def test_a_text_that_is_no_strict_json_is_refused_with_its_line(text, code, line):
    found, where = refused(text)
    # Where it is too deep, the way down is told behind the line.
    assert (code, f"record.json:{line}") == (found, where.partition(": ")[0])


def test_a_key_twice_is_found_under_another_spelling():
    assert "key-twice" == refused('{"a": 1, "\\u0061": 2}')[0]


def test_a_million_brackets_are_refused_without_recursion():
    assert ("too-deep", "record.json:1") == refused("[" * 10**6)


def test_brackets_in_a_text_are_no_nesting():
    with pytest.raises(RecordError) as caught:
        json_record.parse('{"kind": "' + "[" * 100 + '\\""}', "record.json")
    assert ("bad-record", "record.json") == (caught.value.code, caught.value.where)


@pytest.mark.parametrize("text", ["3", "null", '{"order": []}', '{"kind": "Lot", "order": ["a"], "colour": "red"}'])
def test_json_that_is_no_record_is_refused_with_its_file(text):
    with pytest.raises(RecordError) as caught:
        json_record.parse(text, "record.json")
    assert ("bad-record", "record.json") == (caught.value.code, caught.value.where)


def test_an_election_that_does_not_fit_together_is_refused_with_its_file():
    text = json_record.format(d.ranked("1: a > b")).replace('"seats": 1', '"seats": 7')
    with pytest.raises(InputError) as caught:
        json_record.parse(text, "record.json")
    assert "record.json" == caught.value.where


def test_a_text_without_an_end_takes_no_longer_than_its_length():
    assert "bad-json" == refused('"' + '\\"' * 10**5)[0]
    assert "bad-json" == refused("{" + " " * 10**5)[0]
