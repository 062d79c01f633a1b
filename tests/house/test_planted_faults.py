"""A planted fault of each kind is caught by the gate: the source is copied, the fault is planted, the gate is asked."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house import catalogue, checks
from tests.house.source import ROOT

BORDA = "src/deliberate/decision/rules/ranked/borda.py"
SELECT = "src/deliberate/decision/select.py"


@pytest.fixture
def house(tmp_path):
    """A copy of the source and of the pages that the gate reads."""
    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / ".importlinter", tmp_path)
    for lang in catalogue.LANGUAGES:
        page = tmp_path / "docs" / lang / "reference" / "rules.md"
        page.parent.mkdir(parents=True)
        source = ROOT / page.relative_to(tmp_path)
        page.write_bytes(source.read_bytes() if source.is_file() else b"")
    return tmp_path


def add(file, text):
    file.write_text(f"{file.read_text('utf-8')}\n{text}\n", "utf-8")


def drop(file, start):
    lines = file.read_text("utf-8").splitlines(keepends=True)
    kept = [line for line in lines if not line.lstrip().startswith(start)]
    assert len(lines) - 1 == len(kept), f"one line of {file.name} starts with {start}"
    file.write_text("".join(kept), "utf-8")


def caught(check, house):
    """The problems that this check finds in the copy and not in the house as it stands."""
    known = check(ROOT)
    return [problem for problem in check(house) if problem not in known]


def walls(house):
    """What import-linter says of this source, its words on one line."""
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache", "--no-logo"]
    environment = {**os.environ, "PYTHONPATH": str(house / "src"), "COLUMNS": "300"}
    done = subprocess.run(command, cwd=house, env=environment, capture_output=True, text=True, check=False)
    return done.returncode, " ".join(done.stdout.split())


def test_the_house_as_it_stands_has_no_fault(house):
    code, told = walls(house)
    assert (0, "0 broken.") == (code, told[-9:])


@pytest.mark.parametrize(
    ("file", "fault", "wall", "told"),
    [
        (
            SELECT,
            "import deliberate.duty",
            "Imports go down the layers only, and every room has its layer",
            "deliberate.decision is not allowed to import deliberate.duty",
        ),
        (
            SELECT,
            "import deliberate.assembly",
            "The counting parts of decision do not import assembly",
            "deliberate.decision.select is not allowed to import deliberate.assembly",
        ),
        (
            SELECT,
            "import deliberate.decision.menu",
            "No shared part of decision imports the menu",
            "deliberate.decision.select is not allowed to import deliberate.decision.menu",
        ),
        (
            SELECT,
            "import deliberate.decision.decision",
            "No counting part of decision imports the record Decision",
            "deliberate.decision.select is not allowed to import deliberate.decision.decision",
        ),
        (
            BORDA,
            "import deliberate.decision.rules.ranked.irv",
            "A rule never imports another rule",
            "deliberate.decision.rules.ranked.borda is not allowed to import deliberate.decision.rules.ranked.irv",
        ),
        (
            "src/deliberate/lot.py",
            "from deliberate import rule",
            "Nothing in src imports the public door",
            "deliberate.lot is not allowed to import deliberate",
        ),
        (
            "src/deliberate/decision/ballots.py",
            "import deliberate.decision.decide",
            "No two files or folders of one room import each other in a circle",
            ".ballots -> .decide",
        ),
        (
            "src/deliberate/testing/__init__.py",
            "import deliberate.report",
            "Imports go down the layers only, and every room has its layer",
            "deliberate.testing is not allowed to import deliberate.report",
        ),
    ],
    ids=["duty", "assembly", "menu", "record", "rule", "door", "circle", "independent"],
)
def test_an_import_through_a_wall_is_caught(house, file, fault, wall, told):
    add(house / file, fault)
    code, said = walls(house)
    assert 1 == code
    assert f"{wall} BROKEN" in said
    assert told in said


def test_a_new_folder_utils_is_caught_by_the_walls_and_by_the_tree(house):
    utils = house / "src" / "deliberate" / "utils"
    utils.mkdir()
    (utils / "__init__.py").write_text('"""Odds and ends."""\n')
    assert "src/deliberate/utils: no room of the house" in caught(checks.strange_folders, house)
    code, said = walls(house)
    assert 1 == code
    assert "deliberate.utils" in said


def test_a_folder_utils_inside_a_room_is_caught(house):
    utils = house / "src" / "deliberate" / "decision" / "utils"
    utils.mkdir()
    (utils / "__init__.py").write_text('"""Odds and ends."""\n')
    told = "src/deliberate/decision/utils: shared code moves down a layer and gets a noun"
    assert [told] == caught(checks.strange_folders, house)


def test_a_step_without_words_in_zh_is_caught(house):
    drop(house / "src" / "deliberate" / "words" / "zh" / "decision.py", '"Eliminated"')
    assert ["Eliminated: no sentence in zh"] == caught(catalogue.steps_without_words, house)
    assert ["Eliminated: no sentence in zh"] == caught(catalogue.languages_apart, house)


def test_a_kind_whose_name_is_taken_is_caught(house):
    add(house / "src" / "deliberate" / "duty" / "steps.py", "@kind\n@frozen\nclass Tallied:\n    votes: int")
    told = "src/deliberate/duty/steps.py: the kind Tallied stands in src/deliberate/decision/steps.py already"
    assert [told] == caught(catalogue.kinds_twice, house)


def test_a_new_step_without_words_is_caught(house):
    add(house / "src" / "deliberate" / "decision" / "steps.py", "@kind\n@frozen\nclass Doubled:\n    votes: int")
    expected = ["Doubled: no sentence in en", "Doubled: no sentence in zh"]
    assert expected == caught(catalogue.steps_without_words, house)


def test_a_sentence_that_tells_what_the_step_does_not_hold_is_caught(house):
    words = house / "src" / "deliberate" / "words" / "en" / "decision.py"
    words.write_text(words.read_text("utf-8").replace('"Chosen: {options}."', '"Chosen: {winners}."'), "utf-8")
    assert ["Chosen: the sentence in en tells {winners}, the step does not"] == caught(
        catalogue.steps_without_words, house
    )


def test_a_rule_without_a_docs_row_is_caught(house):
    drop(house / "docs" / "zh" / "reference" / "rules.md", "| `irv`")
    assert ["irv: no row in docs/zh/reference/rules.md"] == caught(catalogue.rules_without_docs_row, house)


def test_a_new_rule_that_has_nothing_but_its_line_on_the_menu_is_caught_everywhere(house):
    menu = house / "src" / "deliberate" / "decision" / "menu.py"
    line = '"borda": "deliberate.decision.rules.ranked.borda:Borda",'
    menu.write_text(menu.read_text("utf-8").replace(line, line + line.replace('"borda"', '"dowdall"', 1)), "utf-8")
    expected = [f"dowdall: no sentence rule.dowdall in {lang}" for lang in catalogue.LANGUAGES]
    assert expected == caught(catalogue.rules_without_words, house)
    expected = [f"dowdall: no row in docs/{lang}/reference/rules.md" for lang in catalogue.LANGUAGES]
    assert expected == caught(catalogue.rules_without_docs_row, house)


def test_a_rule_without_references_is_caught(house):
    drop(house / BORDA, "References")
    assert ["borda: the docstring has no References"] == caught(catalogue.rules_without_docstring, house)


def test_an_error_without_words_is_caught(house):
    add(house / SELECT, 'def broken() -> None:\n    raise ElectionError("no-such-code")')
    expected = [f"no sentence error.no-such-code in {lang}" for lang in catalogue.LANGUAGES]
    assert expected == [problem.partition(": ")[2] for problem in caught(catalogue.codes_without_words, house)]


def test_an_error_that_does_not_give_what_its_sentence_tells_is_caught(house):
    add(house / SELECT, 'def broken() -> None:\n    raise RuleError("unknown-rule", rule="irv")')
    expected = [f"unknown-rule in {lang} tells {{near}}, not given" for lang in catalogue.LANGUAGES]
    assert expected == [problem.partition(": ")[2] for problem in caught(catalogue.codes_without_words, house)]


def test_words_for_an_error_that_nobody_makes_are_caught(house):
    errors = house / "src" / "deliberate" / "words" / "en" / "errors.py"
    text = errors.read_text("utf-8")
    errors.write_text(text.replace("SENTENCES = {", 'SENTENCES = {\n    "error.moonshine": "Moonshine.",', 1), "utf-8")
    assert ["error.moonshine: nothing in src says moonshine"] == caught(catalogue.words_without_code, house)
