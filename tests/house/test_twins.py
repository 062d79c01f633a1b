"""The pages in English and in 中文 are twins: the same files, headings of the same levels, the same snippets."""

import re

import pytest

from tests.house.source import ROOT

PAGES = sorted(path.relative_to(ROOT / "docs/en") for path in (ROOT / "docs/en").rglob("*.md"))
PAIRS = [*((f"docs/en/{page}", f"docs/zh/{page}") for page in PAGES), ("README.md", "README.zh.md")]


def shape(text):
    """The levels of the headings and the first lines of the fences, in order; what stands inside a fence is none."""
    found, fenced = [], False
    for line in text.splitlines():
        if line.startswith("```"):
            fenced = not fenced
            if fenced:
                found.append(line)
        elif not fenced and (heading := re.match("#+ ", line)):
            found.append(heading[0])
    return found


def test_there_are_pages_and_every_page_has_its_twin():
    assert len(PAGES) > 10
    assert PAGES == sorted(path.relative_to(ROOT / "docs/zh") for path in (ROOT / "docs/zh").rglob("*.md"))


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_twins_have_the_same_headings_and_snippets(one, other):
    assert shape((ROOT / one).read_text("utf-8")) == shape((ROOT / other).read_text("utf-8"))


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_a_page_has_text_in_its_own_language(one, other):
    letters = re.compile("[\u4e00-\u9fff]")
    assert len(letters.findall((ROOT / other).read_text("utf-8"))) > len(
        letters.findall((ROOT / one).read_text("utf-8"))
    )


def test_a_snippet_is_named_once_on_its_page():
    for path in ROOT.glob("docs/*/**/*.md"):
        names = re.findall(r"^```.*\bid=(\S+)", path.read_text("utf-8"), re.MULTILINE)
        assert sorted(set(names)) == sorted(names), path
