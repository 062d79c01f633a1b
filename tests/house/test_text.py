"""What the public reads: nothing that would send a reader to somebody else's package."""

import re

from tests.house.source import ROOT

SUFFIXES = {".md", ".py", ".toml", ".rst", ".txt", ".cff", ".html", ".yaml", ".yml"}
FOLDERS = ("src", "tests", "docs", "examples", "benchmarks", "tools")
# The name on the index is deliberate-commons; deliberate is another's.
WRONG_NAME = re.compile(r"""pip3? install (-\S+ )*["'`]?deliberate(?!-commons)\b""")


def public_files():
    yield from (file for file in ROOT.iterdir() if file.suffix in SUFFIXES)
    for folder in FOLDERS:
        files = (file for file in (ROOT / folder).rglob("*") if file.suffix in SUFFIXES)
        yield from (file for file in files if not {"_build", "gallery", "__pycache__"} & set(file.parts))


def test_the_wrong_name_would_be_found():
    told = "pip install " + "deliberate"
    assert WRONG_NAME.search(told)
    assert WRONG_NAME.search(told + "[html]")
    assert not WRONG_NAME.search(told + "-commons")


def test_no_text_sends_the_reader_to_another_package():
    assert [] == [str(file) for file in public_files() if WRONG_NAME.search(file.read_text("utf-8"))]


def test_the_licence_is_the_whole_apache_licence():
    text = (ROOT / "LICENSE").read_text("utf-8")
    assert text.lstrip().startswith("Apache License\n")
    assert "END OF TERMS AND CONDITIONS" in text


def test_the_version_is_the_same_wherever_it_stands():
    found = {
        re.search(pattern, (ROOT / file).read_text("utf-8"), re.MULTILINE)[1]
        for file, pattern in {
            "pyproject.toml": r'^version = "(.+)"$',
            "CITATION.cff": r"^version: (.+)$",
            "src/deliberate/__init__.py": r'^__version__ = "(.+)"$',
        }.items()
    }
    assert 1 == len(found), found
