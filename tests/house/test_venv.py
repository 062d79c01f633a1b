"""The environment that the gate makes for itself: once, again when the project changes, also without ensurepip."""

import sys

import pytest

from tools import venv


@pytest.fixture
def project(tmp_path, monkeypatch):
    """An empty project, and what the tool would have run in it; nothing is run."""
    (tmp_path / "pyproject.toml").write_text("one")
    monkeypatch.setattr(venv, "ROOT", tmp_path)
    runs = []

    def ok(command):
        runs.append(command[1:])
        (tmp_path / ".venv" / "bin").mkdir(parents=True, exist_ok=True)
        return True

    monkeypatch.setattr(venv, "_ok", ok)
    monkeypatch.setattr(venv, "_run", lambda command, **more: runs.append([*command[1:], *more]))
    monkeypatch.setattr(venv, "print", lambda *_, **__: None, raising=False)
    return runs


def installs(runs):
    return [run for run in runs if "--editable" in run]


def makes(runs):
    return [run for run in runs if run[:2] in (["-m", "venv"], ["-m", "virtualenv"])]


def test_it_is_made_once(project, tmp_path):
    venv.main(".venv", "test")
    venv.main(".venv", "test")
    assert [["-m", "pip", "install", "--quiet", "--editable", f"{tmp_path}[test]"]] == installs(project)
    assert 1 == len(makes(project))


def test_other_extras_join_the_same_environment(project):
    venv.main(".venv", "html")
    venv.main(".venv", "test")
    assert 2 == len(installs(project))
    assert 1 == len(makes(project))


def test_a_changed_project_is_installed_again_in_the_same_environment(project, tmp_path):
    venv.main(".venv", "test")
    (tmp_path / "pyproject.toml").write_text("two")
    venv.main(".venv", "test")
    assert 2 == len(installs(project))
    assert 1 == len(makes(project))


def test_another_interpreter_makes_it_anew(project, monkeypatch):
    venv.main(".venv", "test")
    monkeypatch.setattr(sys, "version", "3.99")
    venv.main(".venv", "test")
    assert 2 == len(makes(project))


def test_without_ensurepip_a_borrowed_virtualenv_makes_it(project, tmp_path, monkeypatch):
    without = venv._ok
    monkeypatch.setattr(venv, "_ok", lambda command: command[1:3] != ["-m", "venv"] and without(command))
    venv.main(".venv", "test")
    borrow, make, install = (run for run in project if run[:2] != ["-c", "import pip"] and run[-1] != "--version")
    assert ["-m", "pip", "install", "--quiet", "--target", "virtualenv"] == [*borrow[:5], borrow[-1]]
    assert ["-m", "virtualenv", "--quiet", str(tmp_path / ".venv"), "PYTHONPATH"] == make
    assert "--editable" in install


def test_an_old_python_is_told_what_to_do(project, monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 10, 0))
    with pytest.raises(SystemExit, match=r"make PYTHON=python3\.11"):
        venv.main(".venv")
    assert [] == project
