"""The built wheel, installed without extras in an empty environment: it imports, counts, and answers."""

import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

import deliberate as d

ROOT = Path(__file__).resolve().parent.parent.parent

pytestmark = pytest.mark.wheel

COUNT = "import deliberate as d; print(*d.decide(d.ranked('2: a > b; 1: b'), d.rule('irv')).chosen, d.__file__)"


def run(*command, cwd):
    done = subprocess.run([str(part) for part in command], cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel as hatchling builds it from this tree."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder, cwd=ROOT)
    [built] = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def empty(tmp_path_factory, wheel):
    """An environment that holds the wheel and what it cannot do without; away from the source."""
    folder = tmp_path_factory.mktemp("empty")
    venv.create(folder, with_pip=False, symlinks=True)
    python = folder / "bin" / "python"
    # The pip that is here installs over there, so that nothing but the wheel's own needs stands in it.
    run(sys.executable, "-m", "pip", f"--python={python}", "install", "--quiet", wheel, cwd=folder)
    return folder


@pytest.fixture(scope="module")
def names(wheel):
    with zipfile.ZipFile(wheel) as archive:
        return archive.namelist()


def test_the_wheel_holds_the_package_its_types_its_data_and_the_licence(names):
    source = {
        file.relative_to(ROOT / "src").as_posix()
        for file in (ROOT / "src" / "deliberate").rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }
    assert "deliberate/py.typed" in source
    assert set() == source - set(names)
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in names)


def test_the_wheel_holds_nothing_else(names):
    assert {"deliberate", f"deliberate_commons-{d.__version__}.dist-info"} == {name.split("/")[0] for name in names}


def test_it_imports_and_counts_without_extras(empty):
    chosen, place = run(empty / "bin" / "python", "-c", COUNT, cwd=empty).split(maxsplit=1)
    assert "a" == chosen
    assert place.startswith(str(empty))


def test_it_brings_no_extra_along(empty):
    listed = run(sys.executable, "-m", "pip", f"--python={empty / 'bin' / 'python'}", "list", cwd=empty)
    installed = {line.split()[0].lower() for line in listed.splitlines()[2:]}
    assert {"attrs", "cattrs", "deliberate-commons", "networkx", "numpy"} <= installed
    assert set() == {"hypothesis", "jinja2", "matplotlib", "pytest", "rich", "scipy"} & installed


def test_the_command_line_tells_its_version(empty):
    assert d.__version__ in run(empty / "bin" / "deliberate", "--version", cwd=empty)


def test_the_command_line_helps(empty):
    assert "deliberate tally" in run(empty / "bin" / "deliberate", "--help", cwd=empty)


def test_every_part_of_it_imports_without_extras(empty, names):
    """All but ``__main__``, which would run the command line."""
    files = [name for name in names if name.endswith(".py") and not name.endswith("__main__.py")]
    parts = [name.removesuffix(".py").removesuffix("/__init__").replace("/", ".") for name in files]
    run(empty / "bin" / "python", "-W", "error", "-c", "import " + ", ".join(parts), cwd=empty)
