"""Sentences are data: fields, terms, plurals, optional parts."""

from datetime import UTC, date, datetime
from fractions import Fraction

import pytest

from deliberate.words import knows, say, term
from deliberate.words.say import catalogue


def test_a_sentence_is_filled_with_its_fields():
    assert "Chosen: lamps, bins." == say("Chosen", {"options": ("lamps", "bins")})
    assert "选定：路灯、垃圾桶。" == say("Chosen", {"options": ("路灯", "垃圾桶")}, "zh")


def test_an_optional_part_whose_field_is_empty_is_left_out():
    fields = {"round": None, "measure": "votes", "tallies": (("a", 1),), "exhausted": None}
    assert "votes: a 1." == say("Tallied", fields)
    assert "Round 2: votes: a 1; no longer counted for anyone: 0." == say(
        "Tallied", {**fields, "round": 2, "exhausted": 0}
    )


def test_a_number_takes_the_noun_that_fits_it():
    one = say("error.bad-seats", {"seats": 1, "options": 2})
    assert one.startswith("1 seat cannot")
    assert "2 options" in one
    assert say("error.bad-seats", {"seats": 2, "options": 1}).startswith("2 seats cannot be filled from 1 option.")


def test_a_word_of_the_engine_is_translated_and_any_other_stays():
    assert "弃权" == term("ABSTAIN", "zh")
    assert "lamps" == term("lamps", "zh")


def test_a_language_we_do_not_speak_is_told_in_english():
    assert say("Chosen", {"options": ("a",)}, "en") == say("Chosen", {"options": ("a",)}, "fr")


def test_a_sentence_that_does_not_exist_is_a_defect():
    assert not knows("NoSuchStep", "en")
    with pytest.raises(LookupError):
        say("NoSuchStep", {})


def test_the_name_of_an_option_is_never_taken_for_a_template():
    for name in ("{options}", "[x]", "{0}", "%s", "a{b"):
        assert name in say("Chosen", {"options": (name,)})
        assert name in say("TieBroken", {"between": (name, "b"), "kept": name, "dropped": None, "by": "lot"})


def test_half_points_are_told_as_decimals():
    fields = {"round": None, "measure": "points", "tallies": (("a", Fraction(3, 2)),), "exhausted": None}
    assert "points: a 1.5." == say("Tallied", fields)


def test_both_languages_have_the_same_sentences():
    assert set() == catalogue("en").keys() ^ catalogue("zh").keys()


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("须在{day}前答复", "须在 2026 年 3 月 8 日前答复"),
        ("{moment}起，{moment}之前", "2026 年 3 月 8 日 17:00 起，2026 年 3 月 8 日 17:00 之前"),
        ("见{text}页，共{n}页", "见2026页，共3页"),
    ],
)
def test_days_and_moments_stand_apart_from_chinese_words(monkeypatch, sentence, told):
    fields = {"day": date(2026, 3, 8), "moment": datetime(2026, 3, 8, 9, tzinfo=UTC), "text": "2026", "n": 3}
    monkeypatch.setitem(catalogue("zh"), "a-sentence", sentence)
    assert told == say("a-sentence", fields, "zh")
