"""The procedures' pages say what the procedures are."""

import pytest

from deliberate.assembly.menu import MENU, classes
from deliberate.assembly.procedures.rounds import Rounds
from deliberate.records.convert import from_dict, to_dict
from tools import order_pages, order_parts


def test_every_page_is_up_to_date_in_both_languages():
    assert [] == order_pages.behind(), "python tools/order_pages.py"


def test_the_pages_are_the_same_after_a_record_was_read():
    assert Rounds() == from_dict(to_dict(Rounds()))
    assert [] == order_pages.behind()


def test_a_page_that_is_behind_is_found(monkeypatch):
    made = order_pages.pages()
    page = sorted(made)[0]
    monkeypatch.setattr(order_pages, "pages", lambda: made | {page: made[page] + "changed"})
    assert [str(page.relative_to(order_pages.ROOT))] == order_pages.behind()


def test_a_page_of_a_procedure_that_is_gone_is_found(monkeypatch):
    made = order_pages.pages()
    page = next(path for path in made if path.stem == "delphi")
    monkeypatch.setattr(order_pages, "pages", lambda: {path: text for path, text in made.items() if path != page})
    assert [str(page.relative_to(order_pages.ROOT))] == order_pages.behind()


@pytest.mark.parametrize("name", [name for name in MENU if name not in {"rounds", "together", "own-form"}])
def test_the_page_of_a_procedure_with_tables_shows_its_rules_in_both_languages(name):
    for lang, heading in (("en", "## Rules of order"), ("zh", "## 议事规则")):
        page = order_pages.ROOT / "docs" / lang / "reference" / "order" / f"{name}.md"
        assert heading in order_pages.pages()[page].splitlines()


@pytest.mark.parametrize("name", sorted(set(MENU) - {"together"}))
def test_every_act_is_called_by_a_word_and_told_by_a_sentence(name):
    for word, written, _file, said in order_parts.acts(classes()[name], "en"):
        assert word != written.strip("`").partition("(")[0]
        assert said.endswith(".")


def test_a_form_of_talk_shows_only_the_acts_that_it_knows():
    shown = {written for _, written, _ in order_parts.acts(classes()["structured-round"], "zh")}
    assert "`PassTurn()`" in shown
    assert "`VoteByHand(side)`" not in shown


def test_parameters_show_their_defaults_and_those_of_the_terms():
    rows = {name: (kind, default) for name, kind, default in order_parts.parameters(classes()["radish"], "zh")}
    assert ("`int`", "`2`") == rows["`turns`"]
    assert ("`str`", "") == rows["`terms.chair`"]
    assert ("`Lot \\| None`", "`None`") == rows["`terms.lot`"]


def test_what_two_parameters_share_in_english_is_told_of_both():
    told = {name: said for name, _, _, said in order_parts.parameters(classes()["radish"], "en")}
    assert told["`turns`"] == told["`seconds`"] != ""
