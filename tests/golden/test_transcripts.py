"""Transcripts in both languages, reviewed as diffs: ``UPDATE_GOLDEN=1 pytest tests/golden`` writes them anew."""

import os
from datetime import date
from pathlib import Path

import pytest

import deliberate as d
from deliberate.decision.menu import MENU
from deliberate.report import Notice, markdown
from deliberate.words import LANGUAGES

HERE = Path(__file__).parent
NOTICE = Notice("院落居民议事会", date(2026, 4, 10), objections="写在意见箱", head="ab" * 32)
TIED = "2: lamps > bins > benches; 2: bins > benches > lamps; 2: benches > lamps > bins; 1: lamps = bins"


def same(name, text):
    path = HERE / name
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text


def election(ballot):
    """An election with a tie in it for each kind of ballot."""
    match ballot:
        case "Ranking":
            return d.ranked(TIED, lot=("benches", "lamps", "bins"))
        case "Approval":
            return d.Election(d.Profile.from_approvals([{"lamps"}, {"bins"}, {"bins", "lamps"}]), lot=("bins", "lamps"))
    roll = {name: (1, area) for name, area in (("li", 9000), ("wang", 12000), ("zhao", 9000))}
    answers = {"li": "YES", "wang": "OBJECTION"}
    return d.Election(d.Answers.of(answers, roll, ("head", "area"), ("lamps", "as it is")))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", MENU)
def test_a_count_is_told_as_reviewed(name, lang):
    rule = d.rule(name)
    same(f"{name}.{lang}.txt", d.decide(election(rule.ballot.__name__), rule).explain(lang) + "\n")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", ["pet-waste", "charging-shed"])
def test_a_matter_is_told_as_reviewed(name, lang):
    same(f"{name}.{lang}.md", markdown(d.example(name), NOTICE, (lang,)))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_owners_vote_is_told_as_reviewed(lang):
    area = {"YES": 120000, "NO": 21000, "ABSTAIN": 21000, "ABSENT": 78000}
    head = {"YES": 10, "NO": 2, "ABSTAIN": 2, "ABSENT": 7}
    ruling = d.requirement("cn.owners.2021.major").rule_on({"area": area, "head": head})
    same(f"second-lift.{lang}.txt", ruling.explain(lang) + "\n")
