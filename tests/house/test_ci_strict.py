"""In CI a skip is a failure; elsewhere it is told; an expected failure is neither."""

import os
import subprocess
import sys

import pytest

from tests.house.source import ROOT

SKIPS = {
    "a test": "import pytest\n\ndef test_a():\n    pytest.skip('no data')\n",
    "a mark": "import pytest\n\n@pytest.mark.skip(reason='no data')\ndef test_a(): ...\n",
    "a file": "import pytest\n\npytest.importorskip('no_such_library', reason='no data')\n",
}
EXPECTED_FAILURE = "import pytest\n\n@pytest.mark.xfail(reason='known')\ndef test_a():\n    assert False\n"


def outcome(folder, text, **environment):
    """The exit status and the output of pytest over one file, loaded as the gate loads it."""
    (folder / "test_planted.py").write_text(text)
    calm = {key: value for key, value in os.environ.items() if key != "CI"}
    command = [sys.executable, "-m", "pytest", "-p", "tests.ci_strict", "-p", "no:cacheprovider", "-rs", str(folder)]
    done = subprocess.run(
        [*command, f"--rootdir={folder}", "-c", os.devnull],
        cwd=ROOT,
        env={**calm, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout


@pytest.mark.parametrize("text", SKIPS.values(), ids=SKIPS)
def test_in_ci_a_skip_fails_and_says_why(text, tmp_path):
    status, told = outcome(tmp_path, text, CI="true")
    assert status != 0
    assert "CI skips nothing" in told
    assert "no data" in told


@pytest.mark.parametrize("text", [SKIPS["a test"], SKIPS["a mark"]], ids=["a test", "a mark"])
def test_elsewhere_a_skip_is_told(text, tmp_path):
    status, told = outcome(tmp_path, text)
    assert 0 == status
    assert "1 skipped" in told


def test_in_ci_an_expected_failure_stays_one(tmp_path):
    status, told = outcome(tmp_path, EXPECTED_FAILURE, CI="true")
    assert 0 == status
    assert "1 xfailed" in told
