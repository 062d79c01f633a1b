"""The menu is complete: each rule has its words, its docstring, its rows in the reference, and its JSON."""

import pytest

import deliberate as d
from deliberate.decision.menu import classes
from deliberate.records.convert import from_dict, to_dict
from tests.house import catalogue
from tests.house.source import ROOT


def test_every_rule_has_its_sentence_in_both_languages():
    assert [] == catalogue.rules_without_words(ROOT)


def test_every_rule_has_an_example_notes_and_references():
    assert [] == catalogue.rules_without_docstring(ROOT)


def test_every_rule_has_its_row_in_both_references_and_every_row_its_rule():
    assert [] == catalogue.rules_without_docs_row(ROOT)


@pytest.mark.parametrize("name", catalogue.menu(ROOT))
def test_every_rule_with_its_defaults_comes_back_from_json(name):
    assert d.rule(name) == from_dict(to_dict(d.rule(name)))


@pytest.mark.parametrize("name", catalogue.menu(ROOT))
def test_every_rule_answers_to_its_name_on_the_menu(name):
    assert name == classes()[name].name


def test_every_rule_file_is_on_the_menu():
    shelves = (ROOT / "src" / "deliberate" / "decision" / "rules").glob("*/*.py")
    files = {".".join(file.relative_to(ROOT / "src").with_suffix("").parts) for file in shelves}
    served = {path.partition(":")[0] for path in catalogue.menu(ROOT).values()}
    assert served == {file for file in files if not file.endswith(".__init__")}
