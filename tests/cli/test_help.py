"""The help, reviewed as text: a change of it is seen as a diff of golden/.

``UPDATE_GOLDEN=1 pytest tests/cli/test_help.py`` writes the files anew.
"""

import os
from pathlib import Path

import pytest

from deliberate.cli.main import COMMANDS
from deliberate.cli.parser import parser_of
from deliberate.words import knows

GOLDEN = Path(__file__).parent / "golden"
NAMES = tuple(each.name for each in COMMANDS)
PAGES = [((), f"deliberate.{lang}", lang) for lang in ("en", "zh")]
PAGES += [((name,), f"{name}.{lang}", lang) for name in NAMES for lang in ("en", "zh")]


@pytest.mark.parametrize(("command", "page", "lang"), PAGES, ids=lambda each: each if isinstance(each, str) else "")
def test_the_help_is_the_golden_one(cli, command, page, lang):
    done = cli(*command, "--help", "--lang", lang)
    assert (0, "") == (done.status, done.err)
    golden = GOLDEN / f"{page}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(done.out, encoding="utf-8")
    assert golden.read_text(encoding="utf-8") == done.out


@pytest.mark.parametrize("name", ["", *NAMES])
def test_the_help_begins_with_examples_and_fits_eighty_columns(cli, name):
    lines = cli(*filter(None, [name]), "--help").out.splitlines()
    assert "Examples:" == lines[0]
    assert lines[1].startswith(f"  deliberate {name}".rstrip())
    assert lines[2].startswith(f"  deliberate {name}".rstrip())
    assert [] == [line for line in lines if len(line) > 80]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda each: each.name)
def test_every_command_has_words_in_both_languages(command):
    for lang in ("en", "zh"):
        assert knows(f"cli.{command.name}", lang)
        assert parser_of(command, lang).format_help()
