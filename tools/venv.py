"""A virtual environment with this project in it: ``python3 tools/venv.py .venv html,docs``.

Works with nothing but Python >= 3.11 and pip, also where the system's pip refuses to install (PEP 668) and where
``venv`` cannot make pip (Debian's python3 without python3-venv). Does nothing where the environment already
holds these extras for this ``pyproject.toml``.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

OLDEST = (3, 11)
ROOT = Path(__file__).resolve().parent.parent
CALM = {"PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_ROOT_USER_ACTION": "ignore"}


def main(folder: str, extras: str = "") -> None:
    """Make or reuse the environment, with this project and these extras."""
    if sys.version_info < OLDEST:
        sys.exit(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}. Say: make PYTHON=python3.11")
    place = ROOT / folder
    stamp = place / f"installed-{extras.replace(',', '-') or 'plain'}"
    needs = hashlib.sha256((ROOT / "pyproject.toml").read_bytes()).hexdigest()
    usable = _usable(place)
    if usable and _read(stamp) == needs:
        return
    if not usable:
        _make(place)
        (place / "made").write_text(_maker())
    project = f"{ROOT}[{extras}]" if extras else str(ROOT)
    _run([str(place / "bin" / "python"), "-m", "pip", "install", "--quiet", "--editable", project])
    stamp.write_text(needs)


def _usable(place: Path) -> bool:
    """Whether the environment was made here, by this interpreter, to the end, and still runs."""
    return _read(place / "made") == _maker() and _ok([str(place / "bin" / "python"), "-c", "import pip"])


def _maker() -> str:
    return f"{ROOT}\n{sys.version}\n"


def _read(file: Path) -> str:
    return file.read_text() if file.is_file() else ""


def _make(place: Path) -> None:
    shutil.rmtree(place, ignore_errors=True)
    print(f"making {place.name} with Python {sys.version.split()[0]}", flush=True)
    if _ok([sys.executable, "-m", "venv", str(place)]):
        return
    shutil.rmtree(place, ignore_errors=True)
    with tempfile.TemporaryDirectory() as borrowed:
        # Into a folder of its own, which PEP 668 allows; virtualenv brings its own pip along.
        _run([*_pip(), "install", "--quiet", "--target", borrowed, "virtualenv"])
        _run([sys.executable, "-m", "virtualenv", "--quiet", str(place)], PYTHONPATH=borrowed)


def _pip() -> list[str]:
    """The pip that there is: this interpreter's own, else the one on the path."""
    if _ok([sys.executable, "-m", "pip", "--version"]):
        return [sys.executable, "-m", "pip"]
    found = shutil.which("pip3") or shutil.which("pip")
    return [found] if found else sys.exit("pip is needed: install it, or python3-venv, and try again.")


def _ok(command: list[str]) -> bool:
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def _run(command: list[str], **more: str) -> None:
    if subprocess.run(command, env={**os.environ, **CALM, **more}, check=False).returncode:
        sys.exit(f"this failed: {' '.join(command)}")


if __name__ == "__main__":
    main(*sys.argv[1:])
