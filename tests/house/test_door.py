"""The public door: cheap to open, whole, typed."""

import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest

import deliberate as d
from tests.house import catalogue
from tests.house.source import ROOT

# What DESIGN promises to hosts, notebooks and checks from outside.
PROMISED = {
    "Election", "Hall", "Profile", "decide", "example", "parse", "ranked", "read", "requirement", "roll", "rule",
    "rules", "testing", "universes",
}  # fmt: skip
HEAVY = {"networkx", "matplotlib", "scipy", "jinja2", "cattrs", "hypothesis", "sqlite3"}


# Told on the way out, so that a command that ends the interpreter is seen as well.
LOADED = "loaded:"
TELL = f"import atexit, sys\natexit.register(lambda: sys.stderr.write('\\n'.join(['{LOADED}', *sys.modules])))\n"


def loaded_by(code, *arguments):
    """The libraries that a fresh interpreter has loaded after this code."""
    command = [sys.executable, "-c", TELL + code, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    told, _, loaded = done.stderr.partition(LOADED)
    assert 0 == done.returncode, told
    return {line.split(".")[0] for line in loaded.splitlines()}


def test_the_import_loads_nothing_heavy():
    assert set() == loaded_by("import deliberate") & {*HEAVY, "numpy"}


def test_a_count_loads_neither_networkx_nor_an_extra():
    code = "import deliberate as d; d.decide(d.ranked('2: a > b; 1: b'), d.rule('schulze'))"
    assert set() == loaded_by(code) & (HEAVY - {"cattrs"})


@pytest.mark.parametrize("arguments", [["--help"], ["--version"]], ids=" ".join)
def test_the_command_line_helps_without_numpy(arguments):
    code = "import sys\nfrom deliberate.cli.main import run\nsys.exit(run())"
    loaded = loaded_by(code, *arguments)
    assert set() == loaded & {*HEAVY, "numpy"}
    assert "argparse" in loaded


READ_EACH = """
import deliberate as d
for name in sys.argv[1:]:
    try:
        d.from_dict({"kind": name})
    except ValueError as error:
        assert "unknown kind" not in str(error), name
"""


def test_a_fresh_interpreter_knows_every_kind_that_a_file_may_hold():
    assert "deliberate" in loaded_by(READ_EACH, *catalogue.kinds(ROOT))


@pytest.mark.parametrize("name", d.__all__)
def test_every_name_of_the_door_opens(name):
    assert getattr(d, name) is not None
    assert name in dir(d)


def test_the_door_holds_what_was_promised():
    assert set() == PROMISED - {*d.__all__, "testing"}


def test_a_name_that_is_not_there_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no_such_name"):
        d.no_such_name  # noqa: B018 - asking is the test


def test_the_types_are_published():
    assert (files("deliberate") / "py.typed").is_file()


def test_a_users_script_is_typed_strictly_and_runs():
    """As in the user's own project: no configuration of ours, the types found through py.typed."""
    script = Path(__file__).with_name("typed_user.py")
    cache = ROOT / ".mypy_cache" / "typed-user"
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file=", f"--cache-dir={cache}", str(script)]
    typed = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "Success: no issues found in 1 source file\n" == typed.stdout
    ran = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, check=False)
    assert ("bins\n", 0) == (ran.stdout, ran.returncode)
