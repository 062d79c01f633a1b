"""An evaluation is read from its trace, and opens the next round."""

import json
from datetime import date
from fractions import Fraction

import pytest
from attrs import evolve

from deliberate.assembly.agenda import Agenda, AgendaItem
from deliberate.duty.assign import assign
from deliberate.duty.duty import Duty
from deliberate.duty.follow import Report, follow
from deliberate.evaluation.evaluate import evaluate
from deliberate.evaluation.indicators.habit import Habit, HalfBaselineRun
from deliberate.evaluation.indicators.mean_change import MeanChange
from deliberate.evaluation.indicators.target import Target
from deliberate.evaluation.verdict import Verdict
from deliberate.records.convert import from_dict, to_dict

START = date(2026, 3, 15)
CHANGE = MeanChange("waste", START)
HABIT = HalfBaselineRun("waste", START)
TARGET = Target("waste", START, registered=START)
ALL = (CHANGE, HABIT, TARGET)
REVIEW = AgendaItem("pet waste", "habit-review", date(2026, 5, 19))


@pytest.fixture(scope="session")
def evaluation(squad):
    return evaluate(squad, *ALL)


def test_an_evaluation_holds_the_mandate_before_it(evaluation, mandate):
    assert mandate is evaluation.mandate
    assert mandate.decision is evaluation.mandate.decision


def test_governance_7b_the_decision_is_kept(evaluation):
    assert (Verdict.KEEP, "target-reached") == (evaluation.verdict, evaluation.reason)
    assert Agenda((REVIEW,)) == evaluation.agenda


def test_the_readings_stand_in_the_order_of_the_indicators(evaluation):
    expected = ["mean-before", "mean-after", "change", "change-share", "habit", "target"]
    assert expected == [reading.indicator for reading in evaluation.readings]
    assert Fraction(53, 95) == evaluation.readings[-1].value


def test_the_habits_are_read_from_the_trace(evaluation):
    assert [Habit.TRYING, Habit.HOLDING] == [step.state for step in evaluation.habits]


def test_a_target_missed_brings_the_decision_back_to_be_amended(reported):
    evaluation = evaluate(reported((10, 10), (9, 9)), *ALL)
    assert Verdict.AMEND == evaluation.verdict
    assert AgendaItem("pet waste", "amend") in evaluation.agenda.items


def test_a_decision_that_made_it_worse_comes_back_to_be_repealed(reported):
    evaluation = evaluate(reported((10, 10), (12, 12)), *ALL)
    assert Verdict.REPEAL == evaluation.verdict
    assert AgendaItem("pet waste", "repeal") in evaluation.agenda.items


@pytest.mark.parametrize("indicators", [(), ALL])
def test_where_nothing_was_measured_the_decision_comes_back(mandate, indicators):
    evaluation = evaluate(follow(mandate, ()), *indicators)
    assert (Verdict.AMEND, "nothing-measured") == (evaluation.verdict, evaluation.reason)
    assert {None} >= {reading.value for reading in evaluation.readings}
    assert Agenda((AgendaItem("pet waste", "amend"),)) == evaluation.agenda


def test_a_duty_that_nobody_does_comes_back(mandate, squad):
    duties = (*mandate.undertaking.duties, Duty("count", "", 2))
    short = assign(evolve(mandate.undertaking, duties=duties), mandate.assigner)
    agenda = evaluate(follow(short, squad.reports), *ALL).agenda
    assert (REVIEW, AgendaItem("count", "unfilled")) == agenda.items


def test_a_second_series_that_got_worse_stops_a_target_reached(reported):
    noise = [Report("noise", date(2026, 3, day), value, "wang") for day, value in ((14, 3), (15, 5))]
    evaluation = evaluate(reported(more=noise), *ALL, MeanChange("noise", START))
    assert (Verdict.AMEND, "mixed") == (evaluation.verdict, evaluation.reason)


def test_a_resident_reads_it_in_english(evaluation):
    told = evaluation.explain("en").splitlines()
    assert len(ALL) + len(evaluation.trace) == len(told)
    assert "Day 20 (waste): holding, 7 days in a row at the level." in told
    assert "Verdict: keep it, for the target was reached and nothing got worse." in told
    assert "Next, “pet waste”: see whether it has become a habit, by 19 May 2026." in told


def test_a_resident_reads_it_in_chinese(evaluation):
    told = evaluation.explain("zh").splitlines()
    assert "结论：保留，理由是目标已达到，也没有变差之处。" in told
    assert "下一步，“pet waste”：看看是否已成习惯，期限 2026 年 5 月 19 日。" in told


def test_a_notebook_shows_the_verdict(evaluation):
    assert "pet waste: keep (target-reached)" in evaluation._repr_html_()


def test_an_evaluation_travels_as_json(evaluation):
    assert evaluation == from_dict(json.loads(json.dumps(to_dict(evaluation))))


def test_the_same_facts_give_the_same_evaluation(evaluation, squad):
    again = evaluate(follow(squad.mandate, reversed(squad.reports)), *ALL)
    assert evaluation == again
