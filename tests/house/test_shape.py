"""The shape of the house: sizes, names, folders, and what may not stand where."""

import pytest

from tests.house import checks
from tests.house.source import ROOT


def test_no_file_is_longer_than_400_lines():
    assert [] == checks.long_files(ROOT)


def test_no_body_is_longer_than_60_lines():
    assert [] == checks.long_bodies(ROOT)


def test_no_function_takes_more_than_five_parameters():
    assert [] == checks.many_parameters(ROOT)


def test_the_tree_is_the_rooms_of_the_design():
    assert [] == checks.strange_folders(ROOT)


def test_the_tests_mirror_the_rooms():
    assert [] == checks.strange_test_folders(ROOT)


def test_only_the_command_line_prints():
    assert [] == checks.prints(ROOT)


def test_nothing_imports_or_calls_what_is_forbidden():
    assert [] == checks.forbidden_imports(ROOT)


def test_nothing_below_the_command_line_reads_a_clock():
    assert [] == checks.clocks(ROOT)


def test_no_float_stands_where_it_would_decide():
    assert [] == checks.floats(ROOT)


def test_extras_are_imported_only_by_the_function_that_needs_one():
    assert [] == checks.early_extras(ROOT)


def test_no_record_has_a_field_that_can_be_changed():
    assert [] == checks.mutable_fields(ROOT)


def test_inside_a_room_one_imports_from_the_file():
    assert [] == checks.own_doors(ROOT)


def test_every_ignore_has_its_code_and_its_reason():
    assert [] == checks.unexplained(ROOT)


# Each check is shown a fault of its kind: a check that finds nothing anywhere proves nothing.
FAULTS = {
    checks.long_files: "\n" * 401,
    checks.long_bodies: "def f():\n" + "    x = 1\n" * 61,
    checks.many_parameters: "def f(a, b, c, d, e, *, f): ...",
    checks.prints: "print(1)",
    checks.forbidden_imports: "import random",
    checks.clocks: "from datetime import datetime\nnow = datetime.now()",
    checks.floats: "HALF = 0.5",
    checks.early_extras: "import jinja2",
    checks.mutable_fields: "@frozen\nclass Box:\n    ballots: tuple[list[int], ...]",
    checks.own_doors: "from deliberate.decision import decide",
    checks.unexplained: "x = 1  # noqa: E501",
}


@pytest.mark.parametrize(("check", "fault"), FAULTS.items(), ids=lambda each: getattr(each, "__name__", ""))
def test_each_check_finds_a_fault_of_its_kind(check, fault, tmp_path):
    package = tmp_path / "src" / "deliberate"
    (package / "decision").mkdir(parents=True)
    (package / "decision" / "__init__.py").write_text("")
    (package / "decision" / "planted.py").write_text(fault)
    [problem] = check(tmp_path)
    assert problem.startswith("src/deliberate/decision/planted.py")


@pytest.mark.parametrize(
    "fault",
    [
        "from random import shuffle",
        "import pickle",
        "from typing import Any",
        "import numpy as np\nnp.random.default_rng()",
        "eval('1')",
        "import time",
    ],
)
def test_each_forbidden_thing_is_found_in_each_way_it_is_written(fault, tmp_path):
    planted = tmp_path / "src" / "deliberate" / "decision" / "planted.py"
    planted.parent.mkdir(parents=True)
    planted.write_text(fault)
    assert checks.forbidden_imports(tmp_path)
