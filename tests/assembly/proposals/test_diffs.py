"""Differences: what is kept and struck is the old text, what is kept and added the new one."""

from fractions import Fraction

import pytest
from hypothesis import given

from deliberate.assembly.proposals.diffs import MOST_MEETINGS, bag, difference, least_share, length
from tests.assembly.proposals.texts import TEXTS


@given(TEXTS, TEXTS)
def test_a_difference_holds_both_texts(old, new):
    changed = difference(old, new)
    assert (old, new) == (changed.old, changed.new)
    assert all(text and op in {"keep", "strike", "add"} for op, text in changed.pieces)


@given(TEXTS, TEXTS)
def test_the_share_that_is_changed_is_a_share_and_none_of_it_only_where_no_word_is(old, new):
    share = difference(old, new).share
    assert 0 <= share <= 1
    assert share >= least_share(bag(old), bag(new))
    assert Fraction(0) == difference(old, old).share


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("three lamps", "three lamps", "three lamps"),
        ("修好三盏路灯。", "修好全部路灯。", "修好[-三盏-]{+全部+}路灯。"),
        ("Repair the three lamps.", "Repair all lamps.", "Repair [-the three-]{+all+} lamps."),
        ("one\ntwo\nthree", "one\nthree", "one\n[-two\n-]three"),
        ("one\nthree", "one\ntwo\nthree", "one\n{+two\n+}three"),
        ("one two\nthree four", "one 2\nthree 4", "one [-two-]{+2+}\nthree [-four-]{+4+}"),
    ],
)
def test_words_change_where_words_stand_apart_and_characters_in_chinese(old, new, told):
    assert told == str(difference(old, new))


@pytest.mark.parametrize(
    ("lang", "lines"),
    [
        ("en", ["Paragraph 1: “two” becomes “2”.", "Paragraph 3: “three” is struck.", "Paragraph 4: “five” is added."]),
        ("zh", ["第 1 段：“two”改为“2”。", "第 3 段：删去“three”。", "第 4 段：增加“five”。"]),
    ],
)
def test_changes_are_told_paragraph_by_paragraph(lang, lines):
    changed = difference("one two\nsame\nthree\nfour", "one 2\nsame\nfour\nfive")
    assert lines == changed.explain(lang).split("\n")


def test_nothing_changed_is_said():
    assert "没有改动。" == difference("灯", "灯").explain("zh")


def test_a_space_between_two_changes_is_changed_with_them():
    assert (("strike", "three lamps"), ("add", "all bins")) == difference("three lamps", "all bins").pieces


def test_texts_that_share_too_much_at_random_are_told_as_one_change():
    old = " ".join(f"w{n % 1900} x{n}" for n in range(19_000))
    new = " ".join(f"w{n * 7 % 1900} y{n}" for n in range(19_000))
    changed = difference(old, new)
    assert (old, new) == (changed.old, changed.new)
    assert 3 >= len(changed.pieces)
    assert length(old) > MOST_MEETINGS // 10


def test_signs_of_html_stay_what_they_are():
    assert ("add", "<b>lamps</b> & ") in difference("bins", "<b>lamps</b> & bins").pieces
