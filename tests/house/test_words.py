"""The words are complete: 中文 and English say the same things, and everything that can happen has its sentence."""

from importlib import import_module

from deliberate.records.kinds import KINDS
from deliberate.words.say import catalogue as spoken
from tests.house import catalogue
from tests.house.source import ROOT, modules


def test_no_sentence_hides_another_one():
    assert [] == catalogue.words_said_twice(ROOT)


def test_both_languages_tell_the_same_things():
    assert [] == catalogue.languages_apart(ROOT)


def test_every_step_has_its_sentence_and_no_sentence_tells_more_than_the_step():
    assert [] == catalogue.steps_without_words(ROOT)


def test_every_kind_has_a_name_of_its_own():
    assert [] == catalogue.kinds_twice(ROOT)


def test_every_step_is_a_registered_kind():
    for module in modules(ROOT):
        if module.name.endswith(".steps"):
            import_module(module.name)
    assert set(catalogue.steps(ROOT)) <= set(KINDS)


def test_every_error_has_its_sentence_and_gives_what_the_sentence_tells():
    assert [] == catalogue.codes_without_words(ROOT)


def test_no_error_has_words_that_nothing_says():
    assert [] == catalogue.words_without_code(ROOT)


def test_the_catalogue_that_speaks_is_the_one_that_was_read():
    for lang in catalogue.LANGUAGES:
        assert catalogue.sentences(ROOT, lang) == spoken(lang)
