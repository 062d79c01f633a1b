"""A newcomer's five minutes: the rule of CONTRIBUTING is one file and one menu line, and the suite picks it up."""

import os
import re
import shutil
import subprocess
import sys

import pytest

from tests.house import catalogue
from tests.house.source import ROOT

PAGE = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
NAME = "anti-plurality"


def fences(language):
    return re.findall(rf"^```{language}\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    """The source and the pages as they are after following CONTRIBUTING to the letter."""
    home = tmp_path_factory.mktemp("newcomer")
    shutil.copytree(ROOT / "src", home / "src", ignore=shutil.ignore_patterns("__pycache__"))
    [rule] = fences("python")
    decision = home / "src/deliberate/decision"
    (decision / "rules/ranked/anti_plurality.py").write_text(rule, "utf-8")
    lines = [line for fence in fences("text") for line in fence.splitlines() if NAME in line]
    put(decision / "menu.py", '    "schulze": ', [line for line in lines if "AntiPlurality" in line])
    words = [line for line in lines if f'"rule.{NAME}"' in line]
    rows = [line for line in lines if line.startswith("| `")]
    for lang, word, row in zip(("en", "zh"), words, rows, strict=True):
        put(home / f"src/deliberate/words/{lang}/decision.py", '    "rule.schulze": ', [word])
        page = home / f"docs/{lang}/reference/rules.md"
        page.parent.mkdir(parents=True)
        shutil.copy(ROOT / page.relative_to(home), page)
        put(page, "| `schulze`", [row])
    return home


def put(file, before, new):
    """Put lines before the one that starts so; there is one such line and at least one new one."""
    lines = file.read_text("utf-8").splitlines()
    [place] = [number for number, line in enumerate(lines) if line.startswith(before)]
    assert new
    file.write_text("\n".join([*lines[:place], *new, *lines[place:], ""]), "utf-8")


def run(house, *arguments):
    environment = {**os.environ, "PYTHONPATH": str(house / "src"), "HYPOTHESIS_PROFILE": "dev"}
    return subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )


def test_the_menu_the_words_and_the_pages_are_complete(house):
    assert NAME in catalogue.menu(house)
    for check in (catalogue.rules_without_words, catalogue.rules_without_docstring, catalogue.rules_without_docs_row):
        assert [] == check(house)


def test_the_suite_walks_to_it_by_itself_and_finds_it_lawful(house):
    done = run(house, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/laws/test_rules.py", "-k", NAME)
    passed = re.search(r"(\d+) passed", done.stdout)
    assert 0 == done.returncode, done.stdout
    assert int(passed[1]) >= 8


def test_the_command_line_counts_with_it(house, tmp_path):
    (tmp_path / "box.csv").write_text("votes,a,b\n3,1,2\n1,2,1\n", "utf-8")
    done = run(house, "-m", "deliberate", "tally", str(tmp_path / "box.csv"), "--rule", NAME, "--lang", "en")
    assert (0, "Chosen: a.") == (done.returncode, done.stdout.splitlines()[-1])
