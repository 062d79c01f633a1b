"""A record is read in a process that has loaded nothing yet, as a host does after a restart."""

import json
import subprocess
import sys

import pytest

import deliberate as d

RECORDS = [
    d.draw("deliberate", "abc").lot,
    d.decide(d.ranked("2: a > b; 1: b"), d.rule("schulze")),
    d.ranked("2: a > b; 1: b"),
    d.requirement("robert.majority"),
]

READ = "import json, sys, deliberate as d; print(type(d.from_dict(json.load(sys.stdin))).__name__)"


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: type(record).__name__)
def test_a_record_is_read_by_the_public_door_alone(record):
    told = subprocess.run(
        [sys.executable, "-c", READ], input=json.dumps(d.to_dict(record)), capture_output=True, text=True, check=False
    )
    assert (type(record).__name__, "") == (told.stdout.strip(), told.stderr)
