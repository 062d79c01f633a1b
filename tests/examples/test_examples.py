"""The examples run as a reader would run them; their asserts are worked numbers: stories, scenarios, a sweep."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.py"))


def test_there_are_examples():
    assert {"pet_waste", "charging_shed", "turnout_sweep"} <= {path.stem for path in EXAMPLES}


def test_the_stories_of_the_source_and_the_talk_of_two_scenarios_are_among_them():
    stories = {"environment_adventure", "pet_squad", "volunteer_accused", "mediator_who_did_not_listen"}
    assert stories | {"pet_squad_agrees", "shed_comes_back"} <= {path.stem for path in EXAMPLES}


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_runs_and_its_asserts_hold(path):
    done = subprocess.run([sys.executable, "-W", "error", str(path)], capture_output=True, text=True, check=False)
    assert (0, "") == (done.returncode, done.stderr)
    assert done.stdout


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_asserts_something(path):
    assert path.read_text(encoding="utf-8").count("assert ") >= 8


def test_the_sweep_draws_every_vote_of_which_it_tells(tmp_path):
    [sweep] = (path for path in EXAMPLES if path.stem == "turnout_sweep")
    drawn = tmp_path / "sweep.svg"
    done = subprocess.run([sys.executable, str(sweep), str(drawn)], capture_output=True, text=True, check=True)
    told = [int(number.replace(",", "")) for number in re.findall(r": ([\d,]+) of 10,201$", done.stdout, re.MULTILINE)]
    assert told == [cells.count("M") for cells in re.findall('<path d="([^"]*z)"', drawn.read_text("utf-8"))]
    assert 3 == len(told)
    assert all(told)
