"""A requirement and its ruling, drawn."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deliberate.requirement import packs, requirement
from deliberate.testing import facts, requirements
from deliberate.words import LANGUAGES
from tests.search import a_part

OWNERS = requirement("cn.owners.2021.major")
SUMS = {
    "head": {"YES": 10, "NO": 2, "ABSTAIN": 2, "ABSENT": 7},
    "area": {"YES": 120000, "NO": 21000, "ABSTAIN": 21000, "ABSENT": 78000},
}


def test_a_ruling_is_a_tree_with_both_sides_and_what_is_short():
    assert str(OWNERS.rule_on(SUMS).drawing()).splitlines() == [
        "✗ rejected",
        "├─ ✓ Taking part:",
        (
            "│  ├─ ✓ area taking part: 1620 m²; needed: at least 1600 m² (two thirds of area of all "
            "entitled); 20 m² to spare"
        ),
        "│  └─ ✓ heads taking part: 14; needed: at least 14 (two thirds of heads of all entitled); 0 to spare",
        "└─ ✗ Agreement:",
        (
            "   ├─ ✗ area saying yes: 1200 m²; needed: at least 1215 m² (three quarters of area taking "
            "part); short by 15 m²"
        ),
        "   └─ ✗ heads saying yes: 10; needed: at least 10.5 (three quarters of heads taking part); short by 1",
    ]


def test_a_requirement_is_drawn_without_numbers():
    assert str(OWNERS.drawing("zh")).splitlines() == [
        "· cn.owners.2021.major 的要求",
        "├─ · 参与门槛：",
        "│  ├─ · 参加表决的面积：不少于全体有表决权人的面积的三分之二",
        "│  └─ · 参加表决的人数：不少于全体有表决权人的人数的三分之二",
        "└─ · 通过门槛：",
        "   ├─ · 赞成的面积：不少于参加表决的面积的四分之三",
        "   └─ · 赞成的人数：不少于参加表决的人数的四分之三",
    ]


@pytest.mark.parametrize("one", packs())
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_pack_can_be_drawn(one, lang):
    asked = requirement(one)
    text, mermaid = str(asked.drawing(lang)), asked.drawing(lang).mermaid
    assert one in text
    assert len(text.splitlines()) == mermaid.count('["')
    assert mermaid.startswith("flowchart TD\n")


@a_part(5)
@given(requirements(), st.data())
def test_every_box_of_a_flowchart_is_reached_and_none_is_broken_by_its_words(asked, data):
    for drawn in (asked.drawing().mermaid, asked.rule_on(data.draw(facts(asked))).drawing().mermaid):
        boxes = [line.split("[")[0].strip() for line in drawn.splitlines() if '["' in line]
        reached = [line.split("--> ")[1] for line in drawn.splitlines() if "-->" in line]
        assert boxes == [f"n{place}" for place in range(len(boxes))]
        assert sorted(boxes[1:]) == sorted(reached)
        assert all(line.count('"') == 2 for line in drawn.splitlines() if '["' in line)
