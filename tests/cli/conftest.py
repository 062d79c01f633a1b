"""The command line as a test sees it: arguments in; status, output and errors out."""

import io
import json
import sys
from types import SimpleNamespace

import pytest

from deliberate.cli.main import run

LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")


@pytest.fixture(autouse=True)
def _english_at_eighty_columns(monkeypatch):
    for name in LOCALE:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "80")


@pytest.fixture
def cli(capsys, monkeypatch, tmp_path):
    """Run a command line in an empty folder; ``stdin`` is given as bytes."""
    monkeypatch.chdir(tmp_path)

    def call(*arguments, stdin=b""):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        status = run([str(each) for each in arguments])
        out, err = capsys.readouterr()
        return SimpleNamespace(status=status, out=out, err=err)

    return call


@pytest.fixture
def told(cli):
    """Run a command line with ``--json``, which must be done: its one document."""

    def call(*arguments, stdin=b""):
        done = cli("--json", *arguments, stdin=stdin)
        assert (0, "") == (done.status, done.err)
        return json.loads(done.out)

    return call


@pytest.fixture
def refused(cli):
    """Run a command line with ``--json``, which must be refused: what is told on standard error."""

    def call(*arguments, stdin=b""):
        done = cli("--json", *arguments, stdin=stdin)
        assert (2, "") == (done.status, done.out)
        error = json.loads(done.err)["error"]
        assert {"code", "message", "where", "hint"} == set(error)
        assert error["message"]
        return error

    return call


@pytest.fixture(scope="session")
def demo(tmp_path_factory):
    """The courtyard after its full circle, played once."""
    folder = tmp_path_factory.mktemp("courtyard")
    assert 0 == run(["demo", "--out", str(folder), "--lang", "en"])
    return folder
