"""The packs' pages say what the packs say, and their files are laid out alike."""

import json

from deliberate.requirement import packs
from tools import pack_files, pack_pages, pack_words


def test_every_page_is_up_to_date_in_both_languages_and_every_file_is_laid_out():
    assert [] == pack_pages.behind(), "python tools/pack_pages.py"


def test_a_page_that_is_behind_is_found(monkeypatch):
    made = pack_pages.pages()
    page = sorted(made)[0]
    monkeypatch.setattr(pack_pages, "pages", lambda: made | {page: made[page] + "changed"})
    assert [str(page.relative_to(pack_pages.ROOT))] == pack_pages.behind()


def test_a_file_that_is_laid_out_otherwise_is_found(monkeypatch):
    made = pack_pages.data_files()
    file = next(path for path in made if path.stem == "s3.consent")
    monkeypatch.setattr(pack_pages, "data_files", lambda: made | {file: json.dumps(json.loads(made[file]), indent=4)})
    assert ["src/deliberate/requirement/packs/s3.consent.json"] == pack_pages.behind()


def test_a_file_comes_out_in_its_order_whatever_order_it_was_written_in():
    one = packs()["cn.committee"].to_json()
    turned = {key: one[key] for key in reversed(one)} | {
        name: [{key: entry[key] for key in reversed(entry)} for entry in one[name]]
        for name in ("formalities", "examples")
    }
    assert pack_files.laid_out(one) == pack_files.laid_out(turned)
    assert one == json.loads(pack_files.laid_out(one))


def test_articles_are_told_in_english():
    told = pack_words.in_english("中华人民共和国民法典（2020）第二百七十八条、第一千二百五十九条")
    assert "Civil Code of China (2020) art. 278, 1259" == told
    assert "Guidance art. 37-39, 54" == pack_words.in_english("指导规则第三十七条至第三十九条、第五十四条")
    assert "RONR § 4" == pack_words.in_english("RONR § 4")
