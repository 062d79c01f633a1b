"""The house's list of worked examples, E1 to E44: each by the library and by the command line, with one answer.

Numbers and answers stand in ``e1_to_e44.json``, worked by hand. ``file`` is what ``deliberate requirement`` reads;
``in_full`` is the example's rule written out, which must rule on the same facts as the pack does. ``margins`` are
left minus right of every comparison of ``file``, in order.
"""

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from deliberate.io.requirement_file import read
from deliberate.requirement import Stance, Status, packs
from deliberate.words import LANGUAGES
from tests.cli import conftest as command_line

cli, told = command_line.cli, command_line.told

CASES = json.loads(Path(__file__).with_name("e1_to_e44.json").read_text("utf-8"))
PACK = ("pack", "parameters")


def in_full(case):
    """The same facts under the rule written out; its comparisons are its own, so their margins are not asked."""
    facts = {key: value for key, value in case["file"].items() if key not in PACK}
    answer = {key: value for key, value in case["expect"].items() if key != "margins"}
    return {"requirement": case["in_full"]} | facts, answer


FORMS = {case["id"]: (case["file"], case["expect"]) for case in CASES}
FORMS |= {f"{case['id']}, in full": in_full(case) for case in CASES if "in_full" in case}
EACH = pytest.mark.parametrize(("file", "answer"), FORMS.values(), ids=FORMS)


def nobody(pack):
    """A file that asks a pack about an empty roll, with empty groups where it asks groups."""
    requirement = packs()[pack].requirement()
    empty = {measure: {} for measure in sorted(requirement.measures)}
    groups = {by: dict.fromkeys(named or ("a",), empty) for by, named in requirement.divisions.items()}
    return {"pack": pack, "tallies": empty, "groups": groups, "t": 0}


def margins(node):
    """Those of a tree's comparisons, in order; of a divided electorate those of the count of its groups."""
    if "margin" in node:
        return [node["margin"]]
    parts = [node["then"]] if "then" in node else node["parts"]
    return [margin for part in parts for margin in margins(part)]


def units(node):
    """What each group says."""
    inside = (found for part in node.get("parts", ()) if (found := units(part)))
    return node.get("units") or next(inside, {})


def shown(tree, answer):
    """As much of a printed tree as an answer says."""
    found = tree | {"margins": {side: margins(tree[side]) for side in ("valid", "pass")}, "units": units(tree["pass"])}
    return {key: found[key] for key in answer}


def document(file):
    return json.dumps(file).encode()


def test_every_worked_example_from_e1_to_e44_is_in_the_list():
    rows = Counter(case["id"].split()[0] for case in CASES)
    assert {f"E{number}" for number in range(1, 45)} | {"E27b"} == set(rows)
    # E17 has two halves, E28 three rows, E34 four moments with one vote less at each, ...
    several = {"E17": 2, "E28": 3, "E34": 8, "E35": 2, "E36": 2, "E38": 2, "E39": 4, "E41": 2, "E43": 2}
    assert several == {row: rows[row] for row in several}


@pytest.mark.parametrize("key", ["id", "says"])
def test_every_example_has_a_name_and_a_sentence_of_its_own(key):
    assert len(CASES) == len({case[key] for case in CASES})


def test_every_example_without_a_pack_is_in_full_and_every_other_is_so_as_well():
    assert [] == [case["id"] for case in CASES if ("pack" in case["file"]) != ("in_full" in case)]


@EACH
def test_the_library_rules_as_worked_by_hand(file, answer):
    asked = read(file)
    ruling = asked.ruling
    assert (answer["status"], answer["tie"]) == (ruling.status, ruling.tie)
    if "early" in answer:
        assert ("open", answer["early"]) == (asked.voting, ruling.early)
    if "needed" in answer:
        lacking = {measure: {"switch": each.switch, "join": each.join} for measure, each in ruling.needed.items()}
        assert answer["needed"] == lacking
    if "tallies" in answer:
        assert answer["tallies"] == asked.answered.tree() == ruling.tallies.tree()


@EACH
def test_the_command_line_prints_what_the_library_rules(told, file, answer):
    printed = told("requirement", "-", stdin=document(file))
    assert answer == shown(printed, answer)
    ruling = read(file).ruling.tree()
    assert ruling == {key: printed[key] for key in ruling}
    # Beside the ruling stands only what the file asks for.
    asked = {"early": "open", "tallies": "answers"}
    assert {key for key, when in asked.items() if when in file} == set(printed) - set(ruling)


CODES = {*map(str, Stance), *map(str, Status)}


@pytest.mark.parametrize("lang", LANGUAGES)
@EACH
def test_the_ruling_is_told_in_words_without_a_code(cli, lang, file, answer):
    explained = read(file).ruling.explain(lang)
    assert explained.strip()
    words = set(re.findall(r"[A-Za-z_]+", explained))
    assert set() == CODES & words
    assert [] == re.findall(r"[{}\[\]]|\b[a-z_]+\.[a-z]", explained)
    if lang == "zh":
        # Latin letters are only names: a building, a canton.
        assert {word for word in words if len(word) > 2} == set()
    done = cli("requirement", "-", "--lang", lang, stdin=document(file))
    assert (0, "") == (done.status, done.err)
    assert done.out.startswith(f"{explained}\n")


def test_e36_a_quorum_of_turnout_has_a_no_show_witness_and_e37_a_quorum_of_approval_has_none():
    turnout, approval = (read(FORMS[f"{row}, in full"][0]).requirement for row in ("E36", "E37"))
    witness = turnout.no_show_witness()
    assert ("NO_QUORUM", "PASSED") == tuple(turnout.rule_on(each).status for each in (witness.before, witness.after))
    assert 1 == witness.after.count("head", "NO") - witness.before.count("head", "NO")
    assert approval.no_show_witness() is None


@pytest.mark.parametrize("pack", packs())
def test_e44_an_empty_roll_is_no_quorum_in_every_pack(told, pack):
    file = nobody(pack)
    ruling = read(file).ruling
    assert ("NO_QUORUM", False) == (ruling.status, ruling.tie)
    assert ruling.tree() == told("requirement", "-", stdin=document(file))
    assert all(ruling.explain(lang) for lang in LANGUAGES)
