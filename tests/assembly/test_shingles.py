"""Shingles: how alike two texts are."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deliberate.assembly.shingles import jaccard, shingles, tokens


@given(st.text())
def test_the_pieces_of_a_text_are_the_text(text):
    assert text == "".join(tokens(text))


@given(st.text(), st.text())
def test_likeness_is_a_share_and_the_same_from_both_sides(one, other):
    assert jaccard(one, other) == jaccard(other, one)
    assert 0 <= jaccard(one, other) <= 1
    assert Fraction(1) == jaccard(one, one)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("修路灯吧", {"修路灯", "路灯吧"}),
        ("灯", {"灯"}),
        ("", set()),
        ("...", set()),
        ("Repair the three old lamps now", {"repair the three old lamps", "the three old lamps now"}),
        ("Repair lamps", {"repair lamps"}),
        ("修 3 盏路灯", {"修", "3", "盏路灯"}),
        ("ＬＡＭＰ", {"lamp"}),
    ],
)
def test_a_shingle_is_five_words_or_three_characters(text, expected):
    assert expected == shingles(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("don't stop", ("don't", " ", "stop")),
        ("on 3/5 at 12:30", ("on", " ", "3/5", " ", "at", " ", "12:30")),
        ("a\n\nb", ("a", "\n", "\n", "b")),
        ("हिन्दी", ("हिन्दी",)),
        ("葛\U000e0100城", ("葛\U000e0100", "城")),
    ],
)
def test_words_keep_their_marks_and_numbers_their_points(text, expected):
    assert expected == tokens(text)


def test_texts_without_words_are_alike_and_unlike_any_with():
    assert (Fraction(1), Fraction(0)) == (jaccard("", "!"), jaccard("", "lamp"))
