"""Sentences are data: fields, terms, plurals, optional parts."""

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


@pytest.mark.parametrize("key", sorted(catalogue("en")))
def test_both_languages_have_the_same_sentences(key):
    assert knows(key, "zh")


@pytest.mark.parametrize("key", sorted(catalogue("zh")))
def test_no_sentence_is_chinese_only(key):
    assert knows(key, "en")
