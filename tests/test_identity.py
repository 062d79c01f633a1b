"""Names and canonical JSON: the published vectors, and what must be refused."""

import hashlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deliberate.errors import InputError
from deliberate.identity import DEEPEST, canonical, confusable, digest, name, names, skeleton, text_hash

# value, canonical bytes in hex or text, SHA-256
VECTORS = [
    (
        {"b": 1, "a": [True, False, None, -7, 9007199254740991]},
        b'{"a":[true,false,null,-7,9007199254740991],"b":1}',
        "b48827d5781a2978a2500ef8c3919851e70268f6589da78684ca7f76cd725555",
    ),
    (
        {"\uff5e": 1, "\U0001f600": 2, "a": 3},
        bytes.fromhex("7b2261223a332c22f09f9880223a322c22efbd9e223a317d"),
        "a7915368a7154745dc7e6e4b7c6460cedd96f84c6b71163388efebfe0d285868",
    ),
    (
        {"e\u0301": "A\u030a"},
        bytes.fromhex("7b22c3a9223a22c385227d"),
        "b2292a8f175fcae2732e984ba5d1242e7f5c78e4eb81bea97c3338b021fe5406",
    ),
    (
        'q"\\/\x08\x0c\n\r\t\x00\x1f\x7f\u2028\u20ac',
        bytes.fromhex("22715c225c5c2f5c625c665c6e5c725c745c75303030305c75303031667fe280a8e282ac22"),
        "5f7954ca6d0f40aa3851919c8d65a03e77e0e9864dec348adc2ff7c8f8f05fac",
    ),
]

JSON_VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53) + 1, 2**53 - 1)
    | st.text(alphabet=st.characters(exclude_categories=("Cs", "Cn")), max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abcdé灯😀"), inner, max_size=3),
    max_leaves=8,
)


@pytest.mark.parametrize(("value", "text", "sha"), VECTORS)
def test_the_published_vectors_come_out_to_the_byte(value, text, sha):
    assert text == canonical(value)
    assert sha == digest(value)


@given(JSON_VALUES)
def test_the_canonical_text_read_and_written_again_is_itself(value):
    text = canonical(value)
    assert text == canonical(json.loads(text))


@given(st.dictionaries(st.sampled_from("abcdefgh"), st.integers(0, 9)), st.randoms(use_true_random=False))
def test_the_order_of_keys_does_not_matter(value, random):
    pairs = list(value.items())
    random.shuffle(pairs)
    assert canonical(value) == canonical(dict(pairs))


def nested(depth):
    value = 0
    for _ in range(depth):
        value = [value]
    return value


@pytest.mark.parametrize(
    "value",
    [
        1.0,
        float("nan"),
        2**53,
        -(2**53),
        {1: 2},
        {"e\u0301": 1, "\u00e9": 2},
        "\ud800",
        "\u0378",
        b"x",
        {1, 2},
        nested(66),
    ],
)
def test_what_readers_would_not_agree_on_is_not_written(value):
    with pytest.raises(InputError) as caught:
        canonical(value)
    assert "not-canonical" == caught.value.code


def test_nesting_up_to_the_bound_is_written():
    assert DEEPEST == canonical(nested(DEEPEST)).count(b"[")


def test_a_name_has_one_form():
    assert "\u00e9tude" == name("e\u0301tude") == name(" \u00e9tude ")


@pytest.mark.parametrize("text", ["a\u202eb", "a\u2066b", "a\x00", "a\nb", "\ud800", "a\x9f"])
def test_characters_that_show_nothing_or_turn_the_line_around_are_refused(text):
    with pytest.raises(InputError) as caught:
        name(text, where="roll.csv:3")
    assert ("unreadable-name", "roll.csv:3") == (caught.value.code, caught.value.where)
    assert "\u202e" not in caught.value.message()


@pytest.mark.parametrize("text", ["", "  ", "\u3000"])
def test_an_empty_name_is_refused(text):
    with pytest.raises(InputError) as caught:
        name(text)
    assert "empty-name" == caught.value.code


def test_two_encodings_of_one_name_are_not_two_residents():
    with pytest.raises(InputError) as caught:
        names(("\u00e9", "e\u0301"))
    assert "same-name-twice" == caught.value.code


@given(st.text())
def test_a_name_that_is_taken_is_taken_as_it_stands(text):
    try:
        one = name(text)
    except InputError:
        return
    assert one == name(one)


def test_names_that_look_alike_are_named_and_stay_two():
    assert (("li", "1i"),) == confusable(("li", "1i", "wang"))
    assert skeleton("Маша") == skeleton("Maшa")
    assert () == confusable(("li", "wang"))


def test_a_text_hash_does_not_see_line_ends_or_encodings_of_one_letter():
    assert text_hash("caf\u00e9\nzwei") == text_hash("cafe\u0301\r\nzwei")
    assert hashlib.sha256("路灯".encode()).hexdigest() == text_hash("路灯")
