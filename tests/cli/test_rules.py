"""``deliberate rules``: the whole menu, and the packs."""

import pytest
from attrs import frozen

from deliberate.cli.rules import _data, _reference
from deliberate.decision.ballots import Ranking
from deliberate.decision.menu import MENU
from deliberate.requirement.packs import pack, packs

KEYS = {"name", "ballot", "family", "claims", "parameters", "cost", "reference"}


def test_every_rule_of_the_menu_is_told_whole(told):
    found = told("rules")
    assert set(MENU) == {each["name"] for each in found}
    for each in found:
        assert KEYS == set(each)
        assert MENU[each["name"]].split(".")[3] == each["family"]
        assert each["cost"].startswith("O(")
        assert each["claims"] == sorted(each["claims"])
        assert each["reference"].endswith(".")


def test_a_rule_is_told_with_its_defaults_and_its_first_reference(told):
    [schulze] = [each for each in told("rules") if each["name"] == "schulze"]
    assert {"strength": "margins", "unranked": "last"} == schulze["parameters"]
    assert ("Ranking", "O(n_types * n_options**2 + n_options**3)") == (schulze["ballot"], schulze["cost"])
    assert schulze["reference"].startswith("M. Schulze, A new monotonic, clone-independent")
    assert "doi:10.1007/s00355-010-0475-4" in schulze["reference"]


@pytest.mark.parametrize(
    ("lang", "line"), [("en", "ballots: Ranking; family: ranked"), ("zh", "选票：Ranking；类别：ranked")]
)
def test_the_words_tell_every_rule(cli, lang, line):
    shown = cli("rules", "--lang", lang).out
    assert line in shown
    for name in MENU:
        assert f"\n{name}\n  " in f"\n{shown}"


def test_every_pack_is_told_with_its_source_validity_and_parameters(told):
    found = told("rules", "--packs")
    assert list(packs()) == [each["id"] for each in found]
    [major] = [each for each in found if each["id"] == "cn.owners.2021.major"]
    assert {"id", "title", "source", "valid_from", "valid_to", "parameters", "hash", "law", "aliases"} < set(major)
    assert ("CN", pack("cn.owners.2021.major").hash) == (major["law"], major["hash"])
    assert [] == [each["id"] for each in found if each["law"] and not pack(each["id"]).is_law]
    assert ("2021-01-01", None) == (major["valid_from"], major["valid_to"])
    [consent] = [each for each in found if each["id"] == "s3.consent"]
    assert {"answered": "1/2"} == consent["parameters"]


def test_the_words_tell_every_pack(cli):
    shown = cli("rules", "--packs", "--lang", "zh").out
    assert "业主共同决定重大事项" in shown
    assert "自 2021 年 1 月 1 日起施行" in shown
    assert "参数：answered=1/2" in shown


def test_a_rule_of_another_package_stands_on_none_of_our_shelves():
    @frozen
    class Foreign:
        """Without a word on cost or origin."""

        name = "foreign"
        ballot = Ranking
        satisfies = frozenset()

        wanted: int
        bold: bool = True

    found = _data("foreign", Foreign)
    assert ("plug-in", "", "") == (found["family"], found["cost"], found["reference"])
    assert {"wanted": None, "bold": True} == found["parameters"]


def test_a_reference_goes_on_to_its_full_stop():
    assert "A, B, 1999." == _reference("\nReferences\n----------\nA,\nB, 1999.\nC, 2000.\n")
    assert "" == _reference("none")
