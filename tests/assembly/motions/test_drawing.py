"""The table as text and the drawings, in both languages."""

from typing import get_args

import pytest

from deliberate.assembly.motions.acts import MotionAct
from deliberate.assembly.motions.drawing import precedence, states, table
from deliberate.assembly.motions.table import TABLE, Motion
from deliberate.words.say import knows, term
from deliberate.words.show import LANGUAGES

both = pytest.mark.parametrize("lang", LANGUAGES)


@both
def test_the_table_has_a_line_for_each_motion_under_its_head(lang):
    _, rule, *lines = table(lang).splitlines()
    assert {"-", " "} == set(rule)
    assert len(TABLE) == len(lines)
    assert all(term(row.motion, lang) in line for row, line in zip(TABLE, lines, strict=True))
    assert [str(row.rank or "-") for row in TABLE] == [line.split()[0] for line in lines]


def test_the_columns_stand_one_below_the_other_though_a_sign_of_chinese_takes_two_places():
    lines = table("zh").splitlines()
    places = {len(line[: line.index(cell)].encode("gbk")) for line, cell in ((lines[0], "表决"), (lines[3], "过半数"))}
    assert 1 == len(places)


@both
def test_each_motion_with_a_rank_yields_to_the_next_higher_one(lang):
    arrows = [line.split() for line in precedence(lang).splitlines() if "-->|" in line]
    assert [(f"n{place}", f"n{place - 1}") for place in range(1, 13)] == [(each[0], each[-1]) for each in arrows]


@both
def test_every_motion_has_its_box_and_every_word_its_sentence(lang):
    assert all(term(row.motion, lang) in precedence(lang) for row in TABLE)
    assert "[*] --> made" in states(lang)
    assert not any("motions." in drawn for drawn in (table(lang), precedence(lang), states(lang)))


def test_the_main_motion_yields_to_an_objection_and_no_privileged_motion_does():
    drawn = precedence()
    place = next(place for place, row in enumerate(TABLE) if "object" in row.motion)
    assert f"main -.->|yields to| n{place}" in drawn
    assert f"privileged -.->|yields to| n{place}" not in drawn


@both
def test_every_act_and_every_motion_has_words_for_what_one_may_do_now(lang):
    names = [*(act.__name__ for act in get_args(MotionAct)), *Motion]
    assert [] == [name for name in names if not knows(f"term.act.{name}", lang)]
